using System.Text.RegularExpressions;

namespace DelegationLang.Import.Reading;

/// <summary>The phrases in which rules give, keep and limit powers, and how a text is cut at them.</summary>
internal sealed partial class ParagraphReader
{
    // "Land purchases: £500,000, subject to the committee's approval": the sum behind the colon; empty for none.
    private static string LimitOf(string text)
    {
        if (Labelled.Match(text.TrimEnd('.', ';')) is not { Success: true } label)
        {
            return "";
        }

        string rest = label.Groups["rest"].Value;
        if (BandReader.Whole(rest) is not null)
        {
            return rest;
        }

        int end = Markers.Of(rest, hasBands: false) is [{ Start: > 0 } first, ..] ? first.Start : rest.Length;
        string limit = rest[..end].TrimEnd(' ', ',', ';', '(');
        return BandReader.Whole(limit) is { IsBounded: true } ? limit : "";
    }

    private static (string Head, string Tail) Parts(string text)
    {
        // "in accordance with the policy" and "other than directors" belong to what is done, unless a comma parts them from it.
        List<Marker> markers = [.. Markers.Of(text, hasBands: true).SkipWhile(marker => IsPartOfMatter(text, marker))];
        if (markers is [{ Kind: MarkerKind.Band } sum, ..] && About.Match(text, sum.End) is { Success: true } about && about.Index == sum.End && (markers.Count == 1 || markers[1].Start >= about.Index + about.Length) && BasisReader.Take(about.Value).Basis.Length == 0)
        {
            // "spend up to £500 on repairs" is to spend on repairs.
            return (MatterReader.BeforeSum(text[..sum.Start]) + " " + about.Value.Trim(), text[sum.Start..sum.End] + text[(about.Index + about.Length)..]);
        }

        return markers.Count == 0 ? (text, "") : (MatterReader.BeforeSum(text[..markers[0].Start]), text[markers[0].Start..]);
    }

    private static bool IsPartOfMatter(string text, Marker marker) =>
        (marker.Kind == MarkerKind.Exception || (marker.Kind == MarkerKind.Fact && (text.AsSpan(marker.Start).StartsWith("within", StringComparison.OrdinalIgnoreCase) || text.AsSpan(marker.Start).StartsWith("in accordance", StringComparison.OrdinalIgnoreCase) || text.AsSpan(marker.Start).StartsWith("in line", StringComparison.OrdinalIgnoreCase))))
        && !text[..marker.Start].TrimEnd().EndsWith(',');

    // "make virements" and "approve virements" are about virements.
    private static string Object(string matter) => matter.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? HolderReader.Name(matter[(at + 1)..]) : matter;

    private static string KeptFor(string text) => KeptParty.Match(text) is { Success: true } kept ? HolderReader.Name(kept.Groups["who"].Value) : "";

    private static readonly Regex Item = new(@"^\(?(?:[a-z]{1,3}|[ivx]{1,4})\)?$", RegexOptions.CultureInvariant);

    private static readonly Regex End = new(@"\s*[;,.]?\s*(?:;\s*(?:and|or))?\s*[;,.]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Sentence = new(@"(?<=[a-z0-9)]\.)\s+(?=[A-Z])", RegexOptions.CultureInvariant);

