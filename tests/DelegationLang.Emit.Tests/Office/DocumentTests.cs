using DelegationLang.Emit.Html;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Office;
using DelegationLang.Office.Packaging;
using DelegationLang.Office.Word;
using DelegationLang.Semantics;
using DelegationLang.Testing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Heading = DelegationLang.Office.Word.Heading;
using OfficeRun = DelegationLang.Office.Word.Run;
using OfficeTable = DelegationLang.Office.Word.Table;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Sample = DelegationLang.Emit.Tests.Support.Sample;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace DelegationLang.Emit.Tests.Office;

/// <summary>The documents for Word are sound, can be read in order by whoever sees or hears them, and hold the words of the pages as words.</summary>
public sealed class DocumentTests
{
    // Ends on its line and holds no quotation mark: everything else may stand in a quotation.
    private const string Hostile = "<w:p/> &amp; ]]> \u202Eexe.txt \u200B \uFFFE { TOC \\o } =1+1";

    [Theory]
    [MemberData(nameof(OfficeSchemes.Examples), MemberType = typeof(OfficeSchemes))]
    public void The_documents_of_an_example_are_valid_in_order_and_the_same_each_time(string name)
    {
        Sample sample = Samples.Get(name);
        byte[] bytes = Make(sample);
        Open(bytes, document => Check(document, name));
        Assert.Equal(bytes, Make(sample));
        var export = new OfficeExport(sample.Input);
        foreach (PartySymbol party in sample.Input.Model.Symbols.OfType<PartySymbol>().Where(party => !party.IsFromLibrary).Take(Effort.Of(1, 500)))
        {
            Open(export.Of(party, OfficeFormat.Document).ToArray(), document => Check(document, name + ", " + party.DisplayName));
        }
    }

    [Fact]
    public void Documents_of_sound_and_random_schemes_are_valid_and_in_order() => Parallel.ForEach(OfficeSchemes.Sound().Concat(OfficeSchemes.Random(3)), sample =>
    {
        Open(Make(sample), document => Check(document, sample.Name));
        PartySymbol party = sample.Input.Model.Symbols.OfType<PartySymbol>().First(party => !party.IsFromLibrary);
        Open(new OfficeExport(sample.Input).Of(party, OfficeFormat.Document).ToArray(), document => Check(document, sample.Name + ", " + party.DisplayName));
    });

    [Fact]
    public void The_document_has_the_scheme_row_for_row()
    {
        Sample sample = Samples.Get("borough-council");
        var pages = new DocumentPages(new PageContext(new Publication(sample.Input)));
        string[] rows = [.. pages.Whole().SelectMany(section => section.Parts).SelectMany(part => part.Content.Tables).SelectMany(table => table.Rows).Select(row => string.Join('|', row.Cells.Select(TextOf)))];
        Assert.NotEmpty(rows);
        Open(Make(sample), document => Assert.Equal(rows, BodyOf(document).Descendants<TableRow>().Where(row => !IsHead(row)).Select(row => string.Join('|', row.Elements<TableCell>().Select(TextOf)))));
    }

    [Fact]
    public void The_table_of_contents_leads_to_each_heading_of_its_levels() => Open(Make(Samples.Get("foundation-trust")), document =>
    {
        Body body = BodyOf(document);
        string field = body.Descendants<FieldCode>().First().Text;
        int levels = field.Contains("\"1-2\"", StringComparison.Ordinal) ? 2 : 1;
        string[] headings = [.. body.Elements<Paragraph>().Where(paragraph => Level(document, paragraph) is > 0 and var level && level <= levels).Select(paragraph => paragraph.Descendants<BookmarkStart>().Single().Name?.Value + " " + paragraph.InnerText)];
        Assert.Equal(headings, body.Descendants<Hyperlink>().Select(link => link.Anchor?.Value + " " + link.InnerText));
        Assert.True(headings.Length > 5);
        Assert.NotNull(document.MainDocumentPart?.DocumentSettingsPart?.Settings.GetFirstChild<UpdateFieldsOnOpen>());
    });

    [Fact]
    public void Pages_are_numbered_and_the_language_is_said() => Open(Make(Samples.Get("foundation-trust")), document =>
    {
        MainDocumentPart main = document.MainDocumentPart ?? throw new InvalidDataException();
        Assert.Equal([" PAGE ", " NUMPAGES "], main.FooterParts.Single().Footer.Descendants<FieldCode>().Select(code => code.Text));
        Assert.Equal("en-GB", main.StyleDefinitionsPart?.Styles?.Descendants<Languages>().First().Val?.Value);
        Assert.Equal(("en-GB", "Northmoor Scheme of Reservation and Delegation"), (document.PackageProperties.Language, document.PackageProperties.Title));
    });

    [Fact]
    public void By_what_authority_is_told_in_a_line_from_the_top_down()
    {
        Sample sample = Samples.Get("west-yorkshire-icb");
        Open(new OfficeExport(sample.Input).Of(sample.Party("Leeds Place Director"), OfficeFormat.Document).ToArray(), document =>
            Assert.Contains("Board, then Leeds Committee (7.1), then Leeds Place Director (7.6)", BodyOf(document).Descendants<TableCell>().Select(TextOf)));
    }

