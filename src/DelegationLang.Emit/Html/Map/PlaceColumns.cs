using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Map;

/// <summary>Places as columns, each with who signs for how much there. What all places share is said once above them; places that are alike share a column.</summary>
internal sealed class PlaceColumns
{
    // A place with more ladders than these takes the room of two.
    private const int MostNarrow = 2;

    // An amount of so many letters is not broken into lines.
    private const int LongestInLine = 20;

    private readonly PageContext context;
    private readonly MapEntries entries;
    private readonly MapLines lines;
    private readonly int[] places;
    private readonly ILookup<int, MapEntry> byPlace;
    private readonly Lazy<List<MapItemView>> sharedItems;
    private readonly Dictionary<Statement, Shared> shared = new(ReferenceEqualityComparer.Instance);

    public PlaceColumns(PageContext context, MapEntries entries, MapLines lines)
    {
        this.context = context;
        this.entries = entries;
        this.lines = lines;
        byPlace = entries.All.Where(entry => !entry.Words.IsExceptional).SelectMany(entry => entry.Row.Terms.Places.Select(place => (Place: place, Entry: entry))).ToLookup(pair => pair.Place, pair => pair.Entry);
        places = [.. Enumerable.Range(0, context.Definition.Places.Length).Where(place => context.Publication.Index.Place(place) is { Parent: null } symbol && context.Shown.Contains(symbol) && (At(place).Any() || Within(place).Any()))];
        FindShared();
        sharedItems = new Lazy<List<MapItemView>>(FindSharedItems);
    }

    /// <summary>The places that have a column, by index.</summary>
    public IReadOnlyList<int> Places => places;

    /// <summary>What is said once for all columns.</summary>
    public IReadOnlyList<MapItemView> SharedItems => sharedItems.Value;

