using System.Text;
using DelegationLang.Syntax;

namespace DelegationLang.Formatting;

/// <summary>What is written for a token.</summary>
internal static class TokenText
{
    /// <summary>
    /// The characters of a token with white space run together, except within quotation marks; <c>-</c> for every bullet. None for a name that
    /// has a comment in its midst, which no layout but the author's own keeps.
    /// </summary>
    public static string? Of(string content, SyntaxToken token)
    {
        if (token.Kind is TokenKind.LineBullet or TokenKind.ItemBullet)
        {
            return "-";
        }

        ReadOnlySpan<char> text = content.AsSpan(token.Span.Start, token.Span.Length);
        if (token.Kind is TokenKind.Quotation)
        {
            return text.ToString();
        }

        if (token.Kind is TokenKind.Title)
        {
            return text.Trim().ToString();
        }

        var folded = new StringBuilder(text.Length);
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (!isQuoted && char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }

                continue;
            }

            if (!isQuoted && c == '/' && i + 1 < text.Length && text[i + 1] == '/')
            {
                return null;
            }

            isQuoted ^= c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F';
            folded.Append(c);
        }

        return folded.ToString().TrimEnd(' ');
    }
}
