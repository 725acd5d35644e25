using System.Globalization;
using DelegationLang.Parsing;

namespace DelegationLang.Import.Documents;

/// <summary>Makes cells of what formats hold.</summary>
internal static class Cells
{
    /// <summary>A cell of text, with the number or the day that it spells.</summary>
    public static Cell OfText(string words, string place)
    {
        bool isNumber = decimal.TryParse(words, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal number);
        return new Cell(words) { Place = place, Number = isNumber ? number : null, Day = DayOf(words) };
    }

    /// <summary>The day that a text is, if it is one and nothing else; figures with the day first, as in Britain.</summary>
    public static DateOnly? DayOf(string words)
    {
        if (words.Length is < 6 or > 40)
        {
            return null;
        }

        var day = DateLiteral.Read(words, 0);
        return day.End == words.Length && day.Fault is DateFault.None or DateFault.Form && day.Value != default ? day.Value : null;
    }
}
