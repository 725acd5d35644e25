using System.Text.RegularExpressions;

namespace DelegationLang.Import.Reading;

/// <summary>A sentence by itself that says what somebody has to do before or after a decision: <c>Mayor must agree</c>, <c>Chair to be consulted</c>, <c>Board approval required</c>.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Who">By whom, as the text names them.</param>
/// <param name="Beside">What else the sentence says; empty for nothing.</param>
internal sealed record StepWords(DraftStepKind Kind, string Who, string Beside) : DocumentPart
{
    /// <summary>The step, if a sentence is one.</summary>
    public static StepWords? Of(string sentence)
    {
        foreach (Regex pattern in Patterns)
        {
            if (pattern.Match(sentence) is { Success: true } match && KindOf(match.Groups["act"].Value) is { } kind)
            {
                return new StepWords(kind, match.Groups["who"].Value, match.Groups["rest"].Value.Trim(' ', ',', '.'));
            }
        }

        return null;
    }

    private static DraftStepKind? KindOf(string act)
    {
        string lower = act.ToLowerInvariant();
        bool Has(string stem) => lower.Contains(stem, StringComparison.Ordinal);
        return Has("consult") || Has("advi") ? DraftStepKind.Consult
            : Has("recommend") ? DraftStepKind.Recommend
            : Has("ratif") ? DraftStepKind.Ratify
            : Has("inform") || Has("notif") || Has("told") || Has("tell") || Has("report") ? DraftStepKind.Report
            : DraftStepKind.Approve;
    }

    private const string Act = "(?<act>be\\s+(?:first\\s+)?(?:consulted|informed|notified|told)|agree|approve|consent|sign(?:[\\s-]off)?|authorise|counter-?\\s?sign|endorse|ratify|recommend|confirm|give\\s+(?:prior\\s+|written\\s+)*(?:approval|consent|agreement|permission)|advise)";

    private const string Noun = "(?<act>approval|agreement|consent|sign[\\s-]?off|authorisation|permission|endorsement|counter-?\\s?signature|signature|clearance|consultation|recommendation|ratification|advice)";

    private const string Kinds = "(?:prior\\s+|written\\s+|formal\\s+|final\\s+|express\\s+|full\\s+|the\\s+|a\\s+|in\\s+)*";

    private static readonly Regex[] Patterns =
    [
        new(@"^(?<who>.+?)\s+(?:must|shall|should|will|is\s+to|are\s+to|to|has\s+to|have\s+to|needs?\s+to)\s+(?:first\s+|also\s+|formally\s+|jointly\s+|always\s+)*" + Act + @"\b(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
        new(@"^(?:(?:only\s+)?(?:requires?|requiring|needs?|subject\s+to|with|after|following|must\s+have)\s+)?" + Kinds + Noun + @"\s+(?:of|by|from|with)\s+(?<who>.+?)(?:\s+(?:(?:is|are)\s+)?(?:required|needed|necessary|essential|first))?(?<rest>\s+(?:where|if|when|before|for|in|prior|unless|above|over|on)\b.*|)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
        new(@"^(?:(?:requires?|requiring|needs?|subject\s+to|only\s+with)\s+)?(?<who>.+?)(?:['’]s?)?\s+" + Kinds + Noun + @"(?:\s+(?:(?:is|are|to\s+be|must\s+be|must\s+first\s+be|shall\s+be|should\s+be)\s+)?(?:required|needed|necessary|essential|obtained|sought|first))?(?<rest>\s+(?:where|if|when|before|for|in|prior|unless|above|over|on)\b.*|)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
        new(@"^(?:only\s+)?(?:after|once|when|if|where)\s+(?<who>.+?)\s+(?:has|have)\s+(?:first\s+|both\s+)*(?:been\s+)?(?<act>consulted|informed|signed(?:[\s-]off)?|approved|agreed|consented|authorised|recommended|counter-?\s?signed)(?<rest>)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
        new(@"^(?:must\s+|to\s+|always\s+)*(?<act>consult|inform|notify|tell)\s+(?<who>[^,]+?)(?<rest>\s+(?:before|first|if|where|when|of|about|in\s+advance)\b.*|)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
    ];
}
