using System.CommandLine;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary><c>explain CODE</c>: the page of a diagnostic.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var code = new Argument<string>("CODE") { Description = "Such as DL3001." };
        var command = new Command("explain", "Explain a diagnostic: what is wrong, why it matters, an example and the same example mended.") { code };
        command.SetAction(result => Run(host, result.GetRequiredValue(code)));
        return command;
    }

    private static int Run(Host host, string code)
    {
        var asked = code.Trim();
        if (DiagnosticCatalogue.PageOf(asked) is not { } page)
        {
            var meant = DiagnosticCatalogue.Suggest(asked) is { } closest ? $"; did you mean {closest}?" : "";
            throw new CommandFailure($"there is no diagnostic {asked}{meant}");
        }

        PageRenderer.Write(host.Output, new Palette(host.HasColour), page);
        return ExitCode.Fine;
    }
}
