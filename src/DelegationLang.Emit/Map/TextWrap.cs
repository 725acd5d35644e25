using System.Globalization;

namespace DelegationLang.Emit.Map;

/// <summary>Breaks text into lines of a width. A picture has no fonts to measure: the width of a character is an average on the safe side.</summary>
internal static class TextWrap
{
    /// <summary>The lines of a text; what goes beyond the last is cut and marked with an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The width of a line.</param>
    /// <param name="characterWidth">The average width of a character.</param>
    /// <param name="mostLines">The most lines, at least one.</param>
    public static IReadOnlyList<string> Wrap(string text, int width, double characterWidth, int mostLines)
    {
        int columns = Math.Max(4, (int)(width / characterWidth));
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string rest = word;
            while (rest.Length > 0)
            {
                string joined = line.Length == 0 ? rest : line + " " + rest;
                if (joined.Length <= columns)
                {
                    line = joined;
                    rest = "";
                }
                else if (line.Length > 0)
                {
                    lines.Add(line);
                    line = "";
                }
                else
                {
                    int cut = CutAt(rest, columns);
                    lines.Add(rest[..cut]);
                    rest = rest[cut..];
                }
            }
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        if (lines.Count > mostLines)
        {
            string last = lines[mostLines - 1];
            lines.RemoveRange(mostLines - 1, lines.Count - mostLines + 1);
            lines.Add(last[..CutAt(last, columns - 1)].TrimEnd(' ', ',') + "…");
        }

        return lines;
    }

    // Never within a character that is made of several, such as an emoji or a letter with accents of its own.
    private static int CutAt(string text, int columns)
    {
        int cut = 0;
        while (cut < text.Length)
        {
            int next = cut + StringInfo.GetNextTextElementLength(text, cut);
            if (next > columns && cut > 0)
            {
                break;
            }

            cut = next;
        }

        return cut;
    }
}
