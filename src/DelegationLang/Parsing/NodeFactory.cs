using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>
/// Makes the nodes of names, lists, facts and amounts as the rules of the grammar end that read them, and keeps each at the token that it starts at, for the builder
/// of the tree to take. What a rule could not read to its end gives a node of what it did read.
/// </summary>
internal sealed partial class NodeFactory
{
    private readonly SentenceTokens window;
    private readonly FaultBag faults;
    private readonly NameCache cache = new();
    private readonly PartyListReader parties;

    // By first token: what was made there, and where it ends.
    private object?[] made = new object?[64];
    private int[] ends = new int[64];

    public NodeFactory(SentenceTokens window, FaultBag faults, NameTable names)
    {
        this.window = window;
        this.faults = faults;
        parties = new PartyListReader(window, faults, this, names);
    }

    private string Content => faults.Source.Content;

    /// <summary>A name that is not there.</summary>
    public static NameSyntax MissingName(int position) => new() { Text = "", Span = new TextSpan(position, 0), IsMissing = true };

    /// <summary>Forgets what was made: the sentence is read, or read again.</summary>
    public void Clear()
    {
        if (made.Length <= window.Count)
        {
            made = new object?[Math.Max(window.Count + 1, made.Length * 2)];
            ends = new int[made.Length];
        }
        else
        {
            Array.Clear(made, 0, window.Count + 1);
        }
    }

    /// <summary>The name at a token; a missing one where no name stands there.</summary>
    public NameSyntax Name(int index)
    {
        Lexeme lexeme = window[index];
        return lexeme.Kind is TokenKind.Name or TokenKind.Title ? Checked(lexeme) : MissingName(EndBefore(index));
    }

    /// <summary>The name that a token is.</summary>
    public NameSyntax Name(in Lexeme lexeme)
    {
        int length = lexeme.End - lexeme.Start;
        bool isFolded = (lexeme.Flags & (LexemeFlags.Quoted | LexemeFlags.Folded | LexemeFlags.BreaksLine)) != 0;
        isFolded = isFolded || !NameText.IsAscii(Content.AsSpan(lexeme.Start, length));
        string text = isFolded ? NameText.Fold(Content, lexeme.Start, lexeme.End) : cache.Get(Content.AsSpan(lexeme.Start, length));
        return new NameSyntax { Text = text, Span = new TextSpan(lexeme.Start, length), IsQuoted = lexeme.Has(LexemeFlags.Quoted) };
    }

    /// <summary>The names that were read from a token on. None where none stands there.</summary>
    public ImmutableArray<NameSyntax> Names(ref int index)
    {
        if (Take<NameSyntax[]>(ref index) is not { } names)
        {
            return [];
        }

        CheckCount(names.Length, names[0].Span);
        return ImmutableCollectionsMarshal.AsImmutableArray(names);
    }

    /// <summary>The parties that were read from a token on. A missing one where none stands there.</summary>
    public PartyListSyntax Parties(ref int index)
    {
        int first = index;
        if (Take<PartyListSyntax>(ref index) is not { } list)
        {
            NameSyntax missing = MissingName(EndBefore(first));
            return new PartyListSyntax { Items = [new PartySyntax { Name = missing, Span = missing.Span, IsMissing = true }], Span = missing.Span, IsMissing = true };
        }

        CheckCount(list.Items.Length + list.Items[0].Among.Length, list.Items[0].Span);
        return list;
    }

    /// <summary>The fact that was read from a token on; none where none stands there.</summary>
    public FactSyntax? Fact(ref int index) => Take<FactSyntax>(ref index);

    /// <summary>The amount that was read from a token on; a missing one where none stands there.</summary>
    public AmountSyntax Amount(ref int index)
    {
        int first = index;
        return Take<AmountSyntax>(ref index) ?? MissingAmount(first);
    }

    /// <summary>The date at a token; a missing one where no date stands there.</summary>
    public DateSyntax Date(int index) => window.Literal<DateSyntax>(index) ?? new DateSyntax { Span = new TextSpan(EndBefore(index), 0), IsMissing = true };

    /// <summary>The financial year at a token, which must be one.</summary>
    public FinancialYearSyntax Year(int index) => window.Literal<FinancialYearSyntax>(index) ?? new FinancialYearSyntax { StartYear = 1, Span = SpanOf(index), IsMissing = true };

    /// <summary>The number at a token; a missing one where none stands there.</summary>
    public NumberSyntax Number(int index) => window.Literal<NumberSyntax>(index) ?? new NumberSyntax { Span = new TextSpan(EndBefore(index), 0), IsMissing = true };

    /// <summary>The number at a token with the name after it as its unit; a missing one where none stands there.</summary>
    public NumberSyntax NumberOf(int index)
    {
        CheckLengths(index, index + 2);
        return NumberAt(index);
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

    /// <summary>The span of one token.</summary>
    public TextSpan SpanOf(int index) => TextSpan.FromBounds(window[index].Start, window[index].End);

    /// <summary>The span from a token up to but without another.</summary>
    public TextSpan Between(int first, int end) => TextSpan.FromBounds(window[first].Start, window[Math.Max(first, end - 1)].End);

    /// <summary>Where the token before ends: that is where something missing would stand.</summary>
    public int EndBefore(int index) => index > 0 ? window[Math.Min(index, window.Count) - 1].End : window.Start;

    /// <summary>Reports a list that is too long.</summary>
    public void CheckCount(int count, TextSpan span)
    {
        if (count > Limits.ListItems)
        {
            faults.Add(ParsingFaults.TooLarge(faults.Source, span.Start, Math.Min(span.End, span.Start + 1), "this list", Limits.ListItems, "items"));
        }
    }

    // Names that are too long are reported here, once, however often the sentence is read.
    private T? Take<T>(ref int index)
        where T : class
    {
        int first = index;
        T? node = Made<T>(ref index);
        CheckLengths(first, index);
        return node;
    }

    private void CheckLengths(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (window.KindAt(i) == TokenKind.Name)
            {
                CheckLength(window[i]);
            }
        }
    }

    private T? Made<T>(ref int index)
        where T : class
    {
        if (made[Math.Min(index, window.Count)] is not T node)
        {
            return null;
        }

        index = ends[index];
        return node;
    }

    private MissingAmountSyntax MissingAmount(int index) => new() { Span = new TextSpan(EndBefore(index), 0), IsMissing = true };

    private NameSyntax Checked(in Lexeme lexeme)
    {
        CheckLength(lexeme);
        return Name(lexeme);
    }

    private void CheckLength(in Lexeme lexeme)
    {
        if (lexeme.End - lexeme.Start <= Limits.NameWords * 2)
        {
            return;
        }

        string text = Name(lexeme).Text;
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
}
