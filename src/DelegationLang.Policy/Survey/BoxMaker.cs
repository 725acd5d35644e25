using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Survey;

/// <summary>Makes boxes of the outer bounds of rules, all on the same lines, so that those that meet are found without trying each with each.</summary>
internal sealed class BoxMaker
{
    private readonly SpaceIndex index;
    private readonly TreeOrder places;
    private readonly TreeOrder subjects;
    private readonly Dictionary<BoxLine, int> lines = [];
    private readonly Dictionary<string, int> groups = new(StringComparer.Ordinal);

    public BoxMaker(SpaceIndex index)
    {
        this.index = index;
        SpaceDefinition definition = index.Definition;
        places = new TreeOrder(definition.Places.Length, place => definition.Places[place].Parent);
        subjects = new TreeOrder(definition.Subjects.Length, subject => definition.Subjects[subject].Parent);
    }

    /// <summary>The rule among others of which those are wanted that may give one decision to different people.</summary>
    public BoxEntry EntryOf(RuleBox box, bool isWanted) =>
        new(BoundsOf(box), [HoldersOf(box.Rule), box.Rule.Onward is null ? box.Rule.Table : -1], isWanted);

    private Box BoundsOf(RuleBox box)
    {
        var bounds = new SortedDictionary<int, Interval>();
        RuleDefinition rule = box.Rule;
        Narrow(bounds, BoxLine.Of(BoxLineKind.Giver, rule.Giver), Interval.Of(rule.Kind == RuleKind.Reservation ? 0 : 1));
        Narrow(bounds, BoxLine.Days, new Interval(box.Days.First.DayNumber, true, box.Days.Last.DayNumber, true));
        if (rule.Limit is LimitDefinition limit)
        {
            Narrow(bounds, BoxLine.Of(new AmountAxis("", box.Axis, limit.Vat)), box.Amounts);
            for (LimitDefinition? also = limit.Also; also is not null; also = also.Also)
            {
                Narrow(bounds, BoxLine.Of(new AmountAxis("", RuleBox.AxisOf(index.Definition, also), also.Vat)), box.SpanOf(also));
            }
        }

        NarrowToAny(bounds, BoxLine.Places, places, rule.At);
        NarrowToAny(bounds, BoxLine.Functions, subjects, [.. rule.For.SelectMany(index.Subjects.Expand)]);
        foreach (ImmutableArray<FactDefinition> group in rule.Facts)
        {
            if (group is [FactDefinition fact])
            {
                Narrow(bounds, fact);
            }
        }

        return Box.Of(bounds);
    }

    private void Narrow(SortedDictionary<int, Interval> bounds, FactDefinition fact)
    {
        if (fact.Condition >= 0)
        {
            Narrow(bounds, BoxLine.Of(BoxLineKind.Condition, fact.Condition), Interval.Of(fact.IsNegated ? 0 : 1));
        }
        else if (!fact.IsNegated && BoxMeeting.SpanOf(fact) is Interval span)
        {
            Narrow(bounds, BoxLine.Of(BoxLineKind.Measure, fact.Measure), span);
        }
    }

    // What lies between several places may be in the box too: it is an outer bound.
    private void NarrowToAny(SortedDictionary<int, Interval> bounds, BoxLine line, TreeOrder order, ImmutableArray<int> things)
    {
        if (things.IsEmpty)
        {
            return;
        }

        Interval hull = order.Of(things[0]);
        foreach (int thing in things)
        {
            hull = hull.Hull(order.Of(thing));
        }

        Narrow(bounds, line, hull);
    }

    private void Narrow(SortedDictionary<int, Interval> bounds, BoxLine line, Interval side)
    {
        if (!lines.TryGetValue(line, out int number))
        {
            lines.Add(line, number = lines.Count);
        }

        bounds[number] = bounds.TryGetValue(number, out Interval? known) ? known.Intersect(side) : side;
    }

    private int HoldersOf(RuleDefinition rule)
    {
        if (rule.Holders is not [var group])
        {
            return -1;
        }

        string key = string.Join(',', group);
        if (!groups.TryGetValue(key, out int number))
        {
            groups.Add(key, number = groups.Count);
        }

        return number;
    }
}