    private static readonly Regex DelegatedTo = new(@"^(?:(?:matters|powers|functions|decisions|authority)\s+)?(?:delegated|delegations|powers|authority)?\s*(?:to|of)?\s*(?:the\s+)?(?=[A-Z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex KeptLead = new(@"\b(?:reserved|retained)\b|\bnot\s+be\s+delegated\b|\bonly\s+(?:by\s+)?the\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex KeptParty = new(@"\b(?:reserved\s+(?:to|by|for)|retained\s+by|only\s+by|by)\s+(?<who>(?:the\s+)?[A-Z][A-Za-z’' -]*?)(?=$|[.,;:(]|\s+(?:and|which|are|may|shall)\b)", RegexOptions.CultureInvariant);

    private static readonly Regex HolderLead = new(@"\b(?:delegated\s+to|exercised\s+by|exercisable\s+by|granted\s+to|given\s+to|conferred\s+on|vested\s+in)\s+(?<who>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex MatterLead = new(@"^(?<np>[A-Z].+?)\s+(?:may|shall|must|can|will|are|is)\s+(?:be\s+)?\w+(?:\s+off)?\s*(?:as\s+follows|as\s+set\s+out\s+below|by)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Vague = new(@"^(?:staff|staffing|members?|officers?|governance|executive|council|board|committees?|management|personnel|human\s+resources|trustees?|governors?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex ByLead = new(@"^(?:by|to)\s+(?:the\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex ToVerb = new(@"^(?:(?:the\s+)?(?:delegated\s+)?(?:authority|powers?|responsibility)\s+to\s+|to\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Active = new(@"^(?<who>[A-Z].{1,90}?)\s+(?:may(?:\s+also)?|shall(?:\s+also)?|can|will|must|(?:is|are)\s+(?:authorised|empowered|permitted|entitled)\s+to|(?:has|have)\s+(?:delegated\s+|full\s+)?(?:authority|power|powers)\s+to|(?:is|are)\s+responsible\s+for)\s+(?!not\b|be\b)(?<vp>.+)$", RegexOptions.CultureInvariant);

    private static readonly Regex Passive = new(@"^(?<np>.{3,160}?)\s+(?:may|shall|must|can|will|should|are|is|rests?|lies?)\s+(?:also\s+)?(?:be\s+)?(?:(?<verb>[a-z]+(?:\s+(?:off|out|up|into|over))?)\s+(?:by|to|for)|(?<verb>with)|(?<verb>the\s+responsibility)\s+of)\s+(?<who>.+)$", RegexOptions.CultureInvariant);

    private static readonly Regex NoDecisionVerb = new(@"^(?:considered|reviewed|monitored|noted|reported|discussed|encouraged|required|expected|entitled|subject|advised|supported|invited|due|according|referred|limited|asked)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Pronoun = new(@"^(?:those|these|any|anything|amounts|sums|all\s+others)\b\s*(?=over|above|up|below|less|more|exceeding|of|£|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Reported = new(@"^(?:any|all|each|such|these|every|both)\b.{0,60}?\b(?:shall|must|will|should|are\s+to|is\s+to)\s+be\s+reported\s+to\s+(?<who>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex MeetingOf = new(@"^(?:the\s+)?(?:next|following)\s+(?:ordinary\s+)?meeting\s+of\s+(?:the\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex OwnLimit = new(@"\b(?:above|over|beyond|exceeding|in\s+excess\s+of)\s+(?:the\s+)?[A-Z][\w -]{2,50}[’']s?\s+(?:limit|authority|level|delegated\s+limit)s?\b", RegexOptions.CultureInvariant);

    private static readonly Regex NotDelegable = new(@"[,;]?\s+(?:and\s+)?(?:this|that|which|these)\s+(?:power|matter|decision|function|powers)?\s*(?:shall|may|must|can|will)\s*(?:not|never)\s+be\s+delegated$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex TakeBack = new(@"\b(?:right\s+to\s+(?:take\s+back|revoke|withdraw|recall)|may\s+(?:at\s+any\s+time\s+)?(?:revoke|withdraw|take\s+back|recall)|may\s+(?:not\s+)?(?:be\s+)?(?:further\s+)?(?:sub-?)?delegate|\bauthorise\s+(?:others?|another|any\s+(?:other\s+)?officers?|(?:other\s+)?officers)\s+to\b|(?:shall|must|will|may|can|should)\s+(?:always\s+|also\s+)?(?:ensure|comply|attend|keep|act\s+in|have\s+regard|refer|notify|inform|report|consult|follow|exercise)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // How minutes say it: "RESOLVED that the Clerk be authorised to ...".
    private static readonly Regex Resolved = new(@"^(?:it\s+was\s+)?(?:unanimously\s+)?(?:RESOLVED|AGREED|resolved|agreed|Resolved|Agreed)(?:\s+unanimously)?\s*[:,–-]?\s*(?:that\s+|to\s+)?(?=\S)", RegexOptions.CultureInvariant);

    private static readonly Regex About = new(@"\s+(?:on|for|towards|in\s+respect\s+of|in\s+relation\s+to|relating\s+to)\s+(?!(?:any|each|every|a|an|one|all|the)\s+(?:one|single|year|month|contract|order|decision|case|item|occasion|purchase|scheme|financial)\b)[^,;.(]{3,80}?(?=$|[,;.(]|\s+(?:in\s+consultation|after|subject|provided|with\s+the|jointly|reported|and\s+report)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // "To the Head of Planning, all planning applications"
    private static readonly Regex ToWhom = new(@"^(?:To|By)\s+(?:the\s+)?(?<who>[A-Z][^,:;]{2,60}?)\s*[,:–]\s+(?:to\s+)?(?<np>\S.{2,})$", RegexOptions.CultureInvariant);

    private static readonly Regex Opening = new(@"^\s*(?:the\s+post\s?holder\s+|he\s+or\s+she\s+|they\s+)?(?:may|can|shall|will|(?:is|are)\s+(?:authorised|empowered)|has|have|delegated|powers?|authority|the\s+following)\b(?:\s+(?:to|power|powers|authority|delegated|following|functions|are|has|the|also|do|exercise|of))*\s*:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Digits = new(@"^\d{1,2}\.?$", RegexOptions.CultureInvariant);

    private static readonly Regex Aside = new(@"\s*\([^()]*\)$", RegexOptions.CultureInvariant);

    // "To amend the constitution; to affix the seal; and to settle claims"
    private static readonly Regex Several = new(@"\s*;\s*(?:and\s+)?(?=to\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex ToBe = new(@"\s+be\s+(authorised|delegated|empowered|given|granted|approved|permitted)\b", RegexOptions.CultureInvariant);

    private static readonly Regex Labelled = new(@"^(?<np>[A-Z][^:–—]{2,100}?)(?::|\s+[–—-])\s+(?<rest>.+)$", RegexOptions.CultureInvariant);
}
