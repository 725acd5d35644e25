using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Scheme;

/// <summary>The runs of days between those on which anything in a scheme begins or ends: within one, no answer changes but for the day it names.</summary>
internal static class DayRuns
{
    /// <summary>The life of the scheme, cut wherever something begins or ends. None for a scheme that is never in force.</summary>
    public static ImmutableArray<DateRange> Of(SpaceDefinition definition)
    {
        DateRange life = definition.InForce;
        if (life.IsEmpty)
        {
            return [];
        }

        var starts = new SortedSet<DateOnly> { life.First };
        IEnumerable<DateRange> ranges = definition.Rules.Select(rule => rule.Days)
            .Concat(definition.Deputies.Select(deputy => deputy.Days))
            .Concat(definition.Parties.Select(party => party.Lifetime))
            .Concat(definition.Subjects.Select(subject => subject.Lifetime))
            .Concat(definition.Places.Select(place => place.Lifetime))
            .Concat(definition.Amounts.SelectMany(amount => amount.Figures).Select(figure => figure.Days));
        foreach (DateRange range in ranges)
        {
            Add(range.First);
            if (range.HasLast)
            {
                Add(range.Last.AddDays(1));
            }
        }

        DateOnly[] days = [.. starts];
        return [.. days.Select((day, i) => new DateRange(day, i + 1 < days.Length ? days[i + 1].AddDays(-1) : life.Last))];

        void Add(DateOnly day)
        {
            if (life.Contains(day))
            {
                starts.Add(day);
            }
        }
    }
}
