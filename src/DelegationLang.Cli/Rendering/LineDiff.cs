using System.Globalization;

namespace DelegationLang.Cli.Rendering;

/// <summary>Shows how one text became another: the lines that went and came, with a few round them.</summary>
internal sealed class LineDiff
{
    /// <summary>How many unchanged lines are shown before and after a change.</summary>
    private const int Context = 3;

    /// <summary>The most pairs of lines that are compared; beyond, all of the changed part is shown as gone and come.</summary>
    private const long MostPairs = 4_000_000;

    private readonly string[] before;
    private readonly string[] after;
    private readonly List<Line> lines = [];

    private LineDiff(string before, string after)
    {
        this.before = LinesOf(before);
        this.after = LinesOf(after);
        Compare();
    }

    /// <summary>Writes the difference in the unified form; nothing where there is none.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="palette">The colours.</param>
    /// <param name="name">The file.</param>
    /// <param name="before">Its text before.</param>
    /// <param name="after">Its text after.</param>
    public static void Write(TextWriter writer, Palette palette, string name, string before, string after)
    {
        var diff = new LineDiff(before, after);
        if (diff.lines.TrueForAll(line => line.Mark == ' '))
        {
            return;
        }

        writer.WriteLine($"{palette.Strong}--- {DisplayText.Harmless(name)}{palette.End}");
        writer.WriteLine($"{palette.Strong}+++ {DisplayText.Harmless(name)}{palette.End}");
        for (var at = 0; at < diff.lines.Count;)
        {
            at = diff.WriteHunk(writer, palette, at);
        }
    }

    private static string[] LinesOf(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines.Length > 0 && lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private void Compare()
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
        {
            Add(' ', before[start++]);
        }

        int oldEnd = before.Length, newEnd = after.Length;
        while (oldEnd > start && newEnd > start && before[oldEnd - 1] == after[newEnd - 1])
        {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        }

        CompareMiddle(start, oldEnd, newEnd);
        for (var i = oldEnd; i < before.Length; i++)
        {
            Add(' ', before[i]);
        }
    }

    /// <summary>The longest sequence of lines that both have in common stays; the rest went or came.</summary>
    private void CompareMiddle(int start, int oldEnd, int newEnd)
    {
        int rows = oldEnd - start, columns = newEnd - start;
        var isComparable = (long)rows * columns <= MostPairs;
        var longest = new int[isComparable ? rows + 1 : 1, isComparable ? columns + 1 : 1];
        for (var row = rows - 1; isComparable && row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                longest[row, column] = before[start + row] == after[start + column]
                    ? longest[row + 1, column + 1] + 1
                    : Math.Max(longest[row + 1, column], longest[row, column + 1]);
            }
        }

        int i = 0, j = 0;
        while (i < rows || j < columns)
        {
            if (isComparable && i < rows && j < columns && before[start + i] == after[start + j])
            {
                Add(' ', before[start + i++]);
                j++;
            }
            else if (i < rows && (!isComparable || j == columns || longest[i + 1, j] >= longest[i, j + 1]))
            {
                Add('-', before[start + i++]);
            }
            else
            {
                Add('+', after[start + j++]);
            }
        }
    }

    private void Add(char mark, string text) => lines.Add(new Line(mark, text));

    /// <summary>Writes the first change at or after a line and what is close to it; gives the line from which to go on.</summary>
    private int WriteHunk(TextWriter writer, Palette palette, int from)
    {
        var change = lines.FindIndex(from, line => line.Mark != ' ');
        if (change < 0)
        {
            return lines.Count;
        }

        var start = Math.Max(from, change - Context);
        var end = change;
        for (var i = change; i < lines.Count && i <= end + (2 * Context); i++)
        {
            end = lines[i].Mark == ' ' ? end : i;
        }

        end = Math.Min(lines.Count, end + Context + 1);
        writer.WriteLine($"{palette.Second}@@ -{Range('+', start, end)} +{Range('-', start, end)} @@{palette.End}");
        for (var i = start; i < end; i++)
        {
            var colour = lines[i].Mark switch { '-' => palette.Bad, '+' => palette.Good, _ => "" };
            writer.WriteLine($"{colour}{lines[i].Mark}{DisplayText.Harmless(lines[i].Text)}{(colour.Length > 0 ? palette.End : "")}");
        }

        return end;
    }

    /// <summary>The first line and the number of lines in the text that has none of the lines of a mark.</summary>
    private string Range(char absent, int start, int end)
    {
        int first = 1, count = 0;
        for (var i = 0; i < end; i++)
        {
            if (lines[i].Mark != absent)
            {
                first += i < start ? 1 : 0;
                count += i < start ? 0 : 1;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? first - 1 : first)},{count}");
    }

    private sealed record Line(char Mark, string Text);
}
