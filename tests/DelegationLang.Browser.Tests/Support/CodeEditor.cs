using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DelegationLang.Testing;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests.Support;

/// <summary>
/// Visual Studio Code as it runs in a browser (code-server), with the extension as it is packaged and the tool as it was built, in a folder of its own.
/// Every setting is as it comes on a desk.
/// </summary>
internal sealed class CodeEditor : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(300);

    private readonly Process server;

    private CodeEditor(Process server, string home)
    {
        this.server = server;
        Home = home;
    }

    /// <summary>The address at which it is served.</summary>
    public string Home { get; }

    /// <summary>Where editor/install.sh has put code-server; empty where it has not.</summary>
    public static string Program { get; } = FindProgram();

    /// <summary>Packages and installs the extension, and starts the editor.</summary>
    /// <param name="folder">A folder for what the editor keeps.</param>
    public static async Task<CodeEditor> StartAsync(string folder)
    {
        string package = Path.Combine(folder, "delegation-language.vsix"), data = Path.Combine(folder, "data"), extensions = Path.Combine(folder, "extensions");
        string extension = Repository.PathOf("editors", "vscode");
        await RunAsync("npm", ["run", "-s", "package", "--", "--out", package], extension);
        Directory.CreateDirectory(Path.Combine(data, "Machine"));
        string settings = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["delegation.server.path"] = Path.Combine(AppContext.BaseDirectory, "delegation.dll"),
            ["delegation.asOf"] = "2026-05-01",
            ["workbench.startupEditor"] = "none",

            // As on a desk: a browser saves by itself, and does not lay out when it does.
            ["files.autoSave"] = "off",

            // What blinks is drawn again all the time.
            ["editor.cursorBlinking"] = "solid",
        });
        await File.WriteAllTextAsync(Path.Combine(data, "Machine", "settings.json"), settings);
        string config = Path.Combine(folder, "config.yaml");
        await File.WriteAllTextAsync(config, "auth: none\n");
        string[] common = [Program, "--config", config, "--user-data-dir", data, "--extensions-dir", extensions];
        await RunAsync("node", [.. common, "--install-extension", package], folder);

        int port = SiteServer.FreePort();
        Process server = Start("node", [.. common, "--auth", "none", "--bind-addr", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"),
            "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust", "--disable-getting-started-override"], folder);
        var listening = new TaskCompletionSource();
        server.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("HTTP server listening", StringComparison.Ordinal) ?? true)
            {
                listening.TrySetResult();
            }
        };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        await listening.Task.WaitAsync(Patience);
        return new CodeEditor(server, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
    }

    /// <summary>Opens a file of a folder and waits until the language server has looked at it.</summary>
    public async Task OpenAsync(IPage page, string folder, string file)
    {
        string host = new Uri(Home).Authority;
        string payload = JsonSerializer.Serialize(new[] { new[] { "openFile", $"vscode-remote://{host}{folder}/{file}" } });
        await page.GotoAsync($"{Home}?folder={Uri.EscapeDataString(folder)}&payload={Uri.EscapeDataString(payload)}");
        await page.Locator(".monaco-editor .view-lines").First.WaitForAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
        server.Dispose();
    }

    private static string FindProgram()
    {
        string cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        string folder = Environment.GetEnvironmentVariable("DELEGATION_CODE_SERVER") is { Length: > 0 } given ? given : Path.Combine(cache, "delegation", "code-server-4.100.3");
        return File.Exists(Path.Combine(folder, "installed.json")) ? Path.Combine(folder, "node_modules", "code-server", "out", "node", "entry.js") : "";
    }

    private static async Task RunAsync(string program, string[] arguments, string folder)
    {
        using Process process = Start(program, arguments, folder);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), complaints = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, await output + await complaints);
    }

    private static Process Start(string program, string[] arguments, string folder) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }) ?? throw new InvalidOperationException($"{program} could not be started.");
}
