using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Authorities;

/// <summary>Answers <c>what may X decide</c> from the table of authority.</summary>
internal sealed class AuthorityLister(SpaceIndex index, AuthorityTable table, DateOnly day)
{
    private SpaceDefinition Definition => index.Definition;

    /// <summary>The answer: yes with what it may decide, or no with the reason.</summary>
    public Answer Of(int party)
    {
        PartyDefinition definition = Definition.Parties[party];
        if (!Definition.InForce.Contains(day))
        {
            return No($"the scheme does not cover {Wording.Day(day)}: it is in force {Wording.Days(Definition.InForce)}");
        }

        if (!definition.Lifetime.Contains(day))
        {
            return No($"{definition.Name} does not exist on {Wording.Day(day)}: it exists {Wording.Days(definition.Lifetime)}");
        }

        Authority[] authorities = [.. table.OfParty(party, day).Select(table.Describe)];
        return authorities.Length == 0
            ? No($"nothing in force on {Wording.Day(day)} lets {definition.Name} decide anything") with { Deputies = StandingInFor(party) }
            : new Answer { Outcome = Outcome.Yes, Deciders = [definition.Name], Authorities = [.. authorities], Deputies = StandingInFor(party), Day = day };

        Answer No(string reason) => new() { Outcome = Outcome.No, Reasons = [reason], Day = day };
    }

    private ImmutableArray<DeputyAnswer> StandingInFor(int party) =>
    [
        .. Definition.Deputies
            .Where(deputy => deputy.Deputy == party && deputy.Days.Contains(day))
            .Select(deputy => DeputyFinder.Describe(Definition, deputy)),
    ];
}
