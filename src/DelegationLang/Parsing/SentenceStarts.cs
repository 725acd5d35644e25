using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>The words that are special only where a sentence starts. A capital makes no difference there.</summary>
internal static class SentenceStarts
{
    private static readonly string[] Verbs = ["delegates", "reserves", "entrusts", "recommends", "advises", "oversees", "consults", "deputises"];

    /// <summary>How the sentences begin that do not begin with a name.</summary>
    public static readonly string[] Heads = ["limits for", "functions of", "places of", "matters of", "every delegation", "scenario", "section", "scheme"];

    /// <summary>What may follow <c>every delegation</c>.</summary>
    public static readonly string[] Extents = ["in this scheme", "in this section"];

    /// <summary>Whether a word may start a special sentence.</summary>
    public static bool IsStart(ReadOnlySpan<char> word) => KindOf(word) != TokenKind.EndOfFile;

    /// <summary>The special sentence that starts here; <see cref="TokenKind.EndOfFile"/> for none.</summary>
    public static TokenKind Read(string text, int start, out int end)
    {
        end = SourceScan.WordEnd(text, start);
        TokenKind kind = KindOf(text.AsSpan(start, end - start));
        string second = kind switch
        {
            TokenKind.FunctionsOf or TokenKind.PlacesOf or TokenKind.MattersOf => "of",
            TokenKind.EveryDelegation => "delegation",
            _ => "",
        };

        if (second.Length > 0)
        {
            end = SourceScan.MatchWord(text, SourceScan.SkipSpace(text, end), second);
            return end < 0 ? TokenKind.EndOfFile : kind;
        }

        return kind;
    }

    /// <summary>Whether a title line looks like a sentence whose name starts with the word; says where that name ends.</summary>
    public static bool IsSentenceLike(string text, int start, int lineEnd, out int nameEnd)
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
            if (IsVerb(word) || (word is "is" && IsArticleNext(text, end, lineEnd)))
            {
                return i > start;
            }

            nameEnd = i = end;
        }

        return false;
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

    private static TokenKind KindOf(ReadOnlySpan<char> word) => word switch
    {
        "scheme" or "Scheme" => TokenKind.Scheme,
        "section" or "Section" => TokenKind.Section,
        "use" or "Use" => TokenKind.Use,
        "limits" or "Limits" => TokenKind.Limits,
        "scenario" or "Scenario" => TokenKind.Scenario,
        "functions" or "Functions" => TokenKind.FunctionsOf,
        "places" or "Places" => TokenKind.PlacesOf,
        "matters" or "Matters" => TokenKind.MattersOf,
        "every" or "Every" => TokenKind.EveryDelegation,
        _ => TokenKind.EndOfFile,
    };
}
