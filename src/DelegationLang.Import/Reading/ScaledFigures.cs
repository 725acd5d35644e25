using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>Figures of a document that says they are in thousands or millions, as whole sums: nothing is read a thousand times too small.</summary>
internal static class ScaledFigures
{
    private const decimal Thousand = 1_000;

    private const decimal Million = 1_000_000;

    /// <summary>The document with such figures written out.</summary>
    public static SourceDocument Apply(SourceDocument document)
    {
        decimal all = document.Blocks.OfType<Paragraph>().Where(paragraph => Says.IsMatch(paragraph.Text)).Select(paragraph => ScaleOf(paragraph.Text)).FirstOrDefault(scale => scale > 1, 1);
        bool isAny = false;
        ImmutableArray<Block> blocks = [.. document.Blocks.Select(block => block is SourceTable table ? Scaled(table, all, ref isAny) : block)];
        return isAny ? document with { Blocks = blocks, Remarks = document.Remarks.Add("Figures that the document has in thousands or millions of pounds were written out.") } : document;
    }

    private static SourceTable Scaled(SourceTable table, decimal all, ref bool isAny)
    {
        int width = table.Rows.IsEmpty ? 0 : table.Rows[0].Length;
        decimal[] scales = [.. Enumerable.Range(0, width).Select(column => ScaleOf(table, column, all))];
        if (scales.All(scale => scale == 1))
        {
            return table;
        }

        isAny = true;
        return table with { Rows = [.. table.Rows.Select(row => row.Select((cell, column) => scales[column] > 1 && Figure(cell) is { } figure && (column == 0 || !ReferenceEquals(cell, row[column - 1])) ? Written(cell, figure * scales[column]) : cell).ToImmutableArray())] };
    }

    // In most of whose cells a plain figure stands; what heads say counts for their own column.
    private static decimal ScaleOf(SourceTable table, int column, decimal all)
    {
        Cell[] cells = [.. table.Rows.Select(row => row[column]).Where(cell => !cell.IsEmpty).Distinct()];
        string[] heads = [.. cells.Take(4).Where(cell => Figure(cell) is null).Select(cell => cell.Line)];
        decimal own = heads.Select(ScaleOf).FirstOrDefault(scale => scale > 1, all);
        bool isOfFigures = column > 0 && cells.Count(cell => Figure(cell) is not null) * 2 >= cells.Length - heads.Length && cells.Any(cell => Figure(cell) is not null);
        return isOfFigures && !heads.Any(head => ColumnHeads.RoleOf(head) == ColumnRole.Reference) ? own : 1;
    }

    private static decimal ScaleOf(string text) => Thousands.IsMatch(text) ? Thousand : Millions.IsMatch(text) ? Million : 1;

    private static decimal? Figure(Cell cell) =>
        Plain.IsMatch(cell.Line) && decimal.TryParse(cell.Line.TrimStart('£'), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal figure) ? figure : null;

    private static Cell Written(Cell cell, decimal sum) => cell with { Text = "£" + sum.ToString("#,0.##", CultureInfo.InvariantCulture), Number = cell.Number is null ? null : sum };

    private static readonly Regex Says = new(@"\b(?:figures?|values?|amounts?|limits?|sums?|thresholds?|all|in)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Thousands = new(@"£\s?[’']?000(?:[’']?s)?(?!\d)|\bin\s+thousands\b|\(£k\)|\bin\s+£k\b|^£k$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Millions = new(@"\bin\s+(?:£\s?)?millions\b|\(£m\)|\bin\s+£m\b|^£m$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Plain = new(@"^£?\d[\d,]*(?:\.\d{1,3})?$", RegexOptions.CultureInvariant);
}
