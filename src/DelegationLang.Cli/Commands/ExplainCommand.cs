using System.CommandLine;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Syntax;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary><c>explain CODE</c>: the page of a diagnostic; <c>explain NAME</c>: what a law library says under that name.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var code = new Argument<string>("CODE") { Description = "Such as DL3001, or the name of a power, a function or a sum of the law: \"NHS Act 2006 section 75\"." };
        var command = new Command("explain", "Explain a diagnostic (what is wrong, why it matters, an example and the same example mended), or what the law libraries say.") { code };
        command.SetAction(result => Run(host, result.GetRequiredValue(code)));
        return command;
    }

    private static int Run(Host host, string code)
    {
        string asked = code.Trim();
        if (DiagnosticCatalogue.PageOf(asked) is not { } page)
        {
            if (LawLists.All().FirstOrDefault(candidate => IsNamed(candidate, asked)) is { } entry)
            {
                new LawText(host).Write(entry);
                return ExitCode.Fine;
            }

            string meant = DiagnosticCatalogue.Suggest(asked) is { } closest ? $"; did you mean {closest}?" : "";
            throw new CommandFailure($"there is no diagnostic {asked}{meant}");
        }

        PageRenderer.Write(host.Output, new Palette(host.HasColour), page);
        return ExitCode.Fine;
    }

    private static bool IsNamed(LawEntry entry, string asked) =>
        NameKey.Of(entry.Name) == NameKey.Of(asked) || entry.Symbol.Aliases.Any(alias => NameKey.Of(alias) == NameKey.Of(asked));
}
