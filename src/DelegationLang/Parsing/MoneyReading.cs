using System.Globalization;

namespace DelegationLang.Parsing;

/// <summary>How money that is badly written may have been meant. Where it can be read in two ways both are given, and none is chosen.</summary>
internal static class MoneyReading
{
    /// <summary>The likely readings, as the language writes them, the larger first; none where there is nothing to go by.</summary>
    public static string[] Of(string written)
    {
        string figures = string.Concat(written.Where(char.IsAsciiDigit));
        if (written[0] != '£' || figures.Length is 0 or > 15 || !decimal.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out decimal whole))
        {
            return [];
        }

        if (written.EndsWith("thousand", StringComparison.Ordinal))
        {
            string number = written[1..^"thousand".Length].Trim();
            return number == figures ? ["£" + Grouped(whole * 1000), $"£{figures}k"] : [];
        }

        bool isPlain = written.Skip(1).All(c => char.IsAsciiDigit(c) || c is ',' or '.' or ' ');
        if (!isPlain)
        {
            return [];
        }

        int mark = written.LastIndexOfAny([',', '.']);
        bool hasPence = mark >= 0 && written.Length - mark - 1 == 2;
        string inPounds = "£" + Grouped(whole);
        return hasPence ? [inPounds, "£" + (whole / 100).ToString("N2", CultureInfo.InvariantCulture)] : [inPounds];
    }

    private static string Grouped(decimal value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
