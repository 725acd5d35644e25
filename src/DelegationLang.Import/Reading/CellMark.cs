using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>What a cell in the column of a party says of that party's part in a matter.</summary>
internal enum PartKind
{
    /// <summary>Nothing stands there, or that it has none.</summary>
    None,

    /// <summary>It decides.</summary>
    Decides,

    /// <summary>It is asked first.</summary>
    Consulted,

    /// <summary>It recommends first.</summary>
    Recommends,

    /// <summary>It approves first.</summary>
    Approves,

    /// <summary>It is told.</summary>
    Informed,

    /// <summary>It has a part that decides nothing: it reviews, leads, supports.</summary>
    NoDecision,

    /// <summary>Nobody can tell.</summary>
    Unknown,
}

/// <summary>A part, up to how much, and under what.</summary>
/// <param name="Kind">The part.</param>
/// <param name="Band">The sums; none for none.</param>
/// <param name="Beside">What else the cell says: steps, conditions, words; empty for nothing.</param>
internal sealed record CellMark(PartKind Kind, Band? Band = null, string Beside = "") : DocumentPart;

/// <summary>Reads such cells: ticks, letters with a key, verbs, sums.</summary>
internal static class CellMarks
{
    /// <summary>Reads one; none where it is text of another kind.</summary>
    public static CellMark? Read(Cell cell, Glossary glossary) => cell.Number is > 1 and { } sum && glossary.MeaningOf(cell.Line).Length == 0
        ? new CellMark(PartKind.Decides, new Band { Upper = sum })
        : Read(cell.Line, glossary);

    /// <summary>Reads the words of one; none where they are text of another kind.</summary>
    public static CellMark? Read(string text, Glossary glossary)
    {
        string plain = text.Trim(' ', '*', '.', ',');
        if (plain.Length == 0 || Nothing.IsMatch(plain))
        {
            return new CellMark(PartKind.None);
        }

        if (glossary.MeaningOf(plain) is { Length: > 0 } meaning)
        {
            return new CellMark(ByWords(meaning) ?? PartKind.Unknown);
        }

        if (Tick.IsMatch(plain))
        {
            string tick = glossary.MeaningOf("✓");
            return new CellMark(tick.Length == 0 ? PartKind.Decides : ByWords(tick) ?? PartKind.Unknown);
        }

        if (BandReader.Whole(plain, allowsBare: false) is { } band)
        {
            return new CellMark(PartKind.Decides, band with { IsBare = false });
        }

        if (Letters.IsMatch(plain))
        {
            return new CellMark(PartKind.Unknown);
        }

        return WithWords(plain);
    }

    // A sum or a verb first, and what it is subject to behind it: "£50,000 (jointly with the Chair above)", "Delegated, after consulting members".
    private static CellMark? WithWords(string text)
    {
        text = YesBefore.Replace(text, "");
        List<FoundBand> bands = BandReader.All(text);
        if (bands.Count > 1 || text.Length > 160)
        {
            return null;
        }

        Band? band = bands.Count == 0 ? null : bands[0].Band with { IsBare = false };
        if (band is not null && bands[0].Start == 0)
        {
            return IsAside(text[bands[0].End..]) ? new CellMark(PartKind.Decides, band, Words(text[bands[0].End..])) : null;
        }

        if (Verb.Match(text) is not { Success: true } verb || ByWords(verb.Value) is not { } kind)
        {
            return null;
        }

        string rest = band is null ? text[verb.Length..] : text[verb.Length..bands[0].Start] + text[bands[0].End..];
        return Words(rest).Length == 0 ? new CellMark(kind, band)
            : kind == PartKind.Decides && IsAside(rest) ? new CellMark(kind, band, Words(rest))
            : kind == PartKind.NoDecision && Words(rest).Split(' ').Length <= 2 ? new CellMark(kind, null, text)
            : null;
    }

    private static bool IsAside(string text) => text.TrimStart() is [',' or ';' or '(' or '–' or '-', ..] || (Markers.Of(text, hasBands: false) is [var first, ..] && text[..first.Start].Trim().Length == 0) || Words(text).Length == 0;

    private static string Words(string text) => text.Trim(' ', '(', ')', ',', ';', ':', '-', '–', '.');

    /// <summary>Whether a cell is a tick.</summary>
    public static bool IsTick(string text) => Tick.IsMatch(text.Trim());

    /// <summary>Whether a text is a part that somebody has, and nothing else: <c>Recommends</c>, <c>Consulted</c>.</summary>
    public static bool IsPart(string text) => Verb.Match(text) is { Success: true } verb && text.Length - verb.Length <= 14 && BandReader.All(text).Count == 0 && ByWords(text) is not null;

    /// <summary>The part that words mean; none where they say none.</summary>
    public static PartKind? ByWords(string words) =>
        Recommend.IsMatch(words) ? PartKind.Recommends
        : Consult.IsMatch(words) ? PartKind.Consulted
        : May.IsMatch(words) ? PartKind.Unknown
        : Decide.IsMatch(words) ? PartKind.Decides
        : Inform.IsMatch(words) ? PartKind.Informed
        : Other.IsMatch(words) ? PartKind.NoDecision
        : null;

    private static readonly Regex Nothing = new(@"^(?:n\s?/\s?a|-|–|—|nil|none|no|N|no\s+role|✗|✘|0|£0|no\s+(?:authority|delegation|delegated\s+authority))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Tick = new(@"^(?:[✓✔√☑☒■●•XY]|x|yes)$", RegexOptions.CultureInvariant);

    // "Y up to £10k"
    private static readonly Regex YesBefore = new(@"^(?:yes|y|✓|✔|√)[\s,:–-]+(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Letters = new(@"^[A-Z]{1,2}(?:\s?[/+&,]\s?[A-Z]{1,2})*$", RegexOptions.CultureInvariant);

    private static readonly Regex Verb = new(@"^(?:approv(?:es?|al|ed)|decid(?:es?|ed)|determin(?:es?|ed)|authoris(?:es?|ed)|agrees?|recommends?|consult(?:s|ed)?|inform(?:ed|s)?|advis(?:es?|ed)|notif(?:y|ied)|notes?|reviews?|receives?|monitors?|supports?|develops?|proposes?|implements?|leads?|sponsors?|endorses?|signs?|prepares?|drafts?|oversees?|decision|recommendation|consultation|consultee|delegated|delegation|full\s+(?:authority|delegation)|final\s+approval|accountable|responsible)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Recommend = new(@"\b(?:recommend|propos|advise\s+the\s+board)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Consult = new(@"\b(?:consult|advis)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex May = new(@"\b(?:may|could|can|should\s+consider|option|involved|lead|sponsor|contact)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Decide = new(@"\b(?:approv|decid|decision|determin|authoris|responsib|accountab|final|power|delegated|agree|may\s+decide)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Inform = new(@"\b(?:inform|notif|note|report|receiv|told)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Other = new(@"\b(?:review|monitor|support|develop|implement|scrutin|oversee|oversight|prepare|draft|deliver)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
