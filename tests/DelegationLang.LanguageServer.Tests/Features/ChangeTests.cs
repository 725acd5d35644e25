using System.Text.Json;
using DelegationLang.LanguageServer.Features;
using DelegationLang.LanguageServer.Tests.Support;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>What is otherwise than in the version before, while it is written: over changed sentences, above them, and as a whole.</summary>
public sealed class ChangeTests
{
    private static readonly string Raised = Scheme.Main.Replace("up to £500,000", "up to £750,000", StringComparison.Ordinal);

    private static MemoryFiles Files(string main) => MemoryFiles.Empty.With("main.delegation", main).With("parties.delegation", Scheme.Parties);

    private static object Capabilities => new
    {
        workspace = new { didChangeWatchedFiles = new { dynamicRegistration = true }, codeLens = new { refreshSupport = true } },
        textDocument = new { hover = new { contentFormat = new[] { "plaintext" } } },
    };

    private static async Task<TestClient> OpenAsync(string committed, string text)
    {
        TestHost host = Scheme.Host();
        host.Commit = new CommittedFiles("1", Files(committed));
        TestClient client = await TestClient.StartAsync(host, Capabilities);
        await client.OpenAsync("main.delegation", text);
        return client;
    }

    private static Task Refreshed(TestClient client, int times) => client.ReceivedAsync("workspace/codeLens/refresh", times);

    private static async Task<string[]> LensesAsync(TestClient client) =>
        [.. (await client.AboutAsync("textDocument/codeLens", "main.delegation")).EnumerateArray()
            .Where(lens => lens.TryGetProperty("command", out JsonElement command) && command.GetProperty("title").GetString() is { } title && (title.Contains("changes who decides", StringComparison.Ordinal) || title.Contains("since", StringComparison.Ordinal)))
            .Select(lens => $"{lens.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32()} {lens.GetProperty("command").GetProperty("title").GetString()}")];

    private static async Task<string> HoverAsync(TestClient client, string text, string words) =>
        (await client.AtAsync("textDocument/hover", "main.delegation", text, words, plus: 2)).GetProperty("contents").GetProperty("value").GetString() ?? "";

    [Fact]
    public async Task A_changed_sentence_tells_what_it_was_and_what_it_changes()
    {
        await using TestClient client = await OpenAsync(Scheme.Main, Raised);
        await Refreshed(client, 1);

        string[] lenses = await LensesAsync(client);
        Assert.Equal(2, lenses.Length);
        Assert.StartsWith("1 since the last commit: ", lenses[0], StringComparison.Ordinal);
        int line = Raised.AsSpan(0, Raised.IndexOf("ICB delegates community services", StringComparison.Ordinal)).Count('\n');
        Assert.StartsWith($"{line} changes who decides: ", lenses[1], StringComparison.Ordinal);

        string hover = await HoverAsync(client, Raised, "up to £750,000");
        Assert.Contains("Changed since the last commit. It was: ICB delegates community services to Place Committee Leeds up to £500,000 per contract", hover, StringComparison.Ordinal);
        Assert.Contains("Place Committee Leeds may decide community services", hover, StringComparison.Ordinal);
        Assert.Contains("until now up to £500,000 per contract.", hover, StringComparison.Ordinal);
        Assert.DoesNotContain("since the last commit", await HoverAsync(client, Raised, "when in budget"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_compared_after_a_pause_and_lenses_go_when_nothing_is_otherwise()
    {
        await using TestClient client = await OpenAsync(Scheme.Main, Scheme.Main);
        await client.ReplaceAsync("main.delegation", 2, Raised);
        await Refreshed(client, 1);
        Assert.NotEmpty(await LensesAsync(client));

        await client.ReplaceAsync("main.delegation", 3, Scheme.Main);
        await Refreshed(client, 2);
        Assert.Empty(await LensesAsync(client));
    }

    [Fact]
    public async Task Another_layout_or_a_remark_is_no_change_and_a_sentence_that_changes_nothing_says_so()
    {
        string text = Raised.Replace("  reporting to Board\n", "  // to be reviewed\n    reporting to Board\n", StringComparison.Ordinal).Replace("reference \"2.1\"", "reference \"2.2\"", StringComparison.Ordinal);
        await using TestClient client = await OpenAsync(Raised, text);
        Assert.Equal("Nothing has changed in who may decide what since the last commit.\n", await CommandAsync(client));

        Assert.Empty(await LensesAsync(client));
        Assert.DoesNotContain("since", await HoverAsync(client, text, "up to £750,000"), StringComparison.Ordinal);
        Assert.Contains("It changes nobody's decisions.", await HoverAsync(client, text, "reference \"2.2\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_superseded_counts_before_the_last_commit()
    {
        TestHost host = Scheme.Host().With("before/main.delegation", Scheme.Main).With("before/parties.delegation", Scheme.Parties);
        host.Commit = new CommittedFiles("1", Files(Raised));
        await using TestClient client = await TestClient.StartAsync(host, Capabilities);
        string text = Raised.Replace("version 1", "version 2\n  supersedes \"before\"", StringComparison.Ordinal);
        await client.OpenAsync("main.delegation", text);
        await Refreshed(client, 1);

        Assert.Contains("Changed since version 1. It was:", await HoverAsync(client, text, "up to £750,000"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_tells_all_changes_or_why_it_cannot()
    {
        await using (TestClient client = await OpenAsync(Scheme.Main, Raised))
        {
            Assert.Contains("Place Committee Leeds may decide community services", await CommandAsync(client), StringComparison.Ordinal);
            await client.ReplaceAsync("main.delegation", 2, Raised.Replace("to Place Committee Leeds\n", "to Nobody At All\n", StringComparison.Ordinal));
            Assert.Contains("has errors", (await Assert.ThrowsAsync<ErrorAnswer>(() => CommandAsync(client))).Message, StringComparison.Ordinal);
        }

        await using TestClient alone = await Scheme.OpenAsync();
        Assert.Contains("no version to compare with", (await Assert.ThrowsAsync<ErrorAnswer>(() => CommandAsync(alone))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_commit_is_another_version_to_compare_with()
    {
        await using TestClient client = await OpenAsync(Scheme.Main, Raised);
        Assert.Contains("£500,000", await CommandAsync(client), StringComparison.Ordinal);
        client.Host.Commit = new CommittedFiles("2", Files(Raised));
        await client.ReplaceAsync("main.delegation", 2, Raised + "\n");
        Assert.StartsWith("Nothing has changed", await CommandAsync(client), StringComparison.Ordinal);
    }

    private static async Task<string> CommandAsync(TestClient client) =>
        (await client.RequestAsync("workspace/executeCommand", new { command = Commands.Changes, arguments = new[] { TestClient.Uri("main.delegation") } })).GetString() ?? "";
}
