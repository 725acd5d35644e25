using System.Text.Json;
using DelegationLang.LanguageServer.Tests.Support;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>From names to declarations and back; the outline, folding, hover.</summary>
public sealed class NavigationTests
{
    [Fact]
    public async Task The_definition_of_a_name_is_found_in_another_file()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement place = Assert.Single((await client.AtAsync("textDocument/definition", "main.delegation", Scheme.Main, "Place Committee Leeds", 3)).EnumerateArray());

        Assert.Equal(TestClient.Uri("parties.delegation"), place.GetProperty("uri").GetString());
        Assert.Equal("Place Committee Leeds", TextAt(Scheme.Parties, place.GetProperty("range")));
    }

    [Theory]
    [InlineData("ICB delegates", 1, "Example ICB")]
    [InlineData("closing a service", 2, "\"closing a service\"")]
    [InlineData("in budget.", 1, "in budget")]
    [InlineData("podiatry at Leeds", 13, "Leeds")]
    public async Task A_name_in_any_sentence_leads_to_its_declaration(string words, int plus, string declared)
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement place = Assert.Single((await client.AtAsync("textDocument/definition", "main.delegation", Scheme.Main, words, plus)).EnumerateArray());

        string text = place.GetProperty("uri").GetString() == TestClient.Uri("main.delegation") ? Scheme.Main : Scheme.Parties;
        Assert.Equal(declared, TextAt(text, place.GetProperty("range")));
    }

    [Fact]
    public async Task A_file_or_a_library_that_is_used_is_opened()
    {
        await using TestClient client = await Scheme.OpenAsync();

        JsonElement file = Assert.Single((await client.AtAsync("textDocument/definition", "main.delegation", Scheme.Main, "\"parties.delegation\"", 3)).EnumerateArray());
        JsonElement library = Assert.Single((await client.AtAsync("textDocument/definition", "main.delegation", Scheme.Main, "england", 3)).EnumerateArray());
        Assert.Equal(TestClient.Uri("parties.delegation"), file.GetProperty("uri").GetString());
        Assert.Equal("file:///library/england.delegation", library.GetProperty("uri").GetString());
    }

    [Fact]
    public async Task References_are_found_in_all_files_with_and_without_the_declaration()
    {
        await using TestClient client = await Scheme.OpenAsync();
        object position = TestClient.PositionOf(Scheme.Parties, "Place Committee Leeds is");
        JsonElement all = await client.RequestAsync("textDocument/references", new { textDocument = new { uri = TestClient.Uri("parties.delegation") }, position, context = new { includeDeclaration = true } });
        JsonElement uses = await client.RequestAsync("textDocument/references", new { textDocument = new { uri = TestClient.Uri("parties.delegation") }, position, context = new { includeDeclaration = false } });

        Assert.Equal(4, all.GetArrayLength());
        Assert.Equal(3, uses.GetArrayLength());
        Assert.All(all.EnumerateArray(), place => Assert.Equal(
            "Place Committee Leeds", TextAt(place.GetProperty("uri").GetString() == TestClient.Uri("main.delegation") ? Scheme.Main : Scheme.Parties, place.GetProperty("range"))));
    }

    [Fact]
    public async Task The_owner_after_of_is_a_reference_too()
    {
        const string Text = """
            Leeds Council is a local authority.
            Hull Council is a local authority.
            Cabinet is a cabinet of Leeds Council.
            Cabinet is a cabinet of Hull Council.
            libraries is a function of Leeds Council.
            Cabinet of Leeds Council delegates libraries to Librarian.
            Librarian is an officer of Leeds Council.
            """;
        await using TestClient client = await TestClient.StartAsync(new TestHost().With("main.delegation", "use england.\n" + Text));
        await client.OpenAsync("main.delegation", "use england.\n" + Text);
        JsonElement places = await client.RequestAsync("textDocument/references", new
        {
            textDocument = new { uri = TestClient.Uri("main.delegation") },
            position = TestClient.PositionOf("use england.\n" + Text, "Leeds Council is"),
            context = new { includeDeclaration = false },
        });

        Assert.Equal(4, places.GetArrayLength());
        Assert.All(places.EnumerateArray(), place => Assert.Equal("Leeds Council", TextAt("use england.\n" + Text, place.GetProperty("range"))));
        JsonElement cabinet = await client.AtAsync("textDocument/documentHighlight", "main.delegation", "use england.\n" + Text, "Cabinet of Leeds", 2);
        Assert.Equal(2, cabinet.GetArrayLength());
        Assert.All(cabinet.EnumerateArray(), place => Assert.Equal("Cabinet", TextAt("use england.\n" + Text, place.GetProperty("range"))));
    }

    [Fact]
    public async Task Hover_says_what_a_party_is_and_holds_today()
    {
        await using TestClient client = await Scheme.OpenAsync();
        string words = await HoverAsync(client, "Place Committee Leeds", 4);

        Assert.Contains("**Place Committee Leeds** is a committee of Board at Leeds.", words, StringComparison.Ordinal);
        Assert.Contains("reports to Board", words, StringComparison.Ordinal);
        Assert.Contains("Today, 1 May 2026", words, StringComparison.Ordinal);
        Assert.Contains("community services, up to £500,000 per contract, at Leeds, from 1 April 2026 until 31 March 2028", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hover_says_who_decides_a_subject_today()
    {
        await using TestClient client = await Scheme.OpenAsync();

        Assert.Contains("Today, 1 May 2026: reserved to Board.", await HoverAsync(client, "closing a service", 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hover_over_the_verb_says_what_the_sentence_comes_to()
    {
        await using TestClient client = await Scheme.OpenAsync();
        string words = await HoverAsync(client, "delegates podiatry", 2);

        Assert.Contains("Place Director Leeds may decide podiatry, when in budget.", words, StringComparison.Ordinal);
        Assert.Contains("Place Committee Leeds keeps its own authority too. It may not be delegated on.", words, StringComparison.Ordinal);
        Assert.Contains("Through the chain above it this comes to up to £500,000 per contract.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hover_over_a_clause_says_what_it_means_and_over_a_scenario_what_came_of_it()
    {
        await using TestClient client = await Scheme.OpenAsync();

        Assert.Contains("What is reserved stays reserved", await HoverAsync(client, "with reserved matters", 6), StringComparison.Ordinal);
        Assert.Contains("This scenario holds.", await HoverAsync(client, "worth £400,000", 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backlog is a measure in days.\n", "measure in", "A fact that is a number.")]
    [InlineData("Head is an officer of Example ICB.\n", "officer of", "A post, whoever is in it.")]
    [InlineData("Head is an officer of Example ICB.\n", "officer of", "It acts as an officer.")]
    [InlineData("Other ICB is an integrated care board.\n", "care board", "It publishes as the NHS and spans a system.")]
    public async Task Hover_over_a_kind_says_what_it_is_whosever_it_is_and_whatever_it_is_measured_in(string sentence, string words, string said)
    {
        await using TestClient client = await Scheme.OpenAsync();
        await client.OpenAsync("more.delegation", sentence);

        JsonElement hover = await client.AtAsync("textDocument/hover", "more.delegation", sentence, words, 2);
        Assert.Contains(said, hover.GetProperty("contents").GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hover_is_plain_for_a_client_that_shows_no_markdown()
    {
        await using TestClient client = await Scheme.OpenAsync(new { });

        JsonElement contents = (await client.AtAsync("textDocument/hover", "main.delegation", Scheme.Main, "podiatry is", 1)).GetProperty("contents");
        Assert.Equal("plaintext", contents.GetProperty("kind").GetString());
        Assert.DoesNotContain("**", contents.GetProperty("value").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_stands_nothing_is_said()
    {
        await using TestClient client = await Scheme.OpenAsync();

        Assert.Equal(JsonValueKind.Null, (await client.AtAsync("textDocument/hover", "main.delegation", Scheme.Main, "A small", 2)).ValueKind);
        Assert.Empty((await client.AtAsync("textDocument/definition", "main.delegation", Scheme.Main, "A small", 2)).EnumerateArray());
    }

    [Fact]
    public async Task The_outline_follows_the_sections()
    {
        await using TestClient client = await Scheme.OpenAsync();
        List<JsonElement> top = [.. (await client.AboutAsync("textDocument/documentSymbol", "main.delegation")).EnumerateArray()];

        Assert.Equal(["Example Scheme", "use england", "use parties.delegation", "Functions", "Delegation", "Scenarios"], top.Select(Name));
        Assert.Equal(["community services", "podiatry", "matters of ICB", "in budget"], top[3].GetProperty("children").EnumerateArray().Select(Name));
        Assert.Equal("closing a service", Name(top[3].GetProperty("children")[2].GetProperty("children")[0]));
        Assert.Equal("ICB → Place Committee Leeds", Name(top[4].GetProperty("children")[0]));
    }

    [Fact]
    public async Task A_client_that_shows_no_tree_gets_the_outline_as_a_list()
    {
        await using TestClient client = await Scheme.OpenAsync(new { });
        List<JsonElement> list = [.. (await client.AboutAsync("textDocument/documentSymbol", "main.delegation")).EnumerateArray()];

        JsonElement podiatry = Assert.Single(list, symbol => Name(symbol) == "podiatry");
        Assert.Equal("Functions", podiatry.GetProperty("containerName").GetString());
    }

    [Fact]
    public async Task Sections_sentences_and_comments_fold()
    {
        const string Text = "// one\n// two\n\nsection A\nLeeds is\n  a place.\nHull is a place.\n\nsection B\nYork is a place.\n";
        await using TestClient client = await TestClient.StartAsync(new TestHost().With("main.delegation", Text));
        await client.OpenAsync("main.delegation", Text);

        Assert.Equal(
            [(0, 1, "comment"), (3, 6, "region"), (4, 5, ""), (8, 9, "region")],
            (await client.AboutAsync("textDocument/foldingRange", "main.delegation")).EnumerateArray().Select(range => (
                range.GetProperty("startLine").GetInt32(), range.GetProperty("endLine").GetInt32(), range.TryGetProperty("kind", out JsonElement kind) ? kind.GetString()! : "")));
    }

    [Fact]
    public async Task A_file_that_is_not_open_is_answered_from_the_disk_and_one_that_is_nowhere_by_nothing()
    {
        await using TestClient client = await Scheme.OpenAsync();

        Assert.NotEmpty((await client.AboutAsync("textDocument/documentSymbol", "parties.delegation")).EnumerateArray());
        Assert.Equal(JsonValueKind.Null, (await client.AboutAsync("textDocument/foldingRange", "nowhere.delegation")).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await client.RequestAsync("textDocument/foldingRange", new { textDocument = new { uri = "not an address" } })).ValueKind);
    }

    internal static string TextAt(string text, JsonElement range)
    {
        string[] lines = text.Split('\n');
        JsonElement start = range.GetProperty("start"), end = range.GetProperty("end");
        Assert.Equal(start.GetProperty("line").GetInt32(), end.GetProperty("line").GetInt32());
        return lines[start.GetProperty("line").GetInt32()][start.GetProperty("character").GetInt32()..end.GetProperty("character").GetInt32()];
    }

    private static string Name(JsonElement symbol) => symbol.GetProperty("name").GetString()!;

    private static async Task<string> HoverAsync(TestClient client, string words, int plus) =>
        (await client.AtAsync("textDocument/hover", "main.delegation", Scheme.Main, words, plus)).GetProperty("contents").GetProperty("value").GetString()!;
}
