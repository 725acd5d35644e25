using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelegationLang.Import.Documents;

/// <summary>Reads a document of Word. Tracked changes are taken as accepted, hidden words are left out, and both are said.</summary>
internal sealed class WordReader
{
    private readonly WordNumbering numbering;
    private readonly WordNotes notes;
    private readonly WordStyles styles;
    private readonly WordText text;
    private readonly List<Block> blocks = [];
    private int paragraphs;
    private int tables;

    private WordReader(MainDocumentPart main)
    {
        styles = new WordStyles(main.StyleDefinitionsPart?.Styles);
        numbering = new WordNumbering(main.NumberingDefinitionsPart?.Numbering);
        notes = new WordNotes(main);
        text = new WordText(notes);
    }

    /// <summary>Reads one.</summary>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public static SourceDocument Read(string name, byte[] bytes)
    {
        PackageGuard.Check(bytes);
        try
        {
            using var package = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false, PackageGuard.Settings);
            MainDocumentPart main = package.MainDocumentPart ?? throw PackageGuard.Damaged();
            OpenXmlElement body = main.Document?.Body ?? throw PackageGuard.Damaged();
            var reader = new WordReader(main);
            reader.Walk(body, depth: 0);
            return new SourceDocument(name, [.. reader.blocks], [.. reader.text.Remarks]);
        }
        catch (Exception fault) when (PackageGuard.IsDamage(fault))
        {
            throw PackageGuard.Damaged();
        }
    }

    private void Walk(OpenXmlElement parent, int depth)
    {
        foreach (OpenXmlElement child in parent.ChildElements)
        {
            switch (child)
            {
                case DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph:
                    Add(paragraph);
                    break;
                case DocumentFormat.OpenXml.Wordprocessing.Table table:
                    tables++;
                    AddTable(table);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or TextBoxContent or InsertedRun or MoveToRun when depth < 50:
                    Walk(child, depth + 1);
                    break;
                default:
                    break;
            }
        }
    }

    private void Add(DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph)
    {
        (string words, ImmutableArray<string> ownNotes) = text.Of(paragraph);
        string style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
        NumberingProperties? list = paragraph.ParagraphProperties?.NumberingProperties ?? styles.NumberingOf(style);
        if (words.Length > 0)
        {
            paragraphs++;
            ListNumber number = numbering.Next(list);
            (string typed, string rest) = number.Depth == 0 ? TypedNumber.Split(words) : ("", words);
            string full = number.Depth == 0 ? typed : number.Full;
            string place = full.Length > 0 ? $"paragraph {full}" : $"paragraph {paragraphs.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
            blocks.Add(new Paragraph(place, rest)
            {
                Number = full,
                Depth = number.Depth,
                IsBullet = number.IsBullet || TypedNumber.IsBullet(words),
                IsHeading = styles.IsHeading(style, paragraph),
                Level = styles.LevelOf(style),
                IsBold = WordStyles.IsBold(paragraph),
                Notes = ownNotes,
            });
        }

        foreach (TextBoxContent box in WordText.BoxesIn(paragraph))
        {
            Walk(box, 1);
        }
    }

    private void AddTable(DocumentFormat.OpenXml.Wordprocessing.Table table)
    {
        var grid = new GridBuilder();
        int row = 0;
        int heads = 0;
        foreach (TableRow tableRow in RowsOf(table))
        {
            TableRowProperties? properties = tableRow.TableRowProperties;
            if (properties?.GetFirstChild<Deleted>() is not null)
            {
                text.NoteTracked();
                continue;
            }

            if (properties?.GetFirstChild<Hidden>() is { } hidden && hidden.Val?.InnerText is not ("0" or "false" or "off"))
            {
                text.NoteHidden();
                continue;
            }

            if (properties?.GetFirstChild<TableHeader>() is not null && heads == row)
            {
                heads++;
            }

            int column = (int?)(properties?.GetFirstChild<GridBefore>()?.Val?.Value) ?? 0;
            foreach (TableCell cell in tableRow.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == tableRow))
            {
                int width = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, GridBuilder.MostColumns);
                column = grid.FirstFree(row, column);
                if (cell.TableCellProperties?.VerticalMerge is { } merge && merge.Val?.Value != MergedCellValues.Restart)
                {
                    grid.Continue(row, column, width);
                }
                else
                {
                    grid.Put(row, column, 1, width, CellOf(cell, row));
                }

                column += width;
            }

            row++;
        }

        if (row > 0)
        {
            blocks.Add(new SourceTable(FormattableString.Invariant($"table {tables}"), "", grid.ToRows(row)) { MarkedHeads = heads });
        }
    }

    private static IEnumerable<TableRow> RowsOf(OpenXmlElement parent) => parent.ChildElements.SelectMany(child => child switch
    {
        TableRow row => [row],
        SdtRow or SdtContentRow or CustomXmlRow => RowsOf(child),
        _ => [],
    });

    private Cell CellOf(TableCell cell, int row)
    {
        var lines = new List<string>();
        var cellNotes = new List<string>();
        foreach (DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph in cell.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>())
        {
            (string words, ImmutableArray<string> own) = text.Of(paragraph);
            ListNumber number = numbering.Next(paragraph.ParagraphProperties?.NumberingProperties);
            string mark = number.Depth == 0 || words.Length == 0 ? "" : number.IsBullet ? "• " : number.Label + " ";
            lines.Add(mark + words);
            cellNotes.AddRange(own);
        }

        return new Cell(PlainText.Tidy(string.Join('\n', lines), WorkbookReader.MostCharacters)) { Place = FormattableString.Invariant($"row {row + 1}"), Notes = [.. cellNotes] };
    }
}
