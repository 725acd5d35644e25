using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DelegationLang.Policy.Evaluation;

/// <content>What makes a holding, and which of them count apart.</content>
internal sealed partial class AuthorityWalk
{
    // The same sentence may reach a group along several chains. They count apart only where they give a different standing, or something else must come
    // first or afterwards: what must is then told whichever of them was written first.
    private void AddNew(int group, SeatHolding holding)
    {
        long key = holding.KeyOf(group);
        if (reached.Add((key, holding.Terms)) && (holding.Terms == 0 || ++CollectionsMarshal.GetValueRefOrAddDefault(ways, key, out _) <= MostWays))
        {
            holdings.Add(holding);
            seats.Add(holding.Seat);
        }
    }

    // The rule as a number of its own, such that sums of two sets of rules hardly ever meet.
    private ulong TermsOf(int rule)
    {
        RuleDefinition definition = index.Definition.Rules[rule];
        if (definition.Steps.IsEmpty && definition.RatifiedBy.Length == 0)
        {
            return 0;
        }

        unchecked
        {
            ulong mixed = ((ulong)rule + 1) * 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 31)) * 0xBF58476D1CE4E5B9;
            return mixed ^ (mixed >> 29);
        }
    }

    private SeatHolding Hold(
        SeatHolding from,
        int rule,
        ImmutableArray<int> group,
        bool isReserved,
        bool superseded = false,
        HoldingsAbove? above = null) => new()
        {
            Seat = group.Length == 1 ? context.SeatOf(group[0]) : -1,
            Group = group,
            Rule = rule,
            From = from,
            IsReserved = isReserved,
            IsExceptional = from.IsExceptional || (index.Definition.Rules[rule].IsExceptional && !isReserved),
            IsUnderContract = from.IsUnderContract || index.Definition.Rules[rule].Kind == RuleKind.Entrustment,
            Terms = from.Terms ^ TermsOf(rule),
            HasSteps = from.HasSteps || !index.Definition.Rules[rule].Steps.IsEmpty,
            HasDuties = from.HasDuties || index.Definition.Rules[rule].RatifiedBy.Length > 0,
            IsSuperseded = superseded,
            Above = above ?? HoldingsAbove.None,
        };
}
