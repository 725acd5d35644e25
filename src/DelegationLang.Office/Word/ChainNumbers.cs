using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelegationLang.Office.Word;

/// <summary>
/// The numbers of chains of authority. Each chain begins with 1 again though all are one list: its first link stands on the first level, whose number is always
/// 1, and the others on the second, which counts from 2 after each of the first.
/// </summary>
internal static class ChainNumbers
{
    private const int Indent = 284;

    /// <summary>Adds the list to a part that may hold others.</summary>
    /// <returns>The number by which paragraphs name it.</returns>
    public static int AddTo(Numbering numbering)
    {
        int id = 1 + numbering.Elements<AbstractNum>().Select(list => list.AbstractNumberId?.Value ?? 0).DefaultIfEmpty(0).Max();
        int number = 1 + numbering.Elements<NumberingInstance>().Select(list => list.NumberID?.Value ?? 0).DefaultIfEmpty(0).Max();
        var list = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.Multilevel }, Level(0, 1, "1."), Level(1, 2, "%2.")) { AbstractNumberId = id };
        if (numbering.Elements<AbstractNum>().LastOrDefault() is { } last)
        {
            numbering.InsertAfter(list, last);
        }
        else if (numbering.Elements<NumberingPictureBullet>().LastOrDefault() is { } bullet)
        {
            numbering.InsertAfter(list, bullet);
        }
        else
        {
            numbering.InsertAt(list, 0);
        }

        var instance = new NumberingInstance(new AbstractNumId { Val = id }) { NumberID = number };
        if (numbering.Elements<NumberingInstance>().LastOrDefault() is { } before)
        {
            numbering.InsertAfter(instance, before);
        }
        else
        {
            numbering.InsertAfter(instance, list);
        }

        return number;
    }

    private static Level Level(int index, int start, string text) => new(
        new StartNumberingValue { Val = start },
        new NumberingFormat { Val = NumberFormatValues.Decimal },
        new LevelText { Val = text },
        new LevelJustification { Val = LevelJustificationValues.Left },
        new PreviousParagraphProperties(new Indentation { Left = Indent.ToString(System.Globalization.CultureInfo.InvariantCulture), Hanging = Indent.ToString(System.Globalization.CultureInfo.InvariantCulture) }))
    {
        LevelIndex = index,
    };
}
