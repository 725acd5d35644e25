using System.Text;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>The text of a name or a quotation without its quotation marks.</summary>
internal static class NameText
{
    /// <summary>The words of a name token: quotation marks off, runs of white space folded to one space, comments and marks without width left out.</summary>
    public static string Of(string content, in Lexeme lexeme) =>
        (lexeme.Flags & (LexemeFlags.Quoted | LexemeFlags.Folded | LexemeFlags.BreaksLine)) == 0 && IsAscii(content.AsSpan(lexeme.Start, lexeme.End - lexeme.Start))
            ? content[lexeme.Start..lexeme.End]
            : Fold(content, lexeme.Start, lexeme.End);

    /// <summary>Whether no mark without width can be among the characters.</summary>
    public static bool IsAscii(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('\0', '\x7F') < 0;

    /// <summary>The characters between the marks of a quotation, which may lack the closing one.</summary>
    public static string OfQuotation(string content, int start, int end)
    {
        if (end - start >= 1 && Characters.IsQuotationMark(content[start]))
        {
            start++;
            if (end > start && Characters.IsQuotationMark(content[end - 1]))
            {
                end--;
            }
        }

        return content[start..end];
    }

    /// <summary>Folds the words between two positions as in a name.</summary>
    public static string Fold(string content, int start, int end)
    {
        var text = new StringBuilder(end - start);
        int i = start;
        while (i < end)
        {
            if (Characters.IsQuotationMark(content[i]))
            {
                var quotation = Quotation.Read(content, i);
                int close = Math.Min(end, quotation.End);
                if (text.Length > 0 && char.IsLetterOrDigit(text[^1]))
                {
                    text.Append(' ');
                }

                Append(text, content, i + 1, quotation.IsClosed && close == quotation.End ? close - 1 : close);
                i = close;
            }
            else if (SourceScan.IsComment(content, i))
            {
                i = Math.Min(end, SourceScan.LineEnd(content, i));
            }
            else
            {
                Append(text, content, i, i + 1);
                i++;
            }
        }

        if (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string content, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            char c = content[i];
            if (Characters.IsZeroWidth(c))
            {
                // Takes no room and means nothing.
                continue;
            }

            if (!Characters.IsSpace(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }
    }
}
