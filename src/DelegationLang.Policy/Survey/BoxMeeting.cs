using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Survey;

/// <summary>Tells quickly of two rules that they cannot hold at one point. When in doubt it says that they can: the evaluator has the last word.</summary>
internal static class BoxMeeting
{
    /// <summary>Whether two rules of one giver may give one point to different people.</summary>
    public static bool MayOverlap(SpaceIndex index, RuleBox one, RuleBox other) =>
        !one.Rule.IsExceptional
        && !other.Rule.IsExceptional
        && MayCompete(one.Rule, other.Rule)
        && one.Days.Overlaps(other.Days)
        && MayMeetInAmounts(one, other)
        && MayMeetInSubjectsPlacesAndFacts(index, one, other)
        && HaveDifferentHolders(index, one.Rule, other.Rule);

    /// <summary>Whether two rules may both hold somewhere, amounts and days aside.</summary>
    public static bool MayMeetInSubjectsPlacesAndFacts(SpaceIndex index, RuleBox one, RuleBox other) =>
        MayMeetInFunctions(index, one.Rule.For, other.Rule.For)
        && MayMeetInPlaces(index, one.Rule.At, other.Rule.At)
        && !Contradict(one.Rule.Facts, other.Rule.Facts);

    /// <summary>Whether the amounts of two rules may meet.</summary>
    public static bool MayMeetInAmounts(RuleBox one, RuleBox other) =>
        one.Axis != other.Axis
        || one.Rule.Limit?.Vat != other.Rule.Limit?.Vat
        || one.Amounts.Meets(other.Amounts);

    /// <summary>Whether places lie within one another; an empty list stands for everywhere.</summary>
    public static bool MayMeetInPlaces(SpaceIndex index, ImmutableArray<int> places, ImmutableArray<int> others)
    {
        if (places.IsEmpty || others.IsEmpty)
        {
            return true;
        }

        foreach (int place in places)
        {
            foreach (int other in others)
            {
                if (index.IsWithin(place, other) || index.IsWithin(other, place))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // What an organisation reserves is out of all it gives. Lines of one table give way to each other, unless one gives on what it holds above another.
    private static bool MayCompete(RuleDefinition one, RuleDefinition other)
    {
        bool isOneReserved = one.Kind == RuleKind.Reservation;
        bool isOtherReserved = other.Kind == RuleKind.Reservation;
        if (isOneReserved != isOtherReserved && one.Giver == other.Giver)
        {
            return false;
        }

        return one.Table < 0 || one.Table != other.Table || one.Onward is not null || other.Onward is not null;
    }

    private static bool HaveDifferentHolders(SpaceIndex index, RuleDefinition one, RuleDefinition other)
    {
        foreach (ImmutableArray<int> group in one.Holders)
        {
            foreach (ImmutableArray<int> otherGroup in other.Holders)
            {
                if (!group.SequenceEqual(otherGroup) && MayBothAct(index, group, otherGroup))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool MayBothAct(SpaceIndex index, ImmutableArray<int> group, ImmutableArray<int> other)
    {
        foreach (int party in group)
        {
            foreach (int otherParty in other)
            {
                PartyDefinition one = index.Definition.Parties[party];
                PartyDefinition two = index.Definition.Parties[otherParty];
                if (!one.Lifetime.Overlaps(two.Lifetime) || !MayMeetInPlaces(index, one.At, two.At))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool MayMeetInFunctions(SpaceIndex index, ImmutableArray<int> functions, ImmutableArray<int> others)
    {
        if (functions.IsEmpty || others.IsEmpty)
        {
            return true;
        }

        foreach (int function in functions.SelectMany(index.Subjects.Expand))
        {
            foreach (int other in others.SelectMany(index.Subjects.Expand))
            {
                if (Array.IndexOf(index.Subjects.SelfAndAncestors(function), other) >= 0 || Array.IndexOf(index.Subjects.SelfAndAncestors(other), function) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Contradict(ImmutableArray<ImmutableArray<FactDefinition>> groups, ImmutableArray<ImmutableArray<FactDefinition>> others)
    {
        foreach (ImmutableArray<FactDefinition> group in groups)
        {
            foreach (ImmutableArray<FactDefinition> other in others)
            {
                if (group.Length == 1 && other.Length == 1 && Contradict(group[0], other[0]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Contradict(FactDefinition one, FactDefinition other)
    {
        if (one.Condition >= 0)
        {
            return one.Condition == other.Condition && one.IsNegated != other.IsNegated;
        }

        return one.Measure == other.Measure
            && !one.IsNegated
            && !other.IsNegated
            && SpanOf(one) is Interval span
            && SpanOf(other) is Interval otherSpan
            && span.Intersect(otherSpan).IsEmpty;
    }

    /// <summary>Between which figures a measure must be; none where an end is no figure.</summary>
    public static Interval? SpanOf(FactDefinition fact)
    {
        Interval span = Interval.All;
        if (fact.Lower is BoundDefinition lower)
        {
            if (lower.LowerOf is not [{ Kind: BoundTermKind.Figure } term])
            {
                return null;
            }

            span = span.Intersect(new Interval(term.Value, lower.IsIncluded, null, false));
        }

        if (fact.Upper is BoundDefinition upper)
        {
            if (upper.LowerOf is not [{ Kind: BoundTermKind.Figure } term])
            {
                return null;
            }

            span = span.Intersect(new Interval(0, true, term.Value, upper.IsIncluded));
        }

        return span;
    }
}
