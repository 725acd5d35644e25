using System.Text.RegularExpressions;

namespace DelegationLang.Import.Reading;

/// <summary>What the words after a marker are.</summary>
internal enum MarkerKind
{
    Band,
    Consult,
    Recommend,
    Approve,
    Ratify,
    Report,
    Joint,
    Companion,
    Record,
    Deputy,
    Fact,
    Exception,
}

/// <summary>Where a part of a text begins that says something other than who decides.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where the words that announce it end; those of the band, for a band.</param>
/// <param name="Band">The band, for a band.</param>
internal sealed record Marker(MarkerKind Kind, int Start, int End, Band? Band = null) : DocumentPart;

/// <summary>Finds the phrases that announce steps, conditions and sums.</summary>
internal static class Markers
{
    private static readonly Regex Consult = new(@"\b(?:(?:and\s+)?in\s+(?:full\s+|close\s+)?consultation\s+with|(?:and\s+)?after\s+consult(?:ing|ation\s+with)|following\s+consultation\s+with|having\s+(?:first\s+)?consulted|consulting\s+with|in\s+liaison\s+with|after\s+taking\s+(?:the\s+)?advice\s+(?:of|from)|(?:on|with)\s+(?:the\s+)?advice\s+(?:of|from)|subject\s+to\s+consultation\s+with)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Recommend = new(@"\b(?:on\s+(?:the\s+)?recommendation\s+(?:of|from|by)|(?:following|after|upon)\s+(?:a\s+|the\s+)?recommendation\s+(?:of|from|by)|(?:as\s+)?recommended\s+by|after\s+(?:a\s+)?(?:written\s+)?report\s+(?:from|by|of))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Approve = new(@"\b(?:(?:(?:and|but|only)\s+)*(?:subject\s+to|with|after|following|upon|on|once|pending|conditional\s+(?:up)?on|on\s+condition\s+of)\s+(?:receipt\s+of\s+)?(?:the\s+|a\s+)?(?:prior\s+|written\s+|formal\s+|final\s+|express\s+|specific\s+|explicit\s+|joint\s+)*(?:approval|agreement|consent|authorisation|endorsement|sign[\s-]?off|signing[\s-]off|permission|sanction|clearance|counter-?\s?signature|confirmation)\s+(?:being\s+(?:given|obtained)\s+|in\s+writing\s+)?(?:of|from|by)|(?:only\s+)?(?:once|when|if|where|after\s+(?:being|having\s+been)|to\s+be|must\s+be|shall\s+be|unless\s+and\s+until|until)\s+(?:it\s+is\s+|it\s+has\s+been\s+|they\s+are\s+|first\s+|also\s+)*(?:approved|agreed|authorised|signed\s+off|endorsed|counter-?\s?signed|sanctioned|confirmed)\s+(?:in\s+writing\s+|in\s+advance\s+)?by)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Ratify = new(@"\b(?:(?:subject\s+to\s+|for\s+)(?:the\s+)?ratification\s+(?:by|of)|to\s+be\s+ratified\s+by|ratified\s+by)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Report = new(@"\b(?:(?:and\s+)?(?:(?:to|must|shall|should|will)\s+be\s+)?report(?:ed|ing|s)?\s+(?:all\s+|back\s+|it\s+|these\s+)?to|with\s+a\s+report\s+to)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Joint = new(@"\b(?:acting\s+)?(?:jointly|together|acting)\s+with\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Companion = new(@"\b(?:(?:in\s+(?:conjunction|association|partnership|agreement)|alongside|along)\s+with|alongside|in\s+agreement\s+with|supported\s+by|with\s+the(?=\s+[A-Z])|with(?=\s+[A-Z]))(?!\w)", RegexOptions.CultureInvariant);

    private static readonly Regex Record = new(@"\b(?:whose\s+decisions?\s+(?:are|is|must\s+be|shall\s+be)\s+)?(?:to\s+be\s+)?recorded\s+in\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Deputy = new(@"\(?\bor,?\s+(?:the\s+)?[A-Z][^(),;]{2,60}?\s+in\s+(?:his|her|their|the\s+[\w’']+(?:\s+[\w’']+)?)\s+absence\)?|[‘'(]?\b(?:or,?\s+(?:another\s+officer\s+|a\s+person\s+)?)?(?:in\s+(?:his|her|their|the\s+[\w’']+(?:\s+[\w’']+)?)\s+absence|in\s+the\s+absence\s+of)\b|\bor\s+(?:(?:their|his|her|a|an|the|his/her)\s+)?(?:nominees?|nominated\b[^,;]*|designated\b[^,;]*|delegates?|deput(?:y|ies)|representatives?)(?=\s*(?:$|[,;.)]))|\((?:or\s+)?(?:nominee|deputy|deputies|delegate|substitute)\b[^)]*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Exception = new(@"\b(?:except(?:\s+(?:for|where|that|in))?|excluding(?!\s+(?:any\s+)?VAT)|other\s+than|unless|save\s+(?:for|where|when|that|in|as)|apart\s+from|with\s+the\s+exception\s+of|but\s+not|not\s+including)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Fact = new(@"\b(?:(?:but\s+)?within\s+(?:the\s+|their\s+|an?\s+|its\s+|his\s+or\s+her\s+|any\s+)?(?:approved|agreed|available|existing|own|delegated|budget\w*|allocated|policy|policies|overall|limits?|annual|relevant|resources?|current|department\w*)\b|provided(?:\s+that)?|providing|subject\s+to|where|if|when|in\s+exceptional|in\s+(?:an\s+|the\s+event\s+of\s+an?\s+|cases?\s+of\s+)?emergenc(?:y|ies)|in\s+(?:an?\s+|cases?\s+of\s+)?urgen(?:t|cy)|only\s+(?:if|where|when|for|in)|in\s+accordance\s+with|in\s+line\s+with|outside\s+(?:of\s+)?(?:the\s+)?(?:approved\s+)?budget\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly (MarkerKind Kind, Regex Pattern)[] Patterns =
    [
        (MarkerKind.Consult, Consult),
        (MarkerKind.Recommend, Recommend),
        (MarkerKind.Approve, Approve),
        (MarkerKind.Ratify, Ratify),
        (MarkerKind.Report, Report),
        (MarkerKind.Joint, Joint),
        (MarkerKind.Companion, Companion),
        (MarkerKind.Record, Record),
        (MarkerKind.Deputy, Deputy),
        (MarkerKind.Exception, Exception),
        (MarkerKind.Fact, Fact),
    ];

    /// <summary>The markers of a text, in order, none within another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasBands">Whether sums in it are limits.</param>
    public static List<Marker> Of(string text, bool hasBands)
    {
        var found = new List<Marker>();
        foreach ((MarkerKind kind, Regex pattern) in Patterns)
        {
            foreach (Match match in pattern.Matches(text))
            {
                found.Add(new Marker(kind, match.Index, match.Index + match.Length));
            }
        }

        if (hasBands)
        {
            found.AddRange(BandReader.All(text).Select(band => new Marker(MarkerKind.Band, band.Start, band.End, band.Band)));
        }

        var kept = new List<Marker>();
        foreach (Marker marker in found.OrderBy(marker => marker.Start).ThenByDescending(marker => marker.End))
        {
            // "Other than in an emergency" is one exception.
            bool isWithin = kept.Count > 0 && (marker.Start < kept[^1].End || (marker.Kind == MarkerKind.Fact && kept[^1].Kind == MarkerKind.Exception && marker.Start <= kept[^1].End + 1));
            if (!isWithin)
            {
                kept.Add(marker);
            }
        }

        return kept;
    }
}
