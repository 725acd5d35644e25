using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>The facts of <c>when</c> and <c>unless</c>, and the bounds and further facts that follow them.</summary>
internal sealed partial class ClauseAssembler
{
    private void OpenFacts(ClauseOutline outline, TokenKind kind)
    {
        attachment = Attachment.Facts;
        factSlot = clauses.Count;
        facts.Clear();
        isAny = hasFactComma = false;
        int index = outline.First + 1;
        NameSyntax missing = NodeFactory.MissingName(nodes.EndBefore(index));
        facts.Add(nodes.Fact(ref index) ?? new FactSyntax { Name = missing, Span = missing.Span });
        clauses.Add(kind == TokenKind.When
            ? new WhenClauseSyntax { Keyword = "when", Facts = [], Span = nodes.Between(outline.First, outline.End) }
            : new UnlessClauseSyntax { Keyword = "unless", Facts = [], Span = nodes.Between(outline.First, outline.End) });
        AddFurtherFacts(index, outline.End);
    }

    private void AddFurtherFacts(int index, int end)
    {
        for (int next = index + 1; next < end && window.KindAt(index) is TokenKind.Comma or TokenKind.Or && nodes.Fact(ref next) is { } fact; next = index + 1)
        {
            if (attachment != Attachment.Facts)
            {
                ReportStrayFact(index);
                return;
            }

            bool isOr = window.KindAt(index) == TokenKind.Or;
            isAny |= isOr;
            hasFactComma |= !isOr;
            facts.Add(fact);
            index = next;
        }
    }

    private void CloseFacts()
    {
        if (attachment != Attachment.Facts)
        {
            return;
        }

        attachment = Attachment.None;
        ClauseSyntax clause = clauses[factSlot];
        nodes.CheckCount(facts.Count, clause.Span);
        var span = TextSpan.Union(clause.Span, facts[^1].Span);
        if (clause is WhenClauseSyntax when)
        {
            clauses[factSlot] = when with { Facts = [.. facts], IsAny = isAny, Span = span };
            if (isAny && hasFactComma)
            {
                ReportMixedFacts(span);
            }
        }
        else if (clause is UnlessClauseSyntax unless)
        {
            clauses[factSlot] = unless with { Facts = [.. facts], Span = span };
            if (isAny)
            {
                ReportOrInUnless(span);
            }
        }
    }

    /// <summary>
    /// A bound straight after a measure is the measure's. So is a number of units: a sentence's own limit is money. Money after a measure that
    /// has a bound in units is the sentence's: <c>when contract length up to 2 years up to £5,000</c>.
    /// </summary>
    private bool BelongsToFact(AmountSyntax amount)
    {
        FactSyntax fact = facts[^1];
        bool isAnotherUnit = amount is MoneySyntax && !fact.Bounds.IsEmpty && fact.Bounds[^1].Amount is NumberSyntax;
        return fact.Value.IsEmpty && !isAnotherUnit && (names.IsMeasure(fact.Name.Text) || amount is NumberSyntax { Unit.Length: > 0 });
    }

    private static BoundKind BoundOf(TokenKind kind) => kind switch
    {
        TokenKind.Below => BoundKind.Below,
        TokenKind.Above => BoundKind.Above,
        TokenKind.AtLeast => BoundKind.AtLeast,
        _ => BoundKind.UpTo,
    };

    private static TokenKind KindOf(BoundKind kind) => kind switch
    {
        BoundKind.Below => TokenKind.Below,
        BoundKind.Above => TokenKind.Above,
        BoundKind.AtLeast => TokenKind.AtLeast,
        _ => TokenKind.UpTo,
    };
}
