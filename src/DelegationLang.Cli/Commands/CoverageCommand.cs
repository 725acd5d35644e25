using System.CommandLine;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Diagnostics;

namespace DelegationLang.Cli.Commands;

/// <summary><c>coverage PATH</c>: every function and matter with who decides it, what is reserved, and what the scheme passes over.</summary>
internal static class CoverageCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> path = Options.Path();
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        Option<string?> asOf = Options.AsOf();
        var command = new Command("coverage", "List every function and matter: who decides it, what is reserved, what is silent.") { path, json, asOf };
        command.SetAction(result => Run(host, result.GetRequiredValue(path), result.GetValue(json), result.Day(asOf, host)));
        return command;
    }

    private static int Run(Host host, string path, bool isJson, DateOnly asOf)
    {
        OpenProject project = new Phases(host).Compile(path, asOf);
        if (project.Compilation.LacksScheme)
        {
            throw new CommandFailure($"there is nothing to list: {path} holds no scheme sentence. See: delegation check {path}");
        }

        if (isJson)
        {
            host.Output.WriteLine(CoverageJson.Of(project));
        }
        else
        {
            new CoverageText(host, project).Write();
        }

        int errors = project.Compilation.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (errors > 0)
        {
            host.Error.WriteLine($"delegation: {path} has {SeverityWords.Count(errors, "error")}: this list rests on its sound sentences alone. See: delegation check {path}");
        }

        return errors > 0 ? ExitCode.SchemeHasErrors : ExitCode.Fine;
    }
}
