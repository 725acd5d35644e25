using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Survey;

/// <summary>Tells quickly of rules about one subject that they leave no hole. When in doubt it says that they may: the evaluator has the last word.</summary>
internal static class HoleTest
{
    /// <summary>Whether there may be a hole between two of the rules.</summary>
    public static bool MayLeaveHole(SpaceIndex index, List<RuleBox> rules) =>
        rules.Count > 0 && (MayLeaveHoleInAmounts(index, rules) || MayLeaveHoleInMeasures(rules) || MayLeaveHoleInDays(index, rules));

    private static bool MayLeaveHoleInAmounts(SpaceIndex index, List<RuleBox> rules)
    {
        foreach (RuleBox above in rules)
        {
            if (above.Rule.Limit?.Lower is null)
            {
                continue;
            }

            foreach (RuleBox below in rules)
            {
                if (below.Axis == above.Axis
                    && below.Rule.Limit?.Upper is not null
                    && (!above.IsExact || !below.IsExact || below.Amounts.LeavesHoleBefore(above.Amounts))
                    && below.Days.Overlaps(above.Days)
                    && BoxMeeting.MayMeetInSubjectsPlacesAndFacts(index, below, above)
                    && !IsBridged(rules, below, above))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // One rule ends at a value of a measure, and another begins at one.
    private static bool MayLeaveHoleInMeasures(List<RuleBox> rules)
    {
        foreach (RuleBox below in rules)
        {
            foreach (FactDefinition end in below.Rule.Facts.SelectMany(group => group))
            {
                if (end.Measure >= 0 && rules.Exists(above => above != below && above.Days.Overlaps(below.Days) && Bounds(above, end.Measure)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Bounds(RuleBox box, int measure) => box.Rule.Facts.Any(group => group.Any(fact => fact.Measure == measure));

    // Rules that hold wherever both do, one after another from the lower to the upper.
    private static bool IsBridged(List<RuleBox> rules, RuleBox below, RuleBox above)
    {
        if (!above.IsExact || !below.IsExact || below.Rule.Limit?.Vat != above.Rule.Limit?.Vat)
        {
            return false;
        }

        Interval reached = below.Amounts;
        bool isLonger = true;
        while (isLonger && reached.LeavesHoleBefore(above.Amounts))
        {
            isLonger = false;
            foreach (RuleBox rule in rules)
            {
                if (rule.IsExact
                    && rule.Amounts.GoesBeyond(reached)
                    && !reached.LeavesHoleBefore(rule.Amounts)
                    && (rule.Rule.Limit is null || (rule.Axis == above.Axis && rule.Rule.Limit.Vat == above.Rule.Limit?.Vat))
                    && (rule.IsFree || rule.HasShapeOf(above) || rule.HasShapeOf(below)))
                {
                    reached = rule.Amounts;
                    isLonger = true;
                }
            }
        }

        return !reached.LeavesHoleBefore(above.Amounts);
    }

    private static bool MayLeaveHoleInDays(SpaceIndex index, List<RuleBox> rules)
    {
        bool isBridged = rules.Exists(rule => rule.Rule.Limit is null && rule.IsFree);
        foreach (RuleBox after in rules)
        {
            if (after.HasDaysWithoutFigure)
            {
                return true;
            }

            if (after.Days.IsEmpty || after.Days.First == DateOnly.MinValue)
            {
                continue;
            }

            foreach (RuleBox before in rules)
            {
                if (!before.Days.IsEmpty
                    && before.Days.Last < after.Days.First.AddDays(-1)
                    && BoxMeeting.MayMeetInAmounts(before, after)
                    && BoxMeeting.MayMeetInSubjectsPlacesAndFacts(index, before, after)
                    && !isBridged)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
