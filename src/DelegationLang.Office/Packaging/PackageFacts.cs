using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace DelegationLang.Office.Packaging;

/// <summary>What a file says of itself: its title, whose it is, its language. No time: the same scheme gives the same file.</summary>
internal static class PackageFacts
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";

    /// <summary>Writes the properties of a document.</summary>
    /// <param name="part">Where they stand.</param>
    /// <param name="facts">What they are.</param>
    public static void Write(CoreFilePropertiesPart part, FileFacts facts)
    {
        using Stream stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", Core);
        Element("title", facts.Title);
        Element("creator", facts.Creator);
        Element("identifier", facts.Fingerprint);
        Element("language", "en-GB");
        if (facts.Version.Length > 0)
        {
            xml.WriteElementString("cp", "version", Core, OfficeText.Of(facts.Version));
        }

        xml.WriteEndElement();

        void Element(string name, string value)
        {
            if (value.Length > 0)
            {
                xml.WriteElementString("dc", name, Dublin, OfficeText.Of(value));
            }
        }
    }
}
