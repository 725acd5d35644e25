using System.Collections.Immutable;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>What stands around a table.</summary>
/// <param name="Caption">The heading or line above it.</param>
/// <param name="Section">The section that it stands in.</param>
/// <param name="SharesMatter">Whether several tables are about one matter, each for an area of work of its own.</param>
internal sealed record TableContext(string Caption, string Section, bool SharesMatter) : DocumentPart;

/// <summary>Reads a table: finds out how it is laid out, and gives its rows to the reader of rows.</summary>
internal sealed class TableReader(DocumentRowReader rows, HolderReader parties, Glossary glossary)
{
    /// <summary>Reads one.</summary>
    public void Read(TableShape shape, TableContext context)
    {
        if (BandColumns.Of(shape) is { } bands)
        {
            bands.Read(shape, context, rows);
        }
        else if (Matrix.Of(shape, parties, glossary) is { } matrix)
        {
            matrix.Read(shape, context, rows);
        }
        else if (PostLimits.Of(shape, parties, context) is { } posts)
        {
            posts.Read(shape, context, rows);
        }
        else if (HolderColumns.Of(shape, parties) is { } holders)
        {
            holders.Read(shape, context, rows);
        }
        else
        {
            PlainRows.Read(shape, context, rows, parties);
        }
    }

    /// <summary>Whether the title of a section says that what stands in it is kept for the governing body.</summary>
    public static bool IsReserved(string title) =>
        title.Contains("reserved", StringComparison.OrdinalIgnoreCase) && !title.Contains("delegated", StringComparison.OrdinalIgnoreCase) && !title.Contains("reservation", StringComparison.OrdinalIgnoreCase)
        || title.Contains("resolved only by", StringComparison.OrdinalIgnoreCase) || title.Contains("decided only by", StringComparison.OrdinalIgnoreCase) || title.Contains("only by the", StringComparison.OrdinalIgnoreCase)
        || title.Contains("not delegated", StringComparison.OrdinalIgnoreCase) || title.Contains("retained by", StringComparison.OrdinalIgnoreCase) || title.Contains("may not be delegated", StringComparison.OrdinalIgnoreCase);

    /// <summary>Footnotes and comments of the cells of a row.</summary>
    public static ImmutableArray<string> NotesOf(BodyRow row) => [.. row.Cells.Distinct().SelectMany(cell => cell.Notes)];

    /// <summary>A row for the reader of rows, with what all layouts have.</summary>
    public static RawRow Raw(BodyRow row, TableContext context) => new()
    {
        Place = row.Place,
        Words = row.Words,
        Section = row.Section.Length > 0 ? row.Section : context.Section,
        Notes = NotesOf(row),
        IsReservedSection = IsReserved(row.Section) || (row.Section.Length == 0 && IsReserved(context.Section)),
    };
}
