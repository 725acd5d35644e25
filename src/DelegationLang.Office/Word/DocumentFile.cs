using System.IO.Packaging;
using DelegationLang.Office.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace DelegationLang.Office.Word;

/// <summary>Writes a paper as a document for Word: real headings, a table of contents, tables whose heads are repeated, page numbers, a language.</summary>
internal static class DocumentFile
{
    /// <summary>The document.</summary>
    /// <param name="paper">What it holds.</param>
    /// <param name="facts">What it says of itself.</param>
    /// <param name="look">How it looks.</param>
    public static byte[] Make(Paper paper, FileFacts facts, DocumentLook look)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.CompressionOption = CompressionOption.NotCompressed;
            MainDocumentPart main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            PackageFacts.Write(document.AddNewPart<CoreFilePropertiesPart>("rId2"), facts);
            SectionProperties section = look.AddPages(main);
            var names = StyleNames.Of(look.AddStyles(main));
            look.AddNumbers(main);
            var elements = new PieceElements(names, DocumentLook.TextWidth(section));
            look.AddFooter(main, section, elements, facts.Version.Length > 0 ? facts.Title + ", version " + facts.Version : facts.Title);
            look.AddSettings(main);
            Write(main, paper, elements, section);
        }

        return PackageBytes.Of(stream);
    }

    private static void Write(MainDocumentPart main, Paper paper, PieceElements elements, SectionProperties section)
    {
        using var writer = OpenXmlWriter.Create(main);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        writer.WriteElement(elements.Paragraph(StyleNames.Title, PieceElements.Text(paper.Title)));
        foreach (string subtitle in paper.Subtitles.Where(subtitle => subtitle.Length > 0))
        {
            writer.WriteElement(elements.Paragraph(StyleNames.Subtitle, PieceElements.Text(subtitle)));
        }

        bool hasContents = false;
        foreach (Paragraph entry in ContentsField.Of(elements, paper.Outline, Bookmark))
        {
            hasContents = true;
            writer.WriteElement(entry);
        }

        int headings = 0;
        foreach (Piece piece in paper.Pieces)
        {
            switch (piece)
            {
                case Heading heading:
                    writer.WriteElement(elements.Heading(heading, Bookmark(headings), headings, isOnNewPage: hasContents && headings == 0));
                    headings++;
                    break;
                case Words words:
                    writer.WriteElement(elements.Of(words));
                    break;
                case Table table:
                    WriteTable(writer, elements, table);
                    break;
            }
        }

        writer.WriteElement(section);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteTable(OpenXmlWriter writer, PieceElements elements, Table table)
    {
        writer.WriteStartElement(new WordTable());
        foreach (OpenXmlElement element in elements.Frame(table).Concat(elements.Rows(table)))
        {
            writer.WriteElement(element);
        }

        writer.WriteEndElement();
    }

    // Names that begin so are hidden from whoever looks through bookmarks.
    private static string Bookmark(int heading) => FormattableString.Invariant($"_Toc{100_000_000 + heading}");
}
