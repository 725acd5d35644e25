using System.CommandLine;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Diagnostics;

namespace DelegationLang.Cli.Commands;

/// <summary><c>build PATH --out DIR</c>: check, then write the outputs, all or none.</summary>
internal static class BuildCommand
{
    private static readonly string[] Formats = ["text", "msbuild"];

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> path = Options.Path();
        Option<string> output = Options.Output();
        Option<string[]> emit = Options.Emit();
        var space = new Option<string?>("--namespace") { Description = "The namespace of the C# (by default SchemeOfDelegation).", HelpName = "NAME" };
        Option<string> format = new Option<string>("--format")
        {
            Description = "How to report: text for people, msbuild for build logs.",
            HelpName = string.Join('|', Formats),
            DefaultValueFactory = _ => Formats[0],
        }.AcceptOnlyFromAmong(Formats);
        Option<string?> asOf = Options.AsOf();
        var command = new Command("build", "Check a scheme, then write its map, its data and its code. Of a folder of several schemes, each in a folder of its own, with a front page that asks all of them.") { path, output, emit, space, format, asOf };
        command.SetAction(result => Run(
            host,
            result.GetRequiredValue(path),
            result.Folder(output),
            new Outputs(result.GetValue(emit) ?? [], result.GetValue(space)),
            result.GetValue(format) == Formats[1],
            Options.Parse(result.GetValue(asOf))));
        return command;
    }

    private static int Run(Host host, string path, string folder, Outputs outputs, bool isForBuildLog, DateOnly? asOf)
    {
        IReadOnlyList<string> folders = SeveralBodies.In(host, path, asOf ?? host.Today());
        OpenProject[] projects = [.. (folders.Count == 0 ? [path] : folders.Select(one => Path.Combine(path, one))).Select(one => new Phases(host).Compile(one, asOf ?? host.Today()))];
        if (projects.Count(project => !MayWrite(host, project, isForBuildLog)) > 0)
        {
            return ExitCode.SchemeHasErrors;
        }

        IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files = folders.Count == 0 ? outputs.Make(projects[0], asOf) : outputs.MakeAll(folders, projects, asOf);
        int changed = outputs.Write(host, folders.Count == 0 ? projects[0].Folder : host.FullPath(path), folder, files);
        host.Output.WriteLine($"Wrote {outputs.Describe(files.Count)} to {folder}{(changed == 0 ? " (nothing has changed)" : "")}.");
        return ExitCode.Fine;
    }

    /// <summary>Reports what is wrong with a scheme that is to be built; whether it may be written, because it has no errors.</summary>
    internal static bool MayWrite(Host host, OpenProject project, bool isForBuildLog)
    {
        Report(host, project, isForBuildLog);
        if (project.Compilation.HasErrors)
        {
            host.Error.WriteLine("delegation: nothing was written, because the scheme has errors.");
            return false;
        }

        return true;
    }

    private static void Report(Host host, OpenProject project, bool isForBuildLog)
    {
        var findings = project.Findings.Where(finding => finding.Diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        if (isForBuildLog)
        {
            MsBuildRenderer.Write(host.Output, findings);
            return;
        }

        var palette = new Palette(host.HasColour);
        foreach (Finding? finding in findings)
        {
            new TextRenderer(host.Output, palette, project.Files, host.Width).Write(finding.Diagnostic);
        }

        if (findings.Count > 0)
        {
            ReportSummary.Write(host.Output, palette, findings, [.. project.ExemptedFindings], ReportExtent.Of(project.Compilation));
        }
    }
}
