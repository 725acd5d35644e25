using System.Collections.Immutable;

namespace DelegationLang.Policy.Permission;

/// <summary>The days on which anything of a scheme begins, or is over for the first time.</summary>
internal static class DaysOfChange
{
    /// <summary>Their day numbers, ascending, none twice.</summary>
    public static int[] Of(SpaceDefinition definition)
    {
        var days = new HashSet<int>();
        Add(definition.InForce);
        foreach (PartyDefinition party in definition.Parties)
        {
            Add(party.Lifetime);
        }

        foreach (SubjectDefinition subject in definition.Subjects)
        {
            Add(subject.Lifetime);
        }

        foreach (PlaceDefinition place in definition.Places)
        {
            Add(place.Lifetime);
        }

        foreach (NamedAmountDefinition amount in definition.Amounts)
        {
            foreach (DatedFigure figure in amount.Figures)
            {
                Add(figure.Days);
            }
        }

        foreach (RuleDefinition rule in definition.Rules)
        {
            Add(rule.Days);
        }

        int[] ascending = [.. days];
        Array.Sort(ascending);
        return ascending;

        void Add(DateRange range)
        {
            if (range.HasFirst)
            {
                days.Add(range.First.DayNumber);
            }

            if (range.HasLast)
            {
                days.Add(range.Last.DayNumber + 1);
            }
        }
    }
}
