using DocumentFormat.OpenXml.Spreadsheet;

namespace DelegationLang.Office.Excel;

/// <summary>How cells look, by number.</summary>
internal static class CellStyles
{
    /// <summary>Text.</summary>
    public const uint Text = 0;

    /// <summary>The head of a column.</summary>
    public const uint Head = 1;

    /// <summary>A whole number: <c>1,500,000</c>.</summary>
    public const uint Whole = 2;

    /// <summary>A sum with pence: <c>135,018.01</c>.</summary>
    public const uint Pence = 3;

    /// <summary>A day: <c>1 Apr 2026</c>.</summary>
    public const uint Day = 4;

    /// <summary>A text that looks like a formula: it stays a text when somebody edits it.</summary>
    public const uint Quoted = 5;

    private const uint DayFormat = 164;

    /// <summary>The style sheet.</summary>
    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "d\\ mmm\\ yyyy" }) { Count = 1 },
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Arial" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Arial" })) { Count = 2 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EDEE" }) { PatternType = PatternValues.Solid })) { Count = 3 },
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())) { Count = 2 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            Format(0),
            Format(0, font: 1, fill: 2, border: 1),
            Format(3),
            Format(4),
            Format(DayFormat),
            Quote(Format(0))) { Count = 6 },
        new DocumentFormat.OpenXml.Spreadsheet.CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormat Format(uint number, uint font = 0, uint fill = 0, uint border = 0) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = number > 0,
            ApplyFont = font > 0,
            ApplyFill = fill > 0,
            ApplyBorder = border > 0,
            ApplyAlignment = true,
        };

    private static CellFormat Quote(CellFormat format)
    {
        format.QuotePrefix = true;
        return format;
    }
}
