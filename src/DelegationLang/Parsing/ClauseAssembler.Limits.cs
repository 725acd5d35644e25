using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Where limits begin and end.</summary>
internal sealed partial class ClauseAssembler
{
    // A second bound on one side, after it was said what the first counts, is that of another limit: it counts something else.
    private void BeginFurtherLimit(BoundSyntax bound)
    {
        bool isUpper = IsUpper(bound.Kind);
        if (limit.Qualifier.Basis.Length > 0 && limit.Bounds.Exists(other => IsUpper(other.Kind) == isUpper))
        {
            limits.Add((limitSlot, limit.Build()));
            limit.Clear();
            limitSlot = clauses.Count;
        }
    }

    private void CloseOnward()
    {
        if (onwardLimit.Bounds.Count > 0)
        {
            var onward = (OnwardClauseSyntax)clauses[attachedTo];
            AmountRangeSyntax range = onwardLimit.Build();
            clauses[attachedTo] = onward with { Limit = [range], Span = TextSpan.Union(onward.Span, range.Span) };
        }

        onwardLimit.Clear();
    }

    private void CloseLimit()
    {
        if (limit.Bounds.Count > 0)
        {
            AmountRangeSyntax range = limit.Build();
            string keyword = PhraseTable.WordsOf(KindOf(range.Bounds[0].Kind));
            clauses.Insert(limitSlot, new LimitClauseSyntax { Keyword = keyword, Range = range, Span = range.Span });
        }
        else if (limit.Qualifier.Span.Length > 0)
        {
            string keyword = ParsingFaults.Shown(faults.Source, limit.Qualifier.Span.Start, limit.Qualifier.Span.End);
            clauses.Insert(limitSlot, new QualifierClauseSyntax { Keyword = keyword, Qualifier = limit.Qualifier, Span = limit.Qualifier.Span });
        }

        // Those before it stand before it, so that their places are still right.
        for (int i = limits.Count - 1; i >= 0; i--)
        {
            AmountRangeSyntax range = limits[i].Range;
            clauses.Insert(limits[i].Slot, new LimitClauseSyntax { Keyword = PhraseTable.WordsOf(KindOf(range.Bounds[0].Kind)), Range = range, Span = range.Span });
        }
    }
}
