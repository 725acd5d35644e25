using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelegationLang.Office.Word;

/// <summary>
/// A body's own Word file, of which documents take the look: its styles, its theme and its lists, the size of its pages, and the headers and footers of its last
/// section with their pictures. What it says is left behind, and so is everything that could run or fetch something.
/// </summary>
internal sealed class WordTemplate : IDisposable
{
    // Fields that Word would follow to a file, a program or an address begin so.
    private static readonly string[] Fetching =
        ["INCLUDE", "LINK", "DDE", "IMPORT", "EMBED", "DATABASE", "RD", "MACROBUTTON", "GOTOBUTTON", "AUTOTEXT", "HTMLACTIVEX", "PRINT ", "ADDIN", "CONTROL"];

    private readonly MemoryStream content;
    private readonly WordprocessingDocument document;
    private readonly MainDocumentPart main;

    /// <summary>Reads a template.</summary>
    /// <exception cref="OfficeTemplateException">It is none, or holds what a template may not.</exception>
    public WordTemplate(ReadOnlyMemory<byte> bytes)
    {
        content = new MemoryStream(bytes.ToArray(), writable: false);
        document = TemplateCheck.Open(content);
        main = document.MainDocumentPart ?? throw TemplateCheck.Damaged();
    }

    /// <summary>Whether pages with even numbers have headers of their own.</summary>
    public bool HasEvenPages => Read(() => main.DocumentSettingsPart?.Settings?.GetFirstChild<EvenAndOddHeaders>() is { } even && even.Val?.Value != false);

    /// <summary>Its styles.</summary>
    public Styles? Styles() => Read(() => (Styles?)main.StyleDefinitionsPart?.Styles?.CloneNode(deep: true));

    /// <summary>Its lists; pictures as bullets become points.</summary>
    public Numbering? Numbering() => Read(() =>
    {
        var numbering = (Numbering?)main.NumberingDefinitionsPart?.Numbering?.CloneNode(deep: true);
        foreach (OpenXmlElement picture in numbering is null ? [] : numbering.Descendants<NumberingPictureBullet>().Cast<OpenXmlElement>().Concat(numbering.Descendants<LevelPictureBulletId>()).ToArray())
        {
            picture.Remove();
        }

        return numbering;
    });

    /// <summary>Adds its theme, headers and footers to a document.</summary>
    /// <returns>How the pages are laid out.</returns>
    public SectionProperties AddPages(MainDocumentPart target) => Read(() =>
    {
        if (main.ThemePart is { } theme)
        {
            if (theme.Parts.Any())
            {
                throw new OfficeTemplateException("its theme has pictures: choose another theme in Word (Design, Themes)");
            }

            Copy(theme, target.AddNewPart<ThemePart>("theme"));
        }

        SectionProperties section = (SectionProperties?)main.Document.Body?.Elements<SectionProperties>().LastOrDefault()?.CloneNode(deep: true) ?? new SectionProperties();
        foreach (HeaderFooterReferenceType reference in section.Elements<HeaderFooterReferenceType>().ToArray())
        {
            reference.Id = AddPart(target, reference.Id?.Value ?? "");
        }

        section.RemoveAllChildren<PrinterSettingsReference>();
        section.RemoveAllChildren<SectionPropertiesChange>();
        section.RemoveAllChildren<FootnoteProperties>();
        section.RemoveAllChildren<EndnoteProperties>();
        section.RemoveAllChildren<PageNumberType>();
        return section;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        document.Dispose();
        content.Dispose();
    }

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (TemplateCheck.IsDamage(fault))
        {
            throw TemplateCheck.Damaged();
        }
    }

    private string AddPart(MainDocumentPart target, string id)
    {
        OpenXmlPart part = main.GetPartById(id);
        string name = FormattableString.Invariant($"page{target.HeaderParts.Count() + target.FooterParts.Count() + 1}");
        OpenXmlPart copy = part switch
        {
            HeaderPart => target.AddNewPart<HeaderPart>(name),
            FooterPart => target.AddNewPart<FooterPart>(name),
            _ => throw TemplateCheck.Damaged(),
        };
        OpenXmlPartRootElement root = part.RootElement ?? throw TemplateCheck.Damaged();
        string place = part is HeaderPart ? "header" : "footer";
        if (Fields(root).Split('\n').Any(field => Array.Exists(Fetching, start => field.AsSpan().TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase))))
        {
            throw new OfficeTemplateException($"its {place} has a field that fetches or runs something: take it out");
        }

        foreach (IdPartPair inner in part.Parts)
        {
            if (inner.OpenXmlPart is not ImagePart picture)
            {
                throw new OfficeTemplateException($"its {place} holds something other than words and pictures: take it out");
            }

            Copy(picture, copy.AddNewPart<ImagePart>(picture.ContentType, inner.RelationshipId));
        }

        foreach (HyperlinkRelationship link in part.HyperlinkRelationships)
        {
            if (!link.Uri.IsAbsoluteUri || link.Uri.Scheme is not ("http" or "https" or "mailto"))
            {
                throw new OfficeTemplateException($"its {place} has a link that leads to neither a page nor an address for mail: take it out");
            }

            copy.AddHyperlinkRelationship(link.Uri, isExternal: true, link.Id);
        }

        if (part.ExternalRelationships.Any() || part.DataPartReferenceRelationships.Any())
        {
            throw new OfficeTemplateException($"its {place} shows a picture or an object that is not in the file itself: put it into the file");
        }

        Copy(part, copy);
        return name;
    }

    // The fields, one a line: the code of one may stand in several runs, and one in another.
    private static string Fields(OpenXmlElement root) => string.Concat(root.Descendants().Select(element => element switch
    {
        FieldChar => "\n",
        FieldCode code => code.Text,
        SimpleField field => "\n" + field.Instruction?.Value + "\n",
        _ => "",
    }));

    private static void Copy(OpenXmlPart from, OpenXmlPart to)
    {
        using Stream source = from.GetStream(FileMode.Open, FileAccess.Read);
        to.FeedData(source);
    }
}
