using System.Globalization;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Html;

/// <summary>Puts a table together; a table without rows does not come about.</summary>
internal sealed class TableBuilder(string caption, params string[] columns)
{
    private readonly List<RowView> rows = [];

    /// <summary>A class of the style sheet; empty for none.</summary>
    public string Style { get; init; } = "";

    /// <summary>Whether a box is offered to look for rows.</summary>
    public bool IsFilterable { get; init; }

    /// <summary>Adds a row; its first cell names it.</summary>
    /// <param name="id">The anchor; empty for none.</param>
    /// <param name="cells">The lines of each cell, as many as there are columns.</param>
    public TableBuilder Row(string id, params IReadOnlyList<LineView>[] cells) => Add(id, DateRange.Always, Cells(cells));

    /// <summary>Adds a row that holds on some days only.</summary>
    public TableBuilder Row(string id, DateRange days, params IReadOnlyList<LineView>[] cells) => Add(id, days, Cells(cells));

    /// <summary>Adds a row that holds on some days only and states, as a whole, something of authority.</summary>
    public TableBuilder Row(ClaimView? claim, DateRange days, params IReadOnlyList<LineView>[] cells) => Add("", days, Cells(cells), claim);

    /// <summary>The table; none where it has no rows. A column that no row has anything to say in is left out.</summary>
    public IReadOnlyList<TableView> ToTables()
    {
        if (rows.Count == 0)
        {
            return [];
        }

        int[] used = [.. Enumerable.Range(0, columns.Length).Where(column => column == 0 || rows.Exists(row => !row.Cells[column].IsEmpty))];
        if (used.Length == columns.Length)
        {
            return [new TableView(caption, columns, rows, Style, IsFilterable)];
        }

        return [new TableView(caption, [.. used.Select(column => columns[column])], [.. rows.Select(row => row with { Cells = [.. used.Select(column => row.Cells[column])] })], Style, IsFilterable)];
    }

    /// <summary>A day as programs read it: <c>2026-04-01</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private CellView[] Cells(IReadOnlyList<LineView>[] cells)
    {
        var all = new CellView[cells.Length];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = new CellView { Label = columns[i], IsHeader = i == 0, Lines = cells[i] };
        }

        return all;
    }

    private TableBuilder Add(string id, DateRange days, IReadOnlyList<CellView> cells, ClaimView? claim = null)
    {
        rows.Add(new RowView(id, cells, days.HasFirst ? Day(days.First) : "", days.HasLast ? Day(days.Last) : "") { Claim = claim });
        return this;
    }
}
