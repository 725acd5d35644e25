using System.Diagnostics;
using System.Text.Json;
using DelegationLang.LanguageServer.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.LanguageServer.Tests.Clients;

/// <summary>
/// Other people's clients, with the tool as it is run. Where one is not installed its test is skipped; CI installs them and sets
/// <c>DELEGATION_REQUIRE_TOOLS=1</c>, with which a missing one fails.
/// </summary>
public sealed class ClientTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("delegation-client-").FullName;

    public ClientTests()
    {
        File.WriteAllText(Path.Combine(folder, "main.delegation"), Scheme.Main);
        File.WriteAllText(Path.Combine(folder, "parties.delegation"), Scheme.Parties);
    }

    // A text that is laid out already has nothing to lay out.
    private static readonly string[] Layouts = ["textDocument/formatting", "textDocument/rangeFormatting", "textDocument/onTypeFormatting"];

    private static string Extension => Repository.PathOf("editors", "vscode");

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "delegation.dll");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public async Task Neovim_opens_types_reports_mends_completes_renames_and_formats()
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
        string Text(string name) => seen.GetProperty(name).GetString() ?? "";
        Assert.False(seen.TryGetProperty("trouble", out JsonElement trouble), trouble.ToString());
        Assert.Equal("delegation", Text("filetype"));
        Assert.Contains("Locality Manager", Text("reported"), StringComparison.Ordinal);
        Assert.StartsWith("Declare it", Text("action"), StringComparison.Ordinal);
        Assert.Contains("Place Director Leeds", seen.GetProperty("completions").EnumerateArray().Select(label => label.GetString()));
        Assert.Equal("v:lua.vim.lsp.omnifunc", Text("omnifunc"));
        Assert.Contains("a committee of Board", Text("hover"), StringComparison.Ordinal);
        Assert.EndsWith("/parties.delegation", Text("definition"), StringComparison.Ordinal);
        Assert.Contains("\nLeeds Committee delegates podiatry to Place Director Leeds\n", Text("renamed"), StringComparison.Ordinal);
        Assert.Contains("Locality Manager is an officer of", Text("renamed"), StringComparison.Ordinal);
        Assert.DoesNotContain("Place D\n", Text("renamed"), StringComparison.Ordinal);
        Assert.Contains("\nLeeds Committee delegates podiatry to Place Director Leeds when in budget.", Text("formatted"), StringComparison.Ordinal);
        Assert.Contains("Place Director Leeds", Text("answer"), StringComparison.Ordinal);
        Assert.Contains("podiatry", seen.GetProperty("offered").EnumerateArray().Select(label => label.GetString()));
        Assert.Equal(["Leeds"], seen.GetProperty("offered_later").EnumerateArray().Select(label => label.GetString()));
        Assert.True(seen.GetProperty("places").GetInt32() >= 3);
        Assert.Contains("closing a service on 1 May 2026 is reserved to Board.", Text("kept"), StringComparison.Ordinal);

        string parties = await File.ReadAllTextAsync(Path.Combine(folder, "parties.delegation"));
        Assert.Contains("\nLeeds Committee is a committee of Board at Leeds", parties, StringComparison.Ordinal);
        Assert.DoesNotContain("Place Committee Leeds", parties, StringComparison.Ordinal);
        Assert.Equal(Text("formatted") + "\n", await File.ReadAllTextAsync(Path.Combine(folder, "main.delegation")));
    }

    [SkippableFact]
    public async Task The_libraries_of_Visual_Studio_Code_send_every_request_that_the_server_says_it_answers()
    {
        Require(await FindsAsync("node") && Directory.Exists(Path.Combine(Extension, "node_modules", "vscode-jsonrpc")), "node is not installed, or npm ci was not run in editors/vscode");
        string output = await RunAsync("node", [Path.Combine(Extension, "test", "client.cjs"), folder, "dotnet", Tool, "lsp", "--stdio", "--as-of", "2026-05-01"]);

        JsonElement seen = JsonDocument.Parse(output).RootElement;
        Assert.Equal("delegation", seen.GetProperty("server").GetString());
        Assert.Empty(seen.GetProperty("logged").EnumerateArray());
        Assert.Equal(0, seen.GetProperty("exit").GetInt32());

        // What is promised is what is answered, and all of it was asked for.
        JsonElement answers = seen.GetProperty("answers");
        string[] asked = [.. answers.EnumerateObject().Select(answer => answer.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(asked.Where(method => !method.StartsWith("delegation/", StringComparison.Ordinal)), Promised(seen.GetProperty("capabilities")).Order(StringComparer.Ordinal));
        Assert.Equal(asked, Requests.All.Keys.Order(StringComparer.Ordinal));
        Assert.All(answers.EnumerateObject().Where(answer => !Layouts.Contains(answer.Name)), answer =>
            Assert.False(answer.Value.GetRawText() is "null" or "[]" or "{}" or "{\"data\":[]}" or "\"\"", answer.Name + " gave nothing"));
        Assert.Equal(["delegation.server.ask", "delegation.server.changes", "delegation.server.map", "delegation.server.scenarios", "delegation.server.sentences"], seen.GetProperty("ran").EnumerateObject().Select(ran => ran.Name).Order(StringComparer.Ordinal));
        JudgeAnswers(answers, seen.GetProperty("ran"));

        Assert.DoesNotContain(seen.GetProperty("opened").EnumerateArray(), one => one.GetProperty("severity").GetInt32() < 3);
        Assert.Contains(seen.GetProperty("changed").EnumerateArray(), one => one.GetProperty("message").GetString()?.Contains("podaitry", StringComparison.Ordinal) ?? false);
        Assert.Contains(seen.GetProperty("cancelled").ToString(), (string[])["answered", "-32800"]);
        Assert.Equal(-32601, seen.GetProperty("unknown").GetInt32());
        Assert.Equal(["workspace/didChangeWatchedFiles"], seen.GetProperty("watched").EnumerateArray().Select(method => method.GetString()));
    }

    [SkippableFact]
    public async Task The_extension_of_Visual_Studio_Code_answers_shows_the_map_and_follows_the_cursor()
    {
        Require(await FindsAsync("node") && Directory.Exists(Path.Combine(Extension, "node_modules", "vscode-languageclient")), "node is not installed, or npm ci was not run in editors/vscode");
        JsonElement seen = JsonDocument.Parse(await RunAsync("node", [Path.Combine(Extension, "test", "extension.cjs"), folder, Tool])).RootElement;

        Assert.Empty(Texts("complaints"));
        JsonElement package = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Extension, "package.json"))).RootElement;
        Assert.Empty(package.GetProperty("contributes").GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("command").GetString()).Except(Texts("commands")));
        Assert.Empty(((string?[])["CompletionItem", "Hover", "Rename", "CodeActions", "InlayHints", "DocumentSemanticTokens", "CallHierarchy"]).Select(kind => $"register{kind}Provider").Except(Texts("providers")));
        Assert.Contains("**podiatry** is a function of Example ICB", seen.GetProperty("hover").GetString(), StringComparison.Ordinal);

        // The Ask panel: a page that lets in its own script alone, with what may come, the answer, why not, and what was asked before.
        Assert.Matches("script-src 'nonce-[0-9a-f]{32}'", seen.GetProperty("page").GetString());
        Assert.Contains("podiatry", Texts("offered"));
        Assert.Contains("Place Director Leeds decides alone.", Texts("asked").First(), StringComparison.Ordinal);
        Assert.Contains("It is decided by Place Director Leeds", Texts("asked").ElementAt(1), StringComparison.Ordinal);
        Assert.Contains("Nobody declared “sunshine”", Texts("asked").ElementAt(2), StringComparison.Ordinal);
        Assert.Equal("who decides \"podiatry\"?", Texts("history").First());
        Assert.Equal(4, Texts("history").Count());
        Assert.EndsWith(".delegation", Assert.Single(Texts("opened")), StringComparison.Ordinal);
        Assert.Contains("is decided by Place Director Leeds.\n\nscenario \"who decides podiatry", seen.GetProperty("kept").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Kept as a scenario", Assert.Single(Texts("said")), StringComparison.Ordinal);

        // The scenarios in the list of tests: what fails is told where it is expected.
        JsonElement[] tests = [.. seen.GetProperty("tests").EnumerateArray()];
        Assert.Equal([true, false], tests.Select(test => test.GetProperty("passed").GetBoolean()));
        Assert.Equal(["main.delegation"], Texts("files"));
        Assert.Contains("but it is: decided by Place Director Leeds", tests[1].GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Equal("decided by Chief Executive", tests[1].GetProperty("expected").GetString());
        Assert.Equal(Array.FindIndex(Scheme.Main.Split('\n'), line => line.Contains("is decided by", StringComparison.Ordinal)), tests[1].GetProperty("line").GetInt32());
        Assert.Contains("The one scenario holds.", seen.GetProperty("answers").GetString(), StringComparison.Ordinal);

        // The map is made anew on saving, and of the day that is chosen; there is no commit to compare with.
        Assert.Equal(["2026-05-01", "2027-01-01", "2026-05-01"], Texts("days"));
        Assert.All(Texts("changes"), since => Assert.Equal("", since));

        // The map has its styles in it and lets in one script; it is told the sentence and the name that the cursor comes to, and what is chosen in it is shown in the text.
        string map = seen.GetProperty("map").GetString() ?? "";
        Assert.Matches("<script nonce=\"([0-9a-f]{32})\" id=\"tools\"", map);
        Assert.Contains("script-src 'nonce-", map, StringComparison.Ordinal);
        Assert.Contains("<style>", map, StringComparison.Ordinal);
        Assert.DoesNotContain("assets/", map, StringComparison.Ordinal);
        Assert.Equal(["podiatry", "Place Committee Leeds", ""], Texts("followed"));
        Assert.Equal([13, 28, 1], seen.GetProperty("lines").EnumerateArray().Select(line => line.GetInt32()));
        JsonElement chosen = Assert.Single(seen.GetProperty("chosen").EnumerateArray());
        Assert.True(chosen.GetProperty("isThis").GetBoolean());
        Assert.Contains("podiatry", chosen.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, seen.GetProperty("panels").GetInt32());

        // A copied table is read into the scheme that is open; what is asked is asked with what each choice would write.
        string pasted = Assert.Single(Texts("pasted")) ?? "";
        Assert.Contains("ICB delegates Spectacles to Place Director Leeds up to £500", pasted, StringComparison.Ordinal);
        Assert.Contains("Place Director Leeds jointly with Audiologist up to £900", pasted, StringComparison.Ordinal);
        Assert.Contains("not understood", pasted, StringComparison.Ordinal);
        Assert.DoesNotContain("Place Director Leeds is", pasted, StringComparison.Ordinal);
        Assert.Contains("delegates Leases to Chief Executive", seen.GetProperty("imported").GetString(), StringComparison.Ordinal);
        Assert.Equal(["1 of 2: the document"], Texts("questions"));
        Assert.Contains("2 questions still open in import.md", Assert.Single(Texts("told")), StringComparison.Ordinal);

        IEnumerable<string?> Texts(string name) => seen.GetProperty(name).EnumerateArray().Select(text => text.GetString());
    }

    private static void JudgeAnswers(JsonElement answers, JsonElement ran)
    {
        Assert.Contains("\"Place Director Leeds\"", Raw("textDocument/completion"), StringComparison.Ordinal);
        Assert.Contains("**podiatry** is a function of Example ICB", answers.GetProperty("textDocument/hover").GetProperty("contents").GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Contains("parties.delegation", Raw("textDocument/definition"), StringComparison.Ordinal);
        Assert.Equal(3, answers.GetProperty("textDocument/references").GetArrayLength());
        Assert.Contains("parties.delegation", Raw("textDocument/rename"), StringComparison.Ordinal);
        Assert.Contains("today: ", answers.GetProperty("codeLens/resolve").GetProperty("command").GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains("podiatry", Raw("textDocument/codeAction"), StringComparison.Ordinal);
        Assert.Equal(0, answers.GetProperty("textDocument/semanticTokens/full").GetProperty("data").GetArrayLength() % 5);
        Assert.Contains("Place Director Leeds", ran.GetProperty("delegation.server.ask").GetString(), StringComparison.Ordinal);
        Assert.Contains("The one scenario holds.", ran.GetProperty("delegation.server.scenarios").GetString(), StringComparison.Ordinal);
        Assert.Contains("Spectacles to Place Director Leeds up to £500", ran.GetProperty("delegation.server.sentences").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("There is no version to compare with", ran.GetProperty("delegation.server.changes").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", ran.GetProperty("delegation.server.map").GetString(), StringComparison.OrdinalIgnoreCase);

        string Raw(string method) => answers.GetProperty(method).GetRawText();
    }

    /// <summary>The requests that a server with these capabilities says it answers.</summary>
    private static IEnumerable<string> Promised(JsonElement capabilities)
    {
        foreach (JsonProperty capability in capabilities.EnumerateObject())
        {
            string name = capability.Name;
            if (name is "positionEncoding" or "textDocumentSync" or "workspace")
            {
                continue;
            }

            Assert.EndsWith("Provider", name, StringComparison.Ordinal);
            if (capability.Value.ValueKind == JsonValueKind.False)
            {
                continue;
            }

            string word = name[..^"Provider".Length];
            bool Has(string option) => capability.Value.ValueKind == JsonValueKind.Object && capability.Value.TryGetProperty(option, out JsonElement value) && value.ValueKind == JsonValueKind.True;
            string[] methods = word switch
            {
                "documentFormatting" => ["textDocument/formatting"],
                "documentOnTypeFormatting" => ["textDocument/onTypeFormatting"],
                "documentRangeFormatting" => ["textDocument/rangeFormatting"],
                "workspaceSymbol" => ["workspace/symbol"],
                "executeCommand" => ["workspace/executeCommand"],
                "callHierarchy" => ["textDocument/prepareCallHierarchy", "callHierarchy/incomingCalls", "callHierarchy/outgoingCalls"],
                "semanticTokens" => ["textDocument/semanticTokens/full", "textDocument/semanticTokens/range"],
                "rename" when Has("prepareProvider") => ["textDocument/rename", "textDocument/prepareRename"],
                "completion" when Has("resolveProvider") => ["textDocument/completion", "completionItem/resolve"],
                _ when Has("resolveProvider") => ["textDocument/" + word, word + "/resolve"],
                _ => ["textDocument/" + word],
            };
            foreach (string method in methods)
            {
                yield return method;
            }
        }
    }

    private static void Require(bool isThere, string reason)
    {
        if (Environment.GetEnvironmentVariable("DELEGATION_REQUIRE_TOOLS") == "1")
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
