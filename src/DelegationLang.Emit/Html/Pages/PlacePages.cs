using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>A page for each place: everybody who acts there, by authority of the place or of everywhere, and the sentences that hold there alone.</summary>
internal sealed class PlacePages(PageContext context)
{
    /// <summary>The file of the list.</summary>
    public const string List = "places.html";

    private readonly AuthorityTables authorities = new(context);
    private readonly PlaceAuthorities found = new(context);

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
                [.. found.Of(place).Select(party => LineBuilder.Of(context.PartyLink(party.Key)))]);
        }

        return draft with { Heading = "Places", Lines = LineBuilder.Lines(found.IsAnyEverywhere ? "Here stands who acts by authority of the place, or of one that it lies within. Those that act everywhere act in each place too: its page names them." : ""), Sections = [new SectionView("places", "All places", new ContentView { Tables = table.ToTables() }, [])] };
    }

    private PageDraft Page(PlaceSymbol place)
    {
        var sections = new List<SectionView>();
        int index = context.Publication.Index.IndexOf(place);
        IGrouping<int, AuthorityRow>[] acting = [.. found.Of(place)];
        PartView[] here = [.. Parts("at-", acting, index)];
        if (acting.Length > 0)
        {
            sections.Add(new SectionView("parties", "Who acts here", new ContentView { Lines = [.. Keeping(acting)] }, here));
        }

        if (found.IsAnyEverywhere)
        {
            sections.Add(Everywhere(place, index));
        }

        if (context.Sentences.Of(found.LineOf(place).SelectMany(at => context.Index.At[at]).Distinct()) is { Count: > 0 } sentences)
        {
            sections.Add(new SectionView("sentences", "Sentences that hold here", new ContentView { Sentences = sentences }, []));
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
                .. LineBuilder.Lines(acting.Length == 0 ? "No authority of this scheme is of this place alone: those that act everywhere act here too." : "First stands what is of this place, or of one that it lies within; then who acts everywhere, and so here too."),
            ],
            Sections = sections,
        };
    }

    // What each may decide; of a large scheme what it decides in some case, for what it may decide although others do stands on its own page.
    private IEnumerable<PartView> Parts(string prefix, IEnumerable<IGrouping<int, AuthorityRow>> parties, int place)
    {
        foreach (IGrouping<int, AuthorityRow> party in parties)
        {
            AuthorityRow[] deciding = [.. party.Where(row => !context.Addresses.IsLarge || row.Terms.Claim != AuthorityClaim.May)];
            if (deciding.Length > 0)
            {
                string id = context.Publication.Index.Party(party.Key) is { } symbol ? context.Publication.Ids.Of(symbol) : party.Key.ToString(System.Globalization.CultureInfo.InvariantCulture);
                yield return new PartView(
                    prefix + id,
                    context.Definition.Parties[party.Key].Name,
                    new ContentView { Lines = [About(party.Key)], Tables = authorities.AtPlace(party.Key, place, deciding) },
                    []);
            }
        }
    }

    private IEnumerable<LineView> Keeping(IEnumerable<IGrouping<int, AuthorityRow>> parties)
    {
        Segment[] keeping = !context.Addresses.IsLarge ? [] : [.. parties.Where(party => party.Any(row => row.Terms.Claim == AuthorityClaim.May)).Select(party => context.PartyLink(party.Key))];
        return keeping.Length == 0 ? [] : [new LineBuilder().Text("By authority that they keep, these may decide although others do: ").List(keeping).Text(". Their pages say what.").ToLine()];
    }

    // Of a large scheme the names: what each of them may decide stands on its own page, and would be told again for every place.
    private SectionView Everywhere(PlaceSymbol place, int index)
    {
        var content = new ContentView { Lines = LineBuilder.Lines("Their authority is not of a place.") };
        if (found.IsToldInFull)
        {
            IGrouping<int, AuthorityRow>[] parties = [.. found.Everywhere(place)];
            return new SectionView("everywhere", "Who acts everywhere, and so here too", content with { Lines = [.. content.Lines, .. Keeping(parties)] }, [.. Parts("everywhere-", parties, index)]);
        }

        var table = new TableBuilder("Who acts everywhere, and so at " + place.DisplayName, "Who", "What it may decide");
        foreach ((int party, int subjects) in found.CountsEverywhere(place))
        {
            table.Row("", [LineBuilder.Of(context.PartyLink(party))], [LineBuilder.Of(FormattableString.Invariant($"{subjects} functions and matters, in some case: its page tells them"))]);
        }

        return new SectionView("everywhere", "Who acts everywhere, and so here too", content with { Tables = table.ToTables() }, []);
    }

    private LineView About(int party) => context.Publication.Index.Party(party) is { } symbol
        ? new LineBuilder().AddLine(KindWords.Of(context, symbol)).Text(". ").Add(new Segment("All about " + symbol.DisplayName, context.Addresses.Of(symbol))).ToLine()
        : LineBuilder.Of(context.PartyLink(party));
}
