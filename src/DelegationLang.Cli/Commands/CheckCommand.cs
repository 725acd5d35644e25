using System.CommandLine;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Diagnostics;

namespace DelegationLang.Cli.Commands;

/// <summary><c>check PATH…</c>: all diagnostics, and every scenario.</summary>
internal static class CheckCommand
{
    private static readonly string[] Formats = ["text", "msbuild", "json"];

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "A .delegation file or a folder; several are checked one after the other.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format")
        {
            Description = "How to report: text for people, msbuild for build logs, json for programs.",
            HelpName = string.Join('|', Formats),
            DefaultValueFactory = _ => Formats[0],
        }.AcceptOnlyFromAmong(Formats);
        var asOf = Options.AsOf();
        var stats = new Option<bool>("--stats") { Description = "Also print the time that each phase took (to standard error)." };
        var command = new Command("check", "Report everything that is wrong with a scheme, and try its scenarios.") { paths, format, asOf, stats };
        command.SetAction(result => Run(host, result.GetValue(paths) ?? [], result.GetValue(format) ?? Formats[0], result.Day(asOf, host), result.GetValue(stats)));
        return command;
    }

    private static int Run(Host host, string[] paths, string format, DateOnly asOf, bool showsStats)
    {
        var phases = new Phases(host);
        var projects = paths.Select(path => phases.Compile(path, asOf)).ToList();
        // A file that two of the paths use is reported once.
        var diagnostics = projects
            .SelectMany(project => project.Compilation.Diagnostics.Select(diagnostic => (Diagnostic: diagnostic, project.Files)))
            .DistinctBy(item => (item.Diagnostic.Code, item.Files.Show(item.Diagnostic.Location.File), item.Diagnostic.Location.Span, item.Diagnostic.Message))
            .ToList();
        switch (format)
        {
            case "json":
                host.Output.WriteLine(DiagnosticJson.Of(diagnostics));
                break;
            case "msbuild":
                MsBuildRenderer.Write(host.Output, diagnostics);
                break;
            default:
                WriteText(host, diagnostics, projects);
                break;
        }

        if (showsStats)
        {
            phases.WriteStats();
        }

        return diagnostics.Exists(item => item.Diagnostic.Severity == DiagnosticSeverity.Error) ? ExitCode.SchemeHasErrors : ExitCode.Fine;
    }

    private static void WriteText(Host host, List<(Diagnostic Diagnostic, FileNames Files)> diagnostics, List<OpenProject> projects)
    {
        var palette = new Palette(host.HasColour);
        foreach (var (diagnostic, files) in diagnostics)
        {
            new TextRenderer(host.Output, palette, files, host.Width).Write(diagnostic);
        }

        ReportSummary.Write(host.Output, palette, [.. diagnostics.Select(item => item.Diagnostic)], projects);
    }
}
