using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>The table that boards know: functions and matters down the side, parties across, in each cell what the one has to do with the other.</summary>
internal sealed class MatrixPages(PageContext context)
{
    /// <summary>The file of the first page.</summary>
    public const string List = "matrix.html";

    private const int RowsOnPage = 300;
    private const int MostInOneTable = 60;
    private const int MostColumns = 8;
    private const int MostDenseColumns = 13;
    private const int MostRows = 40;

    private readonly MatrixCells cells = new(context);

    /// <summary>The pages; none for a scheme without a subject.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        MatrixRow[] rows = [.. MatrixRows.Of(context)];
        return rows.Length == 0 ? [] : ListPages.Of("matrix", rows, RowsOnPage, Page);
    }

    private PageDraft Page(IReadOnlyList<MatrixRow> subjects, PageDraft draft)
    {
        MatrixLine[] lines = [.. subjects.Select(cells.Line)];
        var spokenOf = new HashSet<PartySymbol>(lines.SelectMany(line => line.Cells.Keys), ReferenceEqualityComparer.Instance);
        PartySymbol[] columns = MatrixRows.Columns(context, spokenOf.Contains);
        bool isWhole = columns.Length <= MostInOneTable;
        IReadOnlyList<SectionView> sections = isWhole ? Whole(subjects, lines, columns) : Parts(subjects, lines);
        return draft with
        {
            Heading = "The scheme as a matrix",
            Style = isWhole ? "matrix whole" : "matrix",
            Scripts = isWhole ? ["assets/matrix.js"] : [],
            Lines =
            [
                .. LineBuilder.Lines(
                    "Functions and matters down the side, and across the top the bodies and posts that have to do with them. “Decides” is said of whoever decides in some case, “may decide” of whoever keeps authority above them, and “no part” of those who may not decide, alone or with others, and are not asked. A cell is empty where neither can be said: of a title whose post has a column of its own, and of what has too many cases to tell all of them apart.",
                    "A budget stands for the functions that it covers. The page of each function or matter says the rest: the steps, the duties and the sentences."),
                .. Downloads.OfMatrix(context),
            ],
            Sections = sections,
            HasContents = sections.Count > 1,
        };
    }

    // One table, which moves within its frame.
    private static IReadOnlyList<SectionView> Whole(IReadOnlyList<MatrixRow> subjects, MatrixLine[] lines, PartySymbol[] columns)
    {
        var table = new TableBuilder("Who has to do with what", ["Subject", .. columns.Select(party => party.DisplayName)]) { Style = "matrix-table whole", IsFilterable = true };
        for (int i = 0; i < lines.Length; i++)
        {
            table.Row("", [[lines[i].Name, LineBuilder.Of(SubjectPages.Word(subjects[i].Subject), "note")], .. columns.Select(lines[i].Of)]);
        }

        return [new SectionView("matrix", "Functions, matters and budgets", new ContentView { Tables = [.. table.ToTables().Select(view => view with { IsFramed = true })] }, [])];
    }

    // More parties than a table can hold: tables of rows that share a few columns.
    private List<SectionView> Parts(IReadOnlyList<MatrixRow> subjects, MatrixLine[] lines)
    {
        var sections = new List<SectionView>();
        foreach (IGrouping<string, int> group in Enumerable.Range(0, lines.Length).GroupBy(i => Group(subjects[i].Subject), StringComparer.Ordinal))
        {
            var tables = new List<TableView>();
            var block = new Block();
            foreach (MatrixLine row in group.Select(i => lines[i]))
            {
                if (!block.Takes(row))
                {
                    tables.AddRange(Table(group.Key, block, tables.Count));
                    block = new Block();
                }

                block.Add(row);
            }

            tables.AddRange(Table(group.Key, block, tables.Count));
            sections.Add(new SectionView("matrix-" + Naming.Slug.Of(group.Key), group.Key, new ContentView { Tables = tables }, []));
        }

        return sections;
    }

    private static string Group(SubjectSymbol subject) => subject.IsFunction ? "Functions" : subject.IsMatter ? "Matters" : "Budgets";

    private IEnumerable<TableView> Table(string group, Block block, int number)
    {
        PartySymbol[] all = MatrixRows.Columns(context, block.Columns.Contains);
        foreach (PartySymbol[] columns in all.Chunk(MostDenseColumns))
        {
            string caption = group + ": who has to do with what" + (number == 0 ? "" : FormattableString.Invariant($", part {number + 1}"));
            var table = new TableBuilder(caption, ["Subject", .. columns.Select(party => party.DisplayName)])
            {
                Style = columns.Length > MostColumns ? "matrix-table dense" : "matrix-table",
                IsFilterable = number == 0,
            };
            foreach (MatrixLine row in block.Rows.Where(row => columns.Length == all.Length || columns.Any(row.Cells.ContainsKey)))
            {
                table.Row("", [[row.Name], .. columns.Select(party => row.Of(party))]);
            }

            number++;
            foreach (TableView view in table.ToTables())
            {
                yield return view;
            }
        }
    }

    // Rows that share so few columns that the table stays readable.
    private sealed class Block
    {
        public List<MatrixLine> Rows { get; } = [];

        public HashSet<PartySymbol> Columns { get; } = new(ReferenceEqualityComparer.Instance);

        public bool Takes(MatrixLine row)
        {
            int more = row.Cells.Keys.Count(party => !Columns.Contains(party));
            return Rows.Count == 0 || (Rows.Count < MostRows && (more == 0 || Columns.Count + more <= MostColumns));
        }

        public void Add(MatrixLine row)
        {
            Rows.Add(row);
            Columns.UnionWith(row.Cells.Keys);
        }
    }
}
