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

    /// <summary>A text on one line of a documentation comment.</summary>
    public static string Xml(string text) =>
        VisibleText.OnOneLine(text)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
