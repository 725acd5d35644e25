using System.Globalization;
using System.Text;

namespace DelegationLang.Cli.Rendering;

/// <summary>
/// A line of source as a terminal shows it: tabs become spaces, characters that would move the cursor or change its colour become a mark, and
/// each character knows the column it starts in, since some take two columns and some none.
/// </summary>
internal sealed class DisplayText
{
    private const int TabWidth = 4;

    private readonly int[] columns;

    private DisplayText(string text, int[] columns)
    {
        Text = text;
        this.columns = columns;
    }

    /// <summary>The characters to print.</summary>
    public string Text { get; }

    /// <summary>How many columns the whole takes.</summary>
    public int Width => columns[^1];

    /// <summary>The column, from 0, in which the UTF-16 unit at an index of the source line starts; the end of the line for one past it.</summary>
    public int ColumnOf(int index) => columns[Math.Clamp(index, 0, columns.Length - 1)];

    /// <summary>Lays out one line.</summary>
    public static DisplayText Of(ReadOnlySpan<char> line)
    {
        var text = new StringBuilder(line.Length);
        int[] columns = new int[line.Length + 1];
        int column = 0;
        int index = 0;
        while (index < line.Length)
        {
            Rune.DecodeFromUtf16(line[index..], out Rune rune, out int units);
            for (int unit = 0; unit < units; unit++)
            {
                columns[index + unit] = column;
            }

            if (rune.Value == '\t')
            {
                int spaces = TabWidth - (column % TabWidth);
                text.Append(' ', spaces);
                column += spaces;
            }
            else
            {
                Rune shown = IsHarmless(rune) ? rune : Rune.ReplacementChar;
                text.Append(shown.ToString());
                column += WidthOf(shown);
            }

            index += units;
        }

        columns[^1] = column;
        return new DisplayText(text.ToString(), columns);
    }

    /// <summary>A message safe to print: what somebody wrote into a file must not drive the terminal of whoever checks it.</summary>
    public static string Harmless(string message)
    {
        foreach (Rune rune in message.EnumerateRunes())
        {
            if (!IsHarmless(rune))
            {
                return string.Concat(message.EnumerateRunes().Select(r => (IsHarmless(r) ? r : r.Value is '\n' or '\t' ? new Rune(' ') : Rune.ReplacementChar).ToString()));
            }
        }

        return message;
    }

    /// <summary>A message as <see cref="Harmless"/> gives it, with one full stop at its end, or the mark that it ends in.</summary>
    public static string Sentence(string message) => Harmless(message).TrimEnd() is var text && text.Length > 0 && text[^1] is '.' or '?' or '!' ? text : text + ".";

    /// <summary>The columns from one to another, both of a text of this layout. A wide character that is cut becomes a space.</summary>
    public string Slice(int from, int to)
    {
        var part = new StringBuilder();
        int column = 0;
        foreach (Rune rune in Text.EnumerateRunes())
        {
            int width = WidthOf(rune);
            if (column >= from && column + width <= to)
            {
                part.Append(rune.ToString());
            }
            else if (column + width > from && column < to)
            {
                part.Append(' ');
            }

            column += width;
        }

        return part.ToString();
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        // Marks that turn the direction of writing can make a line read as something that it does not say.
        UnicodeCategory.Format => rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C),
        _ => true,
    };

    private static int WidthOf(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return 1;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ => IsWide(rune.Value) ? 2 : 1,
        };
    }

    // The blocks whose characters terminals show in two columns (East Asian Width "wide" and "fullwidth", and emoji).
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x33FF) or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF) or (>= 0xA000 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F900 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
