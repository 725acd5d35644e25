using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Changes;

/// <summary>A decision space as it is when something in it has ended, or somebody else stands in its place. It is of use only for the days after the end.</summary>
internal static class EndedSpace
{
    private static readonly DateRange Never = new(DateOnly.MaxValue, DateOnly.MinValue);

    /// <summary>The space without a party, subject, place, agreement, power or condition.</summary>
    /// <param name="definition">The space as it was.</param>
    /// <param name="ended">What ends.</param>
    /// <param name="index">Its index in its list; -1 for what is in none.</param>
    /// <param name="last">The last day on which it is there.</param>
    public static SpaceDefinition Without(SpaceDefinition definition, Symbol ended, int index, DateOnly last)
    {
        var until = new DateRange(DateOnly.MinValue, last);
        return ended switch
        {
            PartySymbol => definition with { Parties = definition.Parties.SetItem(index, definition.Parties[index] with { Lifetime = definition.Parties[index].Lifetime.Intersect(until) }) },
            SubjectSymbol { IsBudget: true } => WithoutBudget(definition, index),
            SubjectSymbol => definition with { Subjects = definition.Subjects.SetItem(index, definition.Subjects[index] with { Lifetime = definition.Subjects[index].Lifetime.Intersect(until) }) },
            PlaceSymbol => WithoutPlace(definition, index),
            ConditionSymbol => WithoutCondition(definition, index),
            _ => definition with
            {
                Rules = [.. definition.Rules.Select(rule => rule.Under == ended.DisplayName ? rule with { Days = rule.Days.Intersect(until) } : rule)],
            },
        };
    }

    /// <summary>The space with another party wherever one stood.</summary>
    /// <param name="definition">The space as it was.</param>
    /// <param name="from">The party that ends.</param>
    /// <param name="to">The party that takes over; as many as there are parties for one that is not there yet.</param>
    /// <param name="name">The name of a party that is not there yet.</param>
    public static SpaceDefinition With(SpaceDefinition definition, int from, int to, string name)
    {
        PartyDefinition ended = definition.Parties[from];
        ImmutableArray<PartyDefinition> parties = to < definition.Parties.Length ? definition.Parties : definition.Parties.Add(ended with { Name = name });
        string successor = parties[to].Name;
        int Party(int party) => party == from ? to : party;
        ImmutableArray<int> All(ImmutableArray<int> list) => [.. list.Select(Party).Distinct()];
        string Text(string text) => Policy.Comparison.SpaceComparison.WithName(text, new(Policy.Comparison.NameFamily.Party, ended.Name, successor));
        return definition with
        {
            Parties = [.. parties.Select(party => party with { Boards = All(party.Boards), Cabinets = All(party.Cabinets), Leaders = All(party.Leaders) })],
            Subjects = [.. definition.Subjects.Select(subject => subject with { Owner = Party(subject.Owner) })],
            Kept = [.. definition.Kept.Select(kept => kept with { Organisation = Party(kept.Organisation) })],
            Rules =
            [
                .. definition.Rules.Select(rule => rule with
                {
                    Giver = Party(rule.Giver),
                    Holders = [.. rule.Holders.Select(group => (ImmutableArray<int>)[.. group.Select(Party)])],
                    Onward = rule.Onward is { } onward ? onward with { To = All(onward.To), ConsentOf = Party(onward.ConsentOf) } : null,
                    ApprovedBy = Party(rule.ApprovedBy),
                    Needed = All(rule.Needed),
                    Steps = [.. rule.Steps.Select(Text)],
                    RatifiedBy = rule.RatifiedBy == ended.Name ? successor : rule.RatifiedBy,
                }),
            ],
            Deputies = [.. definition.Deputies.Select(deputy => deputy with { Deputy = Party(deputy.Deputy), Principal = Party(deputy.Principal) }).Where(deputy => deputy.Deputy != deputy.Principal)],
        };
    }

    // What is confined to it, or to what lies within it, holds nowhere.
    private static SpaceDefinition WithoutPlace(SpaceDefinition definition, int ended)
    {
        bool IsGone(int place)
        {
            for (int at = place; at >= 0; at = definition.Places[at].Parent)
            {
                if (at == ended)
                {
                    return true;
                }
            }

            return false;
        }

        ImmutableArray<int> Left(ImmutableArray<int> places) => [.. places.Where(place => !IsGone(place))];
        return definition with
        {
            Parties = [.. definition.Parties.Select(party => party.At.Any(IsGone) ? party with { At = Left(party.At), Lifetime = Left(party.At).IsEmpty ? Never : party.Lifetime } : party)],
            Subjects = [.. definition.Subjects.Select(subject => subject.At.Any(IsGone) ? subject with { At = Left(subject.At), Lifetime = Left(subject.At).IsEmpty ? Never : subject.Lifetime } : subject)],
            Rules = [.. definition.Rules.Select(rule => rule.At.Any(IsGone) ? rule with { At = Left(rule.At), Days = Left(rule.At).IsEmpty ? Never : rule.Days } : rule)],
        };
    }

    // A budget stands for the functions that it covers, which go on: what is given by it alone ends.
    private static SpaceDefinition WithoutBudget(SpaceDefinition definition, int ended) => definition with
    {
        Subjects = definition.Subjects.SetItem(ended, definition.Subjects[ended] with { Lifetime = Never }),
        Rules =
        [
            .. definition.Rules.Select(rule => !rule.Subjects.Contains(ended) ? rule
                : rule with { Subjects = rule.Subjects.Remove(ended), Days = rule.Scope == RuleScope.Named && rule.Subjects.All(subject => subject == ended) ? Never : rule.Days }),
        ],
    };

    // It is never so any more: what wants it holds no longer, and what wants it not to be so always does.
    private static SpaceDefinition WithoutCondition(SpaceDefinition definition, int ended)
    {
        (ImmutableArray<ImmutableArray<FactDefinition>> Groups, bool CanHold) Left(ImmutableArray<ImmutableArray<FactDefinition>> groups)
        {
            ImmutableArray<ImmutableArray<FactDefinition>> left =
            [
                .. groups.Where(group => !group.Any(fact => fact.Condition == ended && fact.IsNegated))
                    .Select(group => group.RemoveAll(fact => fact.Condition == ended)),
            ];
            return (left, left.All(group => group.Length > 0));
        }

        return definition with
        {
            Rules = [.. definition.Rules.Select(rule => Left(rule.Facts) is var (groups, canHold) && canHold ? rule with { Facts = groups } : rule with { Days = Never })],
            Deputies = [.. definition.Deputies.Select(deputy => Left(deputy.Facts) is var (groups, canHold) && canHold ? deputy with { Facts = groups } : deputy with { Days = Never })],
        };
    }
}
