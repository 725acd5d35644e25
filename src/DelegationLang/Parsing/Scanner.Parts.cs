using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Words that are special only where a declared name, an amount or a clause has just ended.</summary>
internal sealed partial class Scanner
{
    /// <summary>Whether a declared party or subject, an amount or a clause ends straight before some words, so that they can be a clause.</summary>
    /// <param name="start">Where the words start.</param>
    /// <param name="next">What follows them.</param>
    private bool IsAfterPart(int start, int next)
    {
        if (IsSentenceStart)
        {
            return false;
        }

        bool isWithin = wordsStart >= lexemes[count - 1].End && wordsStart < start;
        if (isWithin)
        {
            string before = NameText.Fold(text, wordsStart, SourceScan.TrimEnd(text, wordsStart, start));
            return before.EndsWith("matters", StringComparison.Ordinal) || EndsDeclared(before);
        }

        TokenKind previous = lexemes[count - 1].Kind;
        return previous == TokenKind.Comma
            ? next >= text.Length || text[next] is '.' or ',' or '?' || (char.IsAsciiLetterLower(text[next]) && TryPhrase(next, SourceScan.WordEnd(text, next), out _, out _))
            : Complete.Contains(previous);
    }

    // Only what a sentence starts with is its subject: `raising concerns` stays a name.
    private bool IsAfterSubject(int start)
    {
        bool isWithin = !hasVerb && !isQuestion && IsSentenceStart && wordsStart < start;
        if (isWithin)
        {
            return (names.Declared.FindOwned(NameKey.Of(NameText.Fold(text, wordsStart, SourceScan.TrimEnd(text, wordsStart, start)))) & NameSort.Subject) != 0;
        }

        return !hasVerb && !isQuestion && count == sentenceStart + 1 && lexemes[count - 1].Kind == TokenKind.Name;
    }

    /// <summary>Whether a number of days stands here: <c>28 days</c>, <c>ten working days</c>, <c>1 day</c>.</summary>
    private bool IsDaysNext(int next)
    {
        int end = SourceScan.WordEnd(text, next);
        if (end == next || !(char.IsAsciiDigit(text[next]) || NumberWords.ValueOf(text.AsSpan(next, end - next)) > 0))
        {
            return false;
        }

        int unit = SourceScan.SkipSpace(text, end);
        int working = SourceScan.MatchWord(text, unit, "working");
        unit = working < 0 ? unit : SourceScan.SkipSpace(text, working);
        return SourceScan.MatchWord(text, unit, "days") >= 0 || SourceScan.MatchWord(text, unit, "day") >= 0;
    }

    // "Ward Manager", "two of Ward Manager", "each senior officer".
    private bool EndsDeclared(string words)
    {
        const NameSort Wanted = NameSort.Party | NameSort.Subject | NameSort.Class | NameSort.Condition | NameSort.Amount | NameSort.Measure;
        foreach (string manner in (ReadOnlySpan<string>)[" together", " jointly"])
        {
            words = words.EndsWith(manner, StringComparison.Ordinal) ? words[..^manner.Length] : words;
        }

        for (int from = 0; from >= 0; from = words.IndexOf(' ', from) is var space && space < 0 ? space : space + 1)
        {
            if ((names.Declared.FindOwned(NameKey.Of(words[from..])) & Wanted) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
