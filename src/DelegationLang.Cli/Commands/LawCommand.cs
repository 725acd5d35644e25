using System.CommandLine;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Law;
using DelegationLang.Semantics;
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
        var asOf = Options.AsOf();
        var command = new Command("law", "List the powers, functions and sums of the law libraries, and the days on which they change.") { path, changes, asOf };
        command.SetAction(result => Run(host, result.GetValue(path), Since(result.GetValue(changes)), result.Day(asOf, host)));
        return command;
    }

    private static int Run(Host host, string? path, DateOnly? since, DateOnly asOf)
    {
        var entries = path is null ? All() : UsedBy(new Phases(host).Compile(path, asOf).Compilation.Model);
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

    /// <summary>Every entry of every library, powers first, each library in its own order.</summary>
    public static IReadOnlyList<LawEntry> All() =>
        [.. LawLibrary.Names.SelectMany(library => EntriesOf(LawCatalogue.Of(library).Whole, symbol => symbol.IsFromLibrary))];

    // What the texts of a scheme name, and the sums and powers behind what they name.
    private static IReadOnlyList<LawEntry> UsedBy(SchemeModel model)
    {
        var libraries = model.Symbols.Where(symbol => symbol.IsFromLibrary).Select(symbol => symbol.Location.Source).ToHashSet();
        var used = model.Uses.Where(use => !libraries.Contains(use.Location.Source)).Select(use => use.Symbol).ToHashSet();
        return EntriesOf(model, symbol => symbol.IsFromLibrary && used.Contains(symbol));
    }

    private static IReadOnlyList<LawEntry> EntriesOf(SchemeModel model, Func<Semantics.Symbol, bool> isWanted) =>
        [.. model.Symbols.Where(isWanted).Select(symbol => LawEntry.Of(model, symbol)).OfType<LawEntry>().OrderBy(entry => entry.Symbol is PowerSymbol ? 0 : 1)];
}
