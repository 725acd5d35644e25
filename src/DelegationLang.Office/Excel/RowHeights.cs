namespace DelegationLang.Office.Excel;

/// <summary>
/// How tall rows are in which texts go on from line to line. Not every program works that out when it opens a file; one that does is free to change it, since
/// nothing says that the height is the author's wish.
/// </summary>
/// <param name="widths">How wide the columns are, in characters.</param>
internal sealed class RowHeights(IReadOnlyList<int> widths)
{
    /// <summary>The tallest that a row can be, in points.</summary>
    private const double Most = 409;

    private const double Line = 14.25;

    /// <summary>The height of a row, in points.</summary>
    /// <param name="texts">What stands in its cells, from the first column on; empty for what needs a line at most.</param>
    public double Of(IEnumerable<string> texts) => Math.Min(Most, Line * Math.Max(1, texts.Select((text, column) => Lines(text, widths[column])).DefaultIfEmpty(1).Max()) + 0.75);

    // Words are not broken, so that lines are seldom full; a word longer than a line goes on in the next.
    private static int Lines(ReadOnlySpan<char> text, int width)
    {
        int lines = 0;
        foreach (Range part in text.Split('\n'))
        {
            int used = 0;
            lines++;
            foreach (Range range in text[part].Split(' '))
            {
                int word = text[part][range].Length;
                if (used > 0 && used + 1 + word > width)
                {
                    lines++;
                    used = 0;
                }

                used += (used > 0 ? 1 : 0) + word;
                while (used > width)
                {
                    lines++;
                    used -= width;
                }
            }
        }

        return lines;
    }
}
