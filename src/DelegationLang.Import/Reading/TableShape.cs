using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>A row below the head of a table.</summary>
/// <param name="Cells">Its cells.</param>
/// <param name="Section">The title of the section that it stands in; empty for none.</param>
/// <param name="SectionNumber">The number of that section; empty for none.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BodyRow(ImmutableArray<Cell> Cells, string Section, string SectionNumber, string Place) : DocumentPart
{
    /// <summary>Its words on one line, each cell once.</summary>
    public string Words => string.Join(" | ", Cells.Where(cell => !cell.IsEmpty).Distinct().Select(cell => cell.Line));
}

/// <summary>The head of a column.</summary>
/// <param name="Path">The cells of the head above each other, each once.</param>
internal sealed record ColumnHead(ImmutableArray<string> Path) : DocumentPart
{
    /// <summary>The lowest of them.</summary>
    public string Last => Path.IsEmpty ? "" : Path[^1];

    /// <summary>All of them.</summary>
    public string All => string.Join(' ', Path);
}

/// <summary>A table cut into what stands before it, its head, and its rows; sections and repeated heads are told from rows.</summary>
internal sealed class TableShape
{
    private TableShape(SourceTable table, ImmutableArray<string> before, ImmutableArray<ColumnHead> heads, ImmutableArray<BodyRow> rows, bool hasHead)
    {
        (Table, Before, Heads, Rows, HasHead) = (table, before, heads, rows, hasHead);
    }

    /// <summary>The table.</summary>
    public SourceTable Table { get; }

    /// <summary>Lines above the head, as sheets have them.</summary>
    public ImmutableArray<string> Before { get; }

    /// <summary>The heads of the columns.</summary>
    public ImmutableArray<ColumnHead> Heads { get; }

    /// <summary>The rows.</summary>
    public ImmutableArray<BodyRow> Rows { get; }

    /// <summary>Whether a head was found.</summary>
    public bool HasHead { get; }

    /// <summary>Lines across the table below which no row stands.</summary>
    public ImmutableArray<(string Words, string Place)> Loose { get; private init; } = [];

    /// <summary>How many columns there are.</summary>
    public int Width => Heads.Length;

    /// <summary>The cells of a column in which something stands, each once.</summary>
    public IEnumerable<Cell> Column(int column) => Rows.Select(row => row.Cells[column]).Where(cell => !cell.IsEmpty).Distinct();

    /// <summary>Finds the shape of a table.</summary>
    public static TableShape Of(SourceTable table)
    {
        ImmutableArray<ImmutableArray<Cell>> rows = table.Rows;
        int first = HeadRow(table);
        int count = first < 0 ? 0 : HeadHeight(table, first);
        int start = Math.Max(first, 0);
        var before = rows.Take(start).SelectMany(row => row.Where(cell => !cell.IsEmpty).Distinct()).Select(cell => cell.Line).ToImmutableArray();
        int width = rows.IsEmpty ? 0 : rows[0].Length;
        var heads = Enumerable.Range(0, width).Select(column => new ColumnHead(
            [.. rows.Skip(start).Take(count).Select(row => row[column]).Where(cell => !cell.IsEmpty).Distinct().Select(cell => cell.Line)])).ToImmutableArray();

        ImmutableArray<BodyRow>.Builder body = ImmutableArray.CreateBuilder<BodyRow>();
        var loose = new List<(string Words, string Place)>();
        string sectionPlace = "";
        bool isUsed = false;
        string section = "";
        string sectionNumber = "";
        string head = count == 0 ? "" : Key(rows[start + count - 1]);
        for (int i = start + count; i < rows.Length; i++)
        {
            ImmutableArray<Cell> row = rows[i];
            Cell[] filled = [.. row.Where(cell => !cell.IsEmpty).Distinct()];
            if (filled.Length == 0 || (count > 0 && Key(row) == head))
            {
                continue;
            }

            if (SectionOf(row, filled, width) is { } title)
            {
                if (section.Length > 0 && !isUsed)
                {
                    loose.Add((section, sectionPlace));
                }

                (isUsed, sectionPlace) = (false, filled[0].Place);
                (sectionNumber, section) = (title.Number, title.Number.Length > 0 ? $"{title.Number}. {title.Title}" : title.Title);
                continue;
            }

            string place = filled.FirstOrDefault(cell => i == 0 || !rows[i - 1].Contains(cell), filled[0]).Place;
            isUsed = true;
            body.Add(new BodyRow(row, section, sectionNumber, table.Sheet.Length > 0 ? $"{table.Place}, {place}" : table.Place == "the table" ? place : $"{table.Place}, {place}"));
        }

        if (section.Length > 0 && !isUsed)
        {
            loose.Add((section, sectionPlace));
        }

        return new TableShape(table, before, heads, body.ToImmutable(), count > 0) { Loose = [.. loose.Select(line => (line.Words, table.Place == "the table" ? line.Place : $"{table.Place}, {line.Place}"))] };
    }

