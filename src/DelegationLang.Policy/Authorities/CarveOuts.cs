using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Authorities;

/// <summary>What sentences carve out of an authority: parts of its subject, and matters (or functions) where it leaves that side open.</summary>
internal sealed class CarveOuts(SpaceIndex index)
{
    private readonly ILookup<int, RuleDefinition> reservations = index.Definition.Rules
        .Where(rule => rule.Kind == RuleKind.Reservation && rule.Giver >= 0)
        .ToLookup(rule => SeatOf(index, rule.Giver));

    private SpaceDefinition Definition => index.Definition;

    /// <summary>The carve-outs of a chain that bear on a subject, in words.</summary>
    public ImmutableArray<string> Of(int function, int matter, RuleDefinition[] rules, AuthorityTerms terms)
    {
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
            // What a seat reserves to itself is no exception from what it may decide.
            if (reservations[seat].Any(rule => (terms.Rules.Length > 0 || !IsToSeat(rule, seat)) && rule.Subjects.Any(subject => Bears(function, matter, subject))))
            {
                names.Add("what " + Definition.Parties[seat].Name + " reserves");
            }
        }

        return [.. names];
    }

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
