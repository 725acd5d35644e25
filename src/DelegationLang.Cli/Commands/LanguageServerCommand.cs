using System.CommandLine;
using System.Runtime.CompilerServices;
using DelegationLang.Cli.Editors;
using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Commands;

/// <summary><c>lsp</c>: serves an editor, over standard input and output.</summary>
internal static class LanguageServerCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        // Editors' libraries add this of their own accord; there is no other way to talk to the server anyway.
        var stdio = new Option<bool>("--stdio") { Description = "Talk over standard input and output, which is so anyway." };
        Option<string?> asOf = Options.AsOf();
        var command = new Command("lsp", "Serve an editor: the language server, over standard input and output.") { stdio, asOf };
        command.SetAction(result => Run(host, Options.Parse(result.GetValue(asOf))));
        return command;
    }

    // Apart from the rest, so that the server's code is loaded for this command alone.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Run(Host host, DateOnly? asOf)
    {
        (Stream input, Stream output) = host.Conversation();
        bool isFine = LanguageServer.LanguageServer.RunAsync(input, output, new EditorHost(host, asOf)).GetAwaiter().GetResult();

        // The protocol's own rule: a session that ends without having been shut down has gone wrong.
        return isFine ? ExitCode.Fine : ExitCode.SchemeHasErrors;
    }
}
