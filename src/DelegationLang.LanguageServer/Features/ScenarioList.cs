using DelegationLang.Decisions;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Syntax;
using DelegationLang.Text;
using Range = DelegationLang.LanguageServer.Protocol.Types.Range;

namespace DelegationLang.LanguageServer.Features;

/// <summary>The scenarios with what came of each, for an editor that lists tests.</summary>
internal static class ScenarioList
{
    /// <summary>Those of some projects, in the order of their texts.</summary>
    public static TriedScenario[] Of(IEnumerable<ProjectSnapshot> projects, CancellationToken cancellation)
    {
        var tried = new List<TriedScenario>();
        foreach (ProjectSnapshot project in projects)
        {
            foreach (ScenarioResult result in project.Compilation.Scenarios)
            {
                cancellation.ThrowIfCancellationRequested();
                if (project.Locate(result.Scenario.Location) is { } location)
                {
                    string text = AnswerText.Write(result.Answer);
                    tried.Add(new TriedScenario
                    {
                        Title = result.Scenario.Scenario.Title.Text,
                        Location = location,
                        Expectation = Expectation(project, result),
                        Passed = result.Passed,
                        Waits = result.Waits,
                        Expected = result.Expected,
                        Actual = result.Actual,
                        Text = text,
                        Places = AnswerPlaces.In(project, text),
                    });
                }
            }
        }

        return [.. tried];
    }

    // From the words of the expectation to the end of the sentence; of "X may decide …" the whole.
    private static Range Expectation(ProjectSnapshot project, ScenarioResult result)
    {
        SourceText source = result.Scenario.Location.Source;
        ScenarioSyntax scenario = result.Scenario.Scenario;
        bool isMay = scenario.Expectation is ExpectationKind.May or ExpectationKind.MayNot;
        int start = isMay && scenario.Parties is [var party, ..] ? party.Span.Start : scenario.Decision.Span.End;
        while (start < scenario.Span.End && char.IsWhiteSpace(source.Content[start]))
        {
            start++;
        }

        return new Positions(source, project.Encoding).Range(TextSpan.FromBounds(start, scenario.Span.End));
    }
}
