using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Decisions;

/// <summary>Compares what scenarios expect with what is so.</summary>
internal sealed class ScenarioRunner(QuestionAnswerer answerer, DateOnly firstDay)
{
    /// <summary>Tries one scenario. One that names no day is about the first day of the scheme.</summary>
    public ScenarioResult Run(ScenarioStatement statement)
    {
        ScenarioSyntax scenario = statement.Scenario;
        bool isMay = scenario.Expectation is ExpectationKind.May or ExpectationKind.MayNot;
        NameSyntax? party = isMay && !scenario.Parties.IsEmpty ? scenario.Parties[0].Name : null;
        Answer answer = answerer.Ask(isMay ? QuestionKind.May : QuestionKind.WhoDecides, party, scenario.Decision, firstDay) is var asked
            && !scenario.Decision.Clauses.OfType<OnClauseSyntax>().Any()
            ? asked with { Assumed = [.. asked.Assumed.Where(a => !a.StartsWith("on ", StringComparison.Ordinal)), "on the first day of the scheme, " + Wording.Day(firstDay)] }
            : asked;
        string[] expected = [.. scenario.Parties.SelectMany(p => Enumerable.Repeat(answerer.AnswerNameOf(p.Name.Text), p.Count))];
        bool isTogether = scenario.IsJoint || scenario.Parties.Any(p => p.Count > 1);
        return new ScenarioResult(statement, IsMet(scenario.Expectation, expected, isTogether, answer), Expected(scenario.Expectation, expected, isTogether), AnswerSummary.Of(answer), answer);
    }

    private static bool IsMet(ExpectationKind expectation, string[] expected, bool isTogether, Answer answer) => expectation switch
    {
        ExpectationKind.DecidedBy => answer.Outcome == Outcome.Decided && IsThose(expected, isTogether, answer),
        ExpectationKind.ReservedTo => answer.Outcome == Outcome.Reserved && IsThose(expected, isTogether, answer),
        ExpectationKind.DecidedByNobody => answer.Outcome == Outcome.Nobody,
        ExpectationKind.May => answer.Outcome == Outcome.Yes,
        _ => answer.Outcome == Outcome.No,
    };

    private static bool IsThose(string[] expected, bool isTogether, Answer answer)
    {
        ImmutableArray<string> sorted = [.. expected.Order(StringComparer.Ordinal)];
        return isTogether
            ? answer.Alternatives.Length == 1 && answer.Alternatives[0].SequenceEqual(sorted)
            : !answer.Jointly && answer.Deciders.SequenceEqual(sorted.Distinct());
    }

    private static string Expected(ExpectationKind expectation, string[] parties, bool isTogether)
    {
        string who = isTogether ? Wording.Together(parties) : Wording.List(parties);
        return expectation switch
        {
            ExpectationKind.DecidedBy => "decided by " + who,
            ExpectationKind.ReservedTo => "reserved to " + who,
            ExpectationKind.DecidedByNobody => "decided by nobody",
            ExpectationKind.May => who + " may decide it",
            _ => who + " may not decide it",
        };
    }
}
