using System.Globalization;
using System.Xml;
using DelegationLang.Office.Packaging;
using DocumentFormat.OpenXml.Packaging;

namespace DelegationLang.Office.Excel;

/// <summary>The texts of a workbook, each once: cells refer to them by number.</summary>
internal sealed class TextTable
{
    /// <summary>The most characters that a cell can hold.</summary>
    private const int MostCharacters = 32_767;

    private const string Cut = " … (cut here: a cell holds no more)";

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    /// <summary>The number of a text.</summary>
    public int Of(string text)
    {
        if (!numbers.TryGetValue(text, out int number))
        {
            number = texts.Count;
            numbers.Add(text, number);
            texts.Add(text);
        }

        return number;
    }

    /// <summary>Writes the texts.</summary>
    public void Write(SharedStringTablePart part)
    {
        using XmlWriter writer = SheetXml.Create(part);
        SheetXml.Start(writer, "sst");
        writer.WriteAttributeString("uniqueCount", texts.Count.ToString(CultureInfo.InvariantCulture));
        foreach (string text in texts)
        {
            SheetXml.Start(writer, "si");
            SheetXml.Start(writer, "t");
            writer.WriteAttributeString("xml", "space", null, "preserve");
            writer.WriteString(Fitting(OfficeText.Of(text)));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    // Between the two halves of a surrogate pair nothing is cut.
    private static string Fitting(string text)
    {
        int end = MostCharacters - Cut.Length;
        return text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + Cut;
    }
}
