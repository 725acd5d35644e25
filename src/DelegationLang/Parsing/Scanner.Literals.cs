using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Money, numbers, dates, financial years and quotations: each is one only where it may stand.</summary>
internal sealed partial class Scanner
{
    private bool TryExpected(int start, LexemeFlags flags)
    {
        char c = text[start];
        switch (expected)
        {
            case ScanExpectation.Date:
                return TryDate(start, flags);
            case ScanExpectation.PerhapsDate:
                return char.IsAsciiDigit(c) && TryDate(start, flags);
            case ScanExpectation.PerhapsYear:
                return char.IsAsciiDigit(c) && TryYear(start, flags);
            case ScanExpectation.Amount:
                return TryAmount(start, flags);
            case ScanExpectation.Count:
                return TryCount(start, flags);
            case ScanExpectation.Quotation when Characters.IsQuotationMark(c):
                Quotation quotation = ReadQuotation(start);
                Push(TokenKind.Quotation, start, quotation.End, quotation.IsClosed ? flags : flags | LexemeFlags.Faulty);
                return true;
            case ScanExpectation.Version when !Characters.IsQuotationMark(c):
                return TryVersion(start, flags);
            default:
                return false;
        }
    }

    private bool TryDate(int start, LexemeFlags flags)
    {
        DateLiteral date = DateLiteral.Read(text, start);
        if (date.End == start)
        {
            return false;
        }

        if (date.Fault != DateFault.None)
        {
            faults.Add(ParsingFaults.BadDate(faults.Source, start, date));
            flags |= LexemeFlags.Faulty;
        }

        Push(TokenKind.Date, start, date.End, flags);
        return true;
    }

    private bool TryYear(int start, LexemeFlags flags)
    {
        if (!FinancialYearLiteral.TryRead(text, start, out FinancialYearLiteral year))
        {
            return false;
        }

        if (!year.IsValid)
        {
            faults.Add(ParsingFaults.BadFinancialYear(faults.Source, start, year));
            flags |= LexemeFlags.Faulty;
        }

        Push(TokenKind.FinancialYear, start, year.End, flags);
        return true;
    }

    private bool TryAmount(int start, LexemeFlags flags)
    {
        int lowerOf = LowerOfEnd(start);
        if (lowerOf >= 0)
        {
            Push(TokenKind.LowerOf, start, lowerOf, flags);
            return true;
        }

        if (Currencies.IsSign(text[start]) || Currencies.IsMoneyAt(text, start, out _))
        {
            ScanMoney(start, flags);
            return true;
        }

        return char.IsAsciiDigit(text[start]) && TryNumber(start, flags);
    }

    private void ScanMoney(int start, LexemeFlags flags)
    {
        MoneyLiteral money = MoneyLiteral.Read(text, start);
        if (money.Fault != NumberFault.None || money.HasForeignSign)
        {
            faults.Add(ParsingFaults.BadMoney(faults.Source, start, money));
            flags |= LexemeFlags.Faulty;
        }

        Push(TokenKind.Money, start, money.End, flags);
    }

    private bool TryNumber(int start, LexemeFlags flags)
    {
        NumberLiteral number = NumberLiteral.Read(text, start, isMoney: false);
        if (number.Fault != NumberFault.None)
        {
            faults.Add(ParsingFaults.BadNumber(faults.Source, start, number));
            flags |= LexemeFlags.Faulty;
        }

        int sign = SourceScan.SkipSpace(text, number.End);
        if (sign < text.Length && Currencies.IsSign(text[sign]) && !(sign + 1 < text.Length && char.IsAsciiDigit(text[sign + 1])))
        {
            faults.Add(ParsingFaults.SignAfterFigure(faults.Source, start, sign, sign + 1));
            Push(TokenKind.Money, start, sign + 1, flags | LexemeFlags.Faulty);
            return true;
        }

        int percent = PercentEnd(number.End);
        int of = percent < 0 ? -1 : SourceScan.MatchWord(text, SourceScan.SkipSpace(text, percent), "of");
        TokenKind kind = of >= 0 ? TokenKind.PercentOf : TokenKind.Number;
        Push(kind, start, of >= 0 ? of : percent >= 0 ? percent : number.End, flags);
        return true;
    }

    private bool TryCount(int start, LexemeFlags flags)
    {
        if (char.IsAsciiDigit(text[start]))
        {
            return TryNumber(start, flags);
        }

        int end = SourceScan.WordEnd(text, start);
        if (NumberWords.ValueOf(text.AsSpan(start, end - start)) == 0)
        {
            return false;
        }

        Push(TokenKind.Number, start, end, flags);
        return true;
    }

    private bool TryVersion(int start, LexemeFlags flags)
    {
        int end = start;
        while (end < text.Length && !Characters.IsSpace(text[end]) && text[end] != ',' && !SourceScan.IsFullStop(text, end) && !SourceScan.IsComment(text, end))
        {
            end++;
        }

        if (end == start)
        {
            return false;
        }

        Push(TokenKind.Name, start, end, flags);
        return true;
    }

    private Quotation ReadQuotation(int start)
    {
        Quotation quotation = Quotation.Read(text, start);
        if (!quotation.IsClosed)
        {
            faults.Add(ParsingFaults.OpenQuotation(faults.Source, start, quotation.End));
        }

        return quotation;
    }

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
