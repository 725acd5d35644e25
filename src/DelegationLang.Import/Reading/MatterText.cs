using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>What the words of a matter come to.</summary>
/// <param name="Name">The matter, without its number, sums and full stop.</param>
/// <param name="Band">The sums that stand in it; none for none.</param>
/// <param name="Number">The number that was typed before it.</param>
/// <param name="Note">What stands in it beside that; empty for nothing.</param>
internal sealed record MatterText(string Name, Band? Band, string Number, string Note) : DocumentPart
{
    /// <summary>The name with the word that was left out before it (<c>To waive fees</c>); empty for none.</summary>
    public string Alias { get; init; } = "";

    /// <summary>What its words say of tax, where they hold no sum.</summary>
    public DraftVat Vat { get; init; }

    /// <summary>Whether a share stands in it, of which nobody can tell what it is of.</summary>
    public bool HasShare { get; init; }
}

/// <summary>Reads the cell that says what is decided.</summary>
internal static class MatterReader
{
    /// <summary>Reads one.</summary>
    public static MatterText Read(string text)
    {
        MatterText read = ReadWords(text);
        Match verb = ToVerb.Match(read.Name);
        return verb.Success && read.Name.Length > verb.Length ? read with { Name = read.Name[verb.Length..], Alias = read.Name } : read;
    }

    private static MatterText ReadWords(string text)
    {
        text = text.Replace('\n', ' ');
        (string number, string rest) = TypedNumber.Split(text.Trim());
        rest = rest.Trim(' ', '•', ';', ',', '–', '—');
        rest = rest.EndsWith('.') && !rest.EndsWith("etc.", StringComparison.Ordinal) ? rest[..^1] : rest;
        rest = OfAnyValue.Replace(rest, "");
        bool hasShare = rest.Contains('%', StringComparison.Ordinal);
        List<FoundBand> bands = BandReader.All(rest);
        if (bands.Count != 1)
        {
            (string plain, _, DraftVat tax) = bands.Count == 0 ? BasisReader.Take(rest) : (rest, "", DraftVat.Unsaid);
            rest = tax == DraftVat.Unsaid ? rest : Empty.Replace(plain, "").Trim(' ', ',', ':', '–', '-');
            return new MatterText(Closed(rest), null, number, "") { HasShare = hasShare || bands.Count > 1, Vat = tax };
        }

        FoundBand found = bands[0];
        (string after, string basis, DraftVat vat) = BasisReader.Take(rest[found.End..]);
        string before = rest[..found.Start].TrimEnd(' ', '(', ',', ':', '–', '-');
        string note = "";
        if (ValueOf.Match(before) is { Success: true } value)
        {
            string words = value.Groups[1].Value.ToLowerInvariant();
            (_, string stated, _) = BasisReader.Take(words + " value");
            basis = basis.Length == 0 && stated is "contract" or "year" ? stated : basis;
            note = words.Length > 0 && stated.Length == 0 ? value.Value.Trim(' ', ',') : "";
            before = before[..value.Index];
        }

        before = Preposition.Replace(before.TrimEnd(' ', ','), "");
        string tail = after.Trim(' ', ')', ',', '.', ';', ':');
        string name = Closed((before + (tail.Length == 0 ? "" : " " + tail)).Trim());
        return new MatterText(name, found.Band with { Basis = basis, Vat = vat }, number, note) { HasShare = hasShare };
    }

    /// <summary>Words before a sum, without the joining words that lead to it.</summary>
    public static string BeforeSum(string text) => Preposition.Replace(text.TrimEnd(' ', ',', '(', ':', '–'), "");

    /// <summary>Whether words say <em>everything that is not listed</em>.</summary>
    public static bool IsResidual(string matter) => Residual.IsMatch(matter);

    /// <summary>Whether words say <em>the rest of something</em>, and not of the scheme.</summary>
    public static bool IsRestOfAKind(string matter) => RestOfAKind.IsMatch(matter) && !IsResidual(matter);

