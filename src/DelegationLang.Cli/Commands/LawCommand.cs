using System.CommandLine;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary><c>law [PATH] [--changes SINCE]</c>: what the libraries say, or what a scheme relies on, and on which days that changes.</summary>
internal static class LawCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var path = new Argument<string?>("PATH") { Description = "A scheme, whose law alone is listed; without it the whole of the libraries.", Arity = ArgumentArity.ZeroOrOne };
        var changes = new Option<string?>("--changes") { Description = "List what begins, ends or comes to another sum on this day or after it, such as 2026-01-01.", HelpName = "SINCE" };
        Option<string?> asOf = Options.AsOf();
        var command = new Command("law", "List the powers, functions and sums of the law libraries, and the days on which they change.") { path, changes, asOf };
        command.SetAction(result => Run(host, result.GetValue(path), Since(result.GetValue(changes)), result.Day(asOf, host)));
        return command;
    }

    private static int Run(Host host, string? path, DateOnly? since, DateOnly asOf)
    {
        IReadOnlyList<LawEntry> entries = path is null ? LawLists.All() : LawLists.UsedBy(new Phases(host).Compile(path, asOf).Compilation.Model);
        var text = new LawText(host);
        if (since is { } day)
        {
            text.Write(LawChange.Since(entries, day), day);
        }
        else
        {
            text.Write(entries);
        }

        return ExitCode.Fine;
    }

    private static DateOnly? Since(string? day) =>
        day is null ? null : Options.Parse(day) ?? throw new CommandFailure($"“{day}” is not a day: write it as 2026-05-01");
}
