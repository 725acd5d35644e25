using System.CommandLine;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Diagnostics;

namespace DelegationLang.Cli.Commands;

/// <summary><c>check PATH…</c>: all diagnostics, and every scenario.</summary>
internal sealed class CheckCommand
{
    private static readonly string[] Formats = ["text", "msbuild", "json", "sarif"];

    private readonly Host host;
    private readonly string format;
    private readonly DateOnly asOf;
    private readonly bool showsStats;
    private readonly bool showsSummary;

    private CheckCommand(Host host, string format, DateOnly asOf, bool showsStats, bool showsSummary)
    {
        this.host = host;
        this.format = format;
        this.asOf = asOf;
        this.showsStats = showsStats;
        this.showsSummary = showsSummary;
    }

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "A .delegation file or a folder; several are checked one after the other.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format")
        {
            Description = "How to report: text for people, msbuild for build logs, json for programs, sarif for code hosts and editors.",
            HelpName = string.Join('|', Formats),
            DefaultValueFactory = _ => Formats[0],
        }.AcceptOnlyFromAmong(Formats);
        var asOf = Options.AsOf();
        var stats = new Option<bool>("--stats") { Description = "Also print the time that each phase and each rule took (to standard error)." };
        var summary = new Option<bool>("--summary") { Description = "Report how often each rule is broken, one line a rule, instead of each place." };
        var command = new Command("check", "Report everything that is wrong with a scheme, and try its scenarios.") { paths, format, asOf, stats, summary };
        command.SetAction(result =>
        {
            var check = new CheckCommand(host, result.GetValue(format) ?? Formats[0], result.Day(asOf, host), result.GetValue(stats), result.GetValue(summary));
            return check.Run(result.GetValue(paths) ?? []);
        });
        return command;
    }

    private int Run(string[] paths)
    {
        if (showsSummary && format != Formats[0])
        {
            throw new CommandFailure("--summary is text: it cannot go with --format " + format);
        }

        var phases = new Phases(host, showsStats ? new RuleTimes() : null);
        var projects = paths.Select(path => phases.Compile(path, asOf)).ToList();
        var findings = Distinct(projects, project => project.Findings);
        var exempted = Distinct(projects, project => project.ExemptedFindings);
        switch (format)
        {
            case "json":
                host.Output.WriteLine(DiagnosticJson.Of(findings, exempted));
                break;
            case "sarif":
                host.Output.WriteLine(SarifLog.Of(findings, exempted, host.Folder));
                break;
            case "msbuild":
                MsBuildRenderer.Write(host.Output, findings);
                break;
            default:
                WriteText(findings, exempted, projects);
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

    private void WriteText(List<Finding> findings, List<Finding> exempted, List<OpenProject> projects)
    {
        var palette = new Palette(host.HasColour);
        if (showsSummary)
        {
            RuleSummary.Write(host.Output, palette, findings);
        }
        else
        {
            foreach (var (diagnostic, files) in findings)
            {
                new TextRenderer(host.Output, palette, files, host.Width).Write(diagnostic);
            }
        }

        ReportSummary.Write(host.Output, palette, findings, exempted, projects);
    }
}
