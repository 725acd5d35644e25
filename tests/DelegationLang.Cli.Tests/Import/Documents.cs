using System.Globalization;
using System.IO.Compression;
using System.Text;
using DelegationLang.Import;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelegationLang.Cli.Tests.Import;

/// <summary>Makes documents to import.</summary>
internal static class Documents
{
    /// <summary>A page: a title, when it was approved and from when it counts, and the rest.</summary>
    public static ImportedFile Page(string organisation, string body) => new("document.html", Encoding.UTF8.GetBytes(
        $"<html><body><h1>{organisation}</h1><h2>Scheme of Delegation</h2><p>Approved by the Board on 3 March 2026. In force from 1 April 2026.</p>{body}</body></html>"));

    /// <summary>A table of a page, a line a row, cells between strokes; the first row is its head.</summary>
    public static string Table(string rows)
    {
        string[] lines = rows.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return "<table>" + string.Concat(lines.Select((line, i) => "<tr>" + string.Concat(line.Split('|').Select(cell => i == 0 ? $"<th>{cell.Trim()}</th>" : $"<td>{cell.Trim()}</td>")) + "</tr>")) + "</table>";
    }

    /// <summary>A document of Word with some elements in its body.</summary>
    public static ImportedFile Word(params OpenXmlElement[] body)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(
                [Text("Hollow NHS Trust"), Text("Scheme of Delegation"), Text("Approved by the Board on 3 March 2026. In force from 1 April 2026."), .. body]));
        }

        return new ImportedFile("document.docx", stream.ToArray());
    }

    public static Paragraph Text(string text) => new(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    /// <summary>A table of Word; the first row is its head.</summary>
    public static Table WordTable(params string[][] rows) => new([.. rows.Select((row, i) => (OpenXmlElement)new TableRow(
        [.. (i == 0 ? (OpenXmlElement[])[new TableRowProperties(new TableHeader())] : []), .. row.Select(cell => new TableCell(Text(cell)))]))]);

    /// <summary>A workbook of one sheet whose parts are written by hand.</summary>
    /// <param name="rows">The rows: what stands in each cell, a number where it is one.</param>
    /// <param name="sheetEnd">What stands after the rows.</param>
    public static ImportedFile Workbook(IEnumerable<object?[]> rows, string sheetEnd = "")
    {
        var sheet = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        int number = 0;
        foreach (object?[] row in rows)
        {
            number++;
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
            for (int column = 0; column < row.Length; column++)
            {
                string place = Column(column) + number.ToString(CultureInfo.InvariantCulture);
                sheet.Append(row[column] switch
                {
                    null => "",
                    int value => $"<c r=\"{place}\"><v>{value.ToString(CultureInfo.InvariantCulture)}</v></c>",
                    var text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text.ToString())}</t></is></c>",
                });
            }

            sheet.Append("</row>");
        }

        return Package("document.xlsx",
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Scheme\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/worksheets/sheet1.xml", sheet + "</sheetData>" + sheetEnd + "</worksheet>"));
    }

    /// <summary>A package of some parts.</summary>
    public static ImportedFile Package(string name, params (string Path, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string path, string content) in parts)
            {
                using var writer = new StreamWriter(package.CreateEntry(path).Open());
                writer.Write(content);
            }
        }

        return new ImportedFile(name, stream.ToArray());
    }

    private static string Column(int index) => index < 26 ? ((char)('A' + index)).ToString() : Column((index / 26) - 1) + (char)('A' + (index % 26));
}
