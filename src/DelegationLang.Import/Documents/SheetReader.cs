using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace DelegationLang.Import.Documents;

/// <summary>Reads one sheet, row by row.</summary>
internal sealed class SheetReader(string sheet, IReadOnlyList<string> texts, NumberFormats formats)
{
    private readonly SortedSet<string> remarks = new(StringComparer.Ordinal);
    private readonly HashSet<int> hiddenColumns = [];
    private readonly HashSet<int> hiddenRows = [];
    private readonly Dictionary<(int Row, int Column), Cell> cells = [];
    private readonly List<(int Row, int Column, int Height, int Width)> merges = [];
    private int rowCount;
    private int columnCount;

    /// <summary>What was left out.</summary>
    public IEnumerable<string> Remarks => remarks;

    /// <summary>The rows that the sheet shows and in which something stands.</summary>
    public ImmutableArray<ImmutableArray<Cell>> Read(WorksheetPart part)
    {
        using (XmlReader xml = WorkbookReader.Open(part))
        {
            int row = -1;
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "col" when IsHidden(xml):
                        HideColumns(xml);
                        break;
                    case "row":
                        row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number - 1 : row + 1;
                        if (IsHidden(xml))
                        {
                            hiddenRows.Add(row);
                        }

                        break;
                    case "c":
                        ReadCell(xml, row);
                        break;
                    case "mergeCell":
                        AddMerge(xml.GetAttribute("ref") ?? "");
                        break;
                    default:
                        break;
                }
            }
        }

        return Rows();
    }

    private static bool IsHidden(XmlReader xml) => xml.GetAttribute("hidden") is "1" or "true";

    private void HideColumns(XmlReader xml)
    {
        bool isRange = int.TryParse(xml.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            & int.TryParse(xml.GetAttribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out int last);
        for (int column = first; isRange && column <= Math.Min(last, first + GridBuilder.MostColumns); column++)
        {
            hiddenColumns.Add(column - 1);
        }
    }

    private void AddMerge(string reference)
    {
        string[] ends = reference.Split(':');
        if (ends is [var first, var last] && WorkbookReader.PlaceOf(first) is { } from && WorkbookReader.PlaceOf(last) is { } to && merges.Count < 20_000)
        {
            merges.Add((from.Row, from.Column, Math.Clamp(to.Row - from.Row + 1, 1, GridBuilder.MostRows), Math.Clamp(to.Column - from.Column + 1, 1, GridBuilder.MostColumns)));
        }
    }

    private void ReadCell(XmlReader xml, int row)
    {
        string reference = xml.GetAttribute("r") ?? "";
        string type = xml.GetAttribute("t") ?? "n";
        int style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : 0;
        string value = "";
        bool isFormula = false;
        if (!xml.IsEmptyElement)
        {
            int depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" })
                {
                    value = WorkbookReader.TextWithin(xml);
                }
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" })
                {
                    isFormula = true;
                    _ = WorkbookReader.TextWithin(xml);
                }
            }
        }

        if (value.Length == 0 || WorkbookReader.PlaceOf(reference) is not { } place)
        {
            return;
        }

        if (place.Row >= GridBuilder.MostRows || place.Column >= GridBuilder.MostColumns)
        {
            throw new ImportException(FormattableString.Invariant($"its sheet {sheet} has more than {GridBuilder.MostRows} rows or {GridBuilder.MostColumns} columns: keep what is the scheme, and take the rest out"));
        }

        Cell cell = CellOf(type, value, style) with { Place = reference, IsFormula = isFormula };
        if (cell.Text.Length > 0)
        {
            cells[(place.Row, place.Column)] = cell;
            rowCount = Math.Max(rowCount, place.Row + 1);
            columnCount = Math.Max(columnCount, place.Column + 1);
        }
    }

    private Cell CellOf(string type, string value, int style)
    {
        switch (type)
        {
            case "s":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < texts.Count ? Cells.OfText(Short(texts[index]), "") : Cell.Empty;
            case "b":
                return new Cell(value == "1" ? "Yes" : "No");
            case "n" when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number):
                return formats.Show(number, style);
            case "e":
                remarks.Add($"The sheet “{sheet}” has a formula that comes to an error; it was left out.");
                return Cell.Empty;
            default:
                return Cells.OfText(Short(value), "");
        }
    }

    private string Short(string text) => text.Length <= PlainText.Most || sheet == OwnExport.SentenceSheet ? text : text[..PlainText.Most];

    private ImmutableArray<ImmutableArray<Cell>> Rows()
    {
        foreach ((int row, int column, int height, int width) in merges)
        {
            if (!cells.TryGetValue((row, column), out Cell? cell))
            {
                continue;
            }

            for (int r = row; r < Math.Min(row + height, Math.Max(rowCount, row + 1)); r++)
            {
                for (int c = column; c < Math.Min(column + width, Math.Max(columnCount, column + 1)); c++)
                {
                    cells[(r, c)] = cell;
                }
            }
        }

        NoteHidden();
        int[] columns = [.. Enumerable.Range(0, columnCount).Where(column => !hiddenColumns.Contains(column))];
        ImmutableArray<ImmutableArray<Cell>>.Builder rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        for (int row = 0; row < rowCount; row++)
        {
            if (hiddenRows.Contains(row))
            {
                continue;
            }

            ImmutableArray<Cell> line = [.. columns.Select(column => cells.GetValueOrDefault((row, column)) ?? Cell.Empty)];
            if (line.Any(cell => !cell.IsEmpty))
            {
                rows.Add(line);
            }
        }

        return rows.ToImmutable();
    }

    private void NoteHidden()
    {
        if (cells.Keys.Any(place => hiddenColumns.Contains(place.Column)))
        {
            remarks.Add($"The sheet “{sheet}” has a hidden column in which something stands; it was left out. Say whether it is in force.");
        }

        if (cells.Keys.Any(place => hiddenRows.Contains(place.Row)))
        {
            remarks.Add($"The sheet “{sheet}” has a hidden row in which something stands; it was left out. Say whether it is in force.");
        }
    }
}
