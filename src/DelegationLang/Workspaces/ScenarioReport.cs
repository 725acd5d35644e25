using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>Reports the scenarios whose expectation does not hold: what was expected, what is so, and the chain that makes it so.</summary>
internal static class ScenarioReport
{
    /// <summary>One finding for each scenario that fails.</summary>
    public static IReadOnlyList<Diagnostic> Of(Compilation compilation)
    {
        if (compilation.Scenarios.All(result => result.Passed))
        {
            return [];
        }

        var sources = compilation.Trees.Concat(compilation.LibraryTrees).Select(tree => tree.Source)
            .GroupBy(source => source.FileName, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return
        [
            .. compilation.Scenarios.Where(result => !result.Passed)
                .Select(result => result.Waits ? Waits(result) : Fails(result, sources) with { Fixes = ScenarioFix.Of(result, compilation.Trees) }),
        ];
    }

    // What the scheme of another body says, only that can show.
    private static Diagnostic Waits(ScenarioResult result) => new(WorkspaceDiagnostics.ScenarioFails, LocationOf(result), $"the scenario “{result.Scenario.Scenario.Title.Text}” cannot be tried while a scheme that is joined cannot be used")
    {
        Severity = DiagnosticSeverity.Info,
        Label = "expected: " + result.Expected,
        Help = "see above why it cannot be used: with it the scenario is tried again",
    };

    private static SourceLocation LocationOf(ScenarioResult result) =>
        new(result.Scenario.Location.Source, result.Scenario.Scenario.Title is { IsMissing: false } title ? title.Span : result.Scenario.Scenario.Span);

    private static Diagnostic Fails(ScenarioResult result, Dictionary<string, SourceText> sources)
    {
        SourceLocation location = LocationOf(result);
        var title = result.Scenario.Scenario.Title.Text;
        return result.Answer.Outcome switch
        {
            Outcome.Error => new Diagnostic(WorkspaceDiagnostics.ScenarioFails, location, $"the scenario “{title}” cannot be tried: {result.Answer.Message.TrimEnd('.')}")
            {
                Label = "cannot be tried",
            },
            // A chain for each case would bury what matters: that the scenario leaves something out.
            Outcome.Depends => new Diagnostic(WorkspaceDiagnostics.ScenarioFails, location, Message(result))
            {
                Label = "expected: " + result.Expected,
                Help = $"say in the scenario what it depends on, or mend the sentences so that it does not: ask “who decides {Question(result)}?” for each case",
            },
            _ => new Diagnostic(WorkspaceDiagnostics.ScenarioFails, location, Message(result))
            {
                Label = "expected: " + result.Expected,
                Related = Chain(result.Answer, sources),
                Help = "mend the sentences that the answer rests on, or say in the scenario what is really meant",
            },
        };
    }

    private static string Message(ScenarioResult result)
    {
        var actual = result.Answer.Outcome switch
        {
            Outcome.Depends => AnswerText.Summarise(result.Answer),
            Outcome.Yes or Outcome.No => result.Actual,
            _ => "it is " + result.Actual,
        };
        return $"the scenario “{result.Scenario.Scenario.Title.Text}” fails: expected “{result.Expected}”, but {actual}";
    }

    /// <summary>The decision of a scenario as its author wrote it, on one line.</summary>
    private static string Question(ScenarioResult result)
    {
        var words = result.Scenario.Location.Source.ToString(result.Scenario.Scenario.Decision.Span);
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static ImmutableArray<RelatedLocation> Chain(Answer answer, Dictionary<string, SourceText> sources)
    {
        ImmutableArray<RelatedLocation>.Builder links = ImmutableArray.CreateBuilder<RelatedLocation>();
        foreach (ChainLink link in answer.Chain)
        {
            if (link.Source.File is not null && sources.TryGetValue(link.Source.File, out SourceText? source) && link.Source.Line >= 1 && link.Source.Line <= source.LineCount)
            {
                links.Add(new RelatedLocation(AnswerText.Link(link with { Source = default }), WordsOf(source, link.Source.Line)));
            }
        }

        return links.ToImmutable();
    }

    /// <summary>The words of a line without the white space before and after them.</summary>
    private static SourceLocation WordsOf(SourceText source, int line)
    {
        TextSpan span = source.GetLineSpan(line);
        ReadOnlySpan<char> content = source.Content.AsSpan(span.Start, span.Length);
        var indent = content.Length - content.TrimStart().Length;
        return new SourceLocation(source, new TextSpan(span.Start + indent, content.Trim().Length));
    }
}