    [Fact]
    public void Whatever_authors_write_stays_words()
    {
        Sample sample = Samples.Compile($"""
            scheme "{Hostile}"
              in force from 1 April 2026
              note "{Hostile}".
            Trust is an organisation.
            Board is the board of Trust.
            section {Hostile}
            "officer {Hostile}" is an officer of Trust note "{Hostile}".
            "{new string('x', 5_000)}" is an officer of Trust.
            "matter {Hostile}" is a matter of Trust reference "{Hostile}".
            Trust delegates "matter {Hostile}" to "officer {Hostile}" up to £5 recorded in "{Hostile}" reference "{Hostile}".
            """);
        foreach (byte[] bytes in (byte[][])[Make(sample), .. sample.Input.Model.Symbols.OfType<PartySymbol>().Select(party => new OfficeExport(sample.Input).Of(party, OfficeFormat.Document).ToArray())])
        {
            Open(bytes, document =>
            {
                Check(document, "hostile");
                Body body = BodyOf(document);
                Assert.All(body.Descendants<FieldCode>(), code => Assert.StartsWith(" TOC \\o", code.Text, StringComparison.Ordinal));
                Assert.Empty(body.Descendants<SimpleField>());
                Assert.DoesNotContain(body.InnerText, character => character is '\u202E' or '\u200B' or '\uFFFE');
                Assert.Empty(document.MainDocumentPart?.ExternalRelationships ?? []);
                Assert.Empty(document.MainDocumentPart?.HyperlinkRelationships ?? []);
            });
        }

        Open(Make(sample), document => Assert.Contains("<w:p/> &amp; ]]> [U+202E]exe.txt", BodyOf(document).InnerText, StringComparison.Ordinal));
    }

    // As the paper of a change, or any other, is made: no scheme is needed.
    [Fact]
    public void A_paper_is_made_of_headings_words_and_tables_whatever_is_in_them()
    {
        const string Any = "a\uD800b <w:p/>\t\r\n\u0001=1 \uFFFE";
        const string Shown = "a[U+D800]b <w:p/>  [U+0001]=1 [U+FFFE]";
        Paper paper = new(
            Any,
            [Any, ""],
            [new Heading(1, Any), new Heading(2, Any)],
            [
                new Heading(1, Any),
                Words.Of(Any),
                new Words([new OfficeRun(Any, IsMarked: true), new OfficeRun(Any)], WordsStyle.Note),
                new Heading(2, Any),
                new OfficeTable(Any, [Any, "b"], [[[Words.Of(Any, WordsStyle.Cell)], []], [[Words.Of("1", WordsStyle.Cell), Words.Of("2", WordsStyle.Cell)], [Words.Of(Any, WordsStyle.Sentence), Words.Of(Any, WordsStyle.Source)]]]),
            ]);
        byte[] bytes = DocumentFile.Make(paper, new FileFacts(Any, Any, Any, Any), new DocumentLook(null));
        Assert.Equal(bytes, DocumentFile.Make(paper, new FileFacts(Any, Any, Any, Any), new DocumentLook(null)));
        Open(bytes, document =>
        {
            Check(document, "paper");
            string[] texts = [.. BodyOf(document).Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)];
            Assert.Equal(10, texts.Count(text => text == Shown));
            Assert.Contains(Shown + Shown, texts);
            Assert.Equal(Shown, BodyOf(document).Descendants<TableDescription>().Single().Val?.Value);
        });
    }

    /// <summary>What must be so of every document.</summary>
    internal static void Check(WordprocessingDocument document, string what)
    {
        OfficeSchemes.AssertValid(document, what);
        Body body = BodyOf(document);
        int before = 0;
        foreach (Paragraph paragraph in body.Elements<Paragraph>())
        {
            int level = Level(document, paragraph);
            Assert.True(level <= before + 1, $"{what}: the heading “{paragraph.InnerText}” leaves a level out");
            before = level > 0 ? level : before;
        }

        Assert.All(body.Descendants<Paragraph>(), paragraph => Assert.False(string.IsNullOrWhiteSpace(paragraph.InnerText), what + ": an empty paragraph"));
        Assert.All(body.Descendants<Table>(), table =>
        {
            TableRow[] rows = [.. table.Elements<TableRow>()];
            Assert.True(IsHead(rows[0]) && rows.Skip(1).All(row => !IsHead(row)), what + ": the head of a table");
            Assert.All(rows, row => Assert.Equal(rows[0].Elements<TableCell>().Count(), row.Elements<TableCell>().Count()));
            Assert.NotEqual("", table.GetFirstChild<TableProperties>()?.TableCaption?.Val?.Value ?? "");
            Assert.NotEqual("", table.GetFirstChild<TableProperties>()?.TableDescription?.Val?.Value ?? "");
            Assert.IsNotType<Table>(table.NextSibling());
        });
    }

    private static int Level(WordprocessingDocument document, Paragraph paragraph)
    {
        string? id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        string name = document.MainDocumentPart?.StyleDefinitionsPart?.Styles?.Elements<Style>().FirstOrDefault(style => style.StyleId?.Value == id)?.StyleName?.Val?.Value ?? "";
        return name.StartsWith("heading ", StringComparison.Ordinal) ? name[^1] - '0' : 0;
    }

    private static bool IsHead(TableRow row) => row.TableRowProperties?.Elements<TableHeader>().Any() == true;

    private static Body BodyOf(WordprocessingDocument document) => document.MainDocumentPart?.Document.Body ?? throw new InvalidDataException();

    private static string TextOf(CellView cell) => cell.IsEmpty ? "–" : string.Join('\n', cell.Lines.Select(line => line.Words));

    private static string TextOf(TableCell cell) => string.Join('\n', cell.Elements<Paragraph>().Select(paragraph => paragraph.InnerText));

    private static byte[] Make(Sample sample) => new OfficeExport(sample.Input).Scheme(OfficeFormat.Document).ToArray();

    /// <summary>Opens a document and looks at it.</summary>
    internal static void Open(byte[] bytes, Action<WordprocessingDocument> look)
    {
        using var stream = new MemoryStream(bytes);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        look(document);
    }
}
