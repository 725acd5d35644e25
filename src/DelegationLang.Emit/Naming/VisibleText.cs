using System.Buffers;
using System.Globalization;
using System.Text;

namespace DelegationLang.Emit.Naming;

/// <summary>
/// Characters of users' texts that nobody sees but that change what is seen: control characters, and marks that turn the direction of the
/// text around them. Outputs show them by their number, so that a name cannot pretend to be another.
/// </summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\t', '\n', '\r']);

    /// <summary>Whether a character must not stand in an output as it is. Tab and line breaks may.</summary>
    public static bool IsHidden(char character) =>
        character is '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or (>= '\u007F' and <= '\u009F')
        || (character < ' ' && character is not ('\t' or '\n' or '\r'));

    /// <summary>A character as people can see it: <c>[U+202E]</c>.</summary>
    public static string Describe(char character) => string.Create(CultureInfo.InvariantCulture, $"[U+{(int)character:X4}]");

    /// <summary>The text with each hidden character, and each half of a broken surrogate pair, described.</summary>
    public static string Show(string text)
    {
        if (!NeedsShowing(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                shown.Append(text, i, 2);
                i++;
            }
            else if (IsHidden(text[i]) || char.IsSurrogate(text[i]))
            {
                shown.Append(Describe(text[i]));
            }
            else
            {
                shown.Append(text[i]);
            }
        }

        return shown.ToString();
    }

    /// <summary>The text on one line: every run of white space and line breaks is one space, hidden characters are described.</summary>
    public static string OnOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else
            {
                line.Append(character);
            }
        }

        return Show(line.ToString().TrimEnd(' '));
    }

    private static bool NeedsShowing(string text)
    {
        // Nearly all text is plain: what is not is looked at letter by letter.
        int first = text.AsSpan().IndexOfAnyExcept(Plain);
        for (int i = Math.Max(0, first); first >= 0 && i < text.Length; i++)
        {
            if (IsHidden(text[i]) || char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
