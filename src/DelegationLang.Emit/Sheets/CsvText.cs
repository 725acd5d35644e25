using System.Buffers;
using System.Globalization;
using System.Text;

namespace DelegationLang.Emit.Sheets;

/// <summary>
/// Sheets as comma-separated values (RFC 4180): UTF-8 with a byte order mark, without which Excel misreads the pound sign, and lines ended by CR and LF.
/// Days are written <c>2026-04-01</c>, sums as plain figures. A text that Excel would take for a formula has an apostrophe before it.
/// </summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n;\t");
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A sheet as a file.</summary>
    public static EmittedFile Make(string path, Sheet sheet)
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, sheet.Columns.Select(column => column.Heading));
        foreach (IReadOnlyList<SheetCell> row in sheet.Rows)
        {
            Line(text, row.Select(Value));
        }

        return new EmittedFile(path, Encoding.GetBytes(text.ToString()));
    }

    private static string Value(SheetCell cell) => cell.Day is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : cell.Number is not null ? cell.Figure
        : cell.LooksLikeFormula ? "'" + cell.Text
        : cell.Text;

    private static void Line(StringBuilder text, IEnumerable<string> values)
    {
        bool isFirst = true;
        foreach (string value in values)
        {
            text.Append(isFirst ? "" : ",");
            isFirst = false;
            if (value.AsSpan().ContainsAny(Special))
            {
                text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                text.Append(value);
            }
        }

        text.Append("\r\n");
    }
}
