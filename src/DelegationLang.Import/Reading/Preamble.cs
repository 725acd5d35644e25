using System.Globalization;
using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;
using DelegationLang.Parsing;

namespace DelegationLang.Import.Reading;

/// <summary>What a document says of itself: whose it is, what it is called, who approved it, from when it counts.</summary>
internal sealed class Preamble
{
    /// <summary>The organisation; empty while it is not found.</summary>
    public string Organisation { get; private set; } = "";

    /// <summary>What the document is called; empty while it is not found.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Who approved it; empty for nobody.</summary>
    public string ApprovedBy { get; private set; } = "";

    /// <summary>When it was approved.</summary>
    public DateOnly? ApprovedOn { get; private set; }

    /// <summary>Its first day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Its last day.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>When it is to be looked at again.</summary>
    public DateOnly? Review { get; private set; }

    /// <summary>Its version; empty for none.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Whether its sums count tax, where they do not say themselves.</summary>
    public DraftVat Vat { get; private set; }

    /// <summary>Reads one line of it.</summary>
    /// <param name="text">The line.</param>
    /// <param name="isTitle">Whether it is a title or a heading at the top.</param>
    /// <returns>Whether something was found in it.</returns>
    public bool Read(string text, bool isTitle)
    {
        bool isFound = Facts(text);
        if (isTitle)
        {
            isFound |= Names(text);
        }

        return isFound;
    }

    /// <summary>Reads a row of a table of facts: <c>Effective from | 1 April 2026</c>.</summary>
    public bool ReadPair(string label, Cell value)
    {
        if (value.Day is { } day)
        {
            return Facts(label.TrimEnd(':', ' ') + (EndsWithOn.IsMatch(label) ? " " : " on ") + DateLiteral.Format(day));
        }

        return Label.IsMatch(label) && (Facts(label.TrimEnd(':', ' ') + " " + value.Line) | (value.Text.Length < 60 && Names(value.Line)) || MetaWord.IsMatch(label));
    }

    /// <summary>Whether a cell is the label of a fact about the document.</summary>
    public static bool IsLabel(string text) => text.Length < 40 && Label.IsMatch(text);

    private bool Facts(string text)
    {
        bool isFound = false;
        if (Approved.Match(text) is { Success: true } approved)
        {
            string by = HolderReader.Name(approved.Groups["by"].Value);
            isFound |= DayAfter(text, approved.Index) is not null;
            ApprovedBy = ApprovedBy.Length == 0 && (Titles.IsParty(by) || Titles.CanBeName(by)) ? by : ApprovedBy;
            ApprovedOn ??= DayAfter(text, approved.Index + approved.Length) ?? DayAfter(text, approved.Index);
        }

        if (Effective.Match(text) is { Success: true } effective && DayAfter(text, effective.Index + effective.Length) is { } from)
        {
            isFound = true;
            From ??= from;
        }

        if (Reviewed.Match(text) is { Success: true } reviewed)
        {
            DateOnly? review = DayAfter(text, reviewed.Index + reviewed.Length) ?? LastDayOfMonth(text, reviewed.Index + reviewed.Length);
            isFound |= review is not null;
            Review ??= review;
        }

        if (VersionOf.Match(text) is { Success: true } version)
        {
            isFound = true;
            Version = Version.Length == 0 ? version.Groups[1].Value : Version;
        }

        if (AllValues.Match(text) is { Success: true } values)
        {
            (_, _, DraftVat vat) = BasisReader.Take(values.Value.Replace("exclude", "excluding", StringComparison.OrdinalIgnoreCase).Replace("excludinging", "excluding", StringComparison.OrdinalIgnoreCase).Replace("include", "including", StringComparison.OrdinalIgnoreCase).Replace("includinging", "including", StringComparison.OrdinalIgnoreCase));
            isFound |= vat != DraftVat.Unsaid;
            Vat = Vat == DraftVat.Unsaid ? vat : Vat;
        }

        return isFound;
    }

    // "Northmere University – Delegated Authorisation Limits"
    private bool Names(string text)
    {
        string[] parts = [.. Dash.Split(text.Replace('\n', ' ')).Select(part => part.Trim(' ', '–', '—', ',', '"', '“', '”', '.')).Where(part => part.Length > 0)];
        bool isFound = false;
        foreach (string part in parts.Where(part => part.Length <= 120))
        {
            string plain = TitlePart.Match(part) is { Success: true } title ? part[..title.Index].Trim(' ', ',', ':', '\'', '’') : part;
            if (Organisation.Length == 0 && OrganisationWord.IsMatch(plain) && !DocumentWord.IsMatch(plain) && plain.Split(' ').Length <= 10)
            {
                Organisation = Cased(plain);
                isFound = true;
            }

            if (Title.Length == 0 && DocumentWord.IsMatch(part) && !Approved.IsMatch(part) && part.Split(' ').Length <= 16)
            {
                Title = Cased(TitleOnly(part));
                isFound = true;
            }
        }

        return isFound;
    }

    private string TitleOnly(string part) =>
        Organisation.Length > 0 && part.StartsWith(Organisation, StringComparison.OrdinalIgnoreCase) ? part[Organisation.Length..].Trim(' ', ',', ':', '–', '\'', '’') is { Length: > 3 } rest ? rest : part : part;

