using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Words that are nearly a phrase of the language.</summary>
/// <param name="Words">The phrase that is meant.</param>
/// <param name="Kind">The token that it makes; <see cref="TokenKind.EndOfFile"/> for a word that is no phrase of its own, such as how often is reported.</param>
/// <param name="Start">Where the words start.</param>
/// <param name="End">Where they end.</param>
/// <param name="IsDoubtful">Whether its author should look at it: so short that something else may be meant, or nearly another phrase too.</param>
internal sealed record Slip(string Words, TokenKind Kind, int Start, int End, bool IsDoubtful);

/// <summary>
/// Finds phrases of the language that are written with slips of the pen: letters wrong, missing, too many or swapped, words run together or
/// parted (<c>up too</c>, <c>knwon as</c>, <c>with out power to delegate</c>). Words that are no phrase are a part of the name before them, so
/// that is where such words are looked for: after a name that is declared.
/// </summary>
internal static class Slips
{
    private const int MostWords = 5;

    /// <summary>A run of words of which no part is declared must not be gone through word by word without end.</summary>
    private const int LongestRun = 400;

    private static readonly string[] OrdinaryWords = ["of", "and", "in", "a", "an", "the", "as", "so", "do", "no", "not", "but", "off", "per"];

    /// <summary>The slip in a run of words that was read as one name: after a declared name, or at the start of the run where something else than a name is wanted there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the run starts.</param>
    /// <param name="end">Where it ends; the slip may go on beyond.</param>
    /// <param name="canStart">Whether the run itself may start with it.</param>
    /// <param name="isDeclared">Whether a name is declared.</param>
    public static Slip? In(string text, int start, int end, bool canStart, Func<string, bool> isDeclared)
    {
        if (canStart && At(text, start, isDeclared, isCertain: true) is { } first)
        {
            return first;
        }

        Slip? found = null;
        end = Math.Min(end, start + LongestRun);
        for (int word = SourceScan.SkipTrivia(text, Next(text, start)); word < end; word = SourceScan.SkipTrivia(text, Next(text, word)))
        {
            bool isAfterName = isDeclared(NameText.Fold(text, start, word));
            if ((isAfterName || found is null) && At(text, word, isDeclared, isAfterName) is { } slip)
            {
                found = slip;
                if (isAfterName)
                {
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>The phrase that the words from a place on are nearly, and not exactly; null for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the first word starts.</param>
    /// <param name="isDeclared">Whether a name is declared.</param>
    /// <param name="isCertain">Whether a phrase is expected here, so that more may be wrong with it.</param>
    public static Slip? At(string text, int start, Func<string, bool> isDeclared, bool isCertain)
    {
        Span<int> ends = stackalloc int[MostWords];
        var candidates = new string[MostWords];
        int count = Words(text, start, ends, candidates);
        Slip? best = null;
        int least = int.MaxValue;
        foreach (Phrase phrase in PhraseTable.All)
        {
            int words = phrase.Rest.Length + 1;
            if (words > 1 && words <= count && candidates[words - 1] == phrase.Words)
            {
                return null;
            }

            bool isLookedFor = phrase.Kind is >= TokenKind.To or TokenKind.IsDecidedBy or TokenKind.IsReservedTo;
            for (int taken = Math.Max(1, words - 1); isLookedFor && taken <= Math.Min(words + 1, count); taken++)
            {
                int distance = Distance(candidates[taken - 1], phrase.Words, isCertain);
                bool isRival = best is not null && best.Kind != phrase.Kind && Math.Abs(distance - least) < 2;

                // What could not stand here is nothing that may be meant, whether it comes before the best of the table or after it.
                if (distance == int.MaxValue || !(distance <= least || isRival) || !Fits(text, ends[taken - 1], phrase, isDeclared))
                {
                    continue;
                }

                if (distance <= least)
                {
                    best = new Slip(phrase.Words, phrase.Kind, start, ends[taken - 1], isRival || phrase.Words.Length < 5);
                    least = distance;
                }
                else if (best is not null)
                {
                    best = best with { IsDoubtful = true };
                }
            }
        }

        return best ?? (isCertain && count > 0 ? Frequency(candidates[0], start, ends[0]) : null);
    }

    // "reporting to Board montly"
    private static Slip? Frequency(string written, int start, int end)
    {
        string? meant = ClauseAssembler.Frequencies.FirstOrDefault(frequency => Distance(written, frequency, isCertain: true) <= 2);
        return meant is null ? null : new Slip(meant, TokenKind.EndOfFile, start, end, IsDoubtful: false);
    }

    // How many slips make one of the other; more than can be where they are not alike.
    private static int Distance(string written, string words, bool isCertain)
    {
        int limit = Tolerance(words.Length, isCertain);
        bool isName = written.Any(char.IsUpper) && !words.Any(char.IsUpper);
        if (written == words || isName || !IsLike(written, words))
        {
            return int.MaxValue;
        }

        int distance = EditDistance.Of(written.ToLowerInvariant(), words.ToLowerInvariant(), limit);
        return distance > limit ? int.MaxValue : Math.Max(1, distance);
    }

    /// <summary>The words that start a special sentence (<c>scenario</c>, <c>limits for</c>, <c>matters of</c>) and are nearly so written at a place; null for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence starts.</param>
    public static Slip? AtSentenceStart(string text, int start)
    {
        Span<int> ends = stackalloc int[MostWords];
        var candidates = new string[MostWords];
        int count = Math.Min(2, Words(text, start, ends, candidates));
        for (int taken = count; taken > 0; taken--)
        {
            foreach (string head in SentenceStarts.Heads)
            {
                if (head.Split(' ').Length == taken && Distance(candidates[taken - 1], head, isCertain: true) <= 2)
                {
                    return new Slip(head, TokenKind.EndOfFile, start, ends[taken - 1], IsDoubtful: false);
                }
            }
        }

        return null;
    }

    private static int Words(string text, int start, Span<int> ends, string[] candidates)
    {
        int count = 0;
        for (int at = start; count < MostWords; count++)
        {
            int end = SourceScan.WordEnd(text, at);
            if (end == at || end - start > 60)
            {
                break;
            }

            ends[count] = end;
            candidates[count] = NameText.Fold(text, start, end);
            at = SourceScan.SkipSpace(text, end);
        }

        return count;
    }

    private static int Next(string text, int word) => Math.Max(word + 1, SourceScan.WordEnd(text, word));

    private static int Tolerance(int length, bool isCertain) => length switch
    {
        < 6 => isCertain ? 1 : 0,
        < 10 => isCertain ? 2 : 1,
        _ => isCertain ? 3 : 2,
    };

    // The first letter is seldom wrong, unless it was swapped with the second; and a common word is no slip for another.
    private static bool IsLike(string written, string words) =>
        !OrdinaryWords.Contains(written)
        && (char.ToLowerInvariant(written[0]) == words[0] || (written.Length > 1 && written[1] == words[0]) || words.Length > 6);

    // What follows must be what the phrase wants; after a short one nothing else says that it is meant.
    private static bool Fits(string text, int end, Phrase phrase, Func<string, bool> isDeclared)
    {
        int next = SourceScan.SkipTrivia(text, end);
        if (next >= text.Length)
        {
            return false;
        }

        bool isFigure = char.IsAsciiDigit(text[next]) || Currencies.IsSign(text[next]) || Currencies.IsMoneyAt(text, next, out _);
        bool isQuotation = Characters.IsQuotationMark(text[next]);
        return phrase.Condition switch
        {
            PhraseCondition.Amount => isFigure,
            PhraseCondition.Quotation => isQuotation,
            PhraseCondition.Version => isFigure || isQuotation,
            PhraseCondition.ListHead => StartsDeclared(text, next, isDeclared),
            PhraseCondition.Decide => false,
            _ => phrase.Kind switch
            {
                TokenKind.UpTo => isFigure || isQuotation || StartsDeclared(text, next, isDeclared),
                TokenKind.From or TokenKind.Until => char.IsAsciiDigit(text[next]),
                TokenKind.By or TokenKind.On or TokenKind.Or or TokenKind.At or TokenKind.With or TokenKind.Without or TokenKind.Between => false,
                _ => phrase.Words.Length > 6 || isQuotation || StartsDeclared(text, next, isDeclared),
            },
        };
    }

    private static bool StartsDeclared(string text, int start, Func<string, bool> isDeclared)
    {
        int at = start;
        for (int words = 0; words < 12; words++)
        {
            int end = SourceScan.WordEnd(text, at);
            if (end == at)
            {
                return false;
            }

            if (isDeclared(NameText.Fold(text, start, end)))
            {
                return true;
            }

            at = SourceScan.SkipSpace(text, end);
        }

        return false;
    }
}
