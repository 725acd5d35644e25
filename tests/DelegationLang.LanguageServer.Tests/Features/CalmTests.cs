using System.Text.Json;
using DelegationLang.LanguageServer.Tests.Support;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>Writing without being interrupted: what is not finished yet is told gently, lines are indented, and nothing that is odd in a change puts positions out.</summary>
public sealed class CalmTests
{
    private const int Error = 1;
    private const int Hint = 4;

    private static readonly object Calm = new { unfinishedSentencesAreHints = true };

    [Fact]
    public async Task An_unfinished_sentence_is_a_hint_and_a_second_later_an_error()
    {
        await using TestClient client = await OpenAsync(Calm);
        await client.EditAsync("draft.delegation", 2, 0, 0, 0, 0, "Board delegates ");

        Assert.Equal(Hint, await SeverityAsync(client, Hint));
        Assert.Equal(Error, await SeverityAsync(client, Error));
    }

    [Fact]
    public async Task Whoever_leaves_an_unfinished_sentence_is_told_at_once()
    {
        await using TestClient client = await OpenAsync(Calm, "\n\nLeeds is a place of ICB.\n");
        await client.EditAsync("draft.delegation", 2, 0, 0, 0, 0, "Board delegates podiatry to ");
        await SeverityAsync(client, Hint);
        int before = client.Received("textDocument/publishDiagnostics").Count;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await client.NotifyAsync("delegation/cursor", new { textDocument = new { uri = TestClient.Uri("draft.delegation") }, position = new { line = 2, character = 3 } });
        await client.NotificationAsync("textDocument/publishDiagnostics", _ => client.Received("textDocument/publishDiagnostics").Skip(before).Any(IsDraftWithError));

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_finished_sentence_with_a_fault_and_a_fault_elsewhere_are_errors_at_once()
    {
        await using TestClient client = await OpenAsync(Calm, "\nMoon Committee oversees podiatry.\n");
        await client.EditAsync("draft.delegation", 2, 0, 0, 0, 0, "Board delegates podiatry to Nobody Known.");

        JsonElement[] found = [.. (await client.DiagnosticsAsync("draft.delegation", 2)).EnumerateArray()];
        Assert.Equal(2, found.Count(one => one.GetProperty("severity").GetInt32() == Error));
    }

    [Fact]
    public async Task Another_client_is_told_of_errors_at_once()
    {
        await using TestClient client = await OpenAsync(null);
        await client.EditAsync("draft.delegation", 2, 0, 0, 0, 0, "Board delegates ");

        Assert.All((await client.DiagnosticsAsync("draft.delegation", 2)).EnumerateArray(), one => Assert.NotEqual(Hint, one.GetProperty("severity").GetInt32()));
    }

    [Theory]
    [InlineData("Board delegates podiatry to Chief Executive\n|up to £5", "  ")]
    [InlineData("Board delegates podiatry to Chief Executive.\n  |Leeds", "")]
    [InlineData("section Finance\n  |x", "")]
    [InlineData("scheme Finance\n|version 1", "  ")]
    [InlineData("limits for podiatry:\n|- Board", "  ")]
    [InlineData("Board delegates podiatry to Chief Executive note \"as agreed.\"\n|up to £5", "  ")]
    [InlineData("Board delegates podiatry\n\n  |Leeds", "")]
    public async Task A_new_line_is_indented_by_what_stands_before_it(string text, string indent)
    {
        string before = text[..text.IndexOf('|', StringComparison.Ordinal)], whole = text.Replace("|", "", StringComparison.Ordinal);
        await using TestClient client = await OpenAsync(null, whole);
        int line = before.Count(c => c == '\n');
        JsonElement edits = await client.RequestAsync("textDocument/onTypeFormatting", new
        {
            textDocument = new { uri = TestClient.Uri("draft.delegation") },
            position = new { line, character = before.Length - before.LastIndexOf('\n') - 1 },
            ch = "\n",
            options = new { tabSize = 2, insertSpaces = true },
        });

        string written = whole.Split('\n')[line];
        string laid = edits.GetArrayLength() == 0 ? written : edits[0].GetProperty("newText").GetString() + written[edits[0].GetProperty("range").GetProperty("end").GetProperty("character").GetInt32()..];
        Assert.Equal(indent + written.TrimStart(), laid);
    }

    [Fact]
    public async Task Half_a_character_does_not_put_positions_out()
    {
        await using TestClient client = await OpenAsync(null, "// a\nLeeds is a place of ICB.\n");
        string uri = TestClient.Uri("draft.delegation");
        await client.MessageAsync("""{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"URI","version":2},"contentChanges":[{"range":{"start":{"line":0,"character":3},"end":{"line":0,"character":3}},"text":"\ud83d \\\\ud83d \ude00\ud83d\ude00\""}]}}""".Replace("URI", uri, StringComparison.Ordinal));
        await client.EditAsync("draft.delegation", 3, 1, 0, 1, 5, "York");
        JsonElement symbols = await client.AboutAsync("textDocument/documentSymbol", "draft.delegation");

        Assert.Equal("York", symbols[0].GetProperty("name").GetString());
        Assert.Equal(4, symbols[0].GetProperty("selectionRange").GetProperty("end").GetProperty("character").GetInt32());
        Assert.Empty(client.Received("window/logMessage"));
    }

    [Fact]
    public async Task Names_and_problems_of_every_root_are_there_without_an_open_document()
    {
        TestHost host = Scheme.Host().With("other/main.delegation", "scheme Other\n  version 1.\nMoon is a place of Nobody.\n");
        var client = new TestClient(host);
        await using (client)
        {
            await client.RequestAsync("initialize", new
            {
                processId = 1,
                rootUri = (string?)null,
                workspaceFolders = new[] { new { uri = "file:///project/other", name = "other" } },
                capabilities = TestClient.FullCapabilities(),
            });
            await client.NotifyAsync("initialized", new { });
            JsonElement found = await client.RequestAsync("workspace/symbol", new { query = "moon" });

            Assert.Equal("Moon", Assert.Single(found.EnumerateArray()).GetProperty("name").GetString());
            Assert.NotEmpty((await client.DiagnosticsAsync("other/main.delegation", 0)).EnumerateArray());
        }
    }

    [Fact]
    public async Task A_selection_grows_by_what_the_language_is_made_of()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement answer = await client.RequestAsync("textDocument/selectionRange", new
        {
            textDocument = new { uri = TestClient.Uri("main.delegation") },
            positions = new[] { TestClient.PositionOf(Scheme.Main, "reporting to Board", 14) },
        });
        var selected = new List<string>();
        for (JsonElement? range = answer[0]; range is { } one; range = one.TryGetProperty("parent", out JsonElement parent) ? parent : null)
        {
            selected.Add(Text(Scheme.Main, one.GetProperty("range")));
        }

        Assert.Equal(["Board", "reporting to Board"], selected.Take(2));
        Assert.StartsWith("ICB delegates community services", selected[2], StringComparison.Ordinal);
        Assert.StartsWith("section Delegation", selected[3], StringComparison.Ordinal);
        Assert.Equal(Scheme.Main, selected[^1]);
    }

