using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <content>Where an amount begins, goes on and ends.</content>
internal sealed partial class Scanner
{
    /// <summary>Whether an amount starts here: what makes <c>above</c>, <c>below</c>, <c>at least</c> and <c>worth</c> more than plain words.</summary>
    private bool IsAmountStart(int start)
    {
        if (start >= text.Length)
        {
            return false;
        }

        char c = text[start];
        return char.IsAsciiDigit(c) || Currencies.IsSign(c) || LowerOfEnd(start) >= 0 || Currencies.IsMoneyAt(text, start, out _)
            || names.Amounts.Match(text, AfterArticle(start)) >= 0;
    }

    /// <summary>Whether what follows a comma inside <c>the lower of</c> is a further amount. A name that is no declared amount may be a fact of a <c>when</c> before.</summary>
    private bool IsAmountAfterComma(int position)
    {
        int next = SourceScan.SkipTrivia(text, position);
        if (IsAmountStart(next))
        {
            return true;
        }

        int end = SourceScan.WordEnd(text, next);
        return !hasFact && end > next && !(char.IsAsciiLetterLower(text[next]) && TryPhrase(next, end, out _, out _));
    }

    /// <summary>In <c>up to £5,000 per decision and up to £9,000 per year</c> the word only sets one limit off from the other; in a question it stands for <c>worth</c>.</summary>
    private bool TryAndBound(int start, LexemeFlags flags)
    {
        int end = SourceScan.MatchWord(text, start, "and");
        if (end < 0 || IsSentenceStart || isInLowerOf || !IsAfterAmount())
        {
            return false;
        }

        if (IsBoundNext(end))
        {
            Push(TokenKind.Comma, start, end, flags);
            return true;
        }

        int next = SourceScan.SkipSpace(text, end);
        if (HasToken(TokenKind.Worth) && next < text.Length && (char.IsAsciiDigit(text[next]) || Currencies.IsSign(text[next]) || Currencies.IsMoneyAt(text, next, out _)))
        {
            Push(TokenKind.Worth, start, end, flags);
            return true;
        }

        return false;
    }

    private bool IsBoundNext(int position)
    {
        int next = SourceScan.SkipTrivia(text, position);
        int end = SourceScan.WordEnd(text, next);
        return end > next && char.IsAsciiLetterLower(text[next]) && TryPhrase(next, end, out TokenKind kind, out int phraseEnd)
            && kind is TokenKind.UpTo or TokenKind.Below or TokenKind.Above or TokenKind.AtLeast && IsAmountStart(SourceScan.SkipSpace(text, phraseEnd));
    }

    // An amount, or what it counts, has just ended.
    private bool IsAfterAmount() => lexemes[count - 1].Kind switch
    {
        TokenKind.Money or TokenKind.Per or TokenKind.InTotal or TokenKind.ExcludingVat or TokenKind.IncludingVat => true,
        TokenKind.Name when count - 2 >= sentenceStart => lexemes[count - 2].Kind is TokenKind.UpTo or TokenKind.Below or TokenKind.Above or TokenKind.AtLeast or TokenKind.PercentOf
            or TokenKind.AmountComma or TokenKind.LowerOf,
        _ => false,
    };

    private int AfterArticle(int start)
    {
        foreach (string article in (ReadOnlySpan<string>)["the", "a", "an"])
        {
            int end = SourceScan.MatchWord(text, start, article);
            if (end >= 0)
            {
                return SourceScan.SkipSpace(text, end);
            }
        }

        return start;
    }

    private int LowerOfEnd(int start)
    {
        int end = SourceScan.MatchWord(text, start, "the");
        int which = end < 0 ? end : SourceScan.SkipSpace(text, end);
        end = end < 0 ? end : Math.Max(SourceScan.MatchWord(text, which, "lower"), SourceScan.MatchWord(text, which, "higher"));
        return end < 0 ? end : SourceScan.MatchWord(text, SourceScan.SkipSpace(text, end), "of");
    }

    private int PercentEnd(int end)
    {
        int next = SourceScan.SkipSpace(text, end);
        if (next < text.Length && text[next] == '%')
        {
            return next + 1;
        }

        int word = SourceScan.MatchWord(text, next, "percent");
        if (word >= 0)
        {
            return word;
        }

        int per = SourceScan.MatchWord(text, next, "per");
        return per < 0 ? per : SourceScan.MatchWord(text, SourceScan.SkipSpace(text, per), "cent");
    }
}
