using System.Text.Json;
using DelegationLang.LanguageServer.Features;
using DelegationLang.LanguageServer.Tests.Support;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>What is shown beside the text: colours, lenses, hints, links, the form of a sentence, the chain; and commands.</summary>
public sealed class SightTests
{
    [Fact]
    public async Task Colours_say_what_each_word_is()
    {
        await using TestClient client = await Scheme.OpenAsync();
        Dictionary<string, string> colours = Colours(await client.AboutAsync("textDocument/semanticTokens/full", "main.delegation"), Scheme.Main);

        Assert.Equal("comment", colours["// A small scheme."]);
        Assert.Equal("class", colours["ICB"]);
        Assert.Equal("keyword", colours["delegates"]);
        Assert.Equal("function", colours["podiatry"]);
        Assert.Equal("interface", colours["Place Committee Leeds"]);
        Assert.Equal("enumMember", colours["Place Director Leeds"]);
        Assert.Equal("method", colours["\"closing a service\""]);
        Assert.Equal("number", colours["£500,000"]);
        Assert.Equal("number", colours["31 March 2028"]);
        Assert.Equal("variable", colours["in budget"]);
        Assert.Equal("namespace", colours["Leeds"]);
        Assert.Equal("string", colours["\"4.2\""]);
    }

    [Fact]
    public async Task Colours_of_a_range_are_those_of_the_whole_within_it()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement part = await client.RequestAsync("textDocument/semanticTokens/range", new { textDocument = new { uri = TestClient.Uri("main.delegation") }, range = TestClient.Range(0, 0, 1, 0) });

