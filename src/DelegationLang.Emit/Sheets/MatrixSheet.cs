using DelegationLang.Emit.Html;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Sheets;

/// <summary>The matrix as a sheet: functions and matters down the side, bodies and posts across the top.</summary>
internal static class MatrixSheet
{
    /// <summary>More cells than this would be nearly all empty: then there is a row for each that holds something.</summary>
    private const long MostCells = 2_000_000;

    /// <summary>Excel has 16,384 columns.</summary>
    private const int MostColumns = 16_000;

    /// <summary>The sheet.</summary>
    public static Sheet Of(PageContext context)
    {
        var cells = new MatrixCells(context);
        Line[] lines = [.. MatrixRows.Of(context).Select(row => new Line(
            context.SubjectOf(row.Found.Function, row.Found.Matter).Words,
            cells.Of(row.Subject, row.Found).ToDictionary(cell => cell.Key, cell => Words(cell.Value))))];
        var spokenOf = new HashSet<PartySymbol>(lines.SelectMany(line => line.Cells.Keys));
        PartySymbol[] columns = MatrixRows.Columns(context, spokenOf.Contains);
        return columns.Length > MostColumns || (long)columns.Length * lines.Length > MostCells ? AsList(lines, columns) : new Sheet(
            "Matrix",
            [new("subject", 34), .. Headings(columns).Select(heading => new SheetColumn(heading, 22))],
            lines.Select(line => (IReadOnlyList<SheetCell>)[SheetCell.Of(line.Subject), .. columns.Select(party => SheetCell.Of(line.Cells.GetValueOrDefault(party) ?? ""))]));
    }

    private static Sheet AsList(Line[] lines, PartySymbol[] columns) => new(
        "Matrix",
        [new("subject", 34), new("who", 34), new("what", 60)],
        lines.SelectMany(line => columns.Where(line.Cells.ContainsKey).Select(party => (IReadOnlyList<SheetCell>)[SheetCell.Of(line.Subject), SheetCell.Of(party.DisplayName), SheetCell.Of(line.Cells[party])])));

    // Two that share a name (one after the other) are told apart by a number.
    private static IEnumerable<string> Headings(PartySymbol[] columns)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal) { ["subject"] = 1 };
        foreach (string name in columns.Select(party => SheetCell.Of(party.DisplayName).Text))
        {
            int count = known[name] = known.GetValueOrDefault(name) + 1;
            yield return count == 1 ? name : FormattableString.Invariant($"{name} ({count})");
        }
    }

    private static string Words(List<LineView> lines) => string.Join("; ", lines.Select(line => line.Words));

    private sealed record Line(string Subject, Dictionary<PartySymbol, string> Cells);
}
