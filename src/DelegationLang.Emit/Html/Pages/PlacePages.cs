using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>A page for each place: who acts there, and what holds there alone.</summary>
internal sealed class PlacePages(PageContext context)
{
    /// <summary>The file of the list.</summary>
    public const string List = "places.html";

    private readonly AuthorityTables authorities = new(context);
    private readonly StatementTables statements = new(context);
    private readonly ILookup<PlaceSymbol, PartySymbol> parties = context.ShownOf<PartySymbol>()
        .SelectMany(party => party.At.Select(place => (Place: place, Party: party))).ToLookup(pair => pair.Place, pair => pair.Party);

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
                [.. parties[place].Select(party => LineBuilder.Of(context.Link(party)))]);
        }

        return draft with { Heading = "Places", Sections = [new SectionView("places", "All places", new ContentView { Tables = table.ToTables() }, [])] };
    }

    private PageDraft Page(PlaceSymbol place)
    {
        var sections = new List<SectionView>();
        PartView[] here =
        [
            .. parties[place].Select(party => new PartView(
                "at-" + context.Publication.Ids.Of(party),
                party.DisplayName,
                new ContentView
                {
                    Lines = [new LineBuilder().AddLine(KindWords.Of(context, party)).Text(". ").Add(new Segment("All about " + party.DisplayName, context.Addresses.Of(party))).ToLine()],
                    Tables = party.HeldBy is null && context.Publication.Index.IndexOf(party) is >= 0 and var index ? authorities.Of(index) : [],
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
                .. here.Length == 0 ? LineBuilder.Lines("No body or post of this scheme is confined to it: those that act everywhere act here too.") : [],
            ],
            Sections = sections,
        };
    }
}
