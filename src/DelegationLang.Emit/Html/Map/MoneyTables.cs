using System.Collections.Immutable;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Map;

/// <summary>The tables of the decision map: who signs for how much, who decides the rest, and who advises and stands in.</summary>
internal sealed class MoneyTables(PageContext context, MapEntries entries, MapLines lines, BodyCards bodies)
{
    private const int MostRungs = 6;

    // A table of more rungs takes the whole width.
    private const int MostBesideOthers = 3;

    // The rows by who heads the part of the organisation to which they belong.
    private readonly Lazy<(Ladder Row, PartySymbol? Head)[]> rows = new(() => [.. Ladders(entries, bodies).Select(row => (row, HeadOf(context, row)))]);

    /// <summary>Whoever heads a part of the organisation, with the posts below them, and how many rows begin with one of these; none for posts that report to nobody.</summary>
    public IReadOnlyList<(PartySymbol? Head, int Rows)> Heads() => [.. rows.Value.GroupBy(row => row.Head).Select(head => (head.Key, head.Count()))];

    /// <summary>Decisions by amount: who signs first, who then, and who above that.</summary>
    /// <param name="isWanted">For whose part of the organisation; none for all.</param>
    public IReadOnlyList<TableView> Money(Func<PartySymbol?, bool>? isWanted = null) => [.. Money(Rows(isWanted).Where(row => row.IsByAmount))];

    /// <summary>Decisions of posts in which no amount plays a part.</summary>
    /// <param name="isWanted">For whose part of the organisation; none for all.</param>
    public IReadOnlyList<TableView> Others(Func<PartySymbol?, bool>? isWanted = null)
    {
        var table = new TableBuilder("Other decisions", "What", "Who decides") { Style = "map-table" };
        foreach (Ladder row in Rows(isWanted).Where(row => !row.IsByAmount))
        {
            table.Row("", Span(row.Entries), [lines.Subjects(row.Subjects)], [.. row.Entries.Select(entry => lines.Item(entry, withSubjects: false, party: context.PartyLink(entry.Party), of: row.Subjects[0]).Line with { Style = "" })]);
        }

        return table.ToTables();
    }

    /// <summary>Who advises, recommends, oversees and is consulted, and who stands in for whom.</summary>
    public IReadOnlyList<TableView> Advice()
    {
        var table = new TableBuilder("Advice and deputies", "Who", "What") { Style = "map-table" };
        var words = new TermLines(context);
        foreach (PartySymbol party in context.ShownOf<PartySymbol>().Where(party => party.IsRole || !party.At.IsEmpty))
        {
            LineView[] part = [.. Involvements.LinesFor(context, party)];
            if (part.Length > 0)
            {
                table.Row("", [LineBuilder.Of(context.Link(party))], part);
            }
        }

        foreach (DeputyStatement statement in context.Model.Deputies.Where(context.Publication.IsEffective))
        {
            if (statement.Deputy is { } deputy)
            {
                table.Row("", [LineBuilder.Of(context.Link(deputy))], [Involvements.Deputising(context, words, statement)]);
            }
        }

        return table.ToTables();
    }

    /// <summary>What nobody may decide, though it is above or beside what somebody may, and why.</summary>
    public IReadOnlyList<TableView> Nobody()
    {
        var table = new TableBuilder("What nobody may decide", "What", "When that is so", "Why") { Style = "map-table" };
        AuthorityOfSubject[] all = [.. MatrixRows.Of(context).Select(row => row.Found).DistinctBy(found => (found.Function, found.Matter))];
        foreach (IGrouping<(string, DateRange), AuthorityRow> alike in all.SelectMany(found => found.Rows).Where(row => row.Terms.Claim == AuthorityClaim.Nobody).GroupBy(row => (row.Terms.Key, row.Days)))
        {
            AuthorityRow first = alike.First();
            Add(alike.Select(row => new TableSubject(row.Function, row.Matter)), first.Days, context.Authorities.Describe(first).Bounds, first.Terms.Reason);
        }

        // What nobody holds at all is no part of the scheme.
        foreach (IGrouping<AuthorityGap, (TableSubject Subject, AuthorityGap Gap)> alike in all.Where(found => found.Rows.Any(row => row.Terms.Party >= 0)).SelectMany(found => found.Gaps.Select(gap => (Subject: new TableSubject(found.Function, found.Matter), Gap: gap))).GroupBy(pair => pair.Gap))
        {
            Add(alike.Select(pair => pair.Subject), alike.Key.Days, "", alike.Key.Reason);
        }

        return table.ToTables();

        void Add(IEnumerable<TableSubject> subjects, DateRange days, string bounds, string reason)
        {
            string when = string.Join(", ", ((string[])[bounds.Trim(), Wording.Days(context.WithinLife(days))]).Where(part => part.Length > 0));
            table.Row("", days, [lines.Subjects([.. subjects])], LineBuilder.Lines(when.Length > 0 ? KindWords.Capital(when) : "Always"), LineBuilder.Lines(KindWords.Capital(reason)));
        }
    }

