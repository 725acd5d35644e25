using DelegationLang.Import;
using DelegationLang.Import.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace DelegationLang.Cli.Tests.Import;

/// <summary>What a document of Word holds that does not stand in its text as it is shown.</summary>
public sealed class WordReadingTests
{
    [Fact]
    public void Tracked_changes_are_taken_as_accepted_and_said()
    {
        SourceDocument document = Read(new Paragraph(
            Words("Orders up to "),
            new DeletedRun(new Run(new DeletedText("£1,000"))) { Id = "1", Author = "A" },
            new InsertedRun(Words("£2,000")) { Id = "2", Author = "A" }));

        Assert.Equal("Orders up to £2,000", document.Blocks.OfType<DelegationLang.Import.Documents.Paragraph>().Last().Text);
        Assert.Contains(document.Remarks, remark => remark.Contains("tracked changes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_was_deleted_is_gone_and_one_that_is_hidden_is_left_out()
    {
        Table table = Documents.WordTable(["Matter", "Authority"], ["Orders", "Clerk"], ["Leases", "Clerk"], ["Gifts", "Clerk"]);
        TableRow[] rows = [.. table.Elements<TableRow>()];
        rows[2].PrependChild(new TableRowProperties(new Deleted { Id = "1", Author = "A" }));
        rows[3].PrependChild(new TableRowProperties(new Hidden()));

        SourceDocument document = Read(table);

        Assert.Equal(["Matter", "Orders"], Assert.Single(document.Blocks.OfType<DelegationLang.Import.Documents.SourceTable>()).Rows.Select(row => row[0].Text));
        Assert.Equal(2, document.Remarks.Length);
    }

    [Fact]
    public void Merged_cells_are_one_cell_at_each_place()
    {
        Table table = Documents.WordTable(["Matter", "Authority"], ["Orders", "Board only"], ["Leases", ""]);
        TableCell[] cells = [.. table.Descendants<TableCell>()];
        cells[3].TableCellProperties = new TableCellProperties(new VerticalMerge { Val = MergedCellValues.Restart });
        cells[5].TableCellProperties = new TableCellProperties(new VerticalMerge());

        System.Collections.Immutable.ImmutableArray<System.Collections.Immutable.ImmutableArray<Cell>> rows = Assert.Single(Read(table).Blocks.OfType<DelegationLang.Import.Documents.SourceTable>()).Rows;

        Assert.Same(rows[1][1], rows[2][1]);
        Assert.NotSame(rows[1][0], rows[2][0]);
    }

    [Theory]
    [InlineData("Wingdings", "F0FC", "✓")]
    [InlineData("Wingdings", "F0FB", "✗")]
    [InlineData("Wingdings 2", "F050", "✓")]
    public void Ticks_of_fonts_of_signs_are_ticks(string font, string code, string tick) =>
        Assert.Equal(tick, Read(new Paragraph(new Run(new SymbolChar { Font = font, Char = code }))).Blocks.OfType<DelegationLang.Import.Documents.Paragraph>().Last().Text);

    [Fact]
    public void What_a_text_box_says_is_read_once()
    {
        SourceDocument document = Read(new Paragraph(new Run(new OpenXmlUnknownElement("w", "pict", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        {
            InnerXml = "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>The Clerk may sell ice.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>",
        })));

        Assert.Single(document.Blocks.OfType<DelegationLang.Import.Documents.Paragraph>(), paragraph => paragraph.Text == "The Clerk may sell ice.");
    }

    private static Run Words(string text) => new(new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static SourceDocument Read(params OpenXmlElement[] body)
    {
        ImportedFile file = Documents.Word(body);
        return DocumentReader.Read(file.Name, file.Bytes.ToArray());
    }
}
