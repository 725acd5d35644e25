using System.Collections.Immutable;

namespace DelegationLang.Import.Documents;

/// <summary>Lays cells that span rows and columns out on a grid.</summary>
internal sealed class GridBuilder
{
    /// <summary>The most rows of a table.</summary>
    public const int MostRows = 20_000;

    /// <summary>The most columns of a table.</summary>
    public const int MostColumns = 200;

    /// <summary>The most places of a table in which something stands.</summary>
    public const int MostCells = 200_000;

    private readonly List<Cell?[]> rows = [];
    private int cells;

    /// <summary>How many rows there are.</summary>
    public int Count => rows.Count;

    /// <summary>The first column of a row, from a column on, that no cell covers yet.</summary>
    public int FirstFree(int row, int from)
    {
        Reach(row, from + 1);
        while (from < MostColumns && rows[row][from] is not null)
        {
            from++;
        }

        return from;
    }

    /// <summary>Puts a cell at a place and all that it covers.</summary>
    /// <exception cref="ImportException">The table is larger than any scheme.</exception>
    public void Put(int row, int column, int height, int width, Cell cell)
    {
        if (row >= MostRows || column >= MostColumns)
        {
            throw new ImportException(FormattableString.Invariant($"one of its tables has more than {MostRows} rows or {MostColumns} columns: keep what is the scheme, and take the rest out"));
        }

        int lastRow = Math.Min(MostRows, row + Math.Max(1, height));
        int lastColumn = Math.Min(MostColumns, column + Math.Max(1, width));
        for (int r = row; r < lastRow; r++)
        {
            Reach(r, lastColumn);
            for (int c = column; c < lastColumn; c++)
            {
                if (rows[r][c] is null)
                {
                    rows[r][c] = cell;
                    cells += cell.IsEmpty ? 0 : 1;
                }
            }
        }

        if (cells > MostCells)
        {
            throw new ImportException(FormattableString.Invariant($"one of its tables has more than {MostCells} cells: keep what is the scheme, and take the rest out"));
        }
    }

    /// <summary>Puts a cell that goes on from the row above, as Word says it.</summary>
    public void Continue(int row, int column, int width)
    {
        Cell above = row > 0 && rows[row - 1][Math.Min(column, MostColumns - 1)] is { } cell ? cell : Cell.Empty;
        Put(row, column, 1, width, above);
    }

    /// <summary>The rows, all as long as the widest, at most as many as were begun.</summary>
    public ImmutableArray<ImmutableArray<Cell>> ToRows(int count)
    {
        int width = rows.Count == 0 ? 0 : rows.Max(row => Array.FindLastIndex(row, cell => cell is not null)) + 1;
        return [.. rows.Take(count).Select(row => Enumerable.Range(0, width).Select(column => column < row.Length && row[column] is { } cell ? cell : Cell.Empty).ToImmutableArray())];
    }

    private void Reach(int row, int columns)
    {
        while (rows.Count <= row)
        {
            rows.Add(new Cell?[Math.Min(MostColumns, Math.Max(columns, 8))]);
        }

        if (rows[row].Length < Math.Min(MostColumns, columns))
        {
            Cell?[] longer = rows[row];
            Array.Resize(ref longer, Math.Min(MostColumns, Math.Max(columns, longer.Length * 2)));
            rows[row] = longer;
        }
    }
}
