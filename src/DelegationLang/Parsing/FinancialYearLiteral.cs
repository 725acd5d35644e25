using System.Globalization;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>A financial year as written: <c>2026/27</c>.</summary>
/// <param name="End">Where it ends.</param>
/// <param name="StartYear">The year in which it starts.</param>
/// <param name="IsValid">Whether the second year is the one after the first.</param>
internal readonly record struct FinancialYearLiteral(int End, int StartYear, bool IsValid)
{
    /// <summary>Reads the financial year that starts here. A dash stands for the stroke, as many offices write it.</summary>
    public static bool TryRead(string text, int start, out FinancialYearLiteral year)
    {
        year = default;
        int stroke = start + 4;
        if (!TryFigures(text, start, 4, out int first) || stroke >= text.Length || !(text[stroke] == '/' || Characters.IsHyphen(text[stroke])))
        {
            return false;
        }

        int length = TryFigures(text, stroke + 1, 4, out int second) ? 4 : 2;
        if (length == 2 && !TryFigures(text, stroke + 1, 2, out second))
        {
            return false;
        }

        int end = stroke + 1 + length;
        if (SourceScan.WordEnd(text, start) > end)
        {
            return false;
        }

        bool isValid = first is >= 1 and < 9999 && second == (length == 4 ? first + 1 : (first + 1) % 100);
        year = new FinancialYearLiteral(end, first, isValid);
        return true;
    }

    private static bool TryFigures(string text, int start, int length, out int value)
    {
        value = 0;
        return start + length <= text.Length
            && text.AsSpan(start, length).IndexOfAnyExceptInRange('0', '9') < 0
            && int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
