using System.Collections.Immutable;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Scheme;

/// <summary>What each party holds over the whole life of a scheme, as the decision space answers it: asked once for each run of days in which nothing changes.</summary>
internal sealed class AuthorityTable
{
    private readonly DecisionSpace space;
    private readonly ImmutableArray<DateOnly> days;

    public AuthorityTable(DecisionSpace space)
    {
        this.space = space;
        days = DaysToAsk(space.Definition);
    }

    /// <summary>All that a party holds on some day; each entry once, in the order of the first day on which it is held, then of the answers.</summary>
    public ImmutableArray<Authority> Of(int party)
    {
        var authorities = ImmutableArray.CreateBuilder<Authority>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (DateOnly day in days)
        {
            foreach (Authority authority in space.WhatMay(party, day).Authorities)
            {
                if (seen.Add(Key(authority)))
                {
                    authorities.Add(authority);
                }
            }
        }

        return authorities.ToImmutable();
    }

    /// <summary>A day of each run of days in which nothing begins and nothing ends, within the life of the scheme.</summary>
    private static ImmutableArray<DateOnly> DaysToAsk(SpaceDefinition definition)
    {
        DateRange life = definition.InForce;
        var starts = new SortedSet<DateOnly> { life.First };
        IEnumerable<DateRange> ranges = definition.Rules.Select(rule => rule.Days)
            .Concat(definition.Parties.Select(party => party.Lifetime))
            .Concat(definition.Subjects.Select(subject => subject.Lifetime))
            .Concat(definition.Places.Select(place => place.Lifetime));
        foreach (DateRange range in ranges)
        {
            Add(range.First);
            if (range.HasLast)
            {
                Add(range.Last.AddDays(1));
            }
        }

        return [.. starts];

        void Add(DateOnly day)
        {
            if (life.Contains(day))
            {
                starts.Add(day);
            }
        }
    }

    private static string Key(Authority authority) => string.Join(
        '\n',
        [
            authority.Subject, authority.Limit, authority.Place, Wording.Days(authority.Days), authority.IsReserved.ToString(),
            authority.IsExceptional.ToString(), authority.IsUnderContract.ToString(), authority.MayDelegate.ToString(),
            "conditions", .. authority.Conditions, "except", .. authority.Except, "with", .. authority.JointlyWith, "steps", .. authority.Steps,
            "chain", .. authority.Chain.Select(link => FormattableString.Invariant($"{link.Party}\t{link.Via}\t{link.Rule}")),
        ]);
}
