using DelegationLang.Emit.Html.Map;
using DelegationLang.Emit.Html.Site;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>The decision map: who decides what, on one sheet.</summary>
internal sealed class MapPages
{
    /// <summary>The file of the map.</summary>
    public const string List = "map.html";

    // So many statements make a map that is still one page.
    private const int MostEntries = 600;

    private const int CardsInRow = 5;
    private const int LinesOnPage = 250;
    private const int RowsOnPage = 200;

    private readonly PageContext context;
    private readonly MapEntries entries;
    private readonly MapLines lines;
    private readonly BodyCards bodies;
    private readonly PlaceColumns places;
    private readonly MoneyTables money;

    public MapPages(PageContext context)
    {
        this.context = context;
        entries = context.Entries;
        lines = new MapLines(context, entries);
        bodies = new BodyCards(context, entries, lines);
        places = new PlaceColumns(context, entries, lines);
        money = new MoneyTables(context, entries, lines, bodies);
    }

    /// <summary>What the map says.</summary>
    public MapEntries Entries => entries;

    /// <summary>The map: one page, or for a scheme that is too large for a sheet an overview and a page for each part.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        if (entries.All.Count <= MostEntries)
        {
            return [() => Page(new PageDraft(List, "Who decides what"), Top().Concat(Rest()))];
        }

