using System.Text.RegularExpressions;

namespace DelegationLang.Import.Reading;

/// <summary>Finds what an amount counts, and whether tax is in it.</summary>
internal static class BasisReader
{
    /// <summary>Takes a basis and the words about tax out of a text.</summary>
    /// <returns>The rest, the basis as <see cref="Band.Basis"/> has it (<c>?</c> where the text has several), and tax.</returns>
    public static (string Other, string Basis, DraftVat Vat) Take(string text)
    {
        DraftVat vat = DraftVat.Unsaid;
        if (Excluding.Match(text) is { Success: true } without)
        {
            vat = DraftVat.Excluding;
            text = Cut(text, without);
        }
        else if (Including.Match(text) is { Success: true } with)
        {
            vat = DraftVat.Including;
            text = Cut(text, with);
        }

        var found = new List<string>();
        Find(ref text, Contract, found, "contract");
        Find(ref text, Year, found, "year");
        Find(ref text, Total, found, "total");
        Find(ref text, Decision, found, "");
        if (found.Count == 0 && Each.Match(text) is { Success: true } each)
        {
            found.Add(each.Groups[1].Value.ToLowerInvariant());
            text = Cut(text, each);
        }

        while (Own.Match(text) is { Success: true } own && found.Count < 5)
        {
            found.Add(own.Groups[1].Value.ToLowerInvariant());
            text = Cut(text, own);
        }

        string[] distinct = [.. found.Distinct(StringComparer.Ordinal)];
        // A total over a year is what the year comes to.
        bool isYearly = distinct.Length == 2 && distinct.Contains("year") && distinct.Contains("total");
        return (text, distinct switch { [] => "", [var one] => one, _ when isYearly => "year", _ => "?" }, vat);
    }

    private static void Find(ref string text, Regex pattern, List<string> found, string basis)
    {
        if (pattern.Match(text) is { Success: true } match)
        {
            found.Add(basis);
            text = Cut(text, match);
        }
    }

    private static string Cut(string text, Match match)
    {
        string before = text[..match.Index].TrimEnd();
        string after = text[(match.Index + match.Length)..].TrimStart();
        bool isBracketed = before.EndsWith('(') && after.StartsWith(')');
        return isBracketed ? before[..^1] + " " + after[1..] : before + " " + after;
    }

    private static readonly Regex Excluding = new(@"(?:all\s+)?(?:\b(?:excl?(?:uding|usive\s+of|udes|\.)?|ex\.?|net\s+of|plus|not\s+including|before|without)\s*(?:any\s+)?|\+\s*)VAT\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Including = new(@"\b(?:incl?(?:uding|usive\s+of|udes?|\.)?|inc\.?|gross\s+of|with)\s*(?:any\s+)?VAT\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Contract = new(@"\b(?:(?:in\s+)?whole[\s-]+life(?:\s+(?:value|cost|costs))?|(?:total\s+)?(?:contract|lifetime)\s+value|total\s+value\s+of\s+the\s+contract|over\s+the\s+(?:whole\s+)?(?:life|term)(?:\s+of\s+(?:the|a)\s+contract)?|lifetime\s+cost|per\s+contract|for\s+each\s+contract)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Year = new(@"(?:\b(?:per\s+(?:annum|year|financial\s+year)|p\.\s?a\.?|pa|a\s+year|annually|each\s+(?:financial\s+)?year|(?:in|during)\s+(?:any\s+(?:one\s+)?|the\s+|a\s+)(?:financial\s+)?year|annual\s+value)(?![\w])|/\s?(?:yr|year)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Total = new(@"\b(?:in\s+(?:total|aggregate)|total\s+value|cumulative(?:ly)?|in\s+the\s+aggregate)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Decision = new(@"\b(?:per\s+(?:decision|transaction|item|case|occasion)|in\s+any\s+(?:one|single)\s+case|(?:for\s+)?(?:each|any\s+one|any\s+single)\s+(?:item|transaction|case)|each(?=\s*[.,;)]|\s*$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Own = new(@"\bper\s+((?!cent\b|annum\b|the\b|their\b|its\b)[a-z]+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Each = new(@"\b(?:for\s+)?each\s+((?!of\b|the\b)[a-z]+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
