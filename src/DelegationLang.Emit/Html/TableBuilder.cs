namespace DelegationLang.Emit.Html;

/// <summary>Tables put together row by row: cells take the headings of their columns.</summary>
internal sealed class TableBuilder(string caption, params string[] columns)
{
    private readonly List<RowView> rows = [];

    /// <summary>Adds a row; its first cell names it.</summary>
    /// <param name="id">The anchor; empty for none.</param>
    /// <param name="cells">The lines of each cell, as many as there are columns.</param>
    public TableBuilder Row(string id, params IReadOnlyList<LineView>[] cells) =>
        Add(id, [.. cells.Select((lines, i) => new CellView { Label = columns[i], IsHeader = i == 0, Lines = lines })]);

    /// <summary>Adds a row whose last cell is a chain.</summary>
    public TableBuilder RowWithChain(string id, IReadOnlyList<LineView> chain, params IReadOnlyList<LineView>[] cells) =>
        Add(id,
        [
            .. cells.Select((lines, i) => new CellView { Label = columns[i], IsHeader = i == 0, Lines = lines }),
            new CellView { Label = columns[^1], Chain = chain },
        ]);

    /// <summary>The table; none where it has no rows.</summary>
    public IReadOnlyList<TableView> ToTables() => rows.Count == 0 ? [] : [new TableView(caption, columns, rows)];

    private TableBuilder Add(string id, IReadOnlyList<CellView> cells)
    {
        rows.Add(new RowView(id, cells));
        return this;
    }
}
