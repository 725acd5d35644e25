using DelegationLang.Import.Documents;
using DelegationLang.Syntax;

namespace DelegationLang.Import.Reading;

/// <summary>Finds out what each column of a table holds, from its head and from its cells.</summary>
internal static class ColumnRoles
{
    /// <summary>The role of each column.</summary>
    /// <param name="shape">The table.</param>
    /// <param name="parties">Reads names.</param>
    /// <param name="ends">The columns of lower and upper ends, where sums have their ends in columns of their own.</param>
    public static ColumnRole[] Of(TableShape shape, HolderReader parties, EndColumns? ends)
    {
        ColumnRole[] roles = [.. shape.Heads.Select(head => head.Path.IsEmpty ? ColumnRole.None : ColumnHeads.RoleOf(head.Last) is var role and not ColumnRole.None ? role : ColumnHeads.RoleOf(head.All))];
        foreach (int column in ends is null ? [] : ends.Columns)
        {
            roles[column] = ColumnRole.Bound;
        }

        double[] named = [.. Enumerable.Range(0, shape.Width).Select(column => Share(shape, column, cell => NamesParty(cell, parties)))];
        int[] parallel = Parallel(shape, roles, named);
        Settle(shape, roles, ColumnRole.Decider, column => named[column]);
        foreach (int column in parallel)
        {
            roles[column] = ColumnRole.Decider;
        }

        for (int column = 0; column < shape.Width; column++)
        {
            bool isOther = roles[column] == ColumnRole.None && (ColumnHeads.RoleOf(shape.Heads[column].Last) == ColumnRole.Decider || ColumnHeads.IsOfWhom(shape.Heads[column].Last));
            roles[column] = isOther && named[column] > 0.3 && !ColumnHeads.IsOfHelpers(shape.Heads[column].Last) ? ColumnRole.Rival : roles[column];
        }

        if (!roles.Contains(ColumnRole.Decider))
        {
            int best = Enumerable.Range(0, shape.Width).Where(column => roles[column] is ColumnRole.None or ColumnRole.Matter).OrderByDescending(column => named[column]).FirstOrDefault(-1);
            if (best >= 0 && named[best] > 0.5)
            {
                roles[best] = ColumnRole.Decider;
            }
        }

        for (int column = 0; column < shape.Width; column++)
        {
            if (roles[column] == ColumnRole.None && shape.Heads[column].Path.IsEmpty)
            {
                bool isNumber = Share(shape, column, cell => cell.Line.Length < 12 && cell.Line.Any(char.IsAsciiDigit) && BandReader.Whole(cell.Line, allowsBare: false) is null && cell.Number is null or < 1000) > 0.7;
                bool isSum = Share(shape, column, cell => BandReader.Whole(cell.Line) is not null) > 0.5;
                roles[column] = isSum && !isNumber ? ColumnRole.Value : isNumber ? ColumnRole.Reference : ColumnRole.None;
            }
        }

        bool isOfSums = roles.Contains(ColumnRole.Decider) && roles.Contains(ColumnRole.Value) && Enumerable.Range(0, shape.Width).All(column => !shape.Heads[column].Path.IsEmpty);
        if (!roles.Contains(ColumnRole.Matter) && !(isOfSums && !roles.Contains(ColumnRole.None) && !roles.Contains(ColumnRole.Area)))
        {
            int first = Enumerable.Range(0, shape.Width).Where(column => roles[column] is ColumnRole.None or ColumnRole.Area).OrderByDescending(column => Distinct(shape, column)).ThenByDescending(column => roles[column] == ColumnRole.None).FirstOrDefault(-1);
            if (first >= 0)
            {
                roles[first] = ColumnRole.Matter;
            }
        }

        Settle(shape, roles, ColumnRole.Matter, column => Distinct(shape, column));
        return [.. roles.Select((role, column) => ends is not null && ends.Columns.Contains(column) ? ColumnRole.Bound : role != ColumnRole.None ? role : shape.HasHead && shape.Heads[column].Path.IsEmpty && column == 0 ? ColumnRole.Area : shape.Heads[column].Path.IsEmpty ? ColumnRole.None : ColumnRole.Extra)];
    }

    // Columns that say who decides, of which a row fills one.
    private static int[] Parallel(TableShape shape, ColumnRole[] roles, double[] named)
    {
        int[] columns = [.. Enumerable.Range(0, shape.Width).Where(column => (roles[column] == ColumnRole.Decider || ColumnHeads.IsOfWhom(shape.Heads[column].Last))
            && shape.Column(column).Any() && (named[column] > 0.5 || shape.Column(column).All(cell => CellMarks.IsTick(cell.Line))))];
        int several = shape.Rows.Count(row => columns.Count(column => !row.Cells[column].IsEmpty) > 1);
        return columns.Length > 1 && several * 5 <= shape.Rows.Length ? columns : [];
    }

    // Of several columns whose heads say the same, the one whose cells show it most; what is over is beside it.
    private static void Settle(TableShape shape, ColumnRole[] roles, ColumnRole role, Func<int, double> strength)
    {
        int[] columns = [.. Enumerable.Range(0, shape.Width).Where(column => roles[column] == role)];
        if (columns.Length < 2)
        {
            return;
        }

        int best = columns.OrderByDescending(strength).ThenBy(column => column).First();
        foreach (int column in columns.Where(column => column != best))
        {
            roles[column] = role == ColumnRole.Matter && column < best ? ColumnRole.Area : ColumnRole.None;
        }
    }

    private static double Distinct(TableShape shape, int column) => shape.Column(column).Select(cell => NameKey.Of(cell.Line)).Distinct(StringComparer.Ordinal).Count();

    private static double Share(TableShape shape, int column, Func<Cell, bool> test)
    {
        Cell[] cells = [.. shape.Column(column).Take(200)];
        return cells.Length == 0 ? 0 : (double)cells.Count(test) / cells.Length;
    }

    // What stands before the first mark of a cell that says who decides.
    private static string HeadOf(Cell cell)
    {
        string line = cell.Text.Split('\n')[0];
        List<Marker> markers = Markers.Of(line, hasBands: true);
        return markers.Count == 0 ? line : line[..markers[0].Start].Trim(' ', ',', '(', ':', '–');
    }

    private static bool NamesParty(Cell cell, HolderReader parties)
    {
        PartyReading reading = parties.Read(HeadOf(cell));
        return reading.Outcome == PartyOutcome.Reserved || (reading.Outcome is PartyOutcome.Read or PartyOutcome.Unclear && reading.Deciders.Any.All(Titles.IsParty));
    }

    // Below such a head, beside one who decides, each line is a matter.
}
