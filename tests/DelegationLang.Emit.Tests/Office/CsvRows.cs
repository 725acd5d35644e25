using System.Text;

namespace DelegationLang.Emit.Tests.Office;

/// <summary>Comma-separated values read back (RFC 4180), by the headings of their columns.</summary>
internal sealed class CsvRows
{
    private CsvRows(string[] headings, List<string[]> rows)
    {
        Headings = headings;
        Rows = [.. rows.Select(row => headings.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
        Assert.All(rows, row => Assert.Equal(headings.Length, row.Length));
    }

    public string[] Headings { get; }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    public static CsvRows Of(ReadOnlySpan<byte> content)
    {
        Assert.True(content.StartsWith(Encoding.UTF8.Preamble));
        List<string[]> lines = [.. Lines(Encoding.UTF8.GetString(content[3..]))];
        return new CsvRows(lines[0], lines[1..]);
    }

    private static IEnumerable<string[]> Lines(string text)
    {
        var line = new List<string>();
        for (int at = 0; at < text.Length;)
        {
            var value = new StringBuilder();
            if (text[at] == '"')
            {
                for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
                {
                    value.Append(text[at]);
                    at += text[at] == '"' ? 1 : 0;
                }

                at++;
            }
            else
            {
                for (; text[at] is not (',' or '\r'); at++)
                {
                    Assert.False(text[at] is '"' or '\n', "a quotation mark or a line end in a value without quotation marks");
                    value.Append(text[at]);
                }
            }

            line.Add(value.ToString());
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            yield return [.. line];
            line.Clear();
        }

        Assert.Empty(line);
    }
}
