using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Small steps over characters that every reader of the text shares.</summary>
internal static class SourceScan
{
    /// <summary>The first position from here on that is not white space; line breaks count as white space.</summary>
    public static int SkipSpace(string text, int position)
    {
        while (position < text.Length && Characters.IsSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    /// <summary>The end of what stands before a position, white space left off.</summary>
    public static int TrimEnd(string text, int start, int end)
    {
        while (end > start && Characters.IsSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>Like <see cref="SkipSpace"/>, comments included.</summary>
    public static int SkipTrivia(string text, int position)
    {
        while (true)
        {
            position = SkipSpace(text, position);
            if (!IsComment(text, position))
            {
                return position;
            }

            position = LineEnd(text, position);
        }
    }

    /// <summary>Whether a comment starts here.</summary>
    public static bool IsComment(string text, int position) =>
        position + 1 < text.Length && text[position] == '/' && text[position + 1] == '/';

    /// <summary>Where the line ends, its break not included.</summary>
    public static int LineEnd(string text, int position)
    {
        int offset = text.AsSpan(position).IndexOfAny('\n', '\r');
        return offset < 0 ? text.Length : position + offset;
    }

    /// <summary>Whether the full stop here ends a sentence: before white space, a comment or the end of the file.</summary>
    public static bool IsFullStop(string text, int position) =>
        position < text.Length && text[position] == '.'
        && (position + 1 == text.Length || Characters.IsSpace(text[position + 1]) || IsComment(text, position + 1));

    /// <summary>The end of the word given, where it stands here in exactly these letters and ends here; otherwise -1.</summary>
    public static int MatchWord(string text, int position, string word)
    {
        int end = position + word.Length;
        return end <= text.Length
            && text.AsSpan(position, word.Length).SequenceEqual(word)
            && WordEnd(text, end - 1) == end
            ? end
            : -1;
    }

    /// <summary>
    /// Where the word that starts here ends: letters, digits, <c>&amp;</c> and round brackets, and between letters or digits a hyphen,
    /// an apostrophe, <c>/</c> or <c>+</c>. The position itself where no word starts.
    /// </summary>
    public static int WordEnd(string text, int position)
    {
        int i = position;
        while (i < text.Length)
        {
            char c = text[i];
            if (c < 128)
            {
                CharacterClass kind = CharacterTable.Of(c);
                if (kind == CharacterClass.Word || (kind == CharacterClass.Joiner && IsJoined(text, position, i)))
                {
                    i++;
                    continue;
                }

                return i;
            }

            int width = WideWidth(text, position, i);
            if (width == 0)
            {
                return i;
            }

            i += width;
        }

        return i;
    }

    /// <summary>How many units of a word character beyond ASCII stand here; 0 for none.</summary>
    private static int WideWidth(string text, int wordStart, int i)
    {
        char c = text[i];
        if (char.IsSurrogate(c))
        {
            return i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1])
                && (char.IsLetterOrDigit(text, i) || (i > wordStart && Characters.IsVariationSelector(c, text[i + 1]))) ? 2 : 0;
        }

        if (char.IsLetterOrDigit(c) || IsMark(c))
        {
            return 1;
        }

        if (Characters.IsZeroWidth(c))
        {
            // Inside a word such marks are part of it; after one they are white space.
            int end = i + 1;
            while (end < text.Length && Characters.IsZeroWidth(text[end]))
            {
                end++;
            }

            return i > wordStart && end < text.Length && IsLetterOrDigit(text, end) ? end - i : 0;
        }

        return (Characters.IsHyphen(c) || Characters.IsApostrophe(c)) && IsJoined(text, wordStart, i) ? 1 : 0;
    }

    private static bool IsJoined(string text, int wordStart, int i) =>
        i > wordStart && i + 1 < text.Length && IsLetterOrDigit(text, i - 1) && IsLetterOrDigit(text, i + 1);

    private static bool IsLetterOrDigit(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || IsMark(text[i]) || (char.IsSurrogate(text[i]) && !Characters.IsSpace(text[i]));

    private static bool IsMark(char c) =>
        c >= 0x300 && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
