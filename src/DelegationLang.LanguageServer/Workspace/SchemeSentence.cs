namespace DelegationLang.LanguageServer.Workspace;

/// <summary>Finds out quickly whether a text holds a scheme sentence, which makes the folder of its file that of a project.</summary>
internal static class SchemeSentence
{
    private const string Word = "scheme";

    /// <summary>Whether a line of the text starts with the word. Good enough for finding projects: reading them says more.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int end = text.IndexOfAny('\n', '\r');
            ReadOnlySpan<char> line = (end < 0 ? text : text[..end]).TrimStart("\uFEFF \t");
            if (line.Length > Word.Length && char.IsWhiteSpace(line[Word.Length]) && line.StartsWith(Word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            text = end < 0 ? [] : text[(end + 1)..];
        }

        return false;
    }
}