        Part[] parts = [.. Parts()];
        string[] files = [.. Enumerable.Range(0, parts.Length + 1).Select(part => SiteAddresses.Numbered("map", part))];
        return Enumerable.Range(0, files.Length).Select(number => (Func<PageDraft>)(() =>
        {
            var draft = new PageDraft(files[number], number == 0 ? "Who decides what" : "Who decides what: " + parts[number - 1].Name) { Parts = files, Part = number };
            return number == 0 ? Page(draft, Top().Append(Overview(parts, files))) : Page(draft, parts[number - 1].Bands());
        }));
    }

    private PageDraft Page(PageDraft draft, IEnumerable<MapBandView> bands) => draft with
    {
        Area = List,
        Style = "who-decides",
        Map = new MapView(draft.Part == 0 ? [.. Lead()] : [], [.. bands.Where(band => band.Items.Count + band.Rows.Count + band.Tables.Count > 0)]),
        Lines = draft.Part > 0 ? [] : [Ways()],
    };

    private LineView Ways()
    {
        LineBuilder line = new LineBuilder().Add(new Segment("How authority comes down, from whom to whom", NetworkPages.List));
        return (LevelPages.Has(context, entries) ? line.Text(" · ").Add(new Segment("Who decides at which level", LevelPages.List)) : line).ToLine("ways");
    }

    private IEnumerable<LineView> Lead()
    {
        var words = new TermLines(context);
        yield return LineBuilder.Of("Read from the top. Each body or post decides what stands beside it; what is above its limit goes to whoever stands above" + (money.Nobody().Count > 0 ? ", unless nobody may decide it, which is listed below" : "") + ". In brackets is what must be so, or come first. Short numbers are references, and lead to the sentences.");
        foreach (DelegationStatement statement in entries.Residual)
        {
            LineBuilder line = new LineBuilder().Add(new Segment("Not listed?") { IsStrong = true }).Text(" ").AddLine(words.Holders(statement.Holders)).Text(" decides");
            foreach (LineView bound in words.Bounds(statement))
            {
                line.Text(" ").AddLine(bound);
            }

            yield return line.Each(lines.References(statement)).ToLine("residual");
        }

        if (entries.Residual.Count == 0 && entries.Acting.Count > 0)
        {
            yield return new LineBuilder().Add(new Segment("Not listed?") { IsStrong = true }).Text(" It stays with ").List(entries.Acting.Select(party => context.PartyLink(party)), "or").ToLine("residual");
        }
    }

    private IEnumerable<MapBandView> Top() => [new MapBandView("map-top", "At the top", "map-top", [], Rows([.. bodies.Above(), .. bodies.Board()], 3), [])];

    private IEnumerable<MapBandView> Rest() => [Bodies(bodies.Bodies()), Places(places.Columns()), Posts(null) is var posts ? posts with { Tables = [.. posts.Tables, .. money.Nobody(), .. money.Advice()] } : posts];

    private static MapBandView Bodies(IReadOnlyList<MapCardView> cards) => new("map-bodies", "Bodies of the whole organisation, and other organisations", "map-bodies", [], Rows(cards, CardsInRow), []);

    private MapBandView Places(IReadOnlyList<MapCardView> columns) =>
        new("map-places", places.Places.Count == 1 ? "The place" : "The places", "map-places", columns.Count == 0 ? [] : places.SharedItems, Rows(columns, CardsInRow), []);

    private MapBandView Posts(Func<PartySymbol?, bool>? isWanted) => new("map-money", "Money and posts", "map-money", [], [], [.. money.Money(isWanted), .. money.Others(isWanted)]);

    private static MapBandView Advice(TableView table) => new("map-advice", table.Caption, "map-parts", [], [], [table]);

    // The parts of a map that is too large for a sheet: bodies, places, and posts by the head that they report to.
    private IEnumerable<Part> Parts()
    {
        foreach (MapCardView[] cards in ByWeight(bodies.Bodies()))
        {
            yield return new Part(cards[0].Heading.Words + (cards.Length > 1 ? " to " + cards[^1].Heading.Words : ""), "bodies", cards.Length, () => [Bodies(cards)]);
        }

        foreach (MapCardView[] columns in ByWeight(places.Columns()))
        {
            yield return new Part(Wording.List([.. columns.Select(column => column.Heading.Words)]), "places", columns.Length, () => [Places(columns)]);
        }

        foreach ((string name, HashSet<object> heads, int rows) in HeadsTogether())
        {
            yield return new Part(name, "decisions", rows, () => [Posts(head => heads.Contains(head ?? (object)""))]);
        }

        foreach (TableView table in money.Nobody().Concat(money.Advice()))
        {
            foreach (RowView[] rows in table.Rows.Chunk(RowsOnPage * 2))
            {
                yield return new Part(table.Caption == "Advice and deputies" ? "advice and deputies" : "what nobody may decide", "lines", rows.Length, () => [Advice(table with { Rows = rows })]);
            }
        }
    }

    // Boxes by pages, so that none has many more lines than another.
    private static IEnumerable<MapCardView[]> ByWeight(IReadOnlyList<MapCardView> cards)
    {
        var page = new List<MapCardView>();
        int lines = 0;
        foreach (MapCardView card in cards)
        {
            int own = 1 + card.Groups.Sum(group => group.Items.Count) + card.Ladders.Sum(ladder => ladder.Rungs.Sum(rung => rung.Items.Count));
            if (page.Count > 0 && lines + own > LinesOnPage)
            {
                yield return [.. page];
                page.Clear();
                lines = 0;
            }

            page.Add(card);
            lines += own;
        }

        if (page.Count > 0)
        {
            yield return [.. page];
        }
    }

    // Heads with few decisions share a page.
    private IEnumerable<(string Name, HashSet<object> Heads, int Rows)> HeadsTogether()
    {
        var together = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var names = new List<string>();
        int rows = 0;
        foreach ((PartySymbol? head, int count) in money.Heads())
        {
            if (rows > 0 && rows + count > RowsOnPage)
            {
                yield return (Named(names), together, rows);
                together = new HashSet<object>(ReferenceEqualityComparer.Instance);
                names = [];
                rows = 0;
            }

            together.Add(head ?? (object)"");
            names.Add(head?.DisplayName ?? "other posts");
            rows += count;
        }

        if (rows > 0)
        {
            yield return (Named(names), together, rows);
        }

        static string Named(List<string> names) => names.Count <= 3 ? Wording.List([.. names]) : names[0] + " to " + names[^1];
    }

    private MapBandView Overview(Part[] parts, string[] files)
    {
        var table = new TableBuilder("The rest of the map", "Part", "What it has") { Style = "map-table" };
        for (int i = 0; i < parts.Length; i++)
        {
            table.Row("", [LineBuilder.Of(new Segment(KindWords.Capital(parts[i].Name), files[i + 1]))], LineBuilder.Lines(parts[i].Count > 0 ? FormattableString.Invariant($"{parts[i].Count} {parts[i].What}") : ""));
        }

        return new MapBandView("map-parts", "Bodies, places and posts", "map-parts", [], [], table.ToTables());
    }

    private static IReadOnlyList<MapRowView> Rows(IReadOnlyList<MapCardView> cards, int most) => [.. cards.Chunk(most).Select(row => new MapRowView(row, [.. Enumerable.Repeat("", Math.Min(most, cards.Count) - row.Length)]))];

    // A part of a large map: its name, how much of what it has, and its bands.
    private sealed record Part(string Name, string What, int Count, Func<IEnumerable<MapBandView>> Bands);
}