        Assert.Equal(5, part.GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task Lenses_say_who_decides_and_whether_scenarios_hold()
    {
        await using TestClient client = await Scheme.OpenAsync();
        List<JsonElement> lenses = [.. (await client.AboutAsync("textDocument/codeLens", "main.delegation")).EnumerateArray()];

        Assert.Equal("✓ holds", Assert.Single(lenses, lens => lens.TryGetProperty("command", out _)).GetProperty("command").GetProperty("title").GetString());
        JsonElement podiatry = Assert.Single(lenses, lens => lens.TryGetProperty("data", out JsonElement data) && data.GetProperty("question").GetString()!.Contains("closing", StringComparison.Ordinal));
        JsonElement command = (await client.RequestAsync("codeLens/resolve", podiatry)).GetProperty("command");
        Assert.Equal("today: reserved to Board", command.GetProperty("title").GetString());
        Assert.Contains("Board", command.GetProperty("arguments")[1].GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limits for buying of ICB:\n  - Finance Director up to £5,000 per contract\n  - Chief Buyer up to £25,000 per contract\n  - Board.\n", "today: Finance Director to £5,000 · Chief Buyer to £25,000 · Board above per contract")]
    [InlineData("ICB delegates buying to Finance Director below £10,000 excluding VAT.\n", "today: Finance Director below £10,000 · Board from £10,000 excluding VAT")]
    [InlineData("ICB delegates buying to Finance Director jointly with Chief Buyer up to £10,000.\n", "today: Finance Director with Chief Buyer to £10,000 · Board above")]
    [InlineData("ICB delegates buying to Finance Director when urgent.\n", "today: Board decides alone")]
    public async Task A_lens_says_who_decides_which_sum(string sentences, string title)
    {
        await using TestClient client = await Scheme.OpenAsync();
        string text = Scheme.Main + "\nbuying is a matter of ICB.\nFinance Director is an officer of ICB.\nChief Buyer is an officer of ICB.\nurgent is a condition, normally false.\n" + sentences;
        await client.ReplaceAsync("main.delegation", 2, text);
        JsonElement lens = Assert.Single((await client.AboutAsync("textDocument/codeLens", "main.delegation")).EnumerateArray(),
            lens => lens.TryGetProperty("data", out JsonElement data) && data.GetProperty("question").GetString()!.Contains("buying", StringComparison.Ordinal));

        Assert.Equal(title, (await client.RequestAsync("codeLens/resolve", lens)).GetProperty("command").GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_scenario_that_fails_says_so_above_itself()
    {
        await using TestClient client = await Scheme.OpenAsync();
        await client.ReplaceAsync("main.delegation", 2, Scheme.Main.Replace("is decided by Place Director Leeds", "is decided by Board", StringComparison.Ordinal));
        JsonElement lens = Assert.Single((await client.AboutAsync("textDocument/codeLens", "main.delegation")).EnumerateArray(), lens => lens.TryGetProperty("command", out _));

        Assert.Equal("✗ fails: expected decided by Board, but it is decided by Place Director Leeds", lens.GetProperty("command").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Hints_say_the_limit_and_the_end_that_come_from_above()
    {
        await using TestClient client = await Scheme.OpenAsync();
        List<string> hints = await HintsAsync(client, Scheme.Main);

        // The committee's own sentence says all of it; the director's says nothing of limit or end.
        Assert.Equal(["Place Director Leeds|up to £500,000 per contract", "in budget|until 31 March 2028"], hints);
    }

    [Fact]
    public async Task Powers_lead_to_the_Act_and_files_to_themselves()
    {
        string text = Scheme.Main + "\nsurgery is a function of Other Trust under NHS Act 2006 section 75.\n";
        await using TestClient client = await Scheme.OpenAsync();
        await client.ReplaceAsync("main.delegation", 2, text);
        List<JsonElement> links = [.. (await client.AboutAsync("textDocument/documentLink", "main.delegation")).EnumerateArray()];

        Assert.Contains(links, link => link.GetProperty("target").GetString() == "https://www.legislation.gov.uk/all?title=National%20Health%20Service%20Act&year=2006"
            && NavigationTests.TextAt(text, link.GetProperty("range")) == "NHS Act 2006 section 75");
        Assert.Contains(links, link => link.GetProperty("target").GetString() == TestClient.Uri("parties.delegation"));
    }

    [Theory]
    [InlineData("Local Government Act 1972 section 101", "https://www.legislation.gov.uk/all?title=Local%20Government%20Act&year=1972")]
    [InlineData("custom and practice", null)]
    [InlineData("section 75", null)]
    public void An_Act_is_looked_up_where_the_name_says_which(string power, string? address) => Assert.Equal(address, Links.Act(power));

    [Theory]
    [InlineData("ICB delegates podiatry to |", " to B")]
    [InlineData("ICB delegates |", " delegates SUBJECT")]
    [InlineData("ICB delegates podiatry to Board up to |", " [up to £50,000]")]
    [InlineData("ICB delegates podiatry to Board until |", " [until 31 March 2027]")]
    [InlineData("Board oversees podiatry.|", null)]
    [InlineData("scenario \"a\": podiatry is decided by |", " is decided by B")]
    public async Task The_form_of_a_sentence_marks_the_part_that_is_being_written(string text, string? part)
    {
        await using TestClient client = await TestClient.StartAsync(Scheme.Host());
        await client.OpenAsync("draft.delegation", text.TrimEnd('|'));
        JsonElement help = await client.RequestAsync("textDocument/signatureHelp", new { textDocument = new { uri = TestClient.Uri("draft.delegation") }, position = new { line = 0, character = text.Length - 1 } });
        if (part is null)
        {
            Assert.Equal(JsonValueKind.Null, help.ValueKind);
            return;
        }

        JsonElement signature = help.GetProperty("signatures")[0];
        JsonElement label = signature.GetProperty("parameters")[help.GetProperty("activeParameter").GetInt32()].GetProperty("label");
        Assert.Equal(part, signature.GetProperty("label").GetString()![label[0].GetInt32()..label[1].GetInt32()]);
    }

    [Fact]
    public async Task The_chain_goes_up_and_down()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement item = Assert.Single((await client.AtAsync("textDocument/prepareCallHierarchy", "main.delegation", Scheme.Main, "Place Committee Leeds delegates", 2)).EnumerateArray());
        JsonElement from = Assert.Single((await client.RequestAsync("callHierarchy/incomingCalls", new { item })).EnumerateArray());
        JsonElement to = Assert.Single((await client.RequestAsync("callHierarchy/outgoingCalls", new { item })).EnumerateArray());

        Assert.Equal("Example ICB", from.GetProperty("from").GetProperty("name").GetString());
        Assert.Equal("community services", from.GetProperty("from").GetProperty("detail").GetString());
        Assert.Equal("Place Director Leeds", to.GetProperty("to").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("podi", new[] { "podiatry" })]
    [InlineData("pl dir", new[] { "Place Director Leeds" })]
    [InlineData("zzz", new string[0])]
    public async Task Names_are_found_across_the_project(string query, string[] names)
    {
        await using TestClient client = await Scheme.OpenAsync();

        Assert.Equal(names, (await client.RequestAsync("workspace/symbol", new { query })).EnumerateArray().Select(symbol => symbol.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Commands_answer_try_and_draw()
    {
        await using TestClient client = await Scheme.OpenAsync();

        Assert.Contains("Place Director Leeds", await RunAsync(client, Commands.Ask, "who decides podiatry at Leeds worth £400,000 per contract on 1 May 2026 when in budget?"), StringComparison.Ordinal);
        Assert.Equal("holds  the director buys podiatry\nThe one scenario holds.\n", await RunAsync(client, Commands.Scenarios));
        Assert.Contains("Example Scheme", await RunAsync(client, Commands.Map), StringComparison.Ordinal);
        Assert.Equal("Example Scheme: a\tb {\"1\":2}", await RunAsync(client, Commands.Sentences, "a\tb", "{\"1\":2}"));
        Assert.Equal("It is no table.", (await Assert.ThrowsAsync<ErrorAnswer>(() => RunAsync(client, Commands.Sentences, "no table"))).Message);
        Assert.Equal(-32602, (await Assert.ThrowsAsync<ErrorAnswer>(() => RunAsync(client, "no.such.command"))).Code);
        Assert.Equal(-32602, (await Assert.ThrowsAsync<ErrorAnswer>(() => RunAsync(client, Commands.Ask))).Code);
    }

    private static async Task<string> RunAsync(TestClient client, string command, params string[] arguments) =>
        (await client.RequestAsync("workspace/executeCommand", new { command, arguments = (string[])[TestClient.Uri("main.delegation"), .. arguments] })).GetString()!;

    private static async Task<List<string>> HintsAsync(TestClient client, string text)
    {
        string[] lines = text.Split('\n');
        JsonElement hints = await client.RequestAsync("textDocument/inlayHint", new { textDocument = new { uri = TestClient.Uri("main.delegation") }, range = TestClient.Range(0, 0, lines.Length, 0) });
        return [.. hints.EnumerateArray().Select(hint =>
        {
            JsonElement position = hint.GetProperty("position");
            string before = lines[position.GetProperty("line").GetInt32()][..position.GetProperty("character").GetInt32()];
            string last = before.Contains(" to ", StringComparison.Ordinal) ? before[(before.LastIndexOf(" to ", StringComparison.Ordinal) + 4)..] : before.Replace("when", "", StringComparison.Ordinal).Trim();
            return last + "|" + hint.GetProperty("label").GetString();
        })];
    }

    private static Dictionary<string, string> Colours(JsonElement tokens, string text)
    {
        string[] lines = text.Split('\n');
        int[] data = [.. tokens.GetProperty("data").EnumerateArray().Select(number => number.GetInt32())];
        var colours = new Dictionary<string, string>(StringComparer.Ordinal);
        int line = 0, character = 0;
        for (int i = 0; i < data.Length; i += 5)
        {
            character = data[i] > 0 ? data[i + 1] : character + data[i + 1];
            line += data[i];
            colours[lines[line].Substring(character, data[i + 2])] = SemanticColours.Legend.TokenTypes[data[i + 3]];
        }

        return colours;
    }
}