    private IEnumerable<TableView> Money(IEnumerable<Ladder> all)
    {
        Ladder[] rows = [.. all];
        if (rows.Length == 0)
        {
            return [];
        }

        int most = Math.Min(MostRungs, rows.Max(row => row.Rungs.Count));
        string[] columns = ["Decision", .. Enumerable.Range(0, most).Select(i => i == 0 ? "First" : "Then"), "Above that"];
        var table = new TableBuilder("Money: who signs for how much", columns) { Style = most > MostBesideOthers ? "map-table money whole" : "map-table money" };
        foreach (Ladder row in rows)
        {
            // More rungs than there are columns share the last.
            string[] counts = [.. row.Entries.Where(entry => entry.TurnsOnAmount).Select(MapLines.Counts).Distinct()];
            string said = counts is [var only] ? only : "";
            IReadOnlyList<LineView>[] cells = [.. Enumerable.Range(0, most).Select(i => Cell(row, (i == most - 1 ? row.Rungs.Skip(i) : row.Rungs.Skip(i).Take(1)).SelectMany(rung => rung), said))];
            LineView what = new LineBuilder().AddLine(lines.Subjects(row.Subjects)).Text(said).ToLine();
            table.Row("", Span(row.Entries), [[what], .. cells, Cell(row, row.Top, said)]);
        }

        return table.ToTables();
    }

    // What each party may sign: those entries of a party together, each a line of its own.
    private IReadOnlyList<LineView> Cell(Ladder row, IEnumerable<MapEntry> some, string said) =>
    [
        .. some.GroupBy(entry => entry.Party).SelectMany(party => party.OrderBy(entry => entry.Row.Days.First).ThenBy(entry => entry.Floor))
            .Select(entry => lines.Item(entry, withSubjects: false, party: context.PartyLink(entry.Party), amount: lines.Amount(entry, row.IsNext(entry), said), of: row.Subjects[0]).Line),
    ];

    private static DateRange Span(IEnumerable<MapEntry> some) => new(some.Min(entry => entry.Row.Days.First), some.Max(entry => entry.Row.Days.Last));

    private IEnumerable<Ladder> Rows(Func<PartySymbol?, bool>? isWanted) => rows.Value.Where(row => isWanted is null || isWanted(row.Head)).Select(row => row.Row);

