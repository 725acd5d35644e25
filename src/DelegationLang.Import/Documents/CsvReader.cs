using System.Collections.Immutable;
using nietras.SeparatedValues;

namespace DelegationLang.Import.Documents;

/// <summary>Reads values separated by commas, semicolons or tabs.</summary>
internal static class CsvReader
{
    /// <summary>Reads a file of them.</summary>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public static SourceDocument Read(string name, byte[] bytes)
    {
        (string text, ImmutableArray<string> remarks) = TextFile.Read(bytes);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ImportException("it is no text: save it as CSV (UTF-8)");
        }

        int most = OwnExport.IsList(text) ? int.MaxValue : PlainText.Most;
        var grid = new GridBuilder();
        int row = 0;
        try
        {
            using SepReader reader = Sep.New(DelimiterOf(text)).Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).FromText(text);
            foreach (SepReader.Row line in reader)
            {
                for (int column = 0; column < line.ColCount; column++)
                {
                    string words = PlainText.Tidy(line[column].ToString(), most);
                    if (words.Length > 0 || column == 0)
                    {
                        grid.Put(row, column, 1, 1, Cells.OfText(words, FormattableString.Invariant($"row {row + 1}")));
                    }
                }

                row++;
            }
        }
        catch (Exception fault) when (fault is FormatException or InvalidDataException or IOException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            throw new ImportException("it cannot be read as CSV: open it in Excel, and save it again as CSV (UTF-8)");
        }

        ImmutableArray<Block> blocks = row == 0 ? [] : [new SourceTable("the table", "", grid.ToRows(row))];
        return new SourceDocument(name, blocks, remarks);
    }

    // The sign that stands most evenly outside of quotation marks in the first lines.
    private static char DelimiterOf(string text)
    {
        char best = ',';
        int most = -1;
        foreach (char candidate in ",;\t|")
        {
            int count = 0;
            bool isQuoted = false;
            int lines = 0;
            foreach (char c in text)
            {
                isQuoted ^= c == '"';
                count += !isQuoted && c == candidate ? 1 : 0;
                lines += !isQuoted && c == '\n' ? 1 : 0;
                if (lines > 20)
                {
                    break;
                }
            }

            if (count > most)
            {
                (best, most) = (candidate, count);
            }
        }

        return best;
    }
}
