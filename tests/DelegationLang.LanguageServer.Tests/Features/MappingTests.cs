using System.Text.Json;
using DelegationLang.LanguageServer.Tests.Support;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>The map beside the text: of a day, of a part, and with what is otherwise than in the version before.</summary>
public sealed class MappingTests
{
    private static object Document => new { uri = TestClient.Uri("main.delegation") };

    [Fact]
    public async Task A_map_is_of_the_day_and_the_part_that_are_wanted_and_says_where_its_files_are()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement today = await client.RequestAsync("delegation/map", new { textDocument = Document });
        Assert.EndsWith("2026-05-01 0", today.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-05-01", today.GetProperty("day").GetString());
        Assert.Equal(TestClient.Uri("parties.delegation"), today.GetProperty("files").GetProperty("parties.delegation").GetString());
        Assert.Equal("file:///library/england.delegation", today.GetProperty("files").GetProperty("england.delegation").GetString());

        JsonElement later = await client.RequestAsync("delegation/map", new { textDocument = Document, day = "2027-01-31", part = 2 });
        Assert.EndsWith("2027-01-31 2", later.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal("2027-01-31", later.GetProperty("day").GetString());
        Assert.Equal("2026-05-01", later.GetProperty("today").GetString());

        // Back to today, with what has been typed meanwhile.
        await client.ReplaceAsync("main.delegation", 2, Scheme.Main.Replace("scheme Example Scheme", "scheme Another Scheme", StringComparison.Ordinal));
        JsonElement again = await client.RequestAsync("delegation/map", new { textDocument = Document, day = "" });
        Assert.Contains("Another Scheme", again.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains("2026-04-01", (await Assert.ThrowsAsync<ErrorAnswer>(() => client.RequestAsync("delegation/map", new { textDocument = Document, day = "tomorrow" }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_changed_is_told_by_sentence()
    {
        TestHost host = Scheme.Host();
        host.Commit = new CommittedFiles("1", MemoryFiles.Empty.With("main.delegation", Scheme.Main).With("parties.delegation", Scheme.Parties));
        await using TestClient client = await TestClient.StartAsync(host);
        string raised = Scheme.Main.Replace("up to £500,000", "up to £750,000", StringComparison.Ordinal);
        await client.OpenAsync("main.delegation", raised);
        JsonElement changes = await client.RequestAsync("delegation/changes", new { textDocument = Document });

        Assert.Equal("since the last commit", changes.GetProperty("since").GetString());
        Assert.True(changes.GetProperty("count").GetInt32() > 0);
        JsonElement sentence = Assert.Single(changes.GetProperty("sentences").EnumerateArray());
        string[] lines = raised.Split('\n');
        Assert.Equal("main.delegation", sentence.GetProperty("file").GetString());
        Assert.StartsWith("ICB delegates community services", lines[sentence.GetProperty("line").GetInt32() - 1], StringComparison.Ordinal);
        Assert.EndsWith("reference \"4.2\".", lines[sentence.GetProperty("endLine").GetInt32() - 1], StringComparison.Ordinal);
        Assert.Contains("It was: ICB delegates community services to Place Committee Leeds up to £500,000", sentence.GetProperty("words").GetString(), StringComparison.Ordinal);

        // Without a version before there is nothing to tell, and no fault.
        await using TestClient alone = await Scheme.OpenAsync();
        JsonElement none = await alone.RequestAsync("delegation/changes", new { textDocument = Document });
        Assert.Equal("", none.GetProperty("since").GetString());
        Assert.Empty(none.GetProperty("sentences").EnumerateArray());
    }
}
