using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Makes names, lists, dates and amounts from the tokens of a sentence. Reads as far as the tokens are what they should be, so that a broken part still gives what it can.</summary>
internal sealed class NodeReader(SentenceTokens window, FaultBag faults, NameTable names)
{
    private readonly NameCache cache = new();
    private PartyListReader? lists;

    private string Content => faults.Source.Content;

    private PartyListReader Lists => lists ??= new PartyListReader(window, faults, this, names);

    /// <summary>A name that is not there.</summary>
    public static NameSyntax MissingName(int position) => new() { Text = "", Span = new TextSpan(position, 0), IsMissing = true };

    /// <summary>The name at a token; a missing one where no name stands there.</summary>
    public NameSyntax Name(int index)
    {
        Lexeme lexeme = window[index];
        return lexeme.Kind is TokenKind.Name or TokenKind.Title ? Name(lexeme) : MissingName(EndBefore(index));
    }

    /// <summary>The name that a token is.</summary>
    public NameSyntax Name(in Lexeme lexeme)
    {
        int length = lexeme.End - lexeme.Start;
        bool isFolded = (lexeme.Flags & (LexemeFlags.Quoted | LexemeFlags.Folded | LexemeFlags.BreaksLine)) != 0;
        isFolded = isFolded || !NameText.IsAscii(Content.AsSpan(lexeme.Start, length));
        string text = isFolded ? NameText.Fold(Content, lexeme.Start, lexeme.End) : cache.Get(Content.AsSpan(lexeme.Start, length));
        if (length > Limits.NameWords * 2)
        {
            CheckLength(lexeme, text);
        }

        return new NameSyntax { Text = text, Span = new TextSpan(lexeme.Start, length), IsQuoted = lexeme.Has(LexemeFlags.Quoted) };
    }

    /// <summary>Names from a token on, separated by commas or each after a dash. None where none stands there.</summary>
    public ImmutableArray<NameSyntax> Names(ref int index, int end)
    {
        if (index < end && window.KindAt(index) == TokenKind.Name && !IsListGoingOn(index + 1, end))
        {
            return [Name(index++)];
        }

        var names = new List<NameSyntax>();
        bool isBulleted = index < end && window.KindAt(index) == TokenKind.ItemBullet;
        while (index < end)
        {
            TokenKind kind = window.KindAt(index);
            if (kind == TokenKind.Name)
            {
                names.Add(Name(index++));
                if (!IsListGoingOn(index, end))
                {
                    break;
                }
            }
            else if (window.KindAt(index + 1) == TokenKind.Name && index + 1 < end && (kind == TokenKind.ItemBullet ? isBulleted : kind == TokenKind.Comma && names.Count > 0))
            {
                index++;
            }
            else
            {
                break;
            }
        }

        CheckCount(names.Count, names.Count > 0 ? names[0].Span : default);
        return ImmutableCollectionsMarshal.AsImmutableArray(names.ToArray());
    }

    /// <summary>Parties from a token on. A missing one where none stands there.</summary>
    public PartyListSyntax Parties(ref int index, int end, bool isMembers = false) => Lists.Read(ref index, end, isMembers);

    /// <summary>The date at a token; a missing one where no date stands there.</summary>
    public DateSyntax Date(int index)
    {
        Lexeme lexeme = window[index];
        if (lexeme.Kind != TokenKind.Date)
        {
            return new DateSyntax { Span = new TextSpan(EndBefore(index), 0), IsMissing = true };
        }

        DateLiteral date = DateLiteral.Read(Content, lexeme.Start);
        return new DateSyntax { Value = date.Fault == DateFault.None ? date.Value : default, IsInvalid = date.Fault != DateFault.None, Span = SpanOf(index) };
    }

    /// <summary>The financial year at a token, which must be one.</summary>
    public FinancialYearSyntax Year(int index)
    {
        bool isRead = FinancialYearLiteral.TryRead(Content, window[index].Start, out FinancialYearLiteral year);
        return new FinancialYearSyntax { StartYear = year.StartYear, Span = SpanOf(index), IsMissing = !isRead };
    }

    /// <summary>The quotation at a token; a missing one where none stands there.</summary>
    public QuotedTextSyntax Quotation(int index)
    {
        Lexeme lexeme = window[index];
        return lexeme.Kind switch
        {
            TokenKind.Quotation => new QuotedTextSyntax { Text = NameText.OfQuotation(Content, lexeme.Start, lexeme.End), Span = SpanOf(index) },
            TokenKind.Name => new QuotedTextSyntax { Text = NameText.Of(Content, lexeme), Span = SpanOf(index) },
            _ => new QuotedTextSyntax { Text = "", Span = new TextSpan(EndBefore(index), 0), IsMissing = true },
        };
    }

