namespace DelegationLang.Emit.Html;

/// <summary>Tables put together row by row: cells take the headings of their columns.</summary>
internal sealed class TableBuilder(string caption, params string[] columns)
{
    private readonly List<RowView> rows = [];

    /// <summary>Adds a row; its first cell names it.</summary>
    /// <param name="id">The anchor; empty for none.</param>
    /// <param name="cells">The lines of each cell, as many as there are columns.</param>
    public TableBuilder Row(string id, params IReadOnlyList<LineView>[] cells) => Add(id, [.. cells.Select(Cell)]);

    /// <summary>Adds a row whose last cell is a chain.</summary>
    public TableBuilder RowWithChain(string id, IReadOnlyList<LineView> chain, params IReadOnlyList<LineView>[] cells) =>
        Add(id, [.. cells.Select(Cell), new CellView { Label = columns[^1], Chain = chain }]);

    /// <summary>The table; none where it has no rows. A column that no row has anything to say in is left out.</summary>
    public IReadOnlyList<TableView> ToTables()
    {
        if (rows.Count == 0)
        {
            return [];
        }

        int[] used = [.. Enumerable.Range(0, columns.Length).Where(column => column == 0 || rows.Exists(row => !row.Cells[column].IsEmpty))];
        return [new TableView(caption, [.. used.Select(column => columns[column])], [.. rows.Select(row => row with { Cells = [.. used.Select(column => row.Cells[column])] })])];
    }

    private CellView Cell(IReadOnlyList<LineView> lines, int column) => new() { Label = columns[column], IsHeader = column == 0, Lines = lines };

    private TableBuilder Add(string id, IReadOnlyList<CellView> cells)
    {
        rows.Add(new RowView(id, cells));
        return this;
    }
}
