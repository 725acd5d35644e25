using System.Collections.Concurrent;
using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Authorities;

/// <summary>What sentences carve out of an authority: parts of its subject, and matters (or functions) where it leaves that side open.</summary>
internal sealed class CarveOuts(SpaceIndex index)
{
    private readonly ILookup<int, RuleDefinition> reservations = index.Definition.Rules
        .Where(rule => rule.Kind == RuleKind.Reservation && rule.Giver >= 0)
        .ToLookup(rule => SeatOf(index, rule.Giver));

    // Whether a seat reserves something that bears on a subject; of what it reserves to itself only where others hold it.
    private readonly ConcurrentDictionary<(int Seat, int Function, int Matter, bool ForOthers), bool> reserves = new();

    private SpaceDefinition Definition => index.Definition;

    /// <summary>The carve-outs of a chain that bear on a subject, in words.</summary>
    public ImmutableArray<string> Of(int function, int matter, AuthorityTerms terms)
    {
        RuleDefinition[] rules = [.. terms.Rules.Select(rule => Definition.Rules[rule])];
        var names = new List<string>();
        foreach (int subject in rules.SelectMany(rule => rule.Except.Concat(rule.KeptBack)).Distinct())
        {
            if (Bears(function, matter, subject))
            {
                names.Add(Definition.Subjects[subject].Name);
            }
        }

        if (terms.Claim == AuthorityClaim.Reserved || terms.IsExceptional)
        {
            return [.. names];
        }

        IEnumerable<int> seats = terms.Rules.Length == 0 && terms.Party >= 0 ? [SeatOf(index, terms.Party)] : rules.Select(rule => SeatOf(index, rule.Giver)).Distinct();
        foreach (int seat in seats)
        {
            if (reserves.GetOrAdd((seat, function, matter, terms.Rules.Length > 0), Reserves))
            {
                names.Add("what " + Definition.Parties[seat].Name + " reserves");
            }
        }

        return [.. names];
    }

    // What a seat reserves to itself is no exception from what it may decide.
    private bool Reserves((int Seat, int Function, int Matter, bool ForOthers) asked) => reservations[asked.Seat].Any(rule =>
        (asked.ForOthers || !IsToSeat(rule, asked.Seat)) && rule.Subjects.Any(subject => Bears(asked.Function, asked.Matter, subject)));

    private static int SeatOf(SpaceIndex index, int party) => index.OrganisationOf(party) >= 0 ? index.OrganisationOf(party) : party;

    private bool IsToSeat(RuleDefinition rule, int seat) => rule.Holders.Any(group => group.Length == 1 && SeatOf(index, group[0]) == seat);

    private bool Bears(int function, int matter, int carved)
    {
        foreach (int node in index.Subjects.Expand(carved))
        {
            int side = index.Subjects.IsMatter(node) ? matter : function;
            if (side < 0 || (node != side && Array.IndexOf(index.Subjects.SelfAndAncestors(node), side) >= 0))
            {
                return true;
            }
        }

        return false;
    }
}
