using System.Collections.Immutable;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Scheme;

/// <summary>What each party holds over the whole life of a scheme, as the decision space answers it: asked once for each run of days in which nothing changes.</summary>
internal sealed class AuthorityTable
{
    private readonly DecisionSpace space;
    private readonly ImmutableArray<DateRange> runs;

    public AuthorityTable(DecisionSpace space)
    {
        this.space = space;
        runs = DayRuns.Of(space.Definition);
    }

    /// <summary>
    /// All that a party holds on some day, in the order of the first day on which it is held, then of the answers. What is held, lost
    /// and held again comes once for each time; <see cref="Authority.Days"/> are the days of that time.
    /// </summary>
    public ImmutableArray<Authority> Of(int party)
    {
        var times = new List<(Authority Authority, DateRange Days)>();
        var current = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DateRange run in runs)
        {
            var next = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (Authority authority in space.WhatMay(party, run.First).Authorities)
            {
                string key = Key(authority);
                if (next.ContainsKey(key))
                {
                    continue;
                }

                if (!current.TryGetValue(key, out int time))
                {
                    time = times.Count;
                    times.Add((authority, run));
                }

                times[time] = (authority, times[time].Days with { Last = run.Last });
                next.Add(key, time);
            }

            current = next;
        }

        return [.. times.Select(time => time.Authority with { Days = time.Authority.Days.Intersect(time.Days) })];
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
