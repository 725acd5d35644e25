using System.Text.RegularExpressions;

namespace DelegationLang.Import.Reading;

/// <summary>A cell of sums that says more than a sum: <c>Rent below £25,000 p.a.</c>, <c>up to £50,000 subject to three quotations</c>.</summary>
internal static class ValueText
{
    /// <summary>The sum of a cell and what stands beside it; none where there is no such sum.</summary>
    public static (Band? Band, string Beside) Apart(string text)
    {
        if (Counted.Match(text) is { Success: true } counted && BandReader.Whole(text[counted.Length..]) is { Basis: not "?" } plain)
        {
            string noun = counted.Value.Trim();
            return (plain, Particular.IsMatch(noun) ? $"the sum is the {char.ToLowerInvariant(noun[0])}{noun[1..]}" : "");
        }

        return Markers.Of(text, hasBands: false) is [{ Start: > 0 } first, ..] && BandReader.Whole(text[..first.Start].Trim(' ', ',', ';', '(')) is { Basis: not "?" } band ? (band, text[first.Start..].Trim(')')) : (null, "");
    }

    private static readonly Regex Counted = new(@"^(?:(?:annual|total|contract|estimated|capital|aggregate|market|book|whole[- ]life|initial|gross|net|purchase|open|project|order|invoice|grant)\s+)*(?:value|cost|rent|rental|premium|price|amount|sum|spend|expenditure|fee|consideration|contract|order)s?\s*(?:of|is|:)?\s+(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // What else a sum may be than what the matter costs.
    private static readonly Regex Particular = new(@"\b(?:rent|rental|premium|fee|consideration|market|book|price)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