    [Theory]
    [InlineData("use england", 5, "is a library")]
    [InlineData("is a condition judged", 6, "**condition**")]
    [InlineData("with power to delegate", 3, "May be delegated on")]
    [InlineData("delegates community", 2, "Gives authority to somebody")]
    [InlineData("in force from", 2, "The days on which the scheme holds")]
    [InlineData("is decided by", 3, "who should decide")]
    public async Task Every_word_of_the_language_is_explained(string words, int plus, string wanted)
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement hover = await client.AtAsync("textDocument/hover", "main.delegation", Scheme.Main, words, plus);

        Assert.Contains(wanted, hover.GetProperty("contents").GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chief Cook", false)]
    [InlineData("Head of care for children", true)]
    public async Task A_name_is_quoted_only_where_it_needs_it(string name, bool isOffered)
    {
        await using TestClient client = await OpenAsync(null, $"Board delegates podiatry to {name}.\n");
        JsonElement actions = await client.RequestAsync("textDocument/codeAction", new
        {
            textDocument = new { uri = TestClient.Uri("draft.delegation") },
            range = TestClient.Range(0, 28, 0, 28 + name.Length),
            context = new { diagnostics = Array.Empty<object>() },
        });

        Assert.Equal(isOffered, actions.EnumerateArray().Any(action => action.GetProperty("title").GetString()!.EndsWith("quote it", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("reference \"4.2\" |", false)]
    [InlineData("reference \"4.2\" r|", true)]
    [InlineData("reference \"4.2\"|", false)]
    [InlineData("up to £5,000. |", false)]
    [InlineData("up to £5,000 |", true)]
    public async Task After_a_quotation_and_between_sentences_nothing_comes_up_by_itself(string end, bool isOffered)
    {
        string text = "Board delegates podiatry to Chief Executive " + end;
        string before = text[..text.IndexOf('|', StringComparison.Ordinal)];
        await using TestClient client = await OpenAsync(null, before);
        JsonElement list = await client.RequestAsync("textDocument/completion", new
        {
            textDocument = new { uri = TestClient.Uri("draft.delegation") },
            position = new { line = 0, character = before.Length },
            context = before[^1] is ' ' or '"' ? new { triggerKind = 2, triggerCharacter = before[^1..] } : (object)new { triggerKind = 1 },
        });

        Assert.Equal(isOffered, list.GetProperty("items").GetArrayLength() > 0);
    }

    private static bool IsDraftWithError(JsonElement report) =>
        report.GetProperty("uri").GetString() == TestClient.Uri("draft.delegation") && report.GetProperty("diagnostics").EnumerateArray().Any(one => one.GetProperty("severity").GetInt32() == Error);

    private static async Task<int> SeverityAsync(TestClient client, int wanted)
    {
        JsonElement report = await client.NotificationAsync("textDocument/publishDiagnostics", sent =>
            sent.GetProperty("uri").GetString() == TestClient.Uri("draft.delegation")
            && sent.GetProperty("diagnostics").EnumerateArray().Any(one => one.GetProperty("severity").GetInt32() == wanted));
        return report.GetProperty("diagnostics").EnumerateArray().Min(one => one.GetProperty("severity").GetInt32());
    }

    private static string Text(string whole, JsonElement range)
    {
        int Offset(JsonElement place) => whole.Split('\n').Take(place.GetProperty("line").GetInt32()).Sum(line => line.Length + 1) + place.GetProperty("character").GetInt32();
        return whole[Offset(range.GetProperty("start"))..Offset(range.GetProperty("end"))];
    }

    private static async Task<TestClient> OpenAsync(object? options, string text = "")
    {
        var client = new TestClient(Scheme.Host());
        await client.RequestAsync("initialize", new { processId = 1, rootUri = "file:///project", capabilities = TestClient.FullCapabilities(), initializationOptions = options });
        await client.NotifyAsync("initialized", new { });
        await client.OpenAsync("draft.delegation", text);
        await client.DiagnosticsAsync("draft.delegation", 1);
        return client;
    }
}
