using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>What a line that starts like a title is.</summary>
internal enum TitleReading
{
    /// <summary>A title.</summary>
    Title,

    /// <summary>A sentence about something whose name starts with the word.</summary>
    Sentence,

    /// <summary>Either.</summary>
    Unclear,
}

/// <summary>The words that are special only where a sentence starts. A capital makes no difference there.</summary>
internal static class SentenceStarts
{
    private static readonly string[] Verbs = ["delegates", "reserves", "entrusts", "recommends", "advises", "oversees", "consults", "deputises"];

    /// <summary>How the sentences begin that do not begin with a name.</summary>
    public static readonly string[] Heads = ["limits for", "functions of", "places of", "matters of", "every delegation", "scenario", "section", "scheme"];

    /// <summary>What may follow <c>every delegation</c>.</summary>
    public static readonly string[] Extents = ["in this scheme", "in this section"];

    /// <summary>Whether the word here opens a list in the oldest form of the language.</summary>
    public static bool IsOldList(string text, int start) =>
        text.AsSpan(start, SourceScan.WordEnd(text, start) - start) is "functions" or "Functions" or "places" or "Places" or "matters" or "Matters";

    /// <summary>Whether a word may start a special sentence.</summary>
    public static bool IsStart(ReadOnlySpan<char> word) => KindOf(word) != TokenKind.EndOfFile;

    /// <summary>The special sentence that starts here; <see cref="TokenKind.EndOfFile"/> for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where a sentence may start.</param>
    /// <param name="plurals">The plurals of the kinds of the project, which open lists.</param>
    /// <param name="end">Where the words end that make it such a sentence.</param>
    public static TokenKind Read(string text, int start, WordTrie plurals, out int end)
    {
        end = SourceScan.WordEnd(text, start);
        TokenKind kind = KindOf(text.AsSpan(start, end - start));
        if (kind == TokenKind.NobodyMayDecide)
        {
            if (EndOfWords(text, end, "takes", "part", "in", "what", "concerns", "them") is var whole and >= 0)
            {
                end = whole;
                return TokenKind.NobodyTakesPart;
            }

            end = SourceScan.MatchWord(text, SourceScan.SkipSpace(text, end), "may");
            end = end < 0 ? end : SourceScan.MatchWord(text, SourceScan.SkipSpace(text, end), "decide");
            return end < 0 ? TokenKind.EndOfFile : kind;
        }

        if (kind == TokenKind.EveryDelegation)
        {
            end = SourceScan.MatchWord(text, SourceScan.SkipSpace(text, end), "delegation");
            return end < 0 ? TokenKind.EndOfFile : kind;
        }

        int plural = kind == TokenKind.EndOfFile ? plurals.Match(text, start) : -1;
        if (plural >= 0)
        {
            end = SourceScan.MatchWord(text, SourceScan.SkipSpace(text, plural), "of");
            return end < 0 ? TokenKind.EndOfFile : TokenKind.ListOf;
        }

        return kind;
    }

    /// <summary>Whether a line that starts with <c>section</c> or <c>scheme</c> is a title; says where the name ends that it would start with as a sentence.</summary>
    public static TitleReading ReadTitle(string text, int start, int lineEnd, out int nameEnd)
    {
        int i = start;
        nameEnd = start;
        while (i < lineEnd)
        {
            if (Characters.IsQuotationMark(text[i]))
            {
                nameEnd = i = Math.Min(lineEnd, Quotation.Read(text, i).End);
                continue;
            }

            int end = Math.Min(lineEnd, SourceScan.WordEnd(text, i));
            if (end == i)
            {
                i++;
                continue;
            }

            ReadOnlySpan<char> word = text.AsSpan(i, end - i);
            if (word is "is" && IsArticleNext(text, end, lineEnd))
            {
                return i > start ? TitleReading.Sentence : TitleReading.Title;
            }

            if (IsVerb(word))
            {
                return ReadVerb(text, word, end, lineEnd);
            }

            nameEnd = i = end;
        }

        return TitleReading.Title;
    }

