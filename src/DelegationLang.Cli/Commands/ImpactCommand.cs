using System.CommandLine;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Emit.Changes;
using DelegationLang.Semantics;
using Symbol = DelegationLang.Semantics.Symbol;

namespace DelegationLang.Cli.Commands;

/// <summary><c>impact PATH --ends NAME</c>: what ends, or falls to somebody else, when a party, a place, an agreement or anything else of a scheme ends.</summary>
internal static class ImpactCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> path = Options.Path();
        var ends = new Option<string>("--ends") { Description = "What ends: a body, a post, a place, an agreement, a power, a function, a budget or a condition.", HelpName = "NAME", Required = true };
        Option<string?> on = Options.Date("--on", "The last day on which it is there (by default today).");
        var successor = new Option<string?>("--successor") { Description = "The body or post that takes over: one of the scheme, or a new one of the same kind.", HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        Option<string?> asOf = Options.AsOf();
        var command = new Command("impact", "Tell what ends, or falls to somebody else, when something of a scheme ends.") { path, ends, on, successor, json, asOf };
        command.SetAction(result => Run(
            host,
            result.GetRequiredValue(path),
            result.GetRequiredValue(ends),
            Options.Parse(result.GetValue(on)) ?? result.Day(asOf, host),
            result.GetValue(successor) ?? "",
            result.GetValue(json),
            result.Day(asOf, host)));
        return command;
    }

    private static int Run(Host host, string path, string name, DateOnly on, string successor, bool isJson, DateOnly asOf)
    {
        OpenProject project = new Phases(host).Compile(path, asOf);
        if (project.Compilation.LacksScheme)
        {
            throw new CommandFailure($"{path} holds no scheme sentence, so nothing in it is in force. See: delegation check {path}");
        }

        SchemeImpact impact;
        try
        {
            using var progress = new Progress(host);
            progress.Report("comparing the answers");
            impact = SchemeImpact.Of(Outputs.Input(project.Compilation), project.Compilation.Engine, Find(project.Compilation.Model, name), on, successor.Trim(), asOf);
        }
        catch (ImpactException fault)
        {
            throw new CommandFailure(fault.Message);
        }

        if (isJson)
        {
            host.Output.WriteLine(new ImpactJson(project.Files).Of(impact));
        }
        else
        {
            new ImpactText(host, project.Files).Write(impact);
        }

        if (project.Compilation.HasErrors)
        {
            host.Error.WriteLine($"delegation: {path} has errors: this rests on its sound sentences alone. See: delegation check {path}");
        }

        return ExitCode.Fine;
    }

    // By the names that questions take, in any case.
    private static Symbol Find(SchemeModel model, string name)
    {
        Symbol[] found = [.. model.Names.Find(name.Trim())];
        return found switch
        {
            [var only] => only is PartySymbol party ? DelegationLang.Decisions.SymbolIndex.PersonOf(party) : only,
            [] => throw new CommandFailure($"there is nothing called “{name}” in this scheme{(model.Names.Suggest(name) is { } meant ? $"; did you mean {meant}?" : "")}"),
            _ => throw new CommandFailure($"“{name}” may be {string.Join(" or ", found.Select(symbol => symbol.DisplayName))}: say which"),
        };
    }
}
