using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace DelegationLang.Import.Documents;

/// <summary>Reads a workbook of Excel: what its sheets show. Hidden sheets, rows and columns are left out, and that is said.</summary>
internal static class WorkbookReader
{
    /// <summary>The most characters of a cell.</summary>
    public const int MostCharacters = 32_767;

    /// <summary>Reads one.</summary>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public static SourceDocument Read(string name, byte[] bytes)
    {
        PackageGuard.Check(bytes);
        try
        {
            using var package = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false, PackageGuard.Settings);
            WorkbookPart book = package.WorkbookPart ?? throw PackageGuard.Damaged();
            ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
            ImmutableArray<string>.Builder remarks = ImmutableArray.CreateBuilder<string>();
            IReadOnlyList<string> texts = book.SharedStringTablePart is { } shared ? SharedTexts(shared) : [];
            var formats = NumberFormats.Of(book.WorkbookStylesPart, IsFrom1904(book));
            foreach ((string sheet, string id, bool isHidden) in Sheets(book))
            {
                if (isHidden)
                {
                    remarks.Add($"The sheet “{sheet}” is hidden; it was left out. Say whether it is in force.");
                }
                else if (book.GetPartById(id) is WorksheetPart part)
                {
                    var reader = new SheetReader(sheet, texts, formats);
                    ImmutableArray<ImmutableArray<Cell>> rows = reader.Read(part);
                    remarks.AddRange(reader.Remarks);
                    if (!rows.IsEmpty)
                    {
                        blocks.Add(new SourceTable($"sheet {sheet}", sheet, rows));
                    }
                }
            }

            return new SourceDocument(name, blocks.ToImmutable(), remarks.ToImmutable());
        }
        catch (Exception fault) when (PackageGuard.IsDamage(fault))
        {
            throw PackageGuard.Damaged();
        }
    }

    /// <summary>A reader of a part, which resolves no entity and fetches nothing.</summary>
    public static XmlReader Open(OpenXmlPart part) => XmlReader.Create(
        part.GetStream(FileMode.Open, FileAccess.Read),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true });

    private static List<(string Name, string Id, bool IsHidden)> Sheets(WorkbookPart book)
    {
        var sheets = new List<(string, string, bool)>();
        using XmlReader xml = Open(book);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                string id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                    ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";
                sheets.Add((PlainText.Tidy(xml.GetAttribute("name") ?? ""), id, xml.GetAttribute("state") is "hidden" or "veryHidden"));
            }
        }

        return sheets;
    }

    private static bool IsFrom1904(WorkbookPart book)
    {
        using XmlReader xml = Open(book);
        return xml.ReadToFollowing("workbookPr") && xml.GetAttribute("date1904") is "1" or "true";
    }

    private static List<string> SharedTexts(SharedStringTablePart part)
    {
        var texts = new List<string>();
        using XmlReader xml = Open(part);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(TextWithin(xml));
            }
        }

        return texts;
    }

    /// <summary>The text of the runs within the element at which a reader stands; the reader then stands at its end. How words are to be pronounced is no part of it.</summary>
    public static string TextWithin(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var words = new StringBuilder();
        int depth = xml.Depth;
        int phonetic = -1;
        while (xml.Read() && xml.Depth > depth)
        {
            if (phonetic >= 0 && xml.Depth <= phonetic)
            {
                phonetic = -1;
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                phonetic = xml.Depth;
            }
            else if (phonetic < 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                words.Append(xml.Value);
            }
        }

        // As much as a cell can hold: sentences of a scheme are longer than what people write into cells.
        return PlainText.Tidy(words.ToString(), MostCharacters);
    }

    /// <summary>The row and the column, from 0, of a reference such as <c>B7</c>; nothing where it is none.</summary>
    public static (int Row, int Column)? PlaceOf(string reference)
    {
        int at = 0;
        int column = 0;
        while (at < reference.Length && char.IsAsciiLetter(reference[at]) && column < 20_000)
        {
            column = (column * 26) + (char.ToUpperInvariant(reference[at]) - 'A' + 1);
            at++;
        }

        return column > 0 && int.TryParse(reference.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out int row) && row > 0 ? (row - 1, column - 1) : null;
    }
}
