namespace DelegationLang.Import.Reading;

/// <summary>Finds phrases in texts, as whole words in small letters or capitals.</summary>
internal static class WholeWords
{
    /// <summary>Whether a phrase stands at a place.</summary>
    public static bool StandAt(string text, int at, string phrase) =>
        string.Compare(text, at, phrase, 0, phrase.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + phrase.Length == text.Length || (text[at + phrase.Length] is not '-' && !char.IsLetterOrDigit(text[at + phrase.Length])));

    /// <summary>Where a phrase stands first; -1 where it does not.</summary>
    public static int Find(string text, string phrase)
    {
        for (int at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (StandAt(text, at, phrase))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Where a phrase stands last; -1 where it does not.</summary>
    public static int Last(string text, string phrase)
    {
        int last = -1;
        for (int at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            last = StandAt(text, at, phrase) ? at : last;
        }

        return last;
    }

    /// <summary>Whether one of some phrases stands in a text.</summary>
    public static bool HasAny(string text, string[] phrases) => Array.Exists(phrases, phrase => Find(text, phrase) >= 0);
}
