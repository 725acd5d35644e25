using System.Globalization;
using DelegationLang.LanguageServer.Features;
using DiffPlex.Model;

namespace DelegationLang.Cli.Rendering;

/// <summary>Shows how one text became another: the lines that went and came, with a few round them.</summary>
internal sealed class LineDiff
{
    /// <summary>How many unchanged lines are shown before and after a change.</summary>
    private const int Context = 3;

    private readonly List<Line> lines = [];

    private LineDiff(string[] before, string[] after)
    {
        int at = 0;
        foreach (DiffBlock change in LineChanges.Between(before, after))
        {
            Add(' ', before[at..change.DeleteStartA]);
            Add('-', before[change.DeleteStartA..(change.DeleteStartA + change.DeleteCountA)]);
            Add('+', after[change.InsertStartB..(change.InsertStartB + change.InsertCountB)]);
            at = change.DeleteStartA + change.DeleteCountA;
        }

        Add(' ', before[at..]);
    }

    /// <summary>Writes the difference in the unified form; nothing where there is none.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="palette">The colours.</param>
    /// <param name="name">The file.</param>
    /// <param name="before">Its text before.</param>
    /// <param name="after">Its text after.</param>
    public static void Write(TextWriter writer, Palette palette, string name, string before, string after)
    {
        var diff = new LineDiff(LinesOf(before), LinesOf(after));
        if (diff.lines.TrueForAll(line => line.Mark == ' '))
        {
            return;
        }

        writer.WriteLine($"{palette.Strong}--- {DisplayText.Harmless(name)}{palette.End}");
        writer.WriteLine($"{palette.Strong}+++ {DisplayText.Harmless(name)}{palette.End}");
        for (int at = 0; at < diff.lines.Count;)
        {
            at = diff.WriteHunk(writer, palette, at);
        }
    }

    private static string[] LinesOf(string text) => [.. LineChanges.LinesOf(text.ReplaceLineEndings("\n")).Select(line => line.TrimEnd('\n'))];

    private void Add(char mark, string[] texts) => lines.AddRange(texts.Select(text => new Line(mark, text)));

    /// <summary>Writes the first change at or after a line and what is close to it; gives the line from which to go on.</summary>
    private int WriteHunk(TextWriter writer, Palette palette, int from)
    {
        int change = lines.FindIndex(from, line => line.Mark != ' ');
        if (change < 0)
        {
            return lines.Count;
        }

        int start = Math.Max(from, change - Context);
        int end = change;
        for (int i = change; i < lines.Count && i <= end + (2 * Context); i++)
        {
            end = lines[i].Mark == ' ' ? end : i;
        }

        end = Math.Min(lines.Count, end + Context + 1);
        writer.WriteLine($"{palette.Second}@@ -{Range('+', start, end)} +{Range('-', start, end)} @@{palette.End}");
        for (int i = start; i < end; i++)
        {
            string colour = lines[i].Mark switch { '-' => palette.Bad, '+' => palette.Good, _ => "" };
            writer.WriteLine($"{colour}{lines[i].Mark}{DisplayText.Harmless(lines[i].Text)}{(colour.Length > 0 ? palette.End : "")}");
        }

        return end;
    }

    /// <summary>The first line and the number of lines in the text that has none of the lines of a mark.</summary>
    private string Range(char absent, int start, int end)
    {
        int first = 1, count = 0;
        for (int i = 0; i < end; i++)
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
