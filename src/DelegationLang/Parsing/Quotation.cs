using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>A quotation as it stands in the text.</summary>
/// <param name="End">Where it ends, its closing mark included.</param>
/// <param name="IsClosed">Whether it has a closing mark on its line.</param>
internal readonly record struct Quotation(int End, bool IsClosed)
{
    /// <summary>
    /// Reads the quotation that opens here. It ends on its line, at a mark of the kind that opened it, failing that at any mark. One that is not closed goes to the end of its line, without a full stop that stands there: so it
    /// takes no further sentence with it.
    /// </summary>
    public static Quotation Read(string text, int start)
    {
        int offset = text.AsSpan(start, Math.Min(Limits.QuotationLength, text.Length - start)).IndexOfAny('\n', '\r');
        int lineEnd = offset >= 0 ? start + offset : Math.Min(text.Length, start + Limits.QuotationLength);
        int close = text.IndexOf(text[start] == '"' ? '"' : '\u201D', start + 1, lineEnd - start - 1);
        if (close < 0)
        {
            close = FindAny(text, start + 1, lineEnd);
        }

        return close >= 0 ? new Quotation(close + 1, true) : new Quotation(OpenEnd(text, start, lineEnd), false);
    }

    private static int FindAny(string text, int start, int lineEnd)
    {
        for (int i = start; i < lineEnd; i++)
        {
            if (Characters.IsQuotationMark(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static int OpenEnd(string text, int start, int lineEnd)
    {
        int end = lineEnd;
        while (end > start + 1 && Characters.IsSpace(text[end - 1]))
        {
            end--;
        }

        return end > start + 1 && text[end - 1] == '.' ? end - 1 : end;
    }
}
