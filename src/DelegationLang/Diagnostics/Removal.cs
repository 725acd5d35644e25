using DelegationLang.Text;

namespace DelegationLang.Diagnostics;

/// <summary>Takes words out of a sentence with the white space before them, so that what is left reads as if they had never been there.</summary>
internal static class Removal
{
    /// <summary>The edit that takes them out.</summary>
    public static TextEdit Of(SourceLocation words)
    {
        string content = words.Source.Content;
        int start = words.Span.Start;
        while (start > 0 && content[start - 1] is ' ' or '\t' or ',')
        {
            start--;
        }

        int lineStart = start;
        while (start > 0 && content[start - 1] is ' ' or '\t' or '\n' or '\r' or ',')
        {
            start--;
        }

        // A full stop that comes to stand behind a comment would be part of it.
        return new TextEdit(words with { Span = TextSpan.FromBounds(EndsWithComment(content, start) ? lineStart : start, words.Span.End) }, "");
    }

    /// <summary>The edit that takes out a whole sentence, with its line where nothing else stands there.</summary>
    public static TextEdit OfSentence(SourceLocation sentence)
    {
        string content = sentence.Source.Content;
        int start = sentence.Span.Start;
        while (start > 0 && content[start - 1] is ' ' or '\t')
        {
            start--;
        }

        int end = sentence.Span.End;
        while (end < content.Length && content[end] is ' ' or '\t')
        {
            end++;
        }

        bool isAlone = (start == 0 || content[start - 1] is '\n' or '\r') && (end == content.Length || content[end] is '\n' or '\r');
        if (!isAlone)
        {
            return new TextEdit(sentence, "");
        }

        if (end < content.Length)
        {
            end += content.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1;
        }

        return new TextEdit(sentence with { Span = TextSpan.FromBounds(start, end) }, "");
    }

    private static bool EndsWithComment(string content, int end)
    {
        int lineStart = content.AsSpan(0, end).LastIndexOfAny('\n', '\r') + 1;
        return content.AsSpan(lineStart, end - lineStart).Contains("//", StringComparison.Ordinal);
    }
}
