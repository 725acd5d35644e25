using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Lines of the table of authority by place. Made once for all pages of places.</summary>
internal sealed class PlaceAuthorities
{
    // So many lines, the pages of all places together, are told in full.
    private const int MostLines = 20_000;

    private readonly PageContext context;
    private readonly Lazy<AuthorityRow[]> everywhere;
    private readonly Lazy<ILookup<int, AuthorityRow>> byPlace;
    private readonly Lazy<ILookup<int, AuthorityRow>> everywhereByPlaceNamed;
    private readonly Lazy<(int Party, AuthorityRow[] Rows, int Subjects)[]> everywhereByParty;

    public PlaceAuthorities(PageContext context)
    {
        this.context = context;
        everywhere = new Lazy<AuthorityRow[]>(() => [.. All().Where(row => row.Terms.IsElsewhere)]);
        byPlace = new Lazy<ILookup<int, AuthorityRow>>(() => All()
            .SelectMany(row => row.Terms.Places.Select(place => (Place: place, Row: row)))
            .ToLookup(pair => pair.Place, pair => pair.Row));
        everywhereByPlaceNamed = new Lazy<ILookup<int, AuthorityRow>>(() => everywhere.Value
            .SelectMany(row => row.Terms.NotAt.Concat(row.Terms.Places).Distinct().Select(place => (Place: place, Row: row)))
            .ToLookup(pair => pair.Place, pair => pair.Row));
        everywhereByParty = new Lazy<(int, AuthorityRow[], int)[]>(() => [.. ByParty(everywhere.Value).Select(party => (party.Key, party.ToArray(), SubjectsIn(party)))]);
    }

    /// <summary>Whether anybody acts everywhere.</summary>
    public bool IsAnyEverywhere => everywhere.Value.Length > 0;

    /// <summary>Whether the page of each place tells all that those decide who act everywhere.</summary>
    public bool IsToldInFull => (long)everywhere.Value.Length * context.Definition.Places.Length <= MostLines;

    /// <summary>What is of a place, or of one that it lies within, by party: of these the nearest that is told apart counts.</summary>
    public IEnumerable<IGrouping<int, AuthorityRow>> Of(PlaceSymbol place)
    {
        var found = new List<AuthorityRow>();
        var line = new List<int>();
        foreach (int at in IndexesOf(place))
        {
            found.AddRange(byPlace.Value[at].Where(row => !line.Exists(nearer => row.Terms.NotAt.Contains(nearer) || row.Terms.Places.Contains(nearer))));
            line.Add(at);
        }

        return ByParty(found);
    }

    /// <summary>What is so everywhere and so at a place too, by party.</summary>
    public IEnumerable<IGrouping<int, AuthorityRow>> Everywhere(PlaceSymbol place)
    {
        HashSet<AuthorityRow> otherwise = OtherwiseAt(place);
        return ByParty(everywhere.Value.Where(row => !otherwise.Contains(row)));
    }

    /// <summary>Of how many functions and matters each party that acts everywhere decides some case, and so at a place too.</summary>
    public IEnumerable<(int Party, int Subjects)> CountsEverywhere(PlaceSymbol place)
    {
        HashSet<AuthorityRow> otherwise = OtherwiseAt(place);
        HashSet<int> parties = [.. otherwise.Select(row => row.Terms.Party)];
        foreach ((int party, AuthorityRow[] rows, int subjects) in everywhereByParty.Value)
        {
            // Most is so at every place: only where something is not is it counted again.
            int count = parties.Contains(party) ? SubjectsIn(rows.Where(row => !otherwise.Contains(row))) : subjects;
            if (count > 0)
            {
                yield return (party, count);
            }
        }
    }

    /// <summary>A place, and those that it lies within.</summary>
    public IEnumerable<PlaceSymbol> LineOf(PlaceSymbol place) => IndexesOf(place).Select(context.Publication.Index.Place).OfType<PlaceSymbol>();

    private IEnumerable<int> IndexesOf(PlaceSymbol place)
    {
        for (int at = context.Publication.Index.IndexOf(place); at >= 0; at = context.Definition.Places[at].Parent)
        {
            yield return at;
        }
    }

    // What is so everywhere but there, where something nearer is told apart.
    private HashSet<AuthorityRow> OtherwiseAt(PlaceSymbol place) => new(IndexesOf(place).SelectMany(at => everywhereByPlaceNamed.Value[at]), ReferenceEqualityComparer.Instance);

    private static int SubjectsIn(IEnumerable<AuthorityRow> rows) => rows.Select(row => (row.Function, row.Matter)).Distinct().Count();

    private static IEnumerable<IGrouping<int, AuthorityRow>> ByParty(IEnumerable<AuthorityRow> rows) => rows.GroupBy(row => row.Terms.Party).OrderBy(party => party.Key);

    private IEnumerable<AuthorityRow> All() => Enumerable.Range(0, context.Definition.Parties.Length).SelectMany(context.Authorities.OfParty);
}