    /// <summary>A name as it is written otherwise: in capitals throughout it is a matter of type, unless it is an abbreviation.</summary>
    public static string Cased(string text)
    {
        if (text.Any(char.IsLower) || (Titles.IsAcronym(text) && !Titles.IsTitleNoun(text)) || text.Length < 5)
        {
            return text;
        }

        string[] words = text.ToLowerInvariant().Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].ToUpperInvariant() is "NHS" or "ICB" or "CCG" or "MAT" or "CIC" or "UK" or "FT")
            {
                words[i] = words[i].ToUpperInvariant();
            }
            else if (words[i].Length > 0 && (i == 0 || words[i] is not ("of" or "and" or "the" or "for" or "to" or "in" or "on")))
            {
                words[i] = char.ToUpperInvariant(words[i][0]) + words[i][1..];
            }
        }

        return string.Join(' ', words);
    }

    private static DateOnly? DayAfter(string text, int from)
    {
        for (int at = from; at < text.Length && at < from + 80; at++)
        {
            if (char.IsLetterOrDigit(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
            {
                var day = DateLiteral.Read(text, at);
                if (day.End > at && day.Value != default && day.Fault is DateFault.None or DateFault.Form)
                {
                    return day.Value;
                }
            }
        }

        return null;
    }

    // "Review date: March 2027" means its end.
    private static DateOnly? LastDayOfMonth(string text, int from)
    {
        Match month = Month.Match(text, Math.Min(from, text.Length));
        return month.Success && DateTime.TryParseExact("1 " + month.Value, "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime first)
            ? DateOnly.FromDateTime(first).AddMonths(1).AddDays(-1)
            : null;
    }

    private static readonly Regex Approved = new(@"\b(?:approved|adopted|agreed|amended|ratified|endorsed|authorised)\s+(?:by|at)\s*:?\s*(?:the\s+|a\s+meeting\s+of\s+(?:the\s+)?)?(?<by>[A-Za-z][A-Za-z’'& -]*?)\s*(?:,|:|;|\(|\bon\b|\bat\s+its\b|\d|$|\bwith\s+effect\b|\band\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Effective = new(@"\b(?:effective(?:\s+(?:date|from))?|in\s+force(?:\s+from)?|with\s+effect\s+from|(?:takes?|has|have|having)\s+effect(?:\s+on|\s+from)?|appl(?:ies|y)\s+from|comes?\s+into\s+(?:force|effect)(?:\s+on)?|commenc(?:es|ing|ement)(?:\s+(?:on|date))?|operative\s+from|valid\s+from|implementation\s+date|date\s+of\s+effect|w\.?e\.?f\.?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Reviewed = new(@"\b(?:to\s+be\s+reviewed|review(?:\s+date|\s+by|\s+due)?|next\s+review(?:\s+date)?|reviewed\s+by)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex VersionOf = new(@"\bversion(?:\s+(?:no\.?|number))?\s*:?\s*v?(\d{1,3}(?:\.\d{1,3})*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex AllValues = new(@"(?:^|\b(?:all|the)\s+)(?:[a-z]+\s+)?(?:values?|figures?|sums?|limits?|amounts?|thresholds?)\b[^.;]{0,40}?\bVAT\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Dash = new(@"\s+[–—|-]\s+|\s*\n\s*|:\s+", RegexOptions.CultureInvariant);

    private static readonly Regex DocumentWord = new(@"\b(?:scheme|schedule|matrix|limits|financial\s+regulations|standing\s+orders|register|table|framework|instructions|rules|constitution|planner|terms\s+of\s+reference)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex TitlePart = new(@"\b(?:(?:operational|overarching|financial|detailed|corporate|overall)\s+)*(?:scheme|schedule|matrix)\s+(?:of|to)\b|\bdelegated\s+authorisation|\bfinancial\s+(?:limits|authorisation|regulations|procedures?|instructions)|\bstanding\s+(?:financial|orders)|\b(?:contract|financial|budget)\s+procedure|\bcontract\s+standing|\bprocurement\s+rules|\bconstitution\b|\bterms\s+of\s+reference|\bdelegation\s+(?:planner|matrix|of)|\bdelegated\s+(?:powers|limits|decisions)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex OrganisationWord = new(@"\b(?:council|trust|ICB|integrated\s+care\s+board|university|school|college|academy|academies|authority|association|charity|NHS|CCG|foundation|society|ltd|limited|hospital|hospice|borough|federation|housing|company|CIC|plc|church|diocese|partnership|institute|museum|theatre|agency|primary|community)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Label = new(@"^(?:version|approved|adopted|agreed|ratified|effective|in\s+force|review|next\s+review|date|owner|author|status|document|title|organisation|issued?|valid|commence|prepared|reference|last\s+reviewed|implementation)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex MetaWord = new(@"^(?:version|owner|author|status|document|title|organisation|issue|prepared|review|date)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex EndsWithOn = new(@"\b(?:on|from|by)\s*:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Month = new(@"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{4}\b", RegexOptions.CultureInvariant);
}
