using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>A page for each place: who acts there, and what holds there alone.</summary>
internal sealed class PlacePages(PageContext context)
{
    /// <summary>The file of the list.</summary>
    public const string List = "places.html";

    private readonly AuthorityTables authorities = new(context);
    private readonly StatementTables statements = new(context);
    private readonly Lazy<ILookup<int, AuthorityRow>> rows = new(() => Enumerable.Range(0, context.Definition.Parties.Length)
        .SelectMany(context.Authorities.OfParty)
        .SelectMany(row => row.Terms.Places.Select(place => (Place: place, Row: row)))
        .ToLookup(pair => pair.Place, pair => pair.Row));

    /// <summary>The list and the page of each place; nothing for a scheme without places.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        PlaceSymbol[] places = [.. context.ShownOf<PlaceSymbol>()];
        if (places.Length == 0)
        {
            yield break;
        }

        foreach (Func<PageDraft> page in ListPages.Of("places", places, ListPages.Rows, Index))
        {
            yield return page;
        }

        foreach (PlaceSymbol place in places)
        {
            yield return () => Page(place);
        }
    }

    private PageDraft Index(IReadOnlyList<PlaceSymbol> places, PageDraft draft)
    {
        var table = new TableBuilder("Places, and who acts there", "Place", "Within", "Who acts there");
        foreach (PlaceSymbol place in places)
        {
            table.Row(
                "",
                place.Lifetime,
                [LineBuilder.Of(context.Link(place)), .. KindWords.CommonLines(context, place)],
                place.Parent is { } parent ? [LineBuilder.Of(context.Link(parent))] : [new LineBuilder().List(place.Owners.Select(context.Link)).ToLine()],
                [.. Here(place).Select(party => LineBuilder.Of(context.PartyLink(party.Key)))]);
        }

        return draft with { Heading = "Places", Sections = [new SectionView("places", "All places", new ContentView { Tables = table.ToTables() }, [])] };
    }

    private PageDraft Page(PlaceSymbol place)
    {
        var sections = new List<SectionView>();
        int index = context.Publication.Index.IndexOf(place);
        PartView[] here =
        [
            .. Here(place).Select(party => new PartView(
                "at-" + (context.Publication.Index.Party(party.Key) is { } symbol ? context.Publication.Ids.Of(symbol) : party.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                context.Definition.Parties[party.Key].Name,
                new ContentView
                {
                    Lines = [About(party.Key)],
                    Tables = authorities.AtPlace(party.Key, index, party),
                },
                [])),
        ];
        if (here.Length > 0)
        {
            sections.Add(new SectionView("parties", "Who acts here", new ContentView(), here));
        }

        if (statements.Of("Sentences that hold at " + place.DisplayName, context.Index.At[place]) is { Count: > 0 } tables)
        {
            sections.Add(new SectionView("sentences", "Sentences that hold here", new ContentView { Tables = tables }, []));
        }

        FactView[] facts = [.. KindWords.Common(context, place)];
        PlaceSymbol[] within = [.. context.ShownOf<PlaceSymbol>().Where(other => other.Parent == place)];
        if (within.Length > 0)
        {
            facts = [.. facts, new FactView("Includes", [new LineBuilder().List(within.Select(context.Link)).ToLine()])];
        }

        if (facts.Length > 0)
        {
            sections.Add(new SectionView("about", "About it", new ContentView { Facts = facts }, []));
        }

        return new PageDraft(context.Addresses.FileOf(place), place.DisplayName)
        {
            Kicker = "Place",
            Area = List,
            Above = [new Segment("Places", List)],
            Lines =
            [
                KindWords.Of(context, place),
                LineBuilder.Of(new Segment("Ask who decides something here", "index.html#where=" + Uri.EscapeDataString(place.DisplayName)), "ask-link"),
                .. LineBuilder.Lines(here.Length == 0 ? "No authority of this scheme is of this place alone: those that act everywhere act here too." : "Here stands what is of this place, or of one that it lies within. Those that act everywhere act here too: their pages say what they may decide."),
            ],
            Sections = sections,
        };
    }

    // What is of the place, or of one that it lies within: of these the nearest that is told apart counts.
    private IEnumerable<IGrouping<int, AuthorityRow>> Here(PlaceSymbol place)
    {
        var found = new List<AuthorityRow>();
        var line = new List<int>();
        for (int at = context.Publication.Index.IndexOf(place); at >= 0; at = context.Definition.Places[at].Parent)
        {
            found.AddRange(rows.Value[at].Where(row => !line.Exists(nearer => row.Terms.NotAt.Contains(nearer) || row.Terms.Places.Contains(nearer))));
            line.Add(at);
        }

        return found.GroupBy(row => row.Terms.Party).OrderBy(party => party.Key);
    }

    private LineView About(int party) => context.Publication.Index.Party(party) is { } symbol
        ? new LineBuilder().AddLine(KindWords.Of(context, symbol)).Text(". ").Add(new Segment("All about " + symbol.DisplayName, context.Addresses.Of(symbol))).ToLine()
        : LineBuilder.Of(context.PartyLink(party));
}
