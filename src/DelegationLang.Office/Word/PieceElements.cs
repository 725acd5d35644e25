using System.Globalization;
using DelegationLang.Office.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace DelegationLang.Office.Word;

/// <summary>Pieces of a document as elements of WordprocessingML.</summary>
/// <param name="styles">The styles.</param>
/// <param name="width">How wide the text is, in twentieths of a point.</param>
internal sealed class PieceElements(StyleNames styles, int width)
{
    // A row with more characters than this may be broken across pages: it may be taller than one.
    private const int LongRow = 1200;

    private const string Nothing = "–";

    /// <summary>A paragraph of a style by name.</summary>
    public Paragraph Paragraph(string style, params OpenXmlElement[] content) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = styles[style] }), .. content]);

    /// <summary>Words as they stand, whatever is in them.</summary>
    public static WordRun Text(string text) => new(new WordText(OfficeText.OnOneLine(text)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>A heading with a bookmark, to which the table of contents leads.</summary>
    public Paragraph Heading(Heading heading, string bookmark, int number, bool isOnNewPage)
    {
        string id = number.ToString(CultureInfo.InvariantCulture);
        Paragraph paragraph = Paragraph(StyleNames.Heading(heading.Level), new BookmarkStart { Id = id, Name = bookmark }, Text(heading.Text), new BookmarkEnd { Id = id });
        if (isOnNewPage)
        {
            paragraph.ParagraphProperties?.Append(new PageBreakBefore());
        }

        return paragraph;
    }

    /// <summary>A paragraph.</summary>
    public Paragraph Of(Words words) => Paragraph(NameOf(words.Style), [.. words.Runs.Where(run => run.Text.Length > 0).Select(Of)]);

    /// <summary>Everything of a table but its rows.</summary>
    public IEnumerable<OpenXmlElement> Frame(Table table)
    {
        string caption = OfficeText.OnOneLine(table.Caption);
        yield return new TableProperties(
            new TableStyle { Val = styles[StyleNames.Table] },
            new TableWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
            new TableCaption { Val = caption },
            new TableDescription { Val = caption });
        yield return new TableGrid(Widths(table).Select(column => new GridColumn { Width = column.ToString(CultureInfo.InvariantCulture) }));
    }

    /// <summary>The rows of a table, the head first.</summary>
    public IEnumerable<TableRow> Rows(Table table)
    {
        string[] widths = [.. Widths(table).Select(column => column.ToString(CultureInfo.InvariantCulture))];
        yield return new TableRow(
        [
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. table.Columns.Select((heading, i) => Cell(widths[i], [Paragraph(StyleNames.Head, Text(heading))])),
        ]);
        foreach (IReadOnlyList<IReadOnlyList<Words>> row in table.Rows)
        {
            OpenXmlElement[] properties = row.Max(cell => cell.Sum(words => words.Length)) <= LongRow ? [new TableRowProperties(new CantSplit())] : [];
            yield return new TableRow([.. properties, .. row.Select((cell, i) => Cell(widths[i], cell.Count == 0 ? [Of(Words.Of(Nothing, WordsStyle.Cell))] : cell.Select(Of)))]);
        }
    }

    private static TableCell Cell(string width, IEnumerable<Paragraph> paragraphs) =>
        new([new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }), .. paragraphs]);

    private WordRun Of(Run run)
    {
        WordRun element = Text(run.Text);
        if (run.IsMarked)
        {
            element.RunProperties = new RunProperties(new RunStyle { Val = styles[StyleNames.Mark] });
        }

        return element;
    }

    private static string NameOf(WordsStyle style) => style switch
    {
        WordsStyle.Body => StyleNames.Body,
        WordsStyle.Cell => StyleNames.Cell,
        WordsStyle.Sentence => StyleNames.Sentence,
        WordsStyle.Source => StyleNames.Source,
        _ => StyleNames.Note,
    };

    // A column is as wide as what stands in it is long, within bounds: the root keeps short ones readable.
    private int[] Widths(Table table)
    {
        double[] weights =
        [
            .. Enumerable.Range(0, table.Columns.Count).Select(column => Math.Clamp(
                Math.Sqrt(Math.Max(table.Columns[column].Length, table.Rows.Average(row => row[column].Sum(words => Math.Min(words.Length, 400))))), 3.5, 14)),
        ];
        double sum = weights.Sum();
        int[] widths = [.. weights.Select(weight => (int)(width * weight / sum))];
        widths[^1] += width - widths.Sum();
        return widths;
    }
}
