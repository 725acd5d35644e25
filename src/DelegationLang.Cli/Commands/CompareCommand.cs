using System.CommandLine;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Emit.SideBySide;

namespace DelegationLang.Cli.Commands;

/// <summary><c>compare PATH PATH…</c>: how several bodies give the same functions and matters, side by side.</summary>
internal static class CompareCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "The schemes of the bodies, at least two: .delegation files, folders, or built scheme.json files.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var html = new Option<string?>("--html") { Description = "The page to write instead of printing.", HelpName = "FILE" };
        Option<string?> asOf = Options.AsOf();
        var command = new Command("compare", "Compare the schemes of several bodies: who decides the same functions and matters, side by side.") { paths, json, html, asOf };
        command.SetAction(result => Run(host, result.GetRequiredValue(paths), result.GetValue(json), result.GetValue(html), result.Day(asOf, host)));
        return command;
    }

    private static int Run(Host host, string[] paths, bool isJson, string? page, DateOnly asOf)
    {
        if (paths.Length < 2)
        {
            throw new CommandFailure("there is one scheme alone: name at least two to compare");
        }

        if (page is { Length: 0 } || (page is not null && isJson))
        {
            throw new CommandFailure(isJson ? "--json and --html do not go together: give one of them" : "--html must name a file");
        }

        List<string> faulty = [];
        ComparedBody[] bodies = [.. paths.Select(path => Open(host, path, asOf, faulty))];
        SchemeComparison comparison;
        using (var progress = new Progress(host))
        {
            progress.Report("comparing the schemes");
            comparison = SchemeComparison.Of(bodies);
        }

        if (page is not null)
        {
            SafeWrite.Write(host.FullPath(page), ComparisonPage.Of(comparison), page, "--html");
            host.Output.WriteLine($"Wrote {page}.");
        }
        else if (isJson)
        {
            host.Output.WriteLine(CompareJson.Of(comparison));
        }
        else
        {
            new CompareText(host).Write(comparison);
        }

        foreach (string path in faulty)
        {
            host.Error.WriteLine($"delegation: {path} has errors: this comparison rests on its sound sentences alone. See: delegation check {path}");
        }

        return faulty.Count > 0 ? ExitCode.SchemeHasErrors : ExitCode.Fine;
    }

    private static ComparedBody Open(Host host, string path, DateOnly asOf, List<string> faulty)
    {
        if (path.Length == 0)
        {
            throw new CommandFailure("a path must not be empty");
        }

        string full = host.FullPath(path);
        FileKind.RefuseStream(path, full);
        if (BuiltScheme.IsNamedLikeOne(full) && File.Exists(full))
        {
            return BuiltScheme.Body(path, full, asOf);
        }

        OpenProject project = new Phases(host).Compile(path, asOf);
        if (project.Compilation.LacksScheme)
        {
            throw new CommandFailure($"{path} holds no scheme sentence, so nothing in it is in force. See: delegation check {path}");
        }

        if (project.Compilation.HasErrors)
        {
            faulty.Add(path);
        }

        return ComparedBody.Of(path, Outputs.Input(project.Compilation), asOf, project.Files.Show);
    }
}