    /// <summary>Whether words name a power over what is reserved.</summary>
    public static bool IsExceptional(string matter) => Exceptional.IsMatch(matter);

    /// <summary>Whether the first word says that something is looked after and not decided (<c>monitor</c>).</summary>
    public static bool IsOversight(string matter) => Oversight.IsMatch(matter);

    /// <summary>Whether the first word says that nothing is decided (<c>receive</c>, <c>consider</c>).</summary>
    public static bool IsNoDecision(string matter) => NoDecision.IsMatch(matter) && !Decides.IsMatch(matter);

    private static string Closed(string text)
    {
        text = text.Trim(' ', ',', ';', ':', '–');
        int open = text.Count(c => c == '(') - text.Count(c => c == ')');
        return (open > 0 && text.EndsWith('(') ? text[..^1] : open > 0 ? text.Replace("(", "", StringComparison.Ordinal) : open < 0 ? text.Replace(")", "", StringComparison.Ordinal) : text).Replace("()", "", StringComparison.Ordinal).Trim();
    }

    private static readonly Regex Empty = new(@"\s*\(\s*\)", RegexOptions.CultureInvariant);

    private static readonly Regex ValueOf = new(@"[,(]?\s*(?:\b(?:with|at|of|having|where|whose|to|for)\b\s+)?(?:\b(?:an?|the|its|their)\b\s+)?(?:\b(total|book|estimated|market|contract|annual|lifetime|whole[\s-]life|net|gross|purchase|replacement|combined)\s+)?\b(?:value|cost|price|sum|amount|values|costs|amounts)\b(?:\s+(?:of|is|are|being))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex ToVerb = new(@"^To\s+(?=[a-z])", RegexOptions.CultureInvariant);

    private static readonly Regex OfAnyValue = new(@"\s+of\s+any\s+(?:value|amount|size)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Preposition = new(@"(?:[\s,(]+(?:of|for|at|with|worth|valued|costing|being|to|which|that|where|is|are|in|by|and|but|provided|providing|if|it|they|does|do))+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Residual = new(@"^(?:to\s+exercise\s+|exercise\s+)?(?:(?:any|all)\s+(?:the\s+)?(?:other\s+|remaining\s+|residual\s+)?(?:matters?|powers?|responsibilit(?:y|ies)|functions?|decisions?|duties)(?:\s+(?:which\s+(?:is|are)\s+|that\s+(?:is|are)\s+)?(?:not\s+(?:otherwise\s+|specifically\s+|expressly\s+)?(?:listed|mentioned|reserved|delegated|covered|set\s+out|included|provided)|otherwise)\b.*)|(?:any|all)\s+other\s+(?:matters?|powers?|functions?|decisions?|responsibilities)(?:\s+not\b.*)?|everything\s+(?:else|not\b.*)|(?:matters|powers|functions|anything)\s+not\s+(?:otherwise\s+)?(?:listed|mentioned|reserved|delegated|covered).*|residual\s+(?:matters|powers))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex RestOfAKind = new(@"^(?:all|any)\s+(?:other|remaining)\s|^other\s+\w+s$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Exceptional = new(@"\b(?:urgent|emergency|urgency)\b.*\b(?:part\s+\w+|reserved|in\s+(?:this\s+)?schedule|normally\s+(?:reserved|decided)|matters\s+(?:in|under|listed))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Oversight = new(@"^(?:to\s+)?(?:monitor|oversee|scrutinis|supervis)(?:e|es|ing|ed)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Decides = new(@"\b(?:approv|decid|determin|agree|adopt|sign|award|authoris)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex NoDecision = new(@"^(?:to\s+)?(?:receiv(?:e|ing)|review(?:ing)?|consider(?:ing)?|not(?:e|ing)|attend(?:ing)?|advis(?:e|ing)|support(?:ing)?|contribut(?:e|ing)|discuss(?:ing)?|ensur(?:e|ing)|accountable|accountability|be\s+(?:consulted|informed))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
