using DelegationLang.Emit.Html.Map;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Who decides each function at which level: above the organisation, in the whole of it, in each place, and in parts of places.</summary>
internal sealed class LevelPages
{
    /// <summary>The file of the first page.</summary>
    public const string List = "levels.html";

    private const int RowsOnPage = 200;

    // More places than these stand in tables of their own.
    private const int PlacesInTable = 6;

    private readonly PageContext context;
    private readonly MapEntries entries;
    private readonly MapLines lines;
    private readonly int[] places;

    public LevelPages(PageContext context, MapEntries entries)
    {
        this.context = context;
        this.entries = entries;
        lines = new MapLines(context, entries);
        places = [.. entries.All.SelectMany(entry => entry.Row.Terms.Places).Where(place => context.Publication.Index.Place(place)?.Parent is null).Distinct().Order()];
    }

    /// <summary>The pages; none for a scheme in which all is decided at one level.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        TableSubject[] functions = [.. entries.Subjects.Where(subject => subject.Matter < 0 && context.Definition.Subjects[subject.Function].Kind == SubjectKind.Function && !IsAsItsParent(subject))];
        return !Has(context, entries) ? [] : ListPages.Of("levels", functions, RowsOnPage, Page);
    }

    /// <summary>Whether some function is decided at a place, so that there are such pages.</summary>
    public static bool Has(PageContext context, MapEntries entries) => entries.All.Any(entry => entry.Subjects.Any(subject => subject.Matter < 0 && context.Definition.Subjects[subject.Function].Kind == SubjectKind.Function)
        && entry.Row.Terms.Places.Any(place => context.Publication.Index.Place(place)?.Parent is null));

    private PageDraft Page(IReadOnlyList<TableSubject> functions, PageDraft draft)
    {
        var tables = new List<TableView>();
        foreach (int[] some in places.Chunk(PlacesInTable))
        {
            bool isFirst = tables.Count == 0;
            string[] columns = ["Function", .. isFirst ? (string[])["Other organisations", "The whole organisation"] : [], .. some.Select(place => context.Definition.Places[place].Name), "Parts of these places"];
            string caption = "Who decides each function at which level" + (isFirst ? "" : ": " + context.Definition.Places[some[0]].Name + " and other places");
            var table = new TableBuilder(caption, columns) { Style = "matrix-table levels", IsFilterable = isFirst };
            foreach (TableSubject function in functions)
            {
                MapEntry[] all = [.. entries.Of(function).Where(entry => !entry.Words.IsExceptional)];
                List<IReadOnlyList<LineView>> cells = [[.. Name(function)]];
                if (isFirst)
                {
                    cells.Add([.. all.Where(entry => entry.Row.Terms.Places.IsEmpty && !IsOwn(entry)).Select(entry => Cell(entry, function))]);
                    cells.Add([.. all.Where(entry => entry.Row.Terms.Places.IsEmpty && IsOwn(entry)).Select(entry => Cell(entry, function)), .. Reasons(all)]);
                }

                cells.AddRange(some.Select(place => (IReadOnlyList<LineView>)[.. all.Where(entry => entry.Row.Terms.Places.Contains(place)).OrderByDescending(entry => entry.Ceiling).Select(entry => Cell(entry, function, place))]));
                cells.Add([.. all.SelectMany(entry => entry.Row.Terms.Places.Where(place => IsPartOf(place, some)).Select(place => Inner(entry, function, place)))]);
                if (isFirst || cells.Skip(1).Any(cell => cell.Count > 0))
                {
                    table.Row("", [.. cells]);
                }
            }

            tables.AddRange(table.ToTables());
        }

        return draft with
        {
            Heading = "Who decides at which level",
            Area = MapPages.List,
            Style = "matrix",
            Lines =
            [
                .. LineBuilder.Lines("Functions down the side, and across the top the levels at which they are decided. A function that is decided as the one that it is part of has no row of its own."),
                .. ResidualClauses.Of(context).Select(statement => new LineBuilder().Text("What is not here is decided by ").AddLine(new TermLines(context).Holders(statement.Holders)).Text(", as all other matters are.").ToLine()),
            ],
            Sections = [new SectionView("levels", "Functions by level", new ContentView { Tables = tables }, [])],
        };
    }

    private IEnumerable<LineView> Name(TableSubject function)
    {
        yield return LineBuilder.Of(context.SubjectLink(function.Function));
        if (entries.Parent(function.Function) is >= 0 and var parent)
        {
            yield return LineBuilder.Of("within " + context.Definition.Subjects[parent].Name, "note");
        }
    }

    // Why it is kept where it is: the notes of the sentences that keep it.
    private IEnumerable<LineView> Reasons(IEnumerable<MapEntry> all) => all.Where(entry => entry.Row.Terms.Claim == AuthorityClaim.Reserved)
        .Select(entry => entry.Statement(context)).OfType<Statement>().Distinct().SelectMany(statement => statement.Terms.Notes).Select(note => LineBuilder.Of(note, "note"));

    private LineView Cell(MapEntry entry, TableSubject function, int place = -1)
    {
        string? where = entry.IsElsewhereOnly && Array.TrueForAll(places, one => entry.Row.Terms.NotAt.Contains(one)) ? "where it is for none of these places" : null;
        LineView line = lines.Item(entry, withSubjects: false, party: context.PartyLink(entry.Party), at: place, of: function, where: where).Line;
        return entry.Row.Terms.Claim == AuthorityClaim.Reserved ? line with { Segments = [new Segment("Reserved", IsMark: true), new Segment(" "), .. line.Segments] } : line with { Style = "" };
    }

    private LineView Inner(MapEntry entry, TableSubject function, int place) =>
        new LineBuilder().Add(context.PlaceLink(place)).Text(": ").AddLine(Cell(entry, function, place)).ToLine();

    private bool IsOwn(MapEntry entry) => context.Publication.Index.Party(entry.Party) is { } party && entries.IsOwn(party);

    private bool IsPartOf(int place, int[] some) => context.Publication.Index.Place(place) is { Parent: not null } inner
        && some.Any(outer => context.Publication.Index.Place(outer) is { } symbol && inner.IsWithin(symbol));

    private bool IsAsItsParent(TableSubject subject) => entries.Parent(subject.Function) is >= 0 and var parent && entries.Of(new TableSubject(parent, -1)) is var above && above.Count > 0
        && above.SequenceEqual(entries.Of(subject));
}
