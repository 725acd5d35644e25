using System.Collections.Immutable;

namespace DelegationLang.Policy.Comparison;

/// <summary>
/// A decision space a day late: on each day it answers what the space itself answers on the day before. The comparison of the two finds, in one walk along
/// the days, what is otherwise on each day than on the day before it.
/// </summary>
internal static class DayShift
{
    /// <summary>The space a day late.</summary>
    /// <param name="definition">The space.</param>
    public static SpaceDefinition DayLater(SpaceDefinition definition) => definition with
    {
        InForce = Later(definition.InForce),
        Parties = [.. definition.Parties.Select(party => party with { Lifetime = Later(party.Lifetime) })],
        Subjects = [.. definition.Subjects.Select(subject => subject with { Lifetime = Later(subject.Lifetime) })],
        Places = [.. definition.Places.Select(place => place with { Lifetime = Later(place.Lifetime) })],
        Amounts = [.. definition.Amounts.Select(amount => amount with { Figures = [.. amount.Figures.Select(figure => figure with { Days = Later(figure.Days) })] })],
        Rules = [.. definition.Rules.Select(rule => rule with { Days = Later(rule.Days) })],
        Deputies = [.. definition.Deputies.Select(deputy => deputy with { Days = Later(deputy.Days) })],
    };

    private static DateRange Later(DateRange days) => new(Later(days.First), Later(days.Last));

    // What has no beginning or no end has none a day later either.
    private static DateOnly Later(DateOnly day) => day == DateOnly.MinValue || day == DateOnly.MaxValue ? day : day.AddDays(1);
}