    private static string Key(ImmutableArray<Cell> row) => string.Join('\u0001', row.Select(cell => cell.Line.ToLowerInvariant()));

    private static int HeadRow(SourceTable table)
    {
        if (table.MarkedHeads > 0)
        {
            return 0;
        }

        for (int i = 0; i < Math.Min(table.Rows.Length, 15); i++)
        {
            Cell[] filled = [.. table.Rows[i].Where(cell => !cell.IsEmpty).Distinct()];
            if (filled.Length < 2 || filled.Any(cell => cell.Day is not null) || Preamble.IsLabel(filled[0].Line))
            {
                continue;
            }

            var roles = filled.Select(cell => cell.Line.Length > 60 ? ColumnRole.None : ColumnHeads.RoleOf(cell.Line)).Where(role => role != ColumnRole.None).ToList();
            int headish = filled.Count(cell => cell.Line.Length <= 60 && (ColumnHeads.RoleOf(cell.Line) != ColumnRole.None || Titles.IsParty(cell.Line) || BandReader.Whole(cell.Line, allowsBare: false) is not null));
            bool hasKey = roles.Any(role => role is ColumnRole.Matter or ColumnRole.Decider or ColumnRole.Reference or ColumnRole.Area) || ColumnHeads.IsOfPosts(filled[0].Line);
            bool isPartiesOnly = filled.Length >= 2 && filled.All(cell => Titles.IsParty(cell.Line)) && !Looks(table.Rows[i], roles);
            if ((hasKey && headish * 2 >= filled.Length && roles.Distinct().Count() + (headish > roles.Count ? 1 : 0) >= 2 && LooksLikeHead(filled, roles)) || (isPartiesOnly && filled.Length > 2))
            {
                return i;
            }
        }

        return -1;
    }

    // A row such as "Chair | Budget Holder" is of words that heads have too; a head has short words for kinds of things.
    private static bool LooksLikeHead(Cell[] filled, List<ColumnRole> roles) =>
        filled.All(cell => cell.Line.Length <= 70) && !filled.Any(cell => BandReader.All(cell.Line).Count > 0 && ColumnHeads.RoleOf(cell.Line) == ColumnRole.Matter) && roles.Count > 0;

    private static bool Looks(ImmutableArray<Cell> row, List<ColumnRole> roles) => roles.Count == 0 && row[0].Line.Length > 40;

    // The head goes on in the next row while a cell of it reaches down, or stands above several of the next.
    private static int HeadHeight(SourceTable table, int first)
    {
        int count = Math.Max(1, table.MarkedHeads);
        while (first + count < table.Rows.Length && count < 5)
        {
            ImmutableArray<Cell> above = table.Rows[first + count - 1];
            ImmutableArray<Cell> next = table.Rows[first + count];
            bool reaches = above.Where((cell, column) => !cell.IsEmpty && ReferenceEquals(cell, next[column])).Any();
            bool isSplit = above.Where((cell, column) => column > 0 && !cell.IsEmpty && ReferenceEquals(cell, above[column - 1])).Any()
                && next.Where((_, column) => column > 0 && above.Length > column && ReferenceEquals(above[column], above[column - 1])).Any(cell => !cell.IsEmpty && cell.Line.Length < 60)
                && next[0].IsEmpty;
            if (!(reaches && !next.All(cell => cell.IsEmpty || above.Contains(cell))) && !isSplit)
            {
                break;
            }

            count++;
        }

        return count;
    }

    private static (string Number, string Title)? SectionOf(ImmutableArray<Cell> row, Cell[] filled, int width)
    {
        if (width < 2)
        {
            return null;
        }

        if (filled.Length == 1)
        {
            bool isAcross = row.Count(cell => ReferenceEquals(cell, filled[0])) == width;
            bool isAlone = width > 2 && ReferenceEquals(row[0], filled[0]) && filled[0].Line.Length <= 80 && BandReader.All(filled[0].Line).Count == 0;
            if (isAcross || isAlone)
            {
                (string number, string title) = TypedNumber.Split(filled[0].Line);
                return (number, title);
            }
        }

        bool isNumbered = filled.Length == 2 && SectionNumber.IsMatch(filled[0].Line) && ReferenceEquals(row[0], filled[0])
            && row.Count(cell => ReferenceEquals(cell, filled[1])) >= Math.Max(2, width - 1);
        return isNumbered ? (filled[0].Line.TrimEnd('.'), filled[1].Line) : null;
    }

    private static readonly Regex SectionNumber = new(@"^(?:[A-Z]|\d{1,2})\.?\d{0,2}\.?$", RegexOptions.CultureInvariant);
}
