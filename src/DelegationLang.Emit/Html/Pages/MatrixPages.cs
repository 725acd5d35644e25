using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>The table that boards know: functions and matters down the side, parties across, in each cell what the one has to do with the other.</summary>
internal sealed class MatrixPages(PageContext context)
{
    /// <summary>The file of the first page.</summary>
    public const string List = "matrix.html";

    private const int RowsOnPage = 300;
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
        var sections = new List<SectionView>();
        foreach (IGrouping<string, MatrixRow> group in subjects.GroupBy(row => Group(row.Subject), StringComparer.Ordinal))
        {
            var tables = new List<TableView>();
            var block = new Block();
            foreach (MatrixRow subject in group)
            {
                var row = new Row(
                    context.SubjectOf(subject.Found.Function, subject.Found.Matter),
                    subject.Found.IsCutShort ? "" : context.Authorities.NameOf(subject.Found.Function, subject.Found.Matter),
                    cells.Of(subject.Subject, subject.Found));
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

        return draft with
        {
            Heading = "The scheme as a matrix",
            Style = "matrix",
            Lines =
            [
                .. LineBuilder.Lines(
                    "Functions and matters down the side, and across the top the bodies and posts that have to do with them. “Decides” is said of whoever decides in some case, “may decide” of whoever keeps authority above them. Where a cell is empty, that body or post may not decide, alone or with others.",
                    "A budget stands for the functions that it covers. The page of each function or matter says the rest: the steps, the duties and the sentences."),
                .. Downloads.OfMatrix(context),
            ],
            Sections = sections,
            HasContents = sections.Count > 1,
        };
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
            foreach (Row row in block.Rows.Where(row => columns.Length == all.Length || columns.Any(row.Cells.ContainsKey)))
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

    // A subject as questions take it; empty where not all that is so of it was found, so that nobody can be said to have no part.
    private sealed record Row(LineView Name, string Subject, Dictionary<PartySymbol, List<LineView>> Cells)
    {
        // A title is one person with its post, whose column tells what it may decide.
        public IReadOnlyList<LineView> Of(PartySymbol party) => Cells.TryGetValue(party, out List<LineView>? lines) ? lines
            : Subject.Length == 0 || party.HeldBy is not null ? []
            : [AuthorityLines.None(party.DisplayName, Subject)];
    }

    // Rows that share so few columns that the table stays readable.
    private sealed class Block
    {
        public List<Row> Rows { get; } = [];

        public HashSet<PartySymbol> Columns { get; } = new(ReferenceEqualityComparer.Instance);

        public bool Takes(Row row)
        {
            int more = row.Cells.Keys.Count(party => !Columns.Contains(party));
            return Rows.Count == 0 || (Rows.Count < MostRows && (more == 0 || Columns.Count + more <= MostColumns));
        }

        public void Add(Row row)
        {
            Rows.Add(row);
            Columns.UnionWith(row.Cells.Keys);
        }
    }
}
