using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Money, numbers, dates, financial years and quotations: each is one only where it may stand.</summary>
internal sealed partial class Scanner
{
    private readonly List<SyntaxNode> literals = [];

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

    // A value goes with its token: nobody reads it again.
    private void Push(TokenKind kind, LexemeFlags flags, SyntaxNode literal)
    {
        Push(kind, literal.Span.Start, literal.Span.End, flags);
        literals.Add(literal);
        lexemes[count - 1].Literal = literals.Count;
    }

    private bool TryDate(int start, LexemeFlags flags)
    {
        var date = DateLiteral.Read(text, start);
        if (date.End == start)
        {
            return false;
        }

        if (date.Fault != DateFault.None)
        {
            faults.Add(ParsingFaults.BadDate(faults.Source, start, date));
            flags |= LexemeFlags.Faulty;
        }

        bool isRead = date.Fault == DateFault.None;
        Push(TokenKind.Date, flags, new DateSyntax { Value = isRead ? date.Value : default, IsInvalid = !isRead, Span = TextSpan.FromBounds(start, date.End) });
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

        Push(TokenKind.FinancialYear, flags, new FinancialYearSyntax { StartYear = year.StartYear, Span = TextSpan.FromBounds(start, year.End) });
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
        var money = MoneyLiteral.Read(text, start);
        if (money.Fault != NumberFault.None || money.HasForeignSign)
        {
            faults.Add(ParsingFaults.BadMoney(faults.Source, start, money));
            flags |= LexemeFlags.Faulty;
        }

        Push(TokenKind.Money, flags, new MoneySyntax
        {
            Value = money.Value,
            Currency = money.Currency,
            IsInvalid = money.Fault != NumberFault.None || money.HasForeignSign,
            Span = TextSpan.FromBounds(start, money.End),
        });
    }

    private bool TryNumber(int start, LexemeFlags flags)
    {
        var number = NumberLiteral.Read(text, start, isMoney: false);
        if (number.Fault != NumberFault.None)
        {
            faults.Add(ParsingFaults.BadNumber(faults.Source, start, number));
            flags |= LexemeFlags.Faulty;
        }

        int sign = SourceScan.SkipSpace(text, number.End);
        if (sign < text.Length && Currencies.IsSign(text[sign]) && !(sign + 1 < text.Length && char.IsAsciiDigit(text[sign + 1])))
        {
            faults.Add(ParsingFaults.SignAfterFigure(faults.Source, start, sign, sign + 1));
            Push(TokenKind.Money, flags | LexemeFlags.Faulty, new MoneySyntax
            {
                Value = number.Value,
                Currency = Currencies.CodeOf(text[sign]),
                IsInvalid = true,
                Span = TextSpan.FromBounds(start, sign + 1),
            });
            return true;
        }

        int percent = PercentEnd(number.End);
        int of = percent < 0 ? -1 : SourceScan.MatchWord(text, SourceScan.SkipSpace(text, percent), "of");
        Push(of >= 0 ? TokenKind.PercentOf : TokenKind.Number, flags, new NumberSyntax
        {
            Value = number.Value,
            Unit = percent >= 0 ? "%" : "",
            IsInvalid = number.Fault != NumberFault.None,
            Span = TextSpan.FromBounds(start, of >= 0 ? of : percent >= 0 ? percent : number.End),
        });
        return true;
    }

    private bool TryCount(int start, LexemeFlags flags)
    {
        if (char.IsAsciiDigit(text[start]))
        {
            return TryNumber(start, flags);
        }

        int end = SourceScan.WordEnd(text, start);
        int value = NumberWords.ValueOf(text.AsSpan(start, end - start));
        if (value == 0)
        {
            return false;
        }

        Push(TokenKind.Number, flags, new NumberSyntax { Value = value, Span = TextSpan.FromBounds(start, end) });
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
        var quotation = Quotation.Read(text, start);
        if (!quotation.IsClosed)
        {
            faults.Add(ParsingFaults.OpenQuotation(faults.Source, start, quotation.End));
        }

        return quotation;
    }
}
