using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace DelegationLang.Office.Word;

/// <summary>How a document looks: the built-in styles on A4 across, or those of a body's own template, with its pages, its headers and its footers.</summary>
/// <param name="template">The template; none for the built-in look.</param>
internal sealed class DocumentLook(WordTemplate? template)
{
    /// <summary>What a table must have to be read.</summary>
    private const int LeastWidth = 2_000;

    private const uint LongSide = 16_838;
    private const uint ShortSide = 11_906;
    private const int Margin = 1_021;

    /// <summary>Adds what the pages have in common, and says how they are laid out.</summary>
    public SectionProperties AddPages(MainDocumentPart main) => template is not null ? template.AddPages(main) : new SectionProperties(
        new PageSize { Width = LongSide, Height = ShortSide, Orient = PageOrientationValues.Landscape },
        new PageMargin { Top = Margin, Right = Margin, Bottom = Margin, Left = Margin, Header = 567, Footer = 454, Gutter = 0 });

    /// <summary>Adds the styles.</summary>
    public Styles AddStyles(MainDocumentPart main)
    {
        StyleDefinitionsPart part = main.AddNewPart<StyleDefinitionsPart>("styles");
        part.Styles = template?.Styles() ?? HouseStyles.Empty();
        return part.Styles;
    }

    /// <summary>Adds the lists of the template, whose styles may number by them.</summary>
    public void AddNumbers(MainDocumentPart main)
    {
        if (template?.Numbering() is { } numbering)
        {
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = numbering;
        }
    }

    /// <summary>Adds the number of the page under each page, unless the template has a footer of its own.</summary>
    public void AddFooter(MainDocumentPart main, SectionProperties section, PieceElements elements, string title)
    {
        if (section.Elements<FooterReference>().Any())
        {
            return;
        }

        FooterPart part = main.AddNewPart<FooterPart>("footer");
        Paragraph paragraph = elements.Paragraph(
            StyleNames.Footer,
            [PieceElements.Text(title), new WordRun(new TabChar()), PieceElements.Text("Page "), .. Field("PAGE"), PieceElements.Text(" of "), .. Field("NUMPAGES")]);
        paragraph.ParagraphProperties?.Append(new Tabs(new TabStop { Val = TabStopValues.Right, Position = TextWidth(section) }));
        part.Footer = new Footer(paragraph);
        section.InsertAt(new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" }, section.Elements<HeaderReference>().Count());
    }

    /// <summary>Adds the settings: Word is to make the table of contents anew, and to take the document for one of its present form.</summary>
    public void AddSettings(MainDocumentPart main)
    {
        var settings = new Settings(new UpdateFieldsOnOpen { Val = true });
        if (template?.HasEvenPages == true)
        {
            settings.PrependChild(new EvenAndOddHeaders());
        }

        settings.Append(
            new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new ThemeFontLanguages { Val = "en-GB" });
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = settings;
    }

    /// <summary>How wide the text is, in twentieths of a point.</summary>
    public static int TextWidth(SectionProperties section)
    {
        long page = section.GetFirstChild<PageSize>()?.Width?.Value ?? ShortSide;
        PageMargin? margin = section.GetFirstChild<PageMargin>();
        long width = page - (margin?.Left?.Value ?? Margin) - (margin?.Right?.Value ?? Margin) - (margin?.Gutter?.Value ?? 0);
        return (int)Math.Clamp(width, LeastWidth, 40_000);
    }

    private static WordRun[] Field(string code) =>
    [
        new(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new(new FieldCode(" " + code + " ") { Space = SpaceProcessingModeValues.Preserve }),
        new(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        PieceElements.Text(1.ToString(CultureInfo.InvariantCulture)),
        new(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];
}