    /// <summary>Where a clause with a date begins that stands in the line of a title, and so is a part of it; -1 for nowhere.</summary>
    public static int ClauseInTitle(string text, int start, int lineEnd)
    {
        for (int i = start; i < lineEnd; i = Math.Max(i + 1, SourceScan.WordEnd(text, i)))
        {
            i = Characters.IsQuotationMark(text[i]) ? Quotation.Read(text, i).End : SourceScan.SkipSpace(text, i);
            if (i > start && i < lineEnd && (Follows("in", "force", "from") || Follows("in", "force", "until") || Follows("proposed", "from") || IsApproval(i)))
            {
                return i;
            }

            bool Follows(params ReadOnlySpan<string> words) => EndOfWords(text, i, words) is var end and >= 0 && IsDate(end);
        }

        return -1;

        bool IsDate(int at) => SourceScan.SkipSpace(text, at) is var date && date < lineEnd && DateLiteral.Read(text, date).End > date;

        bool IsApproval(int at)
        {
            int end = EndOfWords(text, at, "approved", "by");
            for (int i = end; i >= 0 && i < lineEnd; i = Math.Max(i + 1, SourceScan.WordEnd(text, i)))
            {
                i = SourceScan.SkipSpace(text, i);
                if (SourceScan.MatchWord(text, i, "on") is var on and >= 0 && IsDate(on))
                {
                    return true;
                }
            }

            return false;
        }
    }

    // With nothing after it the verb ends a title (`section Matters the Board reserves`). With all that it needs, up to a full stop and without another verb, it makes a sentence.
    private static TitleReading ReadVerb(string text, ReadOnlySpan<char> verb, int position, int lineEnd)
    {
        int i = SourceScan.SkipSpace(text, position);
        if (i >= lineEnd || (SourceScan.IsFullStop(text, i) && i + 1 >= lineEnd))
        {
            return TitleReading.Title;
        }

        string wanted = verb switch
        {
            "advises" => "on",
            "consults" => "before",
            "deputises" => "for",
            "oversees" => "",
            _ => "to",
        };
        bool isWhole = wanted.Length == 0;
        for (i = position; i < text.Length && !SourceScan.IsFullStop(text, i);)
        {
            int next = SourceScan.SkipSpace(text, i);
            int end = SourceScan.WordEnd(text, next);
            ReadOnlySpan<char> word = text.AsSpan(next, end - next);
            if (IsVerb(word) || word is "is" || (next < text.Length && text[next] == ':'))
            {
                return TitleReading.Unclear;
            }

            isWhole |= word.SequenceEqual(wanted);
            i = Math.Max(end, next + 1);
        }

        return isWhole && i < text.Length ? TitleReading.Sentence : TitleReading.Unclear;
    }

    /// <summary>Whether <c>a</c>, <c>an</c>, <c>the</c> or <c>also</c> comes next, which after <c>is</c> makes a declaration.</summary>
    public static bool IsArticleNext(string text, int position, int limit)
    {
        int start = SourceScan.SkipSpace(text, position);
        int end = SourceScan.WordEnd(text, start);
        return end <= limit && text.AsSpan(start, end - start) is "a" or "an" or "the" or "also";
    }

    /// <summary>Whether a word is a verb that makes a sentence, <c>is</c> apart.</summary>
    public static bool IsVerb(ReadOnlySpan<char> word)
    {
        foreach (string verb in Verbs)
        {
            if (word.SequenceEqual(verb))
            {
                return true;
            }
        }

        return false;
    }

    // The end of words that follow one another; -1 where others stand there.
    private static int EndOfWords(string text, int end, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            end = end < 0 ? end : SourceScan.MatchWord(text, SourceScan.SkipSpace(text, end), word);
        }

        return end;
    }

    private static TokenKind KindOf(ReadOnlySpan<char> word) => word switch
    {
        "scheme" or "Scheme" => TokenKind.Scheme,
        "section" or "Section" => TokenKind.Section,
        "use" or "Use" => TokenKind.Use,
        "limits" or "Limits" => TokenKind.Limits,
        "scenario" or "Scenario" => TokenKind.Scenario,
        "every" or "Every" => TokenKind.EveryDelegation,
        "nobody" or "Nobody" => TokenKind.NobodyMayDecide,
        _ => TokenKind.EndOfFile,
    };
}
