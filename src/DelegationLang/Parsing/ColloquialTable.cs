namespace DelegationLang.Parsing;

/// <summary>The words of paper schemes that this language says otherwise, by what it says instead.</summary>
internal static class ColloquialTable
{
    private const string Declare = "a fact is declared once, as in `urgent is a condition, normally false.`, and said with `when`";
    private const string Money = "money that must be there is a condition: declare it, as in `within budget is a condition, normally true.`, and write `when within budget`";
    private const string Giver = "who passes authority on says so in a sentence of its own: `A delegates SUBJECT to B.`, where A was given it `with power to delegate`";

    private static readonly string[] UpTo =
    [
        "up to and including", "up to but not exceeding", "up to a maximum of", "up to a limit of", "up to a value of", "to a maximum of", "to a limit of", "a maximum of",
        "with a maximum of", "with a limit of", "with a maximum value of", "with a value of up to", "with a value not exceeding", "subject to a limit of",
        "subject to a maximum of", "not exceeding", "not to exceed", "not more than", "no more than", "no greater than", "at most", "maximum", "maximum of", "max", "limit of",
        "a limit of", "less than or equal to", "equal to or less than", "limited to",
    ];

    private static readonly string[] Below = ["up to but not including", "less than", "lower than", "under", "beneath"];

    private static readonly string[] AtLeast =
        ["not less than", "no less than", "a minimum of", "minimum", "minimum of", "min", "greater than or equal to", "equal to or greater than", "upwards of", "starting from"];

    private static readonly string[] Above = ["in excess of", "greater than", "more than", "higher than", "exceeding", "over", "beyond"];

    private static readonly string[] Vat =
        ["ex VAT", "exc VAT", "excl VAT", "exclusive of VAT", "net of VAT", "plus VAT", "VAT exclusive", "before VAT", "(excluding VAT)", "(ex VAT)", "(exc VAT)", "(excl VAT)", "(exclusive of VAT)", "(net of VAT)", "(plus VAT)"];

    private static readonly string[] VatIncluded =
        ["inc VAT", "incl VAT", "inclusive of VAT", "with VAT", "gross of VAT", "VAT inclusive", "(including VAT)", "(inc VAT)", "(incl VAT)", "(inclusive of VAT)"];

    private static readonly string[] PerYear =
        ["per annum", "pa", "a year", "an year", "annually", "each year", "every year", "yearly", "per financial year", "in any financial year", "in any year", "in any one year", "in a year", "per calendar year"];

    private static readonly string[] PerDecision =
        ["in any one case", "in each case", "in any one instance", "each", "per transaction", "per item", "per occasion", "on each occasion", "on any one occasion", "at any one time", "per instance", "individually"];

    private static readonly string[] PerContract =
        ["over the life of the contract", "over the term of the contract", "over the contract term", "whole life", "whole life cost", "whole life value", "whole-life cost", "whole-life value", "total contract value", "contract value", "lifetime value"];

    private static readonly string[] InTotal = ["in aggregate", "in all", "cumulatively", "overall", "altogether", "in sum"];

    private static readonly string[] Consulting = ["following consultation with", "after consultation with", "having consulted", "having consulted with", "after consulting with", "following consultation of"];

    private static readonly string[] PerhapsConsulting =
    [
        "in consultation with", "subject to consultation with", "on the advice of", "with the advice of", "after taking advice from", "having taken advice from", "in discussion with",
        "following discussion with", "after discussion with", "in liaison with", "having regard to the advice of", "with input from",
    ];

    private static readonly string[] Approval =
    [
        "with the approval of", "with approval of", "with approval from", "with the prior approval of", "with prior approval of", "with the written approval of", "with the prior written approval of",
        "subject to the approval of", "subject to approval by", "subject to approval of", "subject to the prior approval of", "subject to prior approval by", "following approval by", "after approval by", "on the approval of",
    ];

    private static readonly string[] PerhapsApproval =
    [
        "with the agreement of", "with agreement of", "subject to the agreement of", "subject to agreement by", "in agreement with", "by agreement with", "with the consent of", "with consent of", "subject to the consent of",
        "with the prior agreement of", "with the prior consent of", "with the written consent of", "with the authority of", "with the authorisation of", "with authorisation from", "countersigned by",
    ];

    private static readonly string[] Recommendation = ["on the recommendation of", "on recommendation of", "following a recommendation from", "following the recommendation of", "as recommended by"];

    private static readonly string[] Jointly = ["in conjunction with", "together with", "along with", "acting with", "acting jointly with", "in partnership with", "as well as", "alongside", "co-signed by"];

    private static readonly string[] Power =
    [
        "with the power to delegate", "with authority to delegate", "with power to sub-delegate", "with the power to sub-delegate", "with authority to sub-delegate", "with the authority to delegate",
        "with the right to delegate", "with power of sub-delegation", "with power to delegate further", "with power to further delegate", "who may sub-delegate", "who may delegate", "which may sub-delegate",
        "and may sub-delegate", "who can sub-delegate",
    ];

    private static readonly string[] NoPower = ["who may not sub-delegate", "with no power to delegate", "with no power to sub-delegate", "without power to sub-delegate", "without power of sub-delegation", "which may not be sub-delegated"];

