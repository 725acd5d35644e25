using System.Text.Json;
using DelegationLang.LanguageServer.Tests.Support;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>What changes the text: renaming, fixes and other actions.</summary>
public sealed class EditingTests
{
    [Fact]
    public async Task A_name_is_changed_in_every_file()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement edit = await RenameAsync(client, "Place Committee Leeds delegates", 3, "Leeds Committee");

        string main = LayoutTests.Apply(Scheme.Main, Of(edit, "main.delegation"));
        string parties = LayoutTests.Apply(Scheme.Parties, Of(edit, "parties.delegation"));
        Assert.Equal(Scheme.Main.Replace("Place Committee Leeds", "Leeds Committee", StringComparison.Ordinal), main);
        Assert.Equal(Scheme.Parties.Replace("Place Committee Leeds", "Leeds Committee", StringComparison.Ordinal), parties);
    }

    [Fact]
    public async Task A_name_that_needs_quotation_marks_gets_them()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement edit = await RenameAsync(client, "podiatry is", 2, "feet or ankles within reach");

        Assert.Equal(Scheme.Main.Replace("podiatry ", "\"feet or ankles within reach\" ", StringComparison.Ordinal).Replace("buys \"feet or ankles within reach\" ", "buys podiatry ", StringComparison.Ordinal).Replace("delegates podiatry", "delegates \"feet or ankles within reach\"", StringComparison.Ordinal), LayoutTests.Apply(Scheme.Main, Of(edit, "main.delegation")));
    }

    [Fact]
    public async Task A_name_with_joining_words_gets_none()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement edit = await RenameAsync(client, "podiatry is", 2, "feet and ankles within reach");

        string renamed = LayoutTests.Apply(Scheme.Main, Of(edit, "main.delegation"));
        Assert.Contains("feet and ankles within reach", renamed, StringComparison.Ordinal);
        Assert.DoesNotContain("\"feet", renamed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_name_that_it_is_known_by_is_changed_alone()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement edit = await RenameAsync(client, "ICB delegates", 1, "NSICB");

        Assert.Equal(Scheme.Main.Replace("ICB", "NSICB", StringComparison.Ordinal), LayoutTests.Apply(Scheme.Main, Of(edit, "main.delegation")));
        Assert.StartsWith("Example ICB is an integrated care board known as NSICB.", LayoutTests.Apply(Scheme.Parties, Of(edit, "parties.delegation")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ICB delegates", "Board")]
    [InlineData("podiatry is", "")]
    [InlineData("podiatry is", "a \" b")]
    [InlineData("england.", "scotland")]
    public async Task A_name_that_is_taken_or_none_is_refused(string words, string newName)
    {
        await using TestClient client = await Scheme.OpenAsync();

        Assert.Equal(-32803, (await Assert.ThrowsAsync<ErrorAnswer>(() => RenameAsync(client, words, 1, newName))).Code);
    }

    [Fact]
    public async Task What_would_be_renamed_is_said_first()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement name = await client.AtAsync("textDocument/prepareRename", "main.delegation", Scheme.Main, "podiatry is", 2);

        Assert.Equal("podiatry", name.GetProperty("placeholder").GetString());
        await Assert.ThrowsAsync<ErrorAnswer>(() => client.AtAsync("textDocument/prepareRename", "main.delegation", Scheme.Main, "// A small", 4));
    }

    [Fact]
    public async Task An_undeclared_name_can_be_declared()
    {
        await using TestClient client = await Scheme.OpenAsync();
        string broken = Scheme.Main.Replace("to Place Director Leeds", "to Locality Manager", StringComparison.Ordinal);
        await client.ReplaceAsync("main.delegation", 2, broken);
        JsonElement declare = Assert.Single(await ActionsAsync(client, broken, "Locality Manager", ["quickfix"]), action => Title(action).StartsWith("Declare it", StringComparison.Ordinal));

        string mended = LayoutTests.Apply(broken, Of(declare.GetProperty("edit"), "main.delegation"));
        Assert.Contains("Locality Manager is an officer of Example ICB.", mended, StringComparison.Ordinal);
        Assert.Equal("DL2001", declare.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        await client.ReplaceAsync("main.delegation", 3, mended);
        Assert.DoesNotContain((await client.DiagnosticsAsync("main.delegation", 3)).EnumerateArray(), one => one.GetProperty("code").GetString() == "DL2001");
    }

    [Fact]
    public async Task Reserved_matters_are_added_where_something_is_reserved_and_not_said()
    {
        await using TestClient client = await Scheme.OpenAsync();
        string without = Scheme.Main.Replace("  with reserved matters\n", "", StringComparison.Ordinal);
        await client.ReplaceAsync("main.delegation", 2, without);

        JsonElement add = Assert.Single(await ActionsAsync(client, without, "ICB delegates", ["refactor"]));
        Assert.Contains("reference \"4.2\"\n  with reserved matters.", LayoutTests.Apply(without, Of(add.GetProperty("edit"), "main.delegation")), StringComparison.Ordinal);
        Assert.Empty(await ActionsAsync(client, without, "Place Committee Leeds delegates", ["refactor"]));
    }

    [Fact]
    public async Task A_warning_can_be_exempted_and_an_error_cannot()
    {
        await using TestClient client = await Scheme.OpenAsync();
        string empty = Scheme.Main.Replace("  when in budget.\n", "  with reserved matters\n  when in budget.\n", StringComparison.Ordinal);
        await client.ReplaceAsync("main.delegation", 2, empty);
        JsonElement exempt = Assert.Single(await ActionsAsync(client, empty, "with reserved matters\n  when", null), action => Title(action).StartsWith("Exempt", StringComparison.Ordinal));

        string exempted = LayoutTests.Apply(empty, Of(exempt.GetProperty("edit"), "main.delegation"));
        await client.ReplaceAsync("main.delegation", 3, exempted);
        Assert.DoesNotContain((await client.DiagnosticsAsync("main.delegation", 3)).EnumerateArray(), one => one.GetProperty("severity").GetInt32() < 3);
    }

    [Fact]
    public async Task Changes_come_without_versions_for_a_client_that_knows_none()
    {
        await using TestClient client = await Scheme.OpenAsync(new { });
        JsonElement edit = await RenameAsync(client, "podiatry is", 2, "feet");

        Assert.False(edit.TryGetProperty("documentChanges", out _));
        Assert.True(edit.GetProperty("changes").TryGetProperty(TestClient.Uri("main.delegation"), out _));
    }

    private static Task<JsonElement> RenameAsync(TestClient client, string words, int plus, string newName) => client.RequestAsync("textDocument/rename", new
    {
        textDocument = new { uri = TestClient.Uri("main.delegation") },
        position = TestClient.PositionOf(Scheme.Main, words, plus),
        newName,
    });

    private static async Task<List<JsonElement>> ActionsAsync(TestClient client, string text, string words, string[]? only, int length = 0) => [.. (await client.RequestAsync("textDocument/codeAction", new
    {
        textDocument = new { uri = TestClient.Uri("main.delegation") },
        range = new { start = TestClient.PositionOf(text, words), end = TestClient.PositionOf(text, words, length) },
        context = new { diagnostics = Array.Empty<object>(), only },
    })).EnumerateArray()];

    private static string Title(JsonElement action) => action.GetProperty("title").GetString()!;

    private static JsonElement Of(JsonElement edit, string path) => edit.GetProperty("documentChanges").EnumerateArray()
        .Single(change => change.GetProperty("textDocument").GetProperty("uri").GetString() == TestClient.Uri(path)).GetProperty("edits");
}
