using System.Collections.Immutable;
using DelegationLang.Parsing.Generated;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <content>What is made as a rule ends.</content>
internal sealed partial class NodeFactory
{
    /// <summary>Makes what a rule read.</summary>
    /// <param name="rule">The rule that ends.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="end">The token after its last.</param>
    public void EndRule(int rule, int first, int end)
    {
        // Nothing, or a dash and nothing after it.
        if (end <= (window.KindAt(first) == TokenKind.ItemBullet ? first + 1 : first))
        {
            return;
        }

        switch (rule)
        {
            case DelegationParser.RULE_names:
                Keep(NamesIn(first, end), first, end);
                break;
            case DelegationParser.RULE_parties:
                Keep(parties.Make(first, end), first, end);
                break;
            case DelegationParser.RULE_fact:
                Keep(MakeFact(first), first, end);
                break;
            case DelegationParser.RULE_amount when window.KindAt(first) == TokenKind.LowerOf:
                Keep(MakeLowerOf(first, end), first, end);
                break;
            case DelegationParser.RULE_plainAmount:
                Keep(MakeAmount(first, end), first, end);
                break;
        }
    }

    private void Keep(object node, int first, int end)
    {
        made[first] = node;
        ends[first] = end;
    }

    private NameSyntax[] NamesIn(int first, int end)
    {
        if (end == first + 1)
        {
            return [Name(window[first])];
        }

        var names = new List<NameSyntax>((end - first + 1) / 2);
        for (int i = first; i < end; i++)
        {
            if (window.KindAt(i) == TokenKind.Name)
            {
                names.Add(Name(window[i]));
            }
        }

        return [.. names];
    }

    private FactSyntax MakeFact(int first)
    {
        int index = first + 1;
        bool hasValue = window.KindAt(index) == TokenKind.Is;
        index += hasValue ? 1 : 0;
        return new FactSyntax { Name = Name(window[first]), Value = hasValue ? [AmountAt(ref index)] : [], Span = Between(first, index) };
    }

    private AmountSyntax AmountAt(ref int index)
    {
        int first = index;
        return Made<AmountSyntax>(ref index) ?? MissingAmount(first);
    }

    private LowerOfSyntax MakeLowerOf(int first, int end)
    {
        ImmutableArray<AmountSyntax>.Builder items = ImmutableArray.CreateBuilder<AmountSyntax>();
        int index = first;
        do
        {
            // The words themselves, and then each comma.
            index++;
            items.Add(AmountAt(ref index));
        }
        while (index < end && window.KindAt(index) == TokenKind.AmountComma);

        bool isHigher = Content.AsSpan(window[first].Start, window[first].End - window[first].Start).Contains("higher", StringComparison.OrdinalIgnoreCase);
        return new LowerOfSyntax { Items = items.ToImmutable(), IsHigher = isHigher, Span = Between(first, index) };
    }

    private NumberSyntax NumberAt(int index)
    {
        NumberSyntax number = Number(index);
        return !number.IsMissing && window.KindAt(index + 1) == TokenKind.Name ? number with { Unit = Name(window[index + 1]).Text, Span = Between(index, index + 2) } : number;
    }

    private AmountSyntax MakeAmount(int first, int end)
    {
        switch (window.KindAt(first))
        {
            case TokenKind.Number:
                return NumberAt(first);
            case TokenKind.Name:
                NameSyntax name = Name(window[first]);
                return new NamedAmountSyntax { Name = name, Span = name.Span };
            case TokenKind.PercentOf:
                int of = first + 1;
                AmountSyntax whole = of < end ? MakeAmount(of, end) : MissingAmount(of);
                return new PercentSyntax { Percent = Number(first).Value, Of = whole, Span = Between(first, Math.Max(of, end)) };
            default:
                return window.Literal<MoneySyntax>(first) ?? (AmountSyntax)new MissingAmountSyntax { Span = SpanOf(first), IsMissing = true };
        }
    }
}
