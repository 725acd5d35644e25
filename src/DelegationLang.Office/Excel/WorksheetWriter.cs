using System.Globalization;
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
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { HorizontalSplit = 1, VerticalSplit = 1, TopLeftCell = "B2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomRight, ActiveCell = "B2", SequenceOfReferences = new ListValue<StringValue> { InnerText = "B2" } })
        {
            WorkbookViewId = 0,
            TabSelected = isFirst,
        }));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, i) => new Column { Min = (uint)(i + 1), Max = (uint)(i + 1), Width = column.Width, CustomWidth = true })));
        string[] letters = [.. Enumerable.Range(1, sheet.Columns.Count).Select(Letters)];
        writer.WriteStartElement(new SheetData());
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
        writer.WriteElement(new AutoFilter { Reference = extent.Relative });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, PageOrder = PageOrderValues.OverThenDown, Orientation = OrientationValues.Landscape, FitToWidth = PagesAcross(sheet.Columns), FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&L&A&RPage &P of &N")));
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

    private static void WriteRow(OpenXmlWriter writer, int number, string[] letters, RowHeights heights, IEnumerable<SheetCellAs> row, TextTable texts)
    {
        string name = number.ToString(CultureInfo.InvariantCulture);
        SheetCellAs[] cells = [.. row];
        writer.WriteStartElement(new Row { RowIndex = (uint)number, Height = heights.Of(cells.Select(cell => cell.Cell.Text)) });
        int column = 0;
        foreach (SheetCellAs cell in cells)
        {
            if (cell.Cell != SheetCell.Empty)
            {
                writer.WriteElement(Cell(cell, letters[column] + name, texts));
            }

            column++;
        }

        writer.WriteEndElement();
    }

    private static Cell Cell(SheetCellAs styled, string reference, TextTable texts)
    {
        SheetCell cell = styled.Cell;
        if (cell.Number is not null || cell.Day >= FirstDay)
        {
            string value = cell.Day is { } day ? (day.DayNumber - DayZero).ToString(CultureInfo.InvariantCulture) : cell.Figure;
            return new Cell(new CellValue(value)) { CellReference = reference, StyleIndex = styled.Style };
        }

        string text = cell.Day is { } early ? early.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell.Text;
        return new Cell(new CellValue(texts.Of(text).ToString(CultureInfo.InvariantCulture)))
        {
            CellReference = reference,
            StyleIndex = cell.Day is null ? styled.Style : CellStyles.Text,
            DataType = CellValues.SharedString,
        };
    }

    private sealed record SheetCellAs(SheetCell Cell, uint Style);
}
