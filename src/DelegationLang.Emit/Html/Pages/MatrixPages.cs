using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>The table that boards know: functions and matters down the side, parties across, in each cell what the one has to do with the other.</summary>
internal sealed class MatrixPages(PageContext context)
{
    /// <summary>The file of the first page.</summary>
    public const string List = "matrix.html";

    private const int RowsOnPage = 600;
    private const int MostColumns = 8;
    private const int MostDenseColumns = 13;
    private const int MostRows = 40;

    private readonly MatrixCells cells = new(context);

    /// <summary>The pages; none for a scheme without a subject.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        Statement[] wide =
        [
            .. context.Model.Reservations.Where(reservation => reservation.Subjects.Any(subject => subject.Scope != SubjectScope.Named)),
            .. context.Model.Delegations.Where(delegation => delegation.Subjects.Any(subject => subject.Scope != SubjectScope.Named)),
        ];
        object[] rows = [.. wide.OrderBy(statement => statement.Order), .. context.ShownOf<SubjectSymbol>().OrderBy(subject => subject.IsFunction ? 0 : subject.IsMatter ? 1 : 2)];
        return rows.Length == 0 ? [] : ListPages.Of("matrix", rows, RowsOnPage, Page);
    }

    private PageDraft Page(IReadOnlyList<object> subjects, PageDraft draft)
    {
        var sections = new List<SectionView>();
        foreach (IGrouping<string, object> group in subjects.GroupBy(Group, StringComparer.Ordinal))
        {
            var tables = new List<TableView>();
            var block = new Block();
            foreach (object subject in group)
            {
                var row = subject is SubjectSymbol symbol
                    ? new Row(LineBuilder.Of(context.Link(symbol)), cells.Of(symbol))
                    : new Row(Wide((Statement)subject), cells.OfWide((Statement)subject));
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
            Lines = LineBuilder.Lines(
                "Functions and matters down the side, and across the top the bodies and posts that have to do with them. Where a cell is empty, the scheme gives that body or post no part in the decision.",
                "The page of each function or matter says the rest: the places, the days, the conditions and the sentences."),
            Sections = sections,
            HasContents = sections.Count > 1,
        };
    }

    private static string Group(object row) => row switch
    {
        SubjectSymbol { IsFunction: true } => "Functions",
        SubjectSymbol { IsMatter: true } => "Matters",
        SubjectSymbol => "Budgets",
        _ => "All matters",
    };

    private LineView Wide(Statement statement)
    {
        var words = new TermLines(context);
        return statement is DelegationStatement delegation
            ? words.Subjects(delegation.Subjects, delegation.Terms, delegation.Delegator)
            : statement is ReservationStatement reservation ? words.Subjects(reservation.Subjects, reservation.Terms, reservation.Reserver) : LineBuilder.Of("all matters");
    }

    private IEnumerable<TableView> Table(string group, Block block, int number)
    {
        PartySymbol[] all = [.. context.ShownOf<PartySymbol>().Where(block.Columns.Contains).OrderBy(party => party.IsOrganisation ? 0 : party.IsGroup ? 1 : 2)];
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
                table.Row("", [[row.Name], .. columns.Select(party => row.Cells.TryGetValue(party, out List<LineView>? lines) ? lines : (IReadOnlyList<LineView>)[])]);
            }

            number++;
            foreach (TableView view in table.ToTables())
            {
                yield return view;
            }
        }
    }

    private sealed record Row(LineView Name, Dictionary<PartySymbol, List<LineView>> Cells);

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
