using System.Globalization;
using System.Xml;
using DelegationLang.Emit.Sheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheet = DelegationLang.Emit.Sheets.Sheet;

namespace DelegationLang.Office.Excel;

/// <summary>The cells that a sheet takes up.</summary>
/// <param name="Columns">How many columns.</param>
/// <param name="Rows">How many rows, the head included.</param>
internal sealed record SheetExtent(int Columns, int Rows)
{
    /// <summary>As filters name it: <c>A1:C3</c>.</summary>
    public string Relative => "A1:" + WorksheetWriter.Letters(Columns) + Rows.ToString(CultureInfo.InvariantCulture);

    /// <summary>As names of ranges have it: <c>$A$1:$C$3</c>.</summary>
    public string Absolute => "$A$1:$" + WorksheetWriter.Letters(Columns) + "$" + Rows.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Writes the rows of a sheet as they are made.</summary>
internal static class WorksheetWriter
{
    /// <summary>The most rows that a sheet can have.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>How many characters beside each other can still be read on A4 across.</summary>
    private const int OnPage = 240;

    // Excel takes 1900 for a leap year: before that day, its numbers stand for other days than they should.
    private static readonly DateOnly FirstDay = new(1900, 3, 1);
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>Writes a sheet.</summary>
    /// <param name="part">Where it stands.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="texts">The texts of the workbook.</param>
    /// <param name="isFirst">Whether it is the one that is seen first.</param>
    public static SheetExtent Write(WorksheetPart part, Sheet sheet, TextTable texts, bool isFirst)
    {
        using XmlWriter writer = SheetXml.Create(part);
        SheetXml.Start(writer, "worksheet");
        new SheetProperties(new PageSetupProperties { FitToPage = true }).WriteTo(writer);
        new SheetViews(new SheetView(
            new Pane { HorizontalSplit = 1, VerticalSplit = 1, TopLeftCell = "B2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomRight, ActiveCell = "B2", SequenceOfReferences = new ListValue<StringValue> { InnerText = "B2" } })
        {
            WorkbookViewId = 0,
            TabSelected = isFirst,
        }).WriteTo(writer);
        new Columns(sheet.Columns.Select((column, i) => new Column { Min = (uint)(i + 1), Max = (uint)(i + 1), Width = column.Width, CustomWidth = true })).WriteTo(writer);
        string[] letters = [.. Enumerable.Range(1, sheet.Columns.Count).Select(Letters)];
        SheetXml.Start(writer, "sheetData");
        var heights = new RowHeights([.. sheet.Columns.Select(column => column.Width)]);
        WriteRow(writer, 1, letters, heights, sheet.Columns.Select(column => new SheetCellAs(SheetCell.Of(column.Heading), CellStyles.Head)), texts);
        int rows = 1;
        foreach (IReadOnlyList<SheetCell> row in sheet.Rows)
        {
            if (rows == MostRows - 1)
            {
                WriteRow(writer, ++rows, letters, heights, [new SheetCellAs(SheetCell.Of("A sheet holds no more rows: the others are left out here. Export as CSV to have them all."), CellStyles.Text)], texts);
                break;
            }

            WriteRow(writer, ++rows, letters, heights, row.Select(cell => new SheetCellAs(cell, StyleOf(cell))), texts);
        }

        writer.WriteEndElement();
        var extent = new SheetExtent(sheet.Columns.Count, rows);
        new AutoFilter { Reference = extent.Relative }.WriteTo(writer);
        new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 }.WriteTo(writer);
        new PageSetup { PaperSize = 9, PageOrder = PageOrderValues.OverThenDown, Orientation = OrientationValues.Landscape, FitToWidth = PagesAcross(sheet.Columns), FitToHeight = 0 }.WriteTo(writer);
        new HeaderFooter(new OddFooter("&L&A&RPage &P of &N")).WriteTo(writer);
        writer.WriteEndElement();
        return extent;
    }

    /// <summary>The letters of a column, counted from 1.</summary>
    public static string Letters(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    // The first column stands on each page.
    private static uint PagesAcross(IReadOnlyList<SheetColumn> columns)
    {
        int first = columns[0].Width;
        return (uint)Math.Max(1, Math.Ceiling(columns.Skip(1).Sum(column => column.Width) / (double)(OnPage - first)));
    }

    private static uint StyleOf(SheetCell cell) => cell.Day is not null ? CellStyles.Day
        : cell.Number is { } number ? number == decimal.Truncate(number) ? CellStyles.Whole : CellStyles.Pence
        : cell.LooksLikeFormula ? CellStyles.Quoted
        : CellStyles.Text;

    private static void WriteRow(XmlWriter writer, int number, string[] letters, RowHeights heights, IEnumerable<SheetCellAs> row, TextTable texts)
    {
        string name = number.ToString(CultureInfo.InvariantCulture);
        SheetCellAs[] cells = [.. row];
        SheetXml.Start(writer, "row");
        writer.WriteAttributeString("r", name);
        writer.WriteAttributeString("ht", heights.Of(cells.Select(cell => cell.Cell.Text)).ToString(CultureInfo.InvariantCulture));
        for (int column = 0; column < cells.Length; column++)
        {
            if (cells[column].Cell != SheetCell.Empty)
            {
                WriteCell(writer, cells[column], letters[column] + name, texts);
            }
        }

        writer.WriteEndElement();
    }

    private static void WriteCell(XmlWriter writer, SheetCellAs styled, string reference, TextTable texts)
    {
        SheetCell cell = styled.Cell;
        bool isFigure = cell.Number is not null || cell.Day >= FirstDay;
        SheetXml.Start(writer, "c");
        writer.WriteAttributeString("r", reference);
        writer.WriteAttributeString("s", (isFigure || cell.Day is null ? styled.Style : CellStyles.Text).ToString(CultureInfo.InvariantCulture));
        if (!isFigure)
        {
            writer.WriteAttributeString("t", "s");
        }

        SheetXml.Start(writer, "v");
        writer.WriteString(ValueOf(cell, isFigure, texts));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static string ValueOf(SheetCell cell, bool isFigure, TextTable texts) => isFigure
        ? cell.Day is { } day ? (day.DayNumber - DayZero).ToString(CultureInfo.InvariantCulture) : cell.Figure
        : texts.Of(cell.Day is { } early ? early.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell.Text).ToString(CultureInfo.InvariantCulture);

    private sealed record SheetCellAs(SheetCell Cell, uint Style);
}
