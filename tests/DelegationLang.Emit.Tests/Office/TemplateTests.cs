using System.IO.Compression;
using System.Text;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Office;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlainText = DocumentFormat.OpenXml.Wordprocessing.Text;
using Sample = DelegationLang.Emit.Tests.Support.Sample;

namespace DelegationLang.Emit.Tests.Office;

/// <summary>A body's own Word file gives a document its look and nothing else; one that is damaged or would fetch something is refused with the reason.</summary>
public sealed class TemplateTests
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly Lazy<Sample> Scheme = new(() => Samples.Get("foundation-trust"));

    [Fact]
    public void The_styles_of_a_template_are_used_by_their_names_whatever_their_identifiers()
    {
        byte[] made = Make(Template(main =>
        {
            Styles styles = main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                Style("Standard", "Normal", isDefault: true), Style("berschrift1", "heading 1"), Style("berschrift2", "heading 2"), Style("SchemeCell", "A style of ours by its identifier alone"));
            _ = styles;
        }));
        DocumentTests.Open(made, document =>
        {
            DocumentTests.Check(document, "template");
            string[] used = [.. document.MainDocumentPart?.Document.Descendants<ParagraphStyleId>().Select(id => id.Val?.Value ?? "").Distinct() ?? []];
            Assert.Contains("berschrift1", used);
            Assert.Contains("berschrift2", used);
            Assert.Contains("SchemeCell2", used);
            Assert.DoesNotContain("SchemeCell", used);
            string[] known = [.. document.MainDocumentPart?.StyleDefinitionsPart?.Styles?.Elements<Style>().Select(style => style.StyleId?.Value ?? "") ?? []];
            Assert.Empty(used.Except(known));
        });
    }

    [Fact]
    public void The_pages_the_header_its_picture_and_its_link_come_along_and_the_words_do_not()
    {
        byte[] made = Make(Template(main =>
        {
            HeaderPart header = main.AddNewPart<HeaderPart>("head");
            ImagePart picture = header.AddNewPart<ImagePart>("image/png", "dot");
            picture.FeedData(new MemoryStream(Dot));
            header.AddHyperlinkRelationship(new Uri("https://www.example.nhs.uk/"), isExternal: true, "www");
            header.Header = new Header(new Paragraph(new Hyperlink(new Run(new PlainText("Our own header"))) { Id = "www" }));
            Body body = main.Document.Body ?? throw new InvalidDataException();
            body.Append(
                new Paragraph(new Run(new PlainText("What the template says"))),
                new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = "head" }, new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1440, Bottom = 1440, Left = 1440, Right = 1440, Header = 700, Footer = 700, Gutter = 0 }));
        }));
        DocumentTests.Open(made, document =>
        {
            DocumentTests.Check(document, "template");
            MainDocumentPart main = document.MainDocumentPart ?? throw new InvalidDataException();
            Assert.Equal("Our own header", main.HeaderParts.Single().Header.InnerText);
            Assert.Equal("https://www.example.nhs.uk/", main.HeaderParts.Single().HyperlinkRelationships.Single().Uri.ToString());
            Assert.Single(main.HeaderParts.Single().ImageParts);
            Assert.Single(main.FooterParts);
            Assert.DoesNotContain("What the template says", main.Document.InnerText, StringComparison.Ordinal);
            Assert.All(main.Document.Descendants<TableGrid>(), grid => Assert.Equal(11906 - 2880, grid.Elements<GridColumn>().Sum(column => int.Parse(column.Width?.Value ?? "", System.Globalization.CultureInfo.InvariantCulture))));
        });
    }

    [Fact]
    public void A_document_that_was_exported_is_a_template()
    {
        byte[] made = Make(new OfficeExport(Scheme.Value.Input).Scheme(OfficeFormat.Document).ToArray());
        DocumentTests.Open(made, document => DocumentTests.Check(document, "again"));
        Assert.Equal(made, Make(new OfficeExport(Scheme.Value.Input).Scheme(OfficeFormat.Document).ToArray()));
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "text", "cannot be read as a Word document" },
        { "empty", "cannot be read as a Word document" },
        { "zip", "cannot be read as a Word document" },
        { "cut", "cannot be read as a Word document" },
        { "entities", "cannot be read as a Word document" },
        { "styles", "cannot be read as a Word document" },
        { "workbook", "cannot be read as a Word document" },
        { "old", "a document of an older Word" },
        { "macros", "it has macros" },
        { "bomb", "too large for a template" },
        { "picture elsewhere", "is not in the file itself" },
        { "field", "a field that fetches or runs something" },
        { "split field", "a field that fetches or runs something" },
        { "object", "something other than words and pictures" },
        { "script link", "leads to neither a page nor an address for mail" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_a_template_is_refused_with_the_reason(string kind, string reason) =>
        Assert.Contains(reason, Assert.Throws<OfficeTemplateException>(() => Make(Bad(kind))).Message, StringComparison.Ordinal);

    [Fact]
    public void Whatever_is_cut_off_or_changed_a_template_is_used_or_refused()
    {
        byte[] whole = Template(main => main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(Style("Standard", "Normal", isDefault: true)));
        var random = new Random(20261129);
        EmitInput export = Samples.Compile("Trust is an organisation.\nBoard is the board of Trust.\nbuying is a matter of Trust.\n").Input;
        for (int i = 0; i < Testing.Effort.Of(20, 3_000); i++)
        {
            byte[] bytes = i % 3 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            for (int change = 0; bytes.Length > 0 && change < i % 4; change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                Assert.NotEqual(0, new OfficeExport(export with { Site = new SiteOptions { WordTemplate = bytes } }).Scheme(OfficeFormat.Document).Length);
            }
            catch (OfficeTemplateException refused)
            {
                Assert.NotEqual("", refused.Message);
            }
        }
    }

    private static byte[] Bad(string kind) => kind switch
    {
        "text" => Encoding.UTF8.GetBytes("Not a document."),
        "empty" => [],
        "zip" => Zip(("a.txt", "a")),
        "cut" => Template(_ => { })[..400],
        "entities" => Zip(
            ("[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/d.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("_rels/.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"d.xml\"/></Relationships>"),
            ("d.xml", "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>")),
        "styles" => Template(main => main.AddNewPart<StyleDefinitionsPart>().FeedData(new MemoryStream("<styles"u8.ToArray()))),
        "workbook" => new OfficeExport(Scheme.Value.Input).Scheme(OfficeFormat.Workbook).ToArray(),
        "old" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
        "macros" => Template(_ => { }, WordprocessingDocumentType.MacroEnabledDocument),
        "bomb" => Zip(("[Content_Types].xml", new string(' ', 61_000_000))),
        "picture elsewhere" => WithHeader(header => header.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("http://example.com/spy.png"), "spy"), new Run(new PlainText("a"))),
        "field" => WithHeader(_ => { }, new SimpleField(new Run(new PlainText("a"))) { Instruction = " INCLUDETEXT \"c:\\\\secret.docx\" " }),
        "split field" => WithHeader(
            _ => { },
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode(" DD")),
            new Run(new FieldCode("EAUTO cmd ")),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End })),
        "object" => WithHeader(header => header.AddNewPart<EmbeddedPackagePart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "ole").FeedData(new MemoryStream([1])), new Run(new PlainText("a"))),
        "script link" => WithHeader(header => header.AddHyperlinkRelationship(new Uri("file:///etc/passwd"), isExternal: true, "run"), new Run(new PlainText("a"))),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static byte[] WithHeader(Action<HeaderPart> add, params OpenXmlElement[] content) => Template(main =>
    {
        HeaderPart header = main.AddNewPart<HeaderPart>("head");
        add(header);
        header.Header = new Header(new Paragraph(content));
        main.Document.Body?.Append(new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = "head" }));
    });

    private static Style Style(string id, string name, bool isDefault = false) =>
        new(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };

    private static byte[] Template(Action<MainDocumentPart> fill, WordprocessingDocumentType type = WordprocessingDocumentType.Document)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, type))
        {
            MainDocumentPart main = document.AddMainDocumentPart();
            main.Document = new Document(new Body());
            fill(main);
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Make(byte[] template) => new OfficeExport(Scheme.Value.Input with { Site = new SiteOptions { WordTemplate = template } }).Scheme(OfficeFormat.Document).ToArray();
}
