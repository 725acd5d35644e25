using System.Collections.Immutable;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>A table whose heads are ranges of sums, and whose cells say who decides there.</summary>
internal sealed class BandColumns
{
    private readonly Band?[] bands;
    private readonly int matter;
    private readonly int reference;

    private readonly int[] extras;

    private BandColumns(Band?[] bands, int matter, int reference, int[] extras) => (this.bands, this.matter, this.reference, this.extras) = (bands, matter, reference, extras);

    /// <summary>The layout, if a table has it.</summary>
    public static BandColumns? Of(TableShape shape)
    {
        Band?[] bands = [.. shape.Heads.Select(BandOf)];
        if (bands.Count(band => band is { IsBounded: true }) < 2)
        {
            return null;
        }

        int[] others = [.. Enumerable.Range(0, shape.Width).Where(column => bands[column] is null)];
        int matter = others.FirstOrDefault(column => ColumnHeads.RoleOf(shape.Heads[column].Last) == ColumnRole.Matter, others.FirstOrDefault(column => ColumnHeads.RoleOf(shape.Heads[column].Last) != ColumnRole.Reference, -1));
        int reference = others.FirstOrDefault(column => ColumnHeads.RoleOf(shape.Heads[column].Last) == ColumnRole.Reference, -1);
        int[] extras = [.. others.Where(column => column != matter && column != reference && ColumnHeads.RoleOf(shape.Heads[column].Last) != ColumnRole.Area && !shape.Heads[column].Path.IsEmpty)];
        return matter < 0 ? null : new BandColumns(bands, matter, reference, extras);
    }

    /// <summary>Reads it.</summary>
    public void Read(TableShape shape, TableContext context, DocumentRowReader rows)
    {
        foreach (BodyRow row in shape.Rows)
        {
            if (IsAboutProcedure(row))
            {
                rows.Add(new RowResult(row.Place, row.Words, RowState.Skipped) { Section = context.Section, Reason = "Its cells are answers, and name nobody." }, "");
                continue;
            }

            Cell[] cells = [.. row.Cells.Where((cell, column) => bands[column] is not null && !ReferenceEquals(cell, row.Cells[matter])).Distinct()];
            bool isAnybody = cells.Any(cell => !cell.IsEmpty);
            foreach (Cell cell in cells.Where(cell => !cell.IsEmpty || !isAnybody).Take(isAnybody ? cells.Length : 1))
            {
                int[] columns = [.. Enumerable.Range(0, shape.Width).Where(column => ReferenceEquals(row.Cells[column], cell) && bands[column] is not null)];
                Band band = Covered(columns);
                RawRow raw = TableReader.Raw(row, context);
                bool isWhole = columns.Length == bands.Count(entry => entry is not null) || (columns.Length > 1 && !band.IsBounded);
                rows.Read(raw with
                {
                    Place = $"{shape.Table.Place}, {(cell.Place.Length > 0 ? cell.Place : row.Place)}",
                    Words = $"{row.Cells[matter].Line} | {Said(band)} | {cell.Line}",
                    Reference = reference < 0 ? "" : row.Cells[reference].Line,
                    Matter = row.Cells[matter].Text,
                    Decider = cell.Text,
                    Value = isWhole ? "" : Said(band),
                    IsValueUpperEnd = true,
                    Basis = band.Basis,
                    Vat = band.Vat,
                    Extras = [.. extras.Select(column => row.Cells[column].Text).Where(text => text.Length > 0)],
                });
            }
        }
    }

    private bool IsAboutProcedure(BodyRow row)
    {
        Cell[] cells = [.. row.Cells.Where((cell, column) => bands[column] is not null && !cell.IsEmpty).Distinct()];
        return row.Cells[matter].Line.EndsWith('?') || (cells.Length > 0 && cells.All(cell => cell.Line.ToLowerInvariant() is "yes" or "no" or "y" or "n" || cell.Line.Contains("quot", StringComparison.OrdinalIgnoreCase) || cell.Line.Contains("tender", StringComparison.OrdinalIgnoreCase)));
    }

    // A cell that covers several columns covers all their sums.
    private Band Covered(int[] columns)
    {
        Band first = bands[columns[0]] ?? Band.Any;
        Band last = bands[columns[^1]] ?? Band.Any;
        return first with { Upper = last.Upper, IsUpperIncluded = last.IsUpperIncluded, IsBare = false };
    }

    // In words that the reader of sums reads as they are meant.
    private static string Said(Band band)
    {
        string lower = band.Lower is { } from ? $"{(band.IsRange ? "" : band.IsLowerIncluded ? "at least " : "above ")}{AmountTokens.Write(from, band.Currency)}" : "";
        string upper = band.Upper is { } to ? $"{(band.IsRange && lower.Length > 0 ? "to " : band.IsUpperIncluded ? "up to " : "below ")}{AmountTokens.Write(to, band.Currency)}" : "";
        return lower.Length + upper.Length == 0 ? "any" : (lower + " " + upper).Trim();
    }

    private static Band? BandOf(ColumnHead head)
    {
        if (head.Path.IsEmpty)
        {
            return null;
        }

        (_, string basis, DraftVat vat) = BasisReader.Take(head.All);
        for (int take = 1; take <= Math.Min(2, head.Path.Length); take++)
        {
            string text = string.Join(' ', head.Path[^take..]);
            if (BandReader.Whole(text, allowsBare: false) is { } band && (take == head.Path.Length || take == 2 || !IsHalf(head)))
            {
                return band with { Basis = band.Basis.Length > 0 ? band.Basis : basis == "?" ? "" : basis, Vat = band.Vat == DraftVat.Unsaid ? vat : band.Vat, IsBare = false };
            }
        }

        return null;
    }

    // "over £2,000" above "up to £10,000": only both are the band.
    private static bool IsHalf(ColumnHead head) => BandReader.Whole(head.Path[^2], allowsBare: false) is { IsBounded: true } || BandReader.All(head.Path[^2]).Count == 1;
}
