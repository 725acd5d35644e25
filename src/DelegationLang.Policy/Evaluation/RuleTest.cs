using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Tests one rule against one case of a question.</summary>
internal sealed class RuleTest(SpaceIndex index, DecisionContext context, Knowledge knowledge)
{
    private readonly Dictionary<int, CellTest?> factTests = [];

    /// <summary>Whether the point lies in the rule's own box: places, amounts and facts. Subject and day were settled when the rule was found.</summary>
    public Truth Box(RuleDefinition rule, RuleEntry entry)
    {
        int before = knowledge.Pending;
        Truth truth = knowledge.IsAtAny(rule.At);
        truth = truth == Truth.False ? truth : TruthLogic.And(truth, knowledge.IsAtAny(entry.Places));
        truth = truth == Truth.False ? truth : TruthLogic.And(truth, knowledge.Holds(rule.Limit));
        truth = truth == Truth.False ? truth : TruthLogic.And(truth, Facts(entry.Rule, rule));
        return knowledge.Settle(before, truth);
    }

    private Truth Facts(int number, RuleDefinition rule)
    {
        if (rule.Facts.IsEmpty)
        {
            return Truth.True;
        }

        if (!knowledge.HasMoreCases)
        {
            return knowledge.Holds(rule.Facts);
        }

        if (!factTests.TryGetValue(number, out CellTest? facts))
        {
            factTests.Add(number, facts = knowledge.TestOf(rule.Facts));
        }

        return facts is null ? knowledge.Holds(rule.Facts) : knowledge.Holds(facts);
    }

    /// <summary>Whether the point lies where everybody of a group has authority.</summary>
    public Truth IsInPlaceOf(ImmutableArray<int> group)
    {
        Truth truth = Truth.True;
        foreach (int party in group)
        {
            truth = TruthLogic.And(truth, knowledge.IsAtAny(index.Definition.Parties[party].At));
        }

        return truth;
    }

    /// <summary>Whether what the giver holds lets it give by this rule: by law always, otherwise as the sentence says by which it holds, or the law of it; of an exceptional power no law says so.</summary>
    public Truth IsPermitted(SeatHolding from, RuleDefinition rule)
    {
        if (from.Rule < 0)
        {
            return Truth.True;
        }

        OnwardDefinition? onward = index.Definition.Rules[from.Rule].OnwardFor(rule);
        if (onward is null
            || (from.IsExceptional && onward.Law.Length > 0)
            || (onward.ConsentOf >= 0 && (rule.ApprovedBy < 0 || context.SeatOf(rule.ApprovedBy) != context.SeatOf(onward.ConsentOf))))
        {
            return Truth.False;
        }

        return knowledge.Holds(onward.Limit);
    }

    /// <summary>Whether what the giver holds may be given on to this group of a rule: where only some parties are named, to those alone.</summary>
    public bool IsOpenTo(SeatHolding from, RuleDefinition rule, ImmutableArray<int> group) =>
        from.Rule < 0
        || index.Definition.Rules[from.Rule].OnwardFor(rule) is not { To.IsEmpty: false } onward
        || group.All(party => IsAmong(party, onward.To));

    private bool IsAmong(int party, ImmutableArray<int> parties) =>
        parties.Any(other => other == party || context.SeatOf(other) == context.SeatOf(party));
}
