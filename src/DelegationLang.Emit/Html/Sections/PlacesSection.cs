using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Sections;

/// <summary>Places, what they lie within, and the parties whose authority is confined to them.</summary>
internal static class PlacesSection
{
    public static SectionView? Build(PageContext context)
    {
        var table = new TableBuilder("Places", "Place", "Within", "Parties confined to it");
        ILookup<PlaceSymbol, PartySymbol> parties = context.ShownOf<PartySymbol>().SelectMany(party => party.At.Select(place => (place, party))).ToLookup(pair => pair.place, pair => pair.party);
        foreach (PlaceSymbol place in context.ShownOf<PlaceSymbol>())
        {
            table.Row(
                context.Publication.Ids.Of(place),
                [LineBuilder.Of(place.DisplayName), .. KindWords.CommonLines(context, place)],
                place.Parent is { } parent ? [LineBuilder.Of(context.Link(parent))] : [new LineBuilder().List(place.Owners.Select(context.Link)).ToLine()],
                [.. parties[place].Select(party => LineBuilder.Of(context.Link(party)))]);
        }

        IReadOnlyList<TableView> tables = table.ToTables();
        return tables.Count == 0 ? null : new SectionView("places", "Places", new ContentView { Tables = tables }, []);
    }
}
