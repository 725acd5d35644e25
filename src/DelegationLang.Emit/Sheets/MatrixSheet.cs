using DelegationLang.Emit.Html;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Sheets;

/// <summary>The matrix as a sheet: functions and matters down the side, bodies and posts across the top.</summary>
internal static class MatrixSheet
{
    /// <summary>With more cells than this nobody finds their way, and nearly all say that there is no part: then there is a row for each that says something else.</summary>
    private const int MostCells = 200_000;

    /// <summary>Excel has 16,384 columns.</summary>
    private const int MostColumns = 16_000;

    /// <summary>The sheet.</summary>
    public static Sheet Of(PageContext context)
    {
        var cells = new MatrixCells(context);
        MatrixLine[] lines = [.. MatrixRows.Families(context, [.. MatrixRows.Of(context)]).Select(cells.Line)];
        var spokenOf = new HashSet<PartySymbol>(lines.SelectMany(line => line.Cells.Keys));
        PartySymbol[] columns = MatrixRows.Columns(context, spokenOf.Contains);
        return columns.Length > MostColumns || (long)columns.Length * lines.Length > MostCells ? AsList(lines, columns) : new Sheet(
            "Matrix",
            [new("subject", 34), .. Headings(columns).Select(heading => new SheetColumn(heading, 22))],
            lines.Select(line => (IReadOnlyList<SheetCell>)[SheetCell.Of(line.Name.Words), .. columns.Select(party => SheetCell.Of(Words(line.Of(party))))]));
    }

    private static Sheet AsList(MatrixLine[] lines, PartySymbol[] columns) => new(
        "Matrix",
        [new("subject", 34), new("who", 34), new("what", 60)],
        lines.SelectMany(line => columns.Where(line.Cells.ContainsKey).Select(party => Row(line, party.DisplayName, Words(line.Of(party))))
            .Concat(line.IsComplete ? [] : [Row(line, "", "There are too many cases to tell all of them apart: others may have a part too")])));

    private static IReadOnlyList<SheetCell> Row(MatrixLine line, string who, string what) => [SheetCell.Of(line.Name.Words), SheetCell.Of(who), SheetCell.Of(what)];

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

    private static string Words(IReadOnlyList<LineView> lines) => string.Join("; ", lines.Select(line => line.Words));
}
