using System.Collections.Immutable;
using System.CommandLine;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;

namespace DelegationLang.Cli.Commands;

/// <summary><c>test PATH</c>: the scenarios alone, with what was expected and what is so.</summary>
internal static class TestCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> path = Options.Path();
        var json = new Option<bool>("--json") { Description = "Print one JSON object with all scenarios." };
        Option<string?> asOf = Options.AsOf();
        var command = new Command("test", "Try the scenarios of a scheme.") { path, json, asOf };
        command.SetAction(result => Run(host, result.GetRequiredValue(path), result.GetValue(json), result.Day(asOf, host)));
        return command;
    }

    private static int Run(Host host, string path, bool isJson, DateOnly asOf)
    {
        OpenProject project = new Phases(host).Compile(path, asOf);
        ImmutableArray<ScenarioResult> scenarios = project.Compilation.Scenarios;
        if (isJson)
        {
            host.Output.WriteLine(Json(project));
        }
        else
        {
            WriteText(host, project);
        }

        // Scenarios that fail are among the errors; here they are told apart from those that keep a scheme from being built at all.
        int errors = project.Compilation.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Code != "DL9001");
        if (errors > 0)
        {
            host.Error.WriteLine($"delegation: {path} has {SeverityWords.Count(errors, "error")} besides its scenarios. See: delegation check {path}");
        }

        return errors > 0 || scenarios.Any(scenario => scenario.Fails) ? ExitCode.SchemeHasErrors : ExitCode.Fine;
    }

    private static void WriteText(Host host, OpenProject project)
    {
        var palette = new Palette(host.HasColour);
        ImmutableArray<ScenarioResult> scenarios = project.Compilation.Scenarios;
        foreach (ScenarioResult result in scenarios)
        {
            string word = result.Passed ? $"{palette.Good}holds{palette.End}" : result.Waits ? "waits" : $"{palette.Bad}fails{palette.End}";
            host.Output.WriteLine($"{word}  {DisplayText.Harmless(result.Scenario.Scenario.Title.Text)} ({Place(project, result)})");
            if (result.Waits)
            {
                host.Output.WriteLine("       it cannot be tried while a scheme that is joined cannot be used");
            }
            else if (result.Fails)
            {
                host.Output.WriteLine($"       expected: {DisplayText.Harmless(result.Expected)}");
                host.Output.WriteLine("       but this is so:");
                foreach (string line in AnswerText.Write(ShownAnswer.Of(result.Answer, project.Files)).TrimEnd('\n').Split('\n'))
                {
                    host.Output.WriteLine(line.Length == 0 ? "" : "         " + DisplayText.Harmless(line));
                }
            }
        }

        int waiting = scenarios.Count(scenario => scenario.Waits);
        int failed = scenarios.Count(scenario => scenario.Fails);
        int holding = scenarios.Length - failed - waiting;
        string[] parts =
        [
            $"{holding} {(holding == 1 ? "holds" : "hold")}",
            .. failed > 0 ? [$"{failed} {(failed == 1 ? "fails" : "fail")}"] : Array.Empty<string>(),
            .. waiting > 0 ? [$"{waiting} cannot be tried"] : Array.Empty<string>(),
        ];
        host.Output.WriteLine(scenarios.IsEmpty ? "There are no scenarios."
            : holding == scenarios.Length ? $"{palette.Good}{SeverityWords.Count(scenarios.Length, "scenario")}{palette.End}, and {(scenarios.Length == 1 ? "it holds" : "all hold")}."
            : $"{(failed > 0 ? palette.Bad : "")}{SeverityWords.Count(scenarios.Length, "scenario")}{(failed > 0 ? palette.End : "")}: {string.Join(", ", parts)}.");
    }

    private static string Place(OpenProject project, ScenarioResult result) =>
        $"{project.Files.Show(result.Scenario.Location.File)}:{result.Scenario.Location.Line}";

    private static string Json(OpenProject project) => JsonText.Of(json =>
    {
        ImmutableArray<ScenarioResult> scenarios = project.Compilation.Scenarios;
        json.WriteStartObject();
        json.WriteStartArray("scenarios");
        foreach (ScenarioResult result in scenarios)
        {
            json.WriteStartObject();
            json.WriteString("name", result.Scenario.Scenario.Title.Text);
            json.WriteString("file", project.Files.Show(result.Scenario.Location.File));
            json.WriteNumber("line", result.Scenario.Location.Line);
            json.WriteBoolean("passed", result.Passed);
            if (result.Waits)
            {
                json.WriteBoolean("cannotBeTried", true);
            }

            json.WriteString("expected", result.Expected);
            json.WriteString("actual", result.Actual);
            json.WriteStartObject("answer");
            AnswerJson.Members(json, ShownAnswer.Of(result.Answer, project.Files));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("summary");
        json.WriteNumber("passed", scenarios.Count(scenario => scenario.Passed));
        int waiting = scenarios.Count(scenario => scenario.Waits);
        json.WriteNumber("failed", scenarios.Count(scenario => scenario.Fails));
        if (waiting > 0)
        {
            json.WriteNumber("cannotBeTried", waiting);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });
}
