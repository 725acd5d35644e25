using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Who decides a subject, in each run of days: what is so in every case once, then a row for each case, place by place and from small amounts to large.</summary>
internal sealed class SubjectAuthority(PageContext context)
{
    private readonly AuthorityLines lines = new(context);

    /// <summary>What decides whether two subjects are treated alike.</summary>
    public static string KeyOf(AuthorityOfSubject subject) =>
        string.Join('\n', subject.Rows.Select(row => row.Terms.Key + Key(row.Days)).Concat(subject.Gaps.Select(gap => gap.Reason + Key(gap.Days))));

    private static string Key(DateRange days) => FormattableString.Invariant($" {days.First.DayNumber} {days.Last.DayNumber} ");

    /// <summary>Who decides: a table for each run of days that rows have in common, a row for each case.</summary>
    /// <param name="what">The subject, in words.</param>
    /// <param name="subject">Its lines of the table of authority.</param>
    public ContentView Of(string what, AuthorityOfSubject subject) => new()
    {
        Lines =
        [
            .. LineBuilder.Lines(subject.Gaps.Select(gap => $"Nobody may decide {what}{PartyFacts.DaysAfter(gap.Days)}: {gap.Reason}.")),
            .. LineBuilder.Lines(subject.IsCutShort ? $"There are too many cases of {what} to tell all of them apart." : ""),
        ],
        Tables = [.. Deciding(subject).GroupBy(row => context.WithinLife(row.Days)).OrderBy(run => run.Key.First).SelectMany(run => Table(what, [.. run], run.Key))],
    };

    /// <summary>Who may decide it though somebody else does, because authority is kept above whoever it is passed on to; nothing for nobody. In a large scheme only who: what, stands on their pages.</summary>
    public IReadOnlyList<LineView> Kept(AuthorityOfSubject subject) =>
        context.Addresses.IsLarge ? Keeping(subject)
        : [.. subject.Rows.Where(row => row.Terms.Claim == AuthorityClaim.May).SelectMany(row => lines.Of(row, withParty: true, withSubject: false))];

    private IReadOnlyList<LineView> Keeping(AuthorityOfSubject subject)
    {
        Segment[] parties = [.. subject.Rows.Where(row => row.Terms is { Claim: AuthorityClaim.May, ActsThrough: < 0 }).Select(row => row.Terms.Party).Distinct().Select(context.PartyLink)];
        return parties.Length == 0 ? [] : [new LineBuilder().List(parties).ToLine()];
    }

    /// <summary>By what authority those decide: the law, and under it each sentence that passes it on, once; nothing where all is held by law.</summary>
    public IReadOnlyList<TreeView> Chains(IEnumerable<AuthorityOfSubject> subjects)
    {
        var roots = new List<Node>();
        AuthorityRow[] rows = [.. subjects.SelectMany(Deciding)];
        foreach (AuthorityRow row in Array.TrueForAll(rows, row => row.Terms.Rules.IsEmpty) ? [] : rows)
        {
            List<Node> level = roots;
            foreach (ChainLink link in context.Authorities.Describe(row).Chain)
            {
                Node? node = level.Find(known => known.Link == link);
                if (node is null)
                {
                    level.Add(node = new Node(link, []));
                }

                level = node.Below;
            }
        }

        return [.. roots.Select(Shown)];
    }

    private static IEnumerable<AuthorityRow> Deciding(AuthorityOfSubject subject) => subject.Rows.Where(row => row.Terms.Claim != AuthorityClaim.May);

    private IReadOnlyCollection<string> Conditions(AuthorityRow row) => context.Authorities.Describe(row).Conditions;

    // What all rows have in common stands above them, once.
    private IReadOnlyList<TableView> Table(string what, AuthorityRow[] rows, DateRange days)
    {
        string[] always = [.. Conditions(rows[0]).Where(condition => Array.TrueForAll(rows, row => Conditions(row).Contains(condition)))];
        string common = string.Join(", ", [.. always, .. days == DateRange.Always ? Array.Empty<string>() : [Wording.Days(days)]]);
        var table = new TableBuilder("Who decides " + what + (common.Length > 0 ? ", " + common : ""), "Who", "How much", "Where", "If", "First, and afterwards", "By");
        foreach ((AuthorityRow row, int place) in rows.SelectMany(row => Places(row).Select(place => (Row: row, Place: place))).OrderBy(told => Order(told.Row, told.Place)))
        {
            Add(table, row, place, always);
        }

        return table.ToTables();
    }

