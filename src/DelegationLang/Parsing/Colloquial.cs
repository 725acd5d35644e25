using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>What must stand beside words of paper schemes for them to mean what they usually mean there.</summary>
internal enum ColloquialPlace
{
    Anywhere,

    /// <summary>A figure follows.</summary>
    BeforeAmount,

    /// <summary>A figure stands before.</summary>
    AfterAmount,
}

/// <summary>What schemes on paper say and this language says otherwise.</summary>
/// <param name="Words">The words on paper.</param>
/// <param name="Instead">What is written here.</param>
/// <param name="Place">What must stand beside them.</param>
/// <param name="SaysTheSame">Whether nobody could read anything else into the words; otherwise their author has to choose.</param>
/// <param name="Advice">What else there is to know; empty for nothing.</param>
internal sealed record Colloquial(string Words, string Instead, ColloquialPlace Place, bool SaysTheSame, string Advice)
{
    private readonly string[] parts = Words.Split(' ');

    /// <summary>The token that <see cref="Instead"/> makes; the end of the file where it is not a phrase of the language by itself.</summary>
    public TokenKind Kind { get; } = KindOf(Instead);

    /// <summary>Whether the words may be the start of something that is written at the length of their own, so that they are put right and not merely explained.</summary>
    public bool IsReplaced => Instead.Length > 0;

    /// <summary>Looks for such words between two positions; says where they stand.</summary>
    public static Colloquial? Find(string text, int start, int limit, out int foundAt, out int foundEnd)
    {
        for (int word = start; word < limit; word = NextWord(text, word))
        {
            if (At(text, word, limit, out foundEnd) is { } phrase)
            {
                foundAt = word;
                return phrase;
            }
        }

        foundAt = foundEnd = start;
        return null;
    }

    /// <summary>Such words at a position.</summary>
    public static Colloquial? At(string text, int start, int limit, out int foundEnd)
    {
        foundEnd = start;
        int end = SourceScan.WordEnd(text, start);
        if (!ColloquialTable.ByFirst.TryGetValue(text[start..end], out Colloquial[]? phrases))
        {
            return null;
        }

        foreach (Colloquial phrase in phrases)
        {
            foundEnd = phrase.MatchAt(text, start);
            if (foundEnd >= 0 && foundEnd <= limit)
            {
                return phrase;
            }
        }

        return null;
    }

    private static TokenKind KindOf(string instead)
    {
        foreach (Phrase phrase in PhraseTable.All)
        {
            if (phrase.Words == instead)
            {
                return phrase.Kind;
            }
        }

        return TokenKind.EndOfFile;
    }

    private static int NextWord(string text, int word) =>
        SourceScan.SkipTrivia(text, Math.Max(word + 1, SourceScan.WordEnd(text, word)));

    private int MatchAt(string text, int start)
    {
        int end = start;
        foreach (string part in parts)
        {
            end = SourceScan.MatchWord(text, SourceScan.SkipTrivia(text, end), part);
            if (end < 0)
            {
                return end;
            }
        }

        return Place switch
        {
            ColloquialPlace.BeforeAmount => IsFigure(text, SourceScan.SkipSpace(text, end)) ? end : -1,
            ColloquialPlace.AfterAmount => IsAfterFigure(text, start) ? end : -1,
            _ => end,
        };
    }

    private static bool IsFigure(string text, int next) =>
        next < text.Length && (Currencies.IsSign(text[next]) || char.IsAsciiDigit(text[next]) || Currencies.IsMoneyAt(text, next, out _));

    // "£5,000", "£5k", "£5 million", perhaps in brackets with what follows.
    private static bool IsAfterFigure(string text, int start)
    {
        int end = SourceScan.TrimEnd(text, 0, start);
        int word = end;
        while (word > 0 && !char.IsWhiteSpace(text[word - 1]))
        {
            word--;
        }

        string before = text[word..end];
        return before.Any(char.IsAsciiDigit) || before is "million" or "billion" or "VAT";
    }
}
