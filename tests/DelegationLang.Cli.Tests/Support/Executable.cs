using System.Diagnostics;
using System.Text;

namespace DelegationLang.Cli.Tests.Support;

/// <summary>The real program, in a process of its own.</summary>
internal static class Executable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static string Tool { get; } = Path.Combine(AppContext.BaseDirectory, "delegation.dll");

    public static string Host { get; } = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    /// <summary>Starts it in a folder.</summary>
    public static Process Start(TemporaryFolder folder, params string[] arguments) => StartIn(folder, folder.Path, arguments);

    /// <summary>Starts it in a folder below that of the test.</summary>
    public static Process StartIn(TemporaryFolder folder, string from, params string[] arguments) => Start(Host, folder, from, ["exec", Tool, .. arguments]);

    /// <summary>Runs it as a shell does that has been told something of its streams, such as <c>2&gt;&amp;-</c>. Its standard input is empty otherwise.</summary>
    public static async Task<ToolRun> RunInShellAsync(TemporaryFolder folder, string redirections, params string[] arguments)
    {
        using Process process = Start("/bin/sh", folder, folder.Path, ["-c", $"exec \"$@\" {redirections}", "sh", Host, "exec", Tool, .. arguments]);
        process.StandardInput.Close();
        using var end = new CancellationTokenSource(Patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(end.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(end.Token);
            await process.WaitForExitAsync(end.Token);
            return new ToolRun(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"delegation {string.Join(' ', arguments)} {redirections} does not end.");
        }
    }

    private static Process Start(string program, TemporaryFolder folder, string from, IEnumerable<string> arguments)
    {
        Assert.True(File.Exists(Tool), Tool);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = from,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        };
        start.Environment["TMPDIR"] = folder.Path;

        // What the runtime lays there for debuggers stays when it is killed.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(start) ?? throw new InvalidOperationException("The tool could not be started.");
    }
}