    private List<MapItemView> FindSharedItems()
    {
        var items = new List<MapItemView>();
        foreach ((Statement statement, Shared common) in shared)
        {
            LineBuilder line = new LineBuilder().AddLine(lines.Subjects(common.Subjects));
            string[] terms = [.. common.Conditions, .. common.Days is { } days && context.WithinLife(days) is var within && within != DateRange.Always ? (string[])[Wording.Days(within)] : []];
            line.Text(terms.Length > 0 ? ": " + string.Join(", ", terms) : "");
            if (common.Alike is { } alike)
            {
                line.Text(terms.Length > 0 ? "; " : ": ").Text("the place's " + Neutral(alike.Party, PlaceOf(alike)));
                line.Text(lines.Amount(alike) is { Length: > 0 } ? " " : "").Add(new Segment(lines.Amount(alike)) { IsStrong = true });
                line.Text(common.AlikeAt.Count < places.Length ? ", unless its column says otherwise" : "");
            }

            items.Add(new MapItemView(lines.Told(line.Each(lines.References(statement)).ToLine(), statement)));
        }

        // What holds at all places alike, whoever decides: most often what comes back when a condition is not met.
        foreach (MapEntry entry in entries.All.Where(entry => entry.Row.Terms.Places.Length > 1 && IsEverywhereHere(entry)))
        {
            items.Add(lines.Item(entry, party: context.PartyLink(entry.Party), at: entry.Row.Terms.Places[0]));
        }

        // What is decided for no place, at other places, or on other days, by whoever has no box in which it stands.
        HashSet<TableSubject> placed = [.. entries.All.Where(entry => !entry.Row.Terms.Places.IsEmpty).SelectMany(entry => entry.Subjects)];
        MapEntry[] rest =
        [
            .. entries.All.Where(entry => entry.Row.Terms.Places.IsEmpty && !entry.Words.IsExceptional && (entry.IsPlaced || entry.Subjects.Any(placed.Contains)))
                .Where(entry => entries.Acting.Contains(entry.Party) || context.Publication.Index.Party(entry.Party) is not { IsRole: false }),
        ];
        foreach (int party in rest.Where(IsForNone).Select(entry => entry.Party).Distinct())
        {
            items.Add(new MapItemView(new LineBuilder().Add(context.PartyLink(party)).Text(": whatever is for none of these places").ToLine()));
        }

        items.AddRange(rest.Where(entry => !IsForNone(entry) && entry.Row.Terms.Claim != AuthorityClaim.Reserved).Select(entry => lines.Item(entry, party: context.PartyLink(entry.Party))));

        // Whatever is not for these places, without a further bound, by whoever acts for the organisation.
        bool IsForNone(MapEntry entry) => entries.Acting.Contains(entry.Party) && entry.IsElsewhereOnly && !entry.TurnsOnAmount && entry.Words.Conditions.IsEmpty && Array.TrueForAll(places, place => entry.Row.Terms.NotAt.Contains(place));
        return items;
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<MapCardView> Columns()
    {
        var columns = new List<MapCardView>();
        foreach (IGrouping<string, int> alike in places.GroupBy(Likeness))
        {
            int first = alike.First();
            LineBuilder heading = new LineBuilder().List(alike.Select(context.PlaceLink));
            LineView[] about = alike.Count() > 1 ? [] : [.. Budget(first)];
            IReadOnlyList<MapLadderView> ladders = Ladders(first);
            columns.Add(new MapCardView("map-" + (context.Publication.Index.Place(first) is { } place ? context.Publication.Ids.Of(place) : ""), heading.ToLine(), ladders.Count > MostNarrow ? "place wide" : "place", about, [], ladders));
        }

        return columns;
    }

    private IEnumerable<MapEntry> At(int place) => byPlace[place];

    // The places within another in which somebody decides something.
    private IEnumerable<int> Within(int place) => context.Publication.Index.Place(place) is not { } outer ? [] : context.ShownOf<PlaceSymbol>()
        .Where(inner => inner != outer && inner.IsWithin(outer)).Select(inner => context.Publication.Index.IndexOf(inner)).Where(inner => inner >= 0 && At(inner).Any());

    private bool IsEverywhereHere(MapEntry entry) => places.Length > 1 && Array.TrueForAll(places, place => entry.Row.Terms.Places.Contains(place));

    private int PlaceOf(MapEntry entry) => entry.Row.Terms.Places.IsEmpty ? -1 : entry.Row.Terms.Places[0];

    // A sentence that gives the same to a body of each place is said once, with what is common to all that comes of it.
    private void FindShared()
    {
        var top = new HashSet<int>(places);
        MapEntry[] single = [.. entries.All.Where(entry => entry.Row.Terms.Places.Length == 1 && top.Contains(entry.Row.Terms.Places[0]))];
        ILookup<int, MapEntry> byRule = single.SelectMany(entry => entry.Row.Terms.Rules.Distinct().Select(rule => (Rule: rule, Entry: entry))).ToLookup(pair => pair.Rule, pair => pair.Entry);
        foreach (Statement statement in single.Select(entry => entry.Statement(context)).OfType<DelegationStatement>().Distinct())
        {
            int rule = context.Publication.Index.RuleOf(statement);
            MapEntry[] own = [.. byRule[rule].Where(entry => entry.Row.Terms.Rules[^1] == rule)];
            if (own.Select(PlaceOf).Distinct().Count() < 2)
            {
                continue;
            }

            MapEntry[] all = [.. byRule[rule]];
            string[] conditions = [.. all[0].Words.Conditions.Where(condition => all.All(entry => entry.Words.Conditions.Contains(condition)))];
            DateRange? days = all.All(entry => entry.Row.Days == all[0].Row.Days) ? all[0].Row.Days : null;

            // Where most places have one body that decides all of it, that is said once, and only the others have it in their columns.
            var common = new Shared([.. all.SelectMany(entry => entry.Subjects).Distinct().Order(Comparer<TableSubject>.Create((a, b) => (a.Matter, a.Function).CompareTo((b.Matter, b.Function))))], conditions, days);
            string[] ways = [.. places.Select(place => Way(all.Where(entry => entry.Row.Terms.Places.Contains(place))))];
            string most = ways.GroupBy(way => way).OrderByDescending(way => way.Count()).First().Key;
            int first = Array.IndexOf(ways, most);
            MapEntry[] alike = [.. all.Where(entry => entry.Row.Terms.Places.Contains(places[first]))];
            if (alike.Length == 1 && ways.Count(way => way == most) * 2 > places.Length)
            {
                common.Alike = alike[0];
                common.AlikeAt.UnionWith(places.Where((_, i) => ways[i] == most));
            }

            shared.Add(statement, common);
        }
    }

    // What the entries of one place say, without its name.
    private string Way(IEnumerable<MapEntry> some) => string.Join('\n', some.Select(entry => string.Join(
        '|', Neutral(entry.Party, PlaceOf(entry)), lines.Amount(entry), string.Join(',', entry.Words.Conditions), string.Join(',', entry.Words.Steps), Wording.Days(entry.Row.Days), string.Join(',', entry.Subjects), entry.Words.Company)).Order(StringComparer.Ordinal));

    private IReadOnlyList<MapLadderView> Ladders(int place)
    {
        var ladders = new List<MapLadderView>();
        MapEntry[] here = [.. At(place).Where(entry => !IsEverywhereHere(entry))];
        foreach (IGrouping<object, MapEntry> group in here.GroupBy(entry => (object?)Root(entry) ?? string.Join(',', entry.Subjects)).OrderBy(group => group.Key is Statement ? 0 : 1))
        {
            Shared? common = group.Key is Statement root ? shared[root] : null;
            if (common?.AlikeAt.Contains(place) == true)
            {
                continue;
            }

            TableSubject[] all = [.. (common?.Subjects ?? group.SelectMany(entry => entry.Subjects)).Distinct()];
            MapRungView[] rungs = [.. Rungs([.. group], common, all, place)];
            ladders.Add(new MapLadderView(new LineBuilder().AddLine(lines.Subjects(all)).Text(Counts(group)).ToLine(), rungs));
        }

        foreach (int inner in Within(place))
        {
            MapRungView[] rungs = [.. At(inner).OrderByDescending(entry => entry.Ceiling).Select(entry => new MapRungView(RungAmount(entry, entry.TurnsOnAmount, ""), "", [Line(entry, null, [], inner)]))];
            ladders.Add(new MapLadderView(LineBuilder.Of(context.PlaceLink(inner)), rungs));
        }

        return ladders;
    }

    // Rungs of the ladder from the highest amount down: one for each amount, and in it a line for each party.
    private IEnumerable<MapRungView> Rungs(MapEntry[] group, Shared? common, TableSubject[] all, int place)
    {
        IEnumerable<MapEntry> merged = group
            .GroupBy(entry => (entry.Party, entry.Row.Terms.Claim, Top: RungAmount(entry, isLadder: true, ""), string.Join('|', entry.Words.Conditions), string.Join('|', entry.Words.Steps), entry.Words.Company, entry.Row.Days, entry.Statement(context)))
            .Select(alike => alike.First() with { Subjects = [.. alike.SelectMany(entry => entry.Subjects)] });
        bool isLadder = group.Any(entry => entry.TurnsOnAmount);
        string counts = Counts(group);
        foreach (IGrouping<string, MapEntry> rung in merged.OrderByDescending(entry => entry.Ceiling == decimal.MaxValue && entry.Floor == 0 && isLadder ? -1 : entry.Ceiling).ThenBy(entry => entry.Floor).GroupBy(entry => RungAmount(entry, isLadder, counts)))
        {
            yield return new MapRungView(rung.Key, (rung.First().Ceiling == decimal.MaxValue ? "top" : "") + (rung.Key.Length <= LongestInLine ? " short" : ""), [.. rung.Select(entry => Line(entry, common, all, place))]);
        }
    }

    private MapItemView Line(MapEntry entry, Shared? common, TableSubject[] all, int place)
    {
        bool isAll = new HashSet<TableSubject>(entry.Subjects).Count >= all.Length;
        return lines.Item(
            entry,
            withSubjects: !isAll || all.Length == 0,
            party: context.PartyLink(entry.Party) with { Text = context.Publication.Index.Party(entry.Party) is { } symbol && entries.IsOwn(symbol) ? Neutral(entry.Party, place) : context.Definition.Parties[entry.Party].Name },
            said: common?.Conditions,
            saidDays: common?.Days,
            at: place,
            amount: "",
            subjects: all.Length == 0 ? null : lines.Subjects(entry.Subjects, all));
    }

    // What the amounts of a ladder count; empty where they differ.
    private static string Counts(IEnumerable<MapEntry> group) => group.Where(entry => entry.TurnsOnAmount).Select(MapLines.Counts).Distinct().ToArray() is [var only] ? only : "";

    // An upper end says all: what is below it goes to the next rung.
    private string RungAmount(MapEntry entry, bool isLadder, string counts)
    {
        string amount = lines.Amount(entry, isUpperAlone: entry.Ceiling != decimal.MaxValue, counts);
        return isLadder && !entry.TurnsOnAmount ? "any amount" + amount : amount;
    }

    // The sentence that all places share and that this entry rests on; none where there is none.
    private Statement? Root(MapEntry entry) => entry.Row.Terms.Rules.Select(rule => context.Publication.Index.Rules[rule]).FirstOrDefault(shared.ContainsKey);

    // A name without that of the place.
    private string Neutral(int party, int place) => Neutral(context.Definition.Parties[party].Name, place);

    private string Neutral(string name, int place)
    {
        string without = place < 0 ? name : name.Replace(context.Definition.Places[place].Name, "", StringComparison.OrdinalIgnoreCase).Trim(' ', ',', '-', '(', ')');
        return without.Length == 0 ? name : KindWords.Capital(without);
    }

    private string Likeness(int place) => Way(At(place).Where(entry => !IsEverywhereHere(entry)))
        + "\n" + string.Join('\n', Within(place));

    // The sums of the budgets of a place.
    private IEnumerable<LineView> Budget(int place) => context.ShownOf<SubjectSymbol>()
        .Where(budget => budget.IsBudget && budget.At is [var at] && at == context.Publication.Index.Place(place) && !budget.Worth.IsEmpty)
        .Select(budget => new LineBuilder().Add(context.Link(budget) with { Text = Neutral(budget.DisplayName, place) }).Text(" " + Wording.Amount(budget.Worth[^1].Value, budget.Worth[^1].Currency)).ToLine("note"));

    // What a sentence gives to the body of each place.
    private sealed record Shared(IReadOnlyList<TableSubject> Subjects, IReadOnlyList<string> Conditions, DateRange? Days)
    {
        /// <summary>What one of the places has where most have the same; none where they differ.</summary>
        public MapEntry? Alike { get; set; }

        /// <summary>The places that have it so.</summary>
        public HashSet<int> AlikeAt { get; } = [];
    }
}
