using System.Globalization;
using System.Text;
using DelegationLang.Emit.Naming;

namespace DelegationLang.Emit.CSharp;

/// <summary>Users' texts in C#: as string literals and in documentation comments.</summary>
internal static class Literals
{
    /// <summary>What stands between the quotation marks of a string literal whose value is the very text, whatever it holds.</summary>
    public static string Content(string text)
    {
        var literal = new StringBuilder(text.Length + 2);
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                literal.Append(text, i, 2);
                i++;
            }
            else if (character is '"' or '\\')
            {
                literal.Append('\\').Append(character);
            }
            else if (character < ' ' || VisibleText.IsHidden(character) || char.IsSurrogate(character) || char.IsWhiteSpace(character) && character != ' ')
            {
                literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                literal.Append(character);
            }
        }

        return literal.ToString();
    }

    /// <summary>Lines as a raw string literal of UTF-8, which lies so many spaces in.</summary>
    /// <exception cref="ArgumentException">One of them holds what ends a line in C#.</exception>
    public static string Raw(IEnumerable<string> lines, int indentation)
    {
        string start = "\n" + new string(' ', indentation);
        var text = new StringBuilder();
        int longest = 2;
        foreach (string line in lines)
        {
            if (line.AsSpan().ContainsAny("\r\n\f\u0085\u2028\u2029"))
            {
                throw new ArgumentException("It is more than one line.", nameof(lines));
            }

            int run = 0;
            foreach (char character in line)
            {
                run = character == '"' ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }

            text.Append(start).Append(line);
        }

        string mark = new('"', longest + 1);
        return $"{mark}{text}{start}{mark}u8";
    }

    /// <summary>A text on one line of a documentation comment.</summary>
    public static string Xml(string text) =>
        VisibleText.OnOneLine(text)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
