using System.CommandLine;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Diagnostics;

namespace DelegationLang.Cli.Commands;

/// <summary><c>build PATH --out DIR</c>: check, then write the outputs, all or none.</summary>
internal static class BuildCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var path = Options.Path();
        var output = new Option<string>("--out") { Description = "The folder to write to.", HelpName = "DIR", Required = true };
        var emit = new Option<string[]>("--emit") { Description = "What to write: html, json, csharp, with commas between them (by default all three).", HelpName = "LIST", AllowMultipleArgumentsPerToken = false };
        var space = new Option<string?>("--namespace") { Description = "The namespace of the C# (by default SchemeOfDelegation).", HelpName = "NAME" };
        var asOf = Options.AsOf();
        var command = new Command("build", "Check a scheme, then write its map, its data and its code.") { path, output, emit, space, asOf };
        command.SetAction(result => Run(
            host, result.GetRequiredValue(path), result.GetRequiredValue(output), result.GetValue(emit) ?? [], result.GetValue(space), Options.Parse(result.GetValue(asOf))));
        return command;
    }

    private static int Run(Host host, string path, string folder, string[] emit, string? space, DateOnly? asOf)
    {
        if (folder.Length == 0)
        {
            throw new CommandFailure("--out must name a folder");
        }

        var outputs = new Outputs(emit, space);
        var project = new Phases(host).Compile(path, asOf ?? host.Today());
        var palette = new Palette(host.HasColour);
        var findings = project.Findings.Where(finding => finding.Diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        foreach (var finding in findings)
        {
            new TextRenderer(host.Output, palette, project.Files, host.Width).Write(finding.Diagnostic);
        }

        if (findings.Count > 0)
        {
            ReportSummary.Write(host.Output, palette, findings, [.. project.ExemptedFindings], [project]);
        }

        if (project.Compilation.HasErrors)
        {
            host.Error.WriteLine("delegation: nothing was written, because the scheme has errors.");
            return ExitCode.SchemeHasErrors;
        }

        var files = outputs.Make(project.Compilation, asOf);
        var changed = new OutputFolder(host.FullPath(folder)).Write(files);
        host.Output.WriteLine($"Wrote {outputs.Describe(files.Count)} to {folder}{(changed == 0 ? " (nothing has changed)" : "")}.");
        return ExitCode.Fine;
    }
}