    // Place by place, everywhere else after them; of a place from small amounts to large, and from whoever is farthest down the chain. Exceptional powers last.
    private static (bool IsExceptional, bool IsElsewhere, int Place, decimal To, int Rules, decimal From) Order(AuthorityRow row, int place) => (
        row.Terms.IsExceptional,
        place < 0 && !row.Terms.NotAt.IsEmpty,
        place,
        row.Terms.Amounts.Select(amount => amount.To ?? decimal.MaxValue).DefaultIfEmpty(decimal.MaxValue).Max(),
        -row.Terms.Rules.Length,
        -row.Terms.Amounts.Select(amount => amount.From ?? 0).DefaultIfEmpty(0).Min());

    // The places that a line holds for, by index, and -1 for everywhere else.
    private static IEnumerable<int> Places(AuthorityRow row) => row.Terms.IsElsewhere ? [.. row.Terms.Places, -1] : row.Terms.Places;

    private void Add(TableBuilder table, AuthorityRow row, int place, string[] always)
    {
        Authority authority = context.Authorities.Describe(row);
        (ClaimView? Claim, string Limit)[] told = [.. lines.Told(row, place)];
        LineView[] terms = [.. AuthorityTables.Terms(authority), .. LineBuilder.Lines(KindWords.Capital(row.Terms.Reason)), .. context.DayMark(row.Days) is { } mark ? [LineBuilder.Of(mark)] : Array.Empty<LineView>()];
        LineView[] by = authority.Chain.IsEmpty ? [] : [LineBuilder.Of(ChainLines.Sentence(context, authority.Chain[^1]))];
        if (told.Length > 1)
        {
            // Of several limits that must all be met each is a statement of its own.
            AuthorityRow here = place >= 0 ? row : row with { Terms = row.Terms with { Places = [] } };
            table.Row((ClaimView?)null, context.WithinLife(row.Days), [.. lines.Of(here, withParty: true, withSubject: false, place)], [], [], [], terms, by);
            return;
        }

        table.Row(
            told.Length == 1 ? told[0].Claim : null,
            context.WithinLife(row.Days),
            [Who(row, authority)],
            LineBuilder.Lines(told.Select(line => line.Limit)),
            Where(row, authority, place),
            LineBuilder.Lines(string.Join(", ", authority.Conditions.Where(condition => !always.Contains(condition)))),
            terms,
            by);
    }

    private LineView Who(AuthorityRow row, Authority authority)
    {
        if (row.Terms.Party < 0)
        {
            return LineBuilder.Of("Nobody may decide");
        }

        bool isReserved = row.Terms.Claim == AuthorityClaim.Reserved;
        LineBuilder line = new LineBuilder().Add(context.PartyLink(row.Terms.Party)).Text(isReserved ? " has it reserved to it" : " " + authority.Verb)
            .Text(authority.Company.Length > 0 ? " " + authority.Company : "")
            .Text(authority.ActsThrough.Length > 0 ? "; " + authority.ActsThrough + " acts for it" : "")
            .Text(authority.IsExceptional ? ", by an exceptional power" : "")
            .Text(authority.IsUnderContract ? ", under a contract" : "");
        return line.ToLine();
    }

    private LineView[] Where(AuthorityRow row, Authority authority, int place)
    {
        string but = authority.NotAt.IsEmpty ? "" : "at " + Wording.List(authority.NotAt);
        return place >= 0 ? [new LineBuilder().Add(context.PlaceLink(place)).Text(!row.Terms.IsElsewhere && but.Length > 0 ? ", but not " + but : "").ToLine()]
            : but.Length > 0 ? [LineBuilder.Of("anywhere but " + but)]
            : [];
    }

    private TreeView Shown(Node node) => new(ChainLines.Of(context, node.Link), [.. node.Below.Select(Shown)]);

    private sealed record Node(ChainLink Link, List<Node> Below);
}
