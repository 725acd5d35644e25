using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>
/// The reserved words and phrases. A word that is reserved only in a phrase is a plain word everywhere else, so that <c>looked after
/// children</c> and <c>approved premises</c> need no quotation marks.
/// </summary>
internal static class PhraseTable
{
    /// <summary>Every phrase: the verbs and joining words below, and the words that open clauses.</summary>
    public static readonly Phrase[] All =
    [
        new("is decided by", TokenKind.IsDecidedBy),
        new("is reserved to", TokenKind.IsReservedTo),
        new("is", TokenKind.Is),
        new("delegates", TokenKind.Delegates),
        new("reserves", TokenKind.Reserves),
        new("entrusts", TokenKind.Entrusts),
        new("recommends", TokenKind.Recommends),
        new("advises", TokenKind.Advises),
        new("oversees", TokenKind.Oversees),
        new("consults", TokenKind.Consults),
        new("takes no part in", TokenKind.TakesNoPart),
        new("takes over from", TokenKind.TakesOver),
        new("concerns", TokenKind.Concerns, PhraseCondition.AfterSubject),
        new("deputises", TokenKind.Deputises),
        new("may not", TokenKind.MayNot, PhraseCondition.Decide),
        new("may", TokenKind.May),
        new("decide", TokenKind.Decide),
        new("to", TokenKind.To),
        new("by consent of", TokenKind.ByConsentOf),
        new("by", TokenKind.By),
        new("within", TokenKind.WithinDays, PhraseCondition.Days),
        new("with", TokenKind.With),
        new("without", TokenKind.Without),
        new("or", TokenKind.Or),
        new("before", TokenKind.Before),
        new("including", TokenKind.Including, PhraseCondition.AfterQuorum),
        new("subject to", TokenKind.SubjectTo),
        new("reserved to", TokenKind.ReservedTo, PhraseCondition.ListHead),
        .. ClauseRows.All.Where(row => row.Kind != ClauseKind.ForYear).SelectMany(row => row.Words).Select(words => new Phrase(words.Words, words.Token, words.Condition)),
    ];

    // Of those that start alike the longest stands first, and of the same words those that want something after them: the first that fits is taken.
    private static readonly Dictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> ByFirst = All
        .GroupBy(phrase => phrase.First, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => group.OrderByDescending(phrase => phrase.Rest.Length).ThenBy(phrase => phrase.Condition == PhraseCondition.None).ToArray(),
            StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] WordsByKind = BuildWords();

    /// <summary>The pairs of letters with which a phrase may start, a bit for each second of a first: most words are turned away by them.</summary>
    private static readonly uint[] Starts = BuildStarts();

    /// <summary>The phrases that start with a word; none for a word that starts no phrase.</summary>
    public static ReadOnlySpan<Phrase> StartingWith(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 12 && word[0] < 128 && (Starts[word[0]] & BitOf(word[1])) != 0 && ByFirst.TryGetValue(word, out Phrase[]? phrases) ? phrases : [];

    /// <summary>The words of a kind of token as people would quote them; empty for kinds that are no phrase.</summary>
    public static string WordsOf(TokenKind kind) => WordsByKind[(int)kind];

    /// <summary>The reserved words that always end an unquoted name.</summary>
    public static bool IsAlwaysReserved(ReadOnlySpan<char> word)
    {
        foreach (Phrase phrase in StartingWith(word))
        {
            if (phrase.Rest.Length == 0 && phrase.Condition == PhraseCondition.None)
            {
                return true;
            }
        }

        return false;
    }

    private static string[] BuildWords()
    {
        var words = new string[TokenKinds.Count];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = "";
        }

        foreach (Phrase phrase in All)
        {
            if (words[(int)phrase.Kind].Length == 0)
            {
                words[(int)phrase.Kind] = phrase.Words;
            }
        }

        return words;
    }

    private static uint BitOf(char second) => 1U << (second & 31);

    private static uint[] BuildStarts()
    {
        var starts = new uint[128];
        foreach (Phrase phrase in All)
        {
            starts[phrase.First[0]] |= BitOf(phrase.First[1]);
        }

        return starts;
    }
}
