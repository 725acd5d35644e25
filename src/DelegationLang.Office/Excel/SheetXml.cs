using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace DelegationLang.Office.Excel;

/// <summary>
/// Writes the parts of a workbook that have an element for each cell. The library's own writer makes an object of each element first, which takes several times as
/// long.
/// </summary>
internal static class SheetXml
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A writer for a part; closing it ends the elements that are open.</summary>
    public static XmlWriter Create(OpenXmlPart part) =>
        XmlWriter.Create(part.GetStream(FileMode.Create), new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = true });

    /// <summary>Begins an element of workbooks, under the prefix that the library uses too.</summary>
    public static void Start(XmlWriter writer, string name) => writer.WriteStartElement("x", name, Namespace);
}
