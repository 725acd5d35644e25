using System.Text.RegularExpressions;

namespace DelegationLang.Import.Reading;

/// <summary>What the cells of a column say.</summary>
internal enum ColumnRole
{
    None,
    Reference,
    Area,
    Matter,
    Decider,
    Value,

    /// <summary>A further column that says who decides.</summary>
    Rival,
    /// <summary>A lower or an upper end of a sum, of which the other stands in a column of its own.</summary>
    Bound,
    Extra,

    /// <summary>Who acts when whoever decides is away.</summary>
    Absence,
    Basis,
    From,
    Until,
    Consult,
    Recommend,
    Approve,
    Report,
}

/// <summary>Reads the heads of columns.</summary>
internal static class ColumnHeads
{
    /// <summary>What the head of a column says that it holds; <see cref="ColumnRole.None"/> where it says nothing known.</summary>
    public static ColumnRole RoleOf(string head)
    {
        string plain = head.Replace('\n', ' ').Trim(' ', ':', '.', '*');
        if (plain.Length is 0 or > 80)
        {
            return ColumnRole.None;
        }

        return Reference.IsMatch(plain) ? ColumnRole.Reference
            : From.IsMatch(plain) ? ColumnRole.From
            : Until.IsMatch(plain) ? ColumnRole.Until
            : Basis.IsMatch(plain) ? ColumnRole.Basis
            : Consult.IsMatch(plain) ? ColumnRole.Consult
            : Recommend.IsMatch(plain) ? ColumnRole.Recommend
            : Report.IsMatch(plain) ? ColumnRole.Report
            : Absence.IsMatch(plain) ? ColumnRole.Absence
            : Remit.IsMatch(plain) ? ColumnRole.Matter
            : Extra.IsMatch(plain) ? ColumnRole.Extra
            : Matter.IsMatch(plain) ? ColumnRole.Matter
            : Decider.IsMatch(plain) ? ColumnRole.Decider
            : Value.IsMatch(plain) ? ColumnRole.Value
            : Area.IsMatch(plain) ? ColumnRole.Area
            : LateMatter.IsMatch(plain) ? ColumnRole.Matter
            : ColumnRole.None;
    }

    /// <summary>Whether the head of a column of sums says that they are upper ends.</summary>
    public static bool SaysUpperEnd(string head) => UpperEnd.IsMatch(head);

    private static readonly Regex Remit = new(@"\b(?:terms\s+of\s+reference|remit|delegated\s+(?:powers?|functions?|matters?|duties)|responsible\s+for)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether the head of a column says for whom a decision is kept, or to whom it is given.</summary>
    public static bool IsOfWhom(string head) => OfWhom.IsMatch(head);

    /// <summary>Whether the head of a column is for somebody who has to do with a matter and does not decide it.</summary>
    public static bool IsOfHelpers(string head) => Helpers.IsMatch(head);

    /// <summary>Whether the head of a column says that posts or bodies stand in it.</summary>
    public static bool IsOfPosts(string head) => PostHead.IsMatch(head.Trim());

    private static readonly Regex Reference = new(@"^(?:[a-z]{1,12}\s+(?:no\.?|ref\.?|number)|ref(?:erence)?(?:\s*(?:no\.?|number))?|no|number|#|item(?:\s+no\.?)?|para(?:graph)?(?:\s+no)?|clause|s/?n|sr|id|section\s+(?:no|ref)|row|minute(?:\s*(?:no\.?|number|ref))?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex From = new(@"^(?:(?:in\s+force|effective|valid|applies|operative)(?:\s+(?:from|date))?|from(?:\s+date)?|start(?:\s+date)?|date\s+(?:from|effective)|commencement(?:\s+date)?|with\s+effect\s+from)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Until = new(@"^(?:(?:in\s+force|effective|valid)\s+(?:to|until)|until|to\s+date|end(?:\s+date)?|expir(?:y|es)(?:\s+date)?|date\s+to)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Basis = new(@"^(?:basis(?:\s+of\s+limit)?|amount\s+basis|per)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Consult = new(@"\bconsult(?:ed|ation|ees?)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Recommend = new(@"^(?:recommend(?:ation|ed|s)?(?:\s+(?:by|from|of))?|recommending\s+body)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Report = new(@"^(?:report(?:ed|ing)?(?:\s+to)?|inform(?:ed)?|to\s+be\s+informed|notif(?:y|ied))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Absence = new(@"\b(?:absence|absent|deput(?:y|ies|ising)|nominated\s+(?:deputy|officer)|substitutes?)\b|\bsub-?\s?delegat", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Extra = new(@"\b(?:conditions?|method|notes?|comments?|remarks?|restrictions?|guidance|constraints?|qualifications?|process|procedures?|requirements?|caveats?|further\s+information|additional\s+information|terms|evidence|record|limitations)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Matter = new(@"\b(?:matters?|dut(?:y|ies)|functions?|areas?\s+of\s+responsibilit(?:y|ies)|responsibilit(?:y|ies)|activit(?:y|ies)|tasks?|powers?|types?|terms\s+of\s+reference|remit|spending|expenditure|transactions?|commitments?|subjects?|actions?|what\s+is\s+(?:decided|delegated))\b|^(?:decisions?|delegations?|description(?:\s+of\b.*)?|details?|grant\s+or\s+contract)$|\bdecisions?\s+(?:required|reserved|delegated|to\s+be\s+(?:made|taken))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Decider = new(@"\b(?:delegated\s+to|delegated\s+authority|authority|approvers?|approved\s+by|approval(?:\s+by|\s+level|\s+body)?|who|officers?|decision[\s-]*makers?|decided\s+by|responsible|holders?|posts?|authoris(?:ed|er|ing)|authoris(?:ation|ed)\s+(?:by|level|officer)|body|bodies|delegates?|delegatees?|signator(?:y|ies)|lead|owner|role|position|job\s+title|committee)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Value = new(@"\b(?:values?|amounts?|limits?|thresholds?|financial|levels?|bands?|sums?|up\s+to|maximum|range)\b|£", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Area = new(@"\b(?:area|theme|section|domain|heading|category|group|part|department|service)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex LateMatter = new(@"^(?:item|topic|title|name|delegation|scheme\s+provision|provision|issue|purpose)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex UpperEnd = new(@"\b(?:limits?|up\s+to|maximum|max|thresholds?|not\s+exceeding)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Helpers = new(@"\b(?:lead|sponsor|contact|owner|responsible|author|prepared|membership|chair)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex OfWhom = new(@"^(?:matters?\s+)?(?:reserved|delegated|retained)\s+(?:to|by|for)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex PostHead = new(@"^(?:(?:authorised|approving|delegated|responsible|named|budget)\s+)?(?:posts?|roles?|officers?|positions?|job\s+titles?|titles?|post\s*holders?|holders?|who|grades?|levels?|delegates?|delegated\s+(?:officer|to)|authority|body|bodies|name|staff|budget\s+holders?|committees?|approvers?|responsible\s+officer)\b.{0,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
