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

    private CheckCommand(Host host, string format, DateOnly asOf)
    {
        this.host = host;
        this.format = format;
        this.asOf = asOf;
    }

    private bool ShowsStats { get; init; }

    private bool ShowsSummary { get; init; }

    private bool Fixes { get; init; }

    private bool ShowsDiff { get; init; }

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "A .delegation file or a folder; several are checked each by itself, and reported in their order, as are the schemes of a folder that holds several.", Arity = ArgumentArity.OneOrMore };
        Option<string> format = new Option<string>("--format")
        {
            Description = "How to report: text for people, msbuild for build logs, json for programs, sarif for code hosts and editors.",
            HelpName = string.Join('|', Formats),
            DefaultValueFactory = _ => Formats[0],
        }.AcceptOnlyFromAmong(Formats);
        Option<string?> asOf = Options.AsOf();
        var stats = new Option<bool>("--stats") { Description = "Also print the time that each phase and each rule took (to standard error)." };
        var summary = new Option<bool>("--summary") { Description = "Report how often each rule is broken, one line a rule, instead of each place." };
        var fix = new Option<bool>("--fix") { Description = "Mend what can safely be mended, write the files, and report the rest." };
        var diff = new Option<bool>("--diff") { Description = "Show what --fix would change, and change nothing." };
        var command = new Command("check", "Report everything that is wrong with a scheme, and try its scenarios.") { paths, format, asOf, stats, summary, fix, diff };
        command.SetAction(result =>
        {
            var check = new CheckCommand(host, result.GetValue(format) ?? Formats[0], result.Day(asOf, host))
            {
                ShowsStats = result.GetValue(stats),
                ShowsSummary = result.GetValue(summary),
                Fixes = result.GetValue(fix),
                ShowsDiff = result.GetValue(diff),
            };
            return check.Run(SeveralBodies.Each(host, result.GetValue(paths) ?? [], check.asOf));
        });
        return command;
    }

    private int Run(string[] paths)
    {
        if (ShowsSummary && format != Formats[0])
        {
            throw new CommandFailure("--summary is text: it cannot go with --format " + format);
        }

        if (ShowsDiff && (Fixes || ShowsSummary || format != Formats[0]))
        {
            throw new CommandFailure("--diff shows changes and nothing else: it cannot go with --fix, --summary or --format");
        }

        var phases = new Phases(host, ShowsStats ? new RuleTimes() : null);
        var mending = new Mending(host);
        bool isPlain = !Fixes && !ShowsDiff && !ShowsStats;
        IReadOnlyList<CheckedScheme> schemes = isPlain && paths.Length > 1 ? CheckedScheme.OfAll(host, paths, asOf) : [.. paths.Select(path => CheckedScheme.Of(Open(path, phases, mending)))];
        if (mending.Mended.Count > 0 && Fixes && paths.Length > 1)
        {
            // What was mended for one of them may lie in a file of another.
            schemes = [.. paths.Select(path => CheckedScheme.Of(phases.Compile(path, asOf)))];
        }

        if (Fixes || ShowsDiff)
        {
            mending.Report(isDone: Fixes);
        }

        List<Finding> findings = Distinct(schemes, scheme => scheme.Findings);
        if (!ShowsDiff)
        {
            Write(findings, Distinct(schemes, scheme => scheme.Exempted), mending.Mended, schemes);
        }

        if (ShowsStats)
        {
            phases.WriteStats();
        }

        return Finding.Count(findings, DiagnosticSeverity.Error) > 0 ? ExitCode.SchemeHasErrors : ExitCode.Fine;
    }

    private OpenProject Open(string path, Phases phases, Mending mending)
    {
        OpenProject project = phases.Compile(path, asOf);
        if (ShowsDiff)
        {
            mending.Show(project);
        }

        return Fixes ? mending.Fix(project) : project;
    }

    private void Write(List<Finding> findings, List<Finding> exempted, IReadOnlyList<Finding> mended, IReadOnlyList<CheckedScheme> schemes)
    {
        switch (format)
        {
            case "json":
                host.Output.WriteLine(DiagnosticJson.Of(findings, exempted, Fixes ? mended : null));
                break;
            case "sarif":
                host.Output.WriteLine(SarifLog.Of(findings, exempted, host.Folder));
                break;
            case "msbuild":
                MsBuildRenderer.Write(host.Output, findings);
                break;
            default:
                WriteText(findings, exempted, schemes);
                break;
        }
    }

    /// <summary>What all of them have of something. What two of them have alike, in a file that both use, is there once.</summary>
    private static List<Finding> Distinct(IReadOnlyList<CheckedScheme> schemes, Func<CheckedScheme, IReadOnlyList<Finding>> findingsIn)
    {
        var findings = new List<Finding>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (CheckedScheme scheme in schemes)
        {
            foreach (Finding finding in findingsIn(scheme))
            {
                if (schemes.Count == 1 || seen.Add(finding.Key))
                {
                    findings.Add(finding);
                }
            }
        }

        return findings;
    }

    private void WriteText(List<Finding> findings, List<Finding> exempted, IReadOnlyList<CheckedScheme> schemes)
    {
        var palette = new Palette(host.HasColour);
        if (ShowsSummary)
        {
            RuleSummary.Write(host.Output, palette, findings);
        }
        else
        {
            foreach ((Diagnostic diagnostic, FileNames files) in findings)
            {
                new TextRenderer(host.Output, palette, files, host.Width).Write(diagnostic);
            }
        }

        ReportExtent extent = schemes.Aggregate(new ReportExtent(0, 0, 0, 0), (sum, scheme) => sum.And(scheme.Extent));
        ReportSummary.Write(host.Output, palette, findings, exempted, extent, isMended: Fixes);
    }
}