    private static readonly string[] When = ["if", "where", "provided that", "provided", "providing", "in the event that", "in the event of", "on condition that", "as long as", "so long as", "subject to it being"];

    private static readonly string[] Facts =
        ["in an emergency", "in emergencies", "in cases of urgency", "in case of urgency", "in urgent cases", "in cases of emergency", "in case of emergency", "in an urgent case", "as a matter of urgency", "in exceptional circumstances", "subject to funding being available", "subject to available funding"];

    private static readonly string[] Budgets =
    [
        "within approved budget", "within the approved budget", "within approved budgets", "within budget", "within the budget", "within their own budget", "within their budget", "within own budget", "within agreed budget",
        "within existing budgets", "within existing budget", "within budgeted limits", "within available resources", "subject to budget", "subject to approved budget", "subject to budget availability", "subject to budgetary provision",
    ];

    private static readonly string[] Except = ["with the exception of", "other than", "excluding", "apart from", "save for", "save", "but not", "except for", "not including", "excepting"];

    private static readonly string[] From = ["with effect from", "effective from", "commencing on", "commencing", "starting on", "as from", "as of"];

    private static readonly string[] Until = ["up to and including the end of", "ending on", "expiring on", "through to"];

    private static readonly string[] Reporting = ["reported to", "to be reported to", "and reports to", "and report to", "with a report to", "for report to", "and reported to"];

    private static readonly string[] Ratified = ["subject to ratification by", "to be ratified by", "subject to being ratified by", "for ratification by", "and ratified by"];

    private static readonly string[] AsDelegated = ["as delegated by", "as authorised by", "under delegation from", "by delegation from", "under the delegated authority of", "on behalf of"];

    /// <summary>All of them by their first word; of those that start alike the longest stands first.</summary>
    public static Dictionary<string, Colloquial[]> ByFirst { get; } = All()
        .GroupBy(phrase => phrase.Words.Split(' ')[0], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);

    private static IEnumerable<Colloquial> All()
    {
        const ColloquialPlace Before = ColloquialPlace.BeforeAmount;
        const ColloquialPlace After = ColloquialPlace.AfterAmount;
        const ColloquialPlace Anywhere = ColloquialPlace.Anywhere;
        return
        [
            .. Of(UpTo, "up to", Before), .. Of(Below, "below", Before), .. Of(AtLeast, "at least", Before), .. Of(Above, "above", Before),
            .. Of(["with a value of"], "worth", Before, isSame: false), .. Of(["to the value of", "to a value of"], "up to", Before, isSame: false),
            .. Of(InAnyCase(Vat, "excluding vat"), "excluding VAT", Anywhere), .. Of(InAnyCase(VatIncluded, "including vat"), "including VAT", Anywhere),
            .. Of(PerYear, "per year", After), .. Of(PerDecision, "per decision", After, isSame: false),
            .. Of(PerContract, "per contract", After, isSame: false), .. Of(InTotal, "in total", After, isSame: false),
            .. Of(Consulting, "after consulting", Anywhere), .. Of(PerhapsConsulting, "after consulting", Anywhere, isSame: false),
            .. Of(Approval, "after approval of", Anywhere), .. Of(PerhapsApproval, "after approval of", Anywhere, isSame: false),
            .. Of(Recommendation, "after recommendation of", Anywhere), .. Of(Jointly, "jointly with", Anywhere, isSame: false),
            .. Of(Power, "with power to delegate", Anywhere), .. Of(NoPower, "without power to delegate", Anywhere),
            .. Of(When, "when", Anywhere, isSame: false, Declare), .. Of(Facts, "", Anywhere, isSame: false, Declare), .. Of(Budgets, "", Anywhere, isSame: false, Money),
            .. Of(Except, "except", Anywhere), .. Of(From, "from", Anywhere), .. Of(Until, "until", Anywhere),
            .. Of(["until further notice", "for the time being"], "", Anywhere, isSame: false, "without `until` a sentence counts until another takes its place: leave this out"),
            .. Of(Reporting, "reporting to", Anywhere), .. Of(Ratified, "ratified by", Anywhere), .. Of(AsDelegated, "", Anywhere, isSame: false, Giver),
            .. Of(["or above", "or more senior", "or a more senior officer"], "", Anywhere, isSame: false, "name each post that may decide: `to A or B`"),
            .. Of(["without limit", "without any limit", "with no limit", "of any value", "any value", "of any amount", "with no upper limit", "up to any amount", "in any amount"], "any amount", Anywhere),
            .. Of(["and/or"], "", Anywhere, isSame: false, "write `A or B` where either may act alone, `A jointly with B` where they must act together"),
        ];
    }

    // The language writes the letters large, as the law does; on paper they are often small.
    private static string[] InAnyCase(string[] words, string own) =>
        [.. words, own, .. words.Select(one => one.Replace("VAT", "vat", StringComparison.Ordinal)).Except(words)];

    private static IEnumerable<Colloquial> Of(string[] words, string instead, ColloquialPlace place, bool isSame = true, string advice = "") =>
        words.Select(one => new Colloquial(one, instead, place, isSame, advice));
}
