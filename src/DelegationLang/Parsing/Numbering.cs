namespace DelegationLang.Parsing;

/// <summary>Paragraph numbers and letters as word processors put them before lines: <c>1.</c>, <c>1.1</c>, <c>(a)</c>, <c>iv)</c>.</summary>
internal static class Numbering
{
    /// <summary>Where the number that starts here ends; the position itself where there is none. White space must follow, and then more of the line.</summary>
    public static int Read(string text, int start)
    {
        bool isOpened = text[start] == '(';
        int inner = isOpened ? start + 1 : start;
        int end = inner;
        while (end < text.Length && end - inner < 8 && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '.' && end > inner && !isOpened)))
        {
            end++;
        }

        ReadOnlySpan<char> label = text.AsSpan(inner, end - inner);
        bool isClosed = end < text.Length && text[end] == ')';
        bool isNumber = isClosed ? IsLabel(label) : !isOpened && IsParagraph(label);
        end = isClosed ? end + 1 : end;
        return isNumber && IsBeforeText(text, end) ? end : start;
    }

    // (a), (12), (iv): one letter, a number, or a Roman numeral.
    private static bool IsLabel(ReadOnlySpan<char> label) => label.Length switch
    {
        0 => false,
        1 => char.IsAsciiLetterLower(label[0]) || char.IsAsciiDigit(label[0]),
        <= 3 when label.IndexOfAnyExceptInRange('0', '9') < 0 => true,
        _ => label.Length <= 5 && label.IndexOfAnyExcept("ivx") < 0,
    };

    // 1., 1.1, 2.10.3.: a bare number may start a name, so there must be a point.
    private static bool IsParagraph(ReadOnlySpan<char> label) =>
        label.Contains('.') && char.IsAsciiDigit(label[0]) && HasOnlyFigures(label) && label.IndexOf("..") < 0;

    private static bool HasOnlyFigures(ReadOnlySpan<char> label)
    {
        foreach (char c in label)
        {
            if (!char.IsAsciiDigit(c) && c != '.')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBeforeText(string text, int end)
    {
        int next = end;
        while (next < text.Length && (text[next] is ' ' or '\t' or '\u00A0'))
        {
            next++;
        }

        return next > end && next < text.Length && (char.IsLetterOrDigit(text[next]) || text[next] is '"' or '\u201C');
    }
}
