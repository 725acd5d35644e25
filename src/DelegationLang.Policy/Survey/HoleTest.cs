using DelegationLang.Policy.Evaluation;

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
                    && (!above.IsExact || !below.IsExact || AreApart(below.Amounts, above.Amounts))
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

    // The amounts of the one end before those of the other begin, with something between them.
    private static bool AreApart(NumberSpan below, NumberSpan above) =>
        below.High is decimal high && (high < above.Low || (high == above.Low && !below.HasHigh && !above.HasLow));

    // Rules that hold wherever both do, one after another from the lower to the upper.
    private static bool IsBridged(List<RuleBox> rules, RuleBox below, RuleBox above)
    {
        if (!above.IsExact || !below.IsExact || below.Rule.Limit?.Vat != above.Rule.Limit?.Vat)
        {
            return false;
        }

        NumberSpan reached = below.Amounts;
        bool isLonger = true;
        while (isLonger && AreApart(reached, above.Amounts))
        {
            isLonger = false;
            foreach (RuleBox rule in rules)
            {
                bool spans = (rule.IsFree || rule.HasShapeOf(above) || rule.HasShapeOf(below))
                    && rule.IsExact
                    && (rule.Rule.Limit is null || (rule.Axis == above.Axis && rule.Rule.Limit.Vat == above.Rule.Limit?.Vat))
                    && !AreApart(reached, rule.Amounts)
                    && IsHigher(rule.Amounts, reached);
                if (spans)
                {
                    reached = rule.Amounts;
                    isLonger = true;
                }
            }
        }

        return !AreApart(reached, above.Amounts);
    }

    private static bool IsHigher(NumberSpan one, NumberSpan other) =>
        other.High is decimal high && (one.High is not decimal own || own > high || (own == high && one.HasHigh && !other.HasHigh));

    private static bool MayLeaveHoleInDays(SpaceIndex index, List<RuleBox> rules)
    {
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
                    && !rules.Exists(rule => rule.Rule.Limit is null && rule.IsFree))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
