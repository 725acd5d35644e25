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
        var stats = new Option<bool>("--stats") { Description = "Also print the time that each phase and each rule took (to standard error)." };
        var command = new Command("check", "Report everything that is wrong with a scheme, and try its scenarios.") { paths, format, asOf, stats };
        command.SetAction(result => Run(host, result.GetValue(paths) ?? [], result.GetValue(format) ?? Formats[0], result.Day(asOf, host), result.GetValue(stats)));
        return command;
    }

    private static int Run(Host host, string[] paths, string format, DateOnly asOf, bool showsStats)
    {
        var phases = new Phases(host, showsStats ? new RuleTimes() : null);
        var projects = paths.Select(path => phases.Compile(path, asOf)).ToList();
        var findings = Distinct(projects, project => project.Findings);
        var exempted = Distinct(projects, project => project.ExemptedFindings);
        switch (format)
        {
            case "json":
                host.Output.WriteLine(DiagnosticJson.Of(findings, exempted));
                break;
            case "msbuild":
                MsBuildRenderer.Write(host.Output, findings);
                break;
            default:
                WriteText(host, findings, exempted, projects);
                break;
        }

        if (showsStats)
        {
            phases.WriteStats();
        }

        return Finding.Count(findings, DiagnosticSeverity.Error) > 0 ? ExitCode.SchemeHasErrors : ExitCode.Fine;
    }

    /// <summary>What all projects have of something. What two of them have alike, in a file that both use, is there once.</summary>
    private static List<Finding> Distinct(List<OpenProject> projects, Func<OpenProject, IEnumerable<Finding>> findingsIn)
    {
        var findings = new List<Finding>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var project in projects)
        {
            foreach (var finding in findingsIn(project))
            {
                if (projects.Count == 1 || seen.Add(finding.Key))
                {
                    findings.Add(finding);
                }
            }
        }

        return findings;
    }

    private static void WriteText(Host host, List<Finding> findings, List<Finding> exempted, List<OpenProject> projects)
    {
        var palette = new Palette(host.HasColour);
        foreach (var (diagnostic, files) in findings)
        {
            new TextRenderer(host.Output, palette, files, host.Width).Write(diagnostic);
        }

        ReportSummary.Write(host.Output, palette, findings, exempted, projects);
    }
}
