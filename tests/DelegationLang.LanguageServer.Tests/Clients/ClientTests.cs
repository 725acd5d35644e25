using System.Diagnostics;
using System.Text.Json;
using DelegationLang.LanguageServer.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.LanguageServer.Tests.Clients;

/// <summary>
/// Other people's clients, with the tool as it is run. Where one is not installed its test is skipped; CI installs them and sets
/// <c>DELEGATION_CLIENTS=required</c>, with which a missing one fails.
/// </summary>
public sealed class ClientTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("delegation-client-").FullName;

    public ClientTests()
    {
        File.WriteAllText(Path.Combine(folder, "main.delegation"), Scheme.Main);
        File.WriteAllText(Path.Combine(folder, "parties.delegation"), Scheme.Parties);
    }

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "delegation.dll");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public async Task Neovim_opens_reports_mends_completes_and_renames()
    {
        Require(await FindsAsync("nvim"), "Neovim is not installed");
        string result = Path.Combine(folder, "result.json");
        await RunAsync(
            "nvim",
            [
                "--headless", "-u", "NONE", "-i", "NONE", "-n",
                "--cmd", "set runtimepath^=" + Repository.PathOf("editors", "neovim"),
                "--cmd", $"lua vim.g.delegation_command = {{ 'dotnet', '{Tool}' }}; vim.g.delegation_as_of = '2026-05-01'",
                "--cmd", "filetype plugin on",
                "-c", "luafile " + Repository.PathOf("tests", "DelegationLang.LanguageServer.Tests", "Clients", "neovim.lua"),
            ],
            ("SCHEME_FOLDER", folder), ("SCHEME_RESULT", result));

        JsonElement seen = JsonDocument.Parse(await File.ReadAllTextAsync(result)).RootElement;
        Assert.False(seen.TryGetProperty("trouble", out JsonElement trouble), trouble.ToString());
        Assert.Equal("delegation", seen.GetProperty("filetype").GetString());
        Assert.Contains("Locality Manager", seen.GetProperty("reported").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Declare it", seen.GetProperty("action").GetString(), StringComparison.Ordinal);
        Assert.Contains("Place Director Leeds", seen.GetProperty("completions").EnumerateArray().Select(label => label.GetString()));
        Assert.Contains("a committee of Board", seen.GetProperty("hover").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/parties.delegation", seen.GetProperty("definition").GetString(), StringComparison.Ordinal);
        Assert.Contains("\nLeeds Committee delegates podiatry to Place Director Leeds", seen.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("Locality Manager is an officer of", seen.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_libraries_of_Visual_Studio_Code_hold_a_whole_session()
    {
        string extension = Repository.PathOf("editors", "vscode");
        Require(await FindsAsync("node") && Directory.Exists(Path.Combine(extension, "node_modules", "vscode-jsonrpc")), "node is not installed, or npm ci was not run in editors/vscode");
        string output = await RunAsync("node", [Path.Combine(extension, "test", "client.cjs"), folder, "dotnet", Tool, "lsp", "--stdio", "--as-of", "2026-05-01"]);

        JsonElement seen = JsonDocument.Parse(output).RootElement;
        Assert.Equal("delegation", seen.GetProperty("server").GetString());
        Assert.Equal(0, seen.GetProperty("first").GetInt32());
        Assert.Contains("DL2001", seen.GetProperty("second").EnumerateArray().Select(code => code.GetString()));
        Assert.Contains("**podiatry** is a function of Example ICB", seen.GetProperty("hover").GetString(), StringComparison.Ordinal);
        Assert.True(seen.GetProperty("symbols").GetInt32() > 5);
        Assert.Equal(0, seen.GetProperty("colours").GetInt32());
        Assert.Contains(seen.GetProperty("cancelled").ToString(), (string[])["answered", "-32800"]);
        Assert.Equal(-32601, seen.GetProperty("unknown").GetInt32());
        Assert.Equal(0, seen.GetProperty("exit").GetInt32());
    }

    private static void Require(bool isThere, string reason)
    {
        if (Environment.GetEnvironmentVariable("DELEGATION_CLIENTS") == "required")
        {
            Assert.True(isThere, reason);
        }

        Skip.IfNot(isThere, reason);
    }

    private static async Task<bool> FindsAsync(string program)
    {
        try
        {
            await RunAsync(program, ["--version"]);
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException(program + " did not start.");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end.\n{await output}\n{await error}");
        }

        Assert.True(process.ExitCode == 0, $"{program} exited with {process.ExitCode}.\n{await output}\n{await error}");
        return await output;
    }
}
