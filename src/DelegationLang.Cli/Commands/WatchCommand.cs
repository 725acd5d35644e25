using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Watching;

namespace DelegationLang.Cli.Commands;

/// <summary><c>watch PATH --out DIR</c>: builds, and builds again whenever a file is saved; shows the pages in a browser.</summary>
internal static class WatchCommand
{
    private const int UsualPort = 8642;

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> path = Options.Path();
        Option<string> output = Options.Output();
        var serve = new Option<string?>("--serve")
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"Show the pages to browsers on this machine, and load them again after each build (by default on port {UsualPort}; 0 for any that is free)."),
            HelpName = "PORT",
            Arity = ArgumentArity.ZeroOrOne,
        };
        serve.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && PortOf(token.Value) is null)
            {
                result.AddError($"“{token.Value}” is no port: write a number from 0 to 65535");
            }
        });
        Option<string[]> emit = Options.Emit();
        Option<string?> asOf = Options.AsOf();
        var diff = new Option<string?>("--diff")
        {
            Description = "Tell after each build what it changes in who may decide what: since the last commit, or since the version that is given, as diff takes it.",
            HelpName = "OLD",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("watch", "Build a scheme, and again whenever it is saved.") { path, output, serve, emit, diff, asOf };
        command.SetAction(result => Run(
            host,
            result.Folder(output),
            result.GetResult(serve) is null ? null : PortOf(result.GetValue(serve) ?? "") ?? UsualPort,
            new SchemeWatch(host, result.GetRequiredValue(path), result.GetRequiredValue(output), result.GetValue(emit) ?? [], Options.Parse(result.GetValue(asOf)))
            {
                Former = result.GetResult(diff) is null ? "" : result.GetValue(diff) is { Length: > 0 } former ? former : "HEAD:" + result.GetRequiredValue(path),
            }));
        return command;
    }

    // Apart from the rest, so that the server's code is loaded for this command alone.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Run(Host host, string folder, int? port, SchemeWatch watch)
    {
        // Before anything is promised: there is something to watch.
        _ = watch.Folder;
        CancellationToken end = host.End();
        if (port is not { } wanted)
        {
            watch.Run(site: null, end);
            return ExitCode.Fine;
        }

        var site = new PreviewSite(host.FullPath(folder));
        using var server = new PreviewServer(site, wanted);
        host.Error.WriteLine($"The pages are shown at {server.Address}");
        host.Error.Flush();
        watch.Run(site, end);
        return ExitCode.Fine;
    }

    private static int? PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535 ? port : null;
}