    // A row for subjects that the same entries decide: not those that are of a place, nor what the boxes of bodies say in full.
    private static IEnumerable<Ladder> Ladders(MapEntries entries, BodyCards bodies) => entries.Subjects
        .GroupBy(subject => string.Join(',', entries.Of(subject).Select(entry => entry.Row.Terms.Key + Wording.Days(entry.Row.Days)).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
        .Select(alike => new Ladder([.. alike], [.. entries.Of(alike.First()).Where(entry => !entry.Words.IsExceptional)]))
        .Where(row => row.Entries.Count > 0 && !row.Entries.Any(entry => entry.IsPlaced) && row.Entries.Any(entry => !bodies.HasCard(entry.Party)));

    // Of whoever signs first: the post below the top one to which, over others, they report.
    private static PartySymbol? HeadOf(PageContext context, Ladder row)
    {
        PartySymbol? post = row.Rungs.SelectMany(rung => rung).Concat(row.Entries).Select(entry => context.Publication.Index.Party(entry.Party)).FirstOrDefault(party => party is { IsRole: true });
        var seen = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance);
        while (post is not null && seen.Add(post) && post.ReportsTo is [{ IsRole: true } above, ..] && above.ReportsTo is [{ IsRole: true }, ..])
        {
            post = above;
        }

        return post;
    }

    // The decisions of some subjects, from the lowest amount up.
    private sealed class Ladder
    {
        public Ladder(IReadOnlyList<TableSubject> subjects, IReadOnlyList<MapEntry> entries)
        {
            Subjects = subjects;
            Entries = Distinct([.. entries.OrderBy(entry => entry.Floor).ThenBy(entry => entry.Ceiling).ThenBy(entry => entry.Row.Days.First)]);
            IsByAmount = Entries.Any(entry => entry.TurnsOnAmount);
            HashSet<int> tops = IsByAmount ? [.. Entries.Where(entry => !entry.IsLimited).Select(entry => entry.Party)] : [];
            bool isAllTop = Entries.All(entry => tops.Contains(entry.Party));

            // Where a table has a gap, whoever signs above it may sign below it too, up to a limit like anybody else.
            Top = [.. Entries.Where(entry => !isAllTop && tops.Contains(entry.Party) && !IsBelowGap(entry))];
            Rungs =
            [
                .. Entries.Where(entry => !Top.Contains(entry)).GroupBy(entry => entry.Party)
                    .GroupBy(signer => signer.Max(entry => entry.Ceiling)).OrderBy(rung => rung.Key)
                    .Select(rung => (IReadOnlyList<MapEntry>)[.. rung.OrderBy(signer => signer.Min(entry => entry.Floor)).SelectMany(Joined)]),
            ];
        }

        public IReadOnlyList<TableSubject> Subjects { get; }

        public IReadOnlyList<MapEntry> Entries { get; }

        public bool IsByAmount { get; }

        // From the lowest amount up: whoever may sign up to it.
        public IReadOnlyList<IReadOnlyList<MapEntry>> Rungs { get; }

        // Whoever signs for any amount.
        public IReadOnlyList<MapEntry> Top { get; }

        /// <summary>Whether an entry begins where that of another signer ends, so that its lower end goes without saying.</summary>
        public bool IsNext(MapEntry entry) => entry.Floor > 0 && Entries.Any(other => other.Ceiling == entry.Floor);

        // Whether all that this signer may sign without limit begins above this limit.
        private bool IsBelowGap(MapEntry entry) =>
            IsByAmount && entry.IsLimited && Entries.All(other => other.Party != entry.Party || other.IsLimited || other.Floor > entry.Ceiling);

        // A limit that stays while what is below it changes is told once.
        private IEnumerable<MapEntry> Joined(IEnumerable<MapEntry> signer)
        {
            MapEntry? last = null;
            foreach (MapEntry entry in signer)
            {
                if (last is not null && last.Row.Days.HasLast && last.Row.Days.Last.AddDays(1) == entry.Row.Days.First && (entry.Floor == 0 || IsNext(entry)) && (last.Floor == 0 || IsNext(last))
                    && last.Words.Conditions.SequenceEqual(entry.Words.Conditions) && last.Row.Terms.Rules.SequenceEqual(entry.Row.Terms.Rules) && Narrower(last, entry) is { } narrower)
                {
                    last = last with { Row = narrower with { Days = new DateRange(last.Row.Days.First, entry.Row.Days.Last) } };
                    continue;
                }

                if (last is not null)
                {
                    yield return last;
                }

                last = entry;
            }

            if (last is not null)
            {
                yield return last;
            }
        }

        // Of two lines with the same upper ends the one that begins higher, which holds on the days of both; none where neither does.
        private static AuthorityRow? Narrower(MapEntry one, MapEntry other)
        {
            ImmutableArray<AmountInterval> first = one.Row.Terms.Amounts, second = other.Row.Terms.Amounts;
            if (!first.Select(WithoutFrom).SequenceEqual(second.Select(WithoutFrom)))
            {
                return null;
            }

            return first.Zip(second).All(pair => BeginsNoLower(pair.First, pair.Second)) ? one.Row
                : first.Zip(second).All(pair => BeginsNoLower(pair.Second, pair.First)) ? other.Row
                : null;

            static AmountInterval WithoutFrom(AmountInterval amount) => amount with { From = null, IsFromIncluded = false };
            static bool BeginsNoLower(AmountInterval amount, AmountInterval than) => than.From is null || amount.From > than.From || (amount.From == than.From && (than.IsFromIncluded || !amount.IsFromIncluded));
        }

        // People who act together are told once, by the first of them who says it.
        private static MapEntry[] Distinct(MapEntry[] all)
        {
            var told = new HashSet<string>(StringComparer.Ordinal);
            return [.. all.Where(entry => entry.Words.Groups.IsEmpty || entry.Words.Groups.Count(group => told.Add(string.Join('+', group.Order(StringComparer.Ordinal)) + entry.Words.Bounds + Wording.Days(entry.Row.Days))) > 0)];
        }
    }
}
