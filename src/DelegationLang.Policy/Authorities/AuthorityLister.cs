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

        AuthorityOfSubject[] subjects = [.. table.Bearing(party, day)];
        Authority[] authorities = [.. subjects.SelectMany(subject => subject.Rows).Where(row => row.Terms.Party == party && row.Days.Contains(day)).Select(table.Describe)];
        string[] cutShort = [.. subjects.Where(subject => subject.IsCutShort).Select(subject => table.NameOf(subject.Function, subject.Matter)).Distinct()];
        string message = cutShort.Length == 0 ? "" : $"There are too many cases of {Wording.List(cutShort)} to tell all of them apart: there may be more than is told here. Ask about one decision.";
        return authorities.Length == 0
            ? No(cutShort.Length == 0
                ? $"nothing in force on {Wording.Day(day)} lets {definition.Name} decide anything"
                : $"nothing was found in force on {Wording.Day(day)} that lets {definition.Name} decide anything") with { Deputies = StandingInFor(party), Message = message }
            : new Answer { Outcome = Outcome.Yes, Deciders = [definition.Name], Authorities = [.. authorities], Deputies = StandingInFor(party), Day = day, Message = message };

        Answer No(string reason) => new() { Outcome = Outcome.No, Reasons = [reason], Day = day };
    }

    private ImmutableArray<DeputyAnswer> StandingInFor(int party) =>
    [
        .. Definition.Deputies
            .Where(deputy => deputy.Deputy == party && deputy.Days.Contains(day))
            .Select(deputy => DeputyFinder.Describe(Definition, deputy)),
    ];
}
