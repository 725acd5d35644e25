using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>The table that boards know: functions and matters down the side, parties across, in each cell what the one has to do with the other.</summary>
internal sealed class MatrixPages(PageContext context)
{
    /// <summary>The file of the first page.</summary>
    public const string List = "matrix.html";

    private const int RowsOnPage = 300;
    private const int MostColumns = 60;

    private readonly MatrixCells cells = new(context);

    private readonly Lazy<Dictionary<PartySymbol, int>> order = new(() => MatrixRows.Columns(context, _ => true).Select((party, i) => (party, i)).ToDictionary(pair => pair.party, pair => pair.i));

    /// <summary>The pages; none for a scheme without a subject.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        MatrixRow[] rows = [.. MatrixRows.Of(context)];
        bool isGrouped = context.ShownOf<PartySymbol>().Skip(MostColumns).Any();
        return rows.Length == 0 ? []
            : isGrouped ? ListPages.Of("matrix", MatrixRows.Families(context, rows), RowsOnPage, Grouped)
            : ListPages.Of("matrix", rows, RowsOnPage, Whole);
    }

    private PageDraft Whole(IReadOnlyList<MatrixRow> subjects, PageDraft draft)
    {
        MatrixLine[] lines = [.. subjects.Select(cells.Line)];
        var spokenOf = new HashSet<PartySymbol>(lines.SelectMany(line => line.Cells.Keys), ReferenceEqualityComparer.Instance);
        PartySymbol[] columns = MatrixRows.Columns(context, spokenOf.Contains);
        var table = new TableBuilder("Who has to do with what", ["Subject", .. columns.Select(party => party.DisplayName)]) { Style = "matrix-table whole", IsFilterable = true };
        for (int i = 0; i < lines.Length; i++)
        {
            table.Row("", [[lines[i].Name, LineBuilder.Of(SubjectPages.Word(subjects[i].Subject), "note")], .. columns.Select(lines[i].Of)]);
        }

        return Page(
            draft,
            "Functions and matters down the side, and across the top the bodies and posts that have to do with them. “Decides” is said of whoever decides in some case, “may decide” of whoever keeps authority above them, and “no part” of those who may not decide, alone or with others, and are not asked. A cell is empty where neither can be said: of a title whose post has a column of its own, and of what has too many cases to tell all of them apart.",
            table);
    }

    // More parties than a table can hold side by side: a column for organisations, for bodies and for posts, in which each is named.
    private PageDraft Grouped(IReadOnlyList<MatrixFamily> families, PageDraft draft)
    {
        var table = new TableBuilder("Who has to do with what", "Subject", "Organisations", "Bodies", "Posts") { Style = "matrix-table whole grouped", IsFilterable = true };
        foreach (MatrixFamily family in families)
        {
            MatrixLine line = cells.Line(family);
            table.Row(
                "",
                [line.Name, LineBuilder.Of(SubjectPages.Word(family.Row.Subject), "note")],
                Named(line, party => party.IsOrganisation),
                Named(line, party => party.IsGroup && !party.IsOrganisation),
                Named(line, party => !party.IsGroup && !party.IsOrganisation));
        }

        return Page(
            draft,
            "Functions and matters down the side. Across the top organisations, bodies and posts: “decides” is said of whoever decides in some case. Whoever keeps authority above them may decide too" + (context.Addresses.IsLarge ? ": the page of each function or matter names them." : "."),
            table);
    }

    private PageDraft Page(PageDraft draft, string lead, TableBuilder table) => draft with
    {
        Heading = "The scheme as a matrix",
        Style = "matrix whole",
        Scripts = ["assets/matrix.js"],
        Lines =
        [
            .. LineBuilder.Lines(lead, "A budget stands for the functions that it covers. The page of each function or matter says the rest: the steps, the duties and the sentences."),
            .. Downloads.OfMatrix(context),
        ],
        Sections = [new SectionView("matrix", "Functions, matters and budgets", new ContentView { Tables = [.. table.ToTables().Select(view => view with { IsFramed = true })] }, [])],
    };

    private IReadOnlyList<LineView> Named(MatrixLine line, Func<PartySymbol, bool> isMeant) =>
    [
        .. line.Cells.Keys.Where(isMeant).OrderBy(party => order.Value[party])
            .SelectMany(party => line.Cells[party].Where(cell => !context.Addresses.IsLarge || cell.Claim?.Claim != "may").Select(cell => cell with { Segments = [context.Link(party), new Segment(": "), .. cell.Segments] })),
    ];
}
