using System.Globalization;
using System.Text;
using System.Xml;
using DelegationLang.Parsing;
using DocumentFormat.OpenXml.Packaging;

namespace DelegationLang.Import.Documents;

/// <summary>How a workbook shows its numbers: a sum with words around it, a share, a day.</summary>
internal sealed class NumberFormats
{
    private readonly List<string> formatOf = [];
    private readonly int daysBefore;

    private NumberFormats(bool isFrom1904) => daysBefore = isFrom1904 ? 1_462 : 0;

    /// <summary>Reads the formats of a workbook.</summary>
    /// <param name="part">Where they stand.</param>
    /// <param name="isFrom1904">Whether days are counted from 1904, as old workbooks of Macintosh do.</param>
    public static NumberFormats Of(WorkbookStylesPart? part, bool isFrom1904)
    {
        var formats = new NumberFormats(isFrom1904);
        if (part is null)
        {
            return formats;
        }

        var codes = new Dictionary<int, string>();
        bool isOfCells = false;
        using XmlReader xml = WorkbookReader.Open(part);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                isOfCells = xml.NodeType == XmlNodeType.Element;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
            {
                codes[Number(xml, "numFmtId")] = xml.GetAttribute("formatCode") ?? "";
            }
            else if (isOfCells && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                int id = Number(xml, "numFmtId");
                formats.formatOf.Add(codes.TryGetValue(id, out string? code) ? code : BuiltIn(id));
            }
        }

        return formats;
    }

    /// <summary>A number as the workbook shows it.</summary>
    /// <param name="number">The number that the cell holds.</param>
    /// <param name="style">The index of its style.</param>
    public Cell Show(decimal number, int style)
    {
        string format = style < formatOf.Count ? formatOf[style] : "";
        if (IsDay(format) && number is >= 1 and < 200_000)
        {
            DateOnly day = new DateOnly(1899, 12, 30).AddDays((int)number + daysBefore);
            return new Cell(DateLiteral.Format(day)) { Day = day };
        }

        (string before, string after) = Words(format);
        bool isShare = format.Contains('%', StringComparison.Ordinal);
        decimal shown = isShare ? number * 100 : number;
        string figure = shown.ToString(format.Contains(',', StringComparison.Ordinal) ? "#,##0.##" : "0.####", CultureInfo.InvariantCulture);
        return new Cell(PlainText.Tidy(before + figure + (isShare ? "%" : "") + after)) { Number = isShare ? null : number };
    }

    private static int Number(XmlReader xml, string name) => int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : 0;

    private static string BuiltIn(int id) => id switch
    {
        >= 14 and <= 17 or 22 => "dd/mm/yyyy",
        9 or 10 => "0%",
        3 or 4 or (>= 37 and <= 40) => "#,##0",
        5 or 6 or 7 or 8 or 41 or 42 or 43 or 44 => "£#,##0",
        _ => "",
    };

    private static bool IsDay(string format)
    {
        string plain = Stripped(format);
        return plain.Contains('y', StringComparison.OrdinalIgnoreCase) || (plain.Contains('d', StringComparison.OrdinalIgnoreCase) && plain.Contains('m', StringComparison.OrdinalIgnoreCase));
    }

    // The letters that stand for figures, without what is quoted, escaped or in brackets.
    private static string Stripped(string format)
    {
        var plain = new StringBuilder();
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] == '\\')
            {
                i++;
            }
            else if (format[i] is '"' or '[')
            {
                int end = format.IndexOf(format[i] == '"' ? '"' : ']', i + 1);
                i = end < 0 ? format.Length : end;
            }
            else
            {
                plain.Append(format[i]);
            }
        }

        return plain.ToString();
    }

    // What the format writes before and after the figure: "over £"#,##0.
    private static (string Before, string After) Words(string format)
    {
        int section = format.IndexOf(';', StringComparison.Ordinal);
        format = section < 0 ? format : format[..section];
        var before = new StringBuilder();
        var after = new StringBuilder();
        bool hasFigure = false;
        for (int i = 0; i < format.Length; i++)
        {
            StringBuilder side = hasFigure ? after : before;
            if (format[i] == '\\' && i + 1 < format.Length)
            {
                side.Append(format[++i]);
            }
            else if (format[i] == '"')
            {
                int end = format.IndexOf('"', i + 1);
                end = end < 0 ? format.Length : end;
                side.Append(format, i + 1, end - i - 1);
                i = end;
            }
            else if (format[i] == '[')
            {
                int end = format.IndexOf(']', i + 1);
                end = end < 0 ? format.Length - 1 : end;
                string inner = format[(i + 1)..end];
                side.Append(inner.StartsWith('$') ? inner.TrimStart('$').Split('-')[0] : "");
                i = end;
            }
            else if (format[i] is '0' or '#' or '?')
            {
                hasFigure = true;
            }
            else if (format[i] is '£' or '$' or '€')
            {
                side.Append(format[i]);
            }
            else if (format[i] == '_')
            {
                i++;
            }
        }

        return (before.ToString(), after.ToString());
    }
}