    /// <summary>The amount from a token on; a missing one where none stands there.</summary>
    public AmountSyntax Amount(ref int index, int end)
    {
        if (index >= end || window.KindAt(index) != TokenKind.LowerOf)
        {
            return PlainAmount(ref index, end);
        }

        int first = index++;
        var items = new List<AmountSyntax> { PlainAmount(ref index, end) };
        while (index < end && window.KindAt(index) == TokenKind.AmountComma)
        {
            index++;
            items.Add(PlainAmount(ref index, end));
        }

        bool isHigher = Content.AsSpan(window[first].Start, window[first].End - window[first].Start).Contains("higher", StringComparison.OrdinalIgnoreCase);
        return new LowerOfSyntax { Items = [.. items], IsHigher = isHigher, Span = Between(first, index) };
    }

    /// <summary>The number at a token; a missing one where none stands there.</summary>
    public NumberSyntax Number(ref int index, int end)
    {
        if (index >= end || window.KindAt(index) != TokenKind.Number)
        {
            return new NumberSyntax { Span = new TextSpan(EndBefore(index), 0), IsMissing = true };
        }

        int first = index++;
        Lexeme lexeme = window[first];
        NumberLiteral number = NumberLiteral.Read(Content, lexeme.Start, isMoney: false);
        bool isWord = number.Fault == NumberFault.NoFigures;
        decimal value = isWord ? NumberWords.ValueOf(Content.AsSpan(lexeme.Start, lexeme.End - lexeme.Start)) : number.Value;
        string unit = number.End < lexeme.End && !isWord ? "%" : "";
        if (index < end && window.KindAt(index) == TokenKind.Name)
        {
            unit = Name(index++).Text;
        }

        return new NumberSyntax { Value = value, Unit = unit, IsInvalid = !isWord && number.Fault != NumberFault.None, Span = Between(first, index) };
    }

    /// <summary>The span of one token.</summary>
    public TextSpan SpanOf(int index) => TextSpan.FromBounds(window[index].Start, window[index].End);

    /// <summary>The span from a token up to but without another.</summary>
    public TextSpan Between(int first, int end) => TextSpan.FromBounds(window[first].Start, window[Math.Max(first, end - 1)].End);

    /// <summary>Where the token before ends: that is where something missing would stand.</summary>
    public int EndBefore(int index) => index > 0 ? window[Math.Min(index, window.Count) - 1].End : window.Start;

    private AmountSyntax PlainAmount(ref int index, int end)
    {
        switch (index < end ? window.KindAt(index) : TokenKind.EndOfFile)
        {
            case TokenKind.Money:
                return Money(index++);
            case TokenKind.Number:
                return Number(ref index, end);
            case TokenKind.Name:
                NameSyntax name = Name(index++);
                return new NamedAmountSyntax { Name = name, Span = name.Span };
            case TokenKind.PercentOf:
                int first = index++;
                AmountSyntax of = PlainAmount(ref index, end);
                return new PercentSyntax { Percent = PercentAt(first), Of = of, Span = Between(first, index) };
            default:
                return new MissingAmountSyntax { Span = new TextSpan(EndBefore(index), 0), IsMissing = true };
        }
    }

    private decimal PercentAt(int index) => NumberLiteral.Read(Content, window[index].Start, isMoney: false).Value;

    private MoneySyntax Money(int index)
    {
        MoneyLiteral money = MoneyLiteral.Read(Content, window[index].Start);
        bool isInvalid = money.Fault != NumberFault.None || money.HasForeignSign;
        return new MoneySyntax { Value = money.Value, Currency = money.Currency, IsInvalid = isInvalid, Span = SpanOf(index) };
    }

    private bool IsListGoingOn(int index, int end) =>
        index < end && window.KindAt(index) is TokenKind.Comma or TokenKind.Or or TokenKind.ItemBullet;

    private void CheckLength(in Lexeme lexeme, string text)
    {
        int words = text.Length == 0 ? 0 : text.AsSpan().Count(' ') + 1;
        if (words > Limits.NameWords)
        {
            faults.Add(ParsingFaults.TooLarge(faults.Source, lexeme.Start, lexeme.End, "this name", Limits.NameWords, "words"));
        }
        else if (text.Length > Limits.NameLength)
        {
            faults.Add(ParsingFaults.TooLarge(faults.Source, lexeme.Start, lexeme.End, "this name", Limits.NameLength, "characters"));
        }
    }

    /// <summary>Reports a list that is too long.</summary>
    public void CheckCount(int count, TextSpan span)
    {
        if (count > Limits.ListItems)
        {
            faults.Add(ParsingFaults.TooLarge(faults.Source, span.Start, Math.Min(span.End, span.Start + 1), "this list", Limits.ListItems, "items"));
        }
    }
}
