using System.Text.Json;
using DelegationLang.LanguageServer.Tests.Support;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>Questions asked beside the text: answered with places, completed, kept as scenarios; and the scenarios as a list of tests.</summary>
public sealed class AskingTests
{
    private const string Question = "who decides podiatry at Leeds worth £400,000 per contract on 1 May 2026 when in budget?";

    private static object Document => new { uri = TestClient.Uri("main.delegation") };

    private static Task<JsonElement> AskAsync(TestClient client, string question, string? whyNot = null) =>
        client.RequestAsync("delegation/ask", new { textDocument = Document, question, whyNot });

    [Fact]
    public async Task An_answer_comes_as_data_in_words_and_with_the_place_of_each_sentence()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement asked = await AskAsync(client, Question);

        Assert.Equal(Question, asked.GetProperty("question").GetString());
        Assert.Equal("decided", asked.GetProperty("answer").GetProperty("outcome").GetString());
        Assert.Equal(["Place Director Leeds"], asked.GetProperty("answer").GetProperty("deciders").EnumerateArray().Select(name => name.GetString()));
        Assert.StartsWith("On 1 May 2026, Place Director Leeds decides alone.", asked.GetProperty("text").GetString(), StringComparison.Ordinal);
        var places = asked.GetProperty("places").EnumerateArray().ToDictionary(place => place.GetProperty("words").GetString() ?? "", place => place.GetProperty("location"));

        // Each link of the chain has its place, and that is the line that it names.
        foreach (JsonElement link in asked.GetProperty("answer").GetProperty("chain").EnumerateArray())
        {
            string file = link.GetProperty("file").GetString() ?? "";
            int line = link.GetProperty("line").GetInt32();
            JsonElement location = places[$"{file}:{line}"];
            Assert.Equal(TestClient.Uri(file), location.GetProperty("uri").GetString());
            Assert.Equal(line - 1, location.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
        }

        Assert.Contains(places.Keys, words => words.StartsWith("parties.delegation:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Why_not_somebody_else_is_asked_of_the_same_decision_and_says_who_instead()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement first = await AskAsync(client, Question);
        string[] others = [.. first.GetProperty("others").EnumerateArray().Select(name => name.GetString() ?? "")];
        Assert.DoesNotContain("Place Director Leeds", others);

        // Those who hold the same in other cases stand before those who hold nothing of it.
        Assert.True(Array.IndexOf(others, "Place Committee Leeds") >= 0 && Array.IndexOf(others, "Place Committee Leeds") < Array.IndexOf(others, "Trust Board"));

        JsonElement why = await AskAsync(client, Question, "Chief Executive");
        Assert.Equal("may Chief Executive decide podiatry at Leeds worth £400,000 per contract on 1 May 2026 when in budget?", why.GetProperty("question").GetString());
        Assert.Equal("no", why.GetProperty("answer").GetProperty("outcome").GetString());
        Assert.Contains("It is decided by Place Director Leeds", why.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_says_so_and_offers_nothing()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement asked = await AskAsync(client, "who decides everything under the sun?");
        Assert.Equal("error", asked.GetProperty("answer").GetProperty("outcome").GetString());
        Assert.Empty(asked.GetProperty("others").EnumerateArray());
        Assert.False(asked.TryGetProperty("scenario", out _));
        Assert.Contains("Nobody declared “sunshine”", (await Assert.ThrowsAsync<ErrorAnswer>(() => client.RequestAsync("delegation/keep", new { textDocument = Document, question = "who decides sunshine?" }))).Message, StringComparison.Ordinal);
        Assert.Contains("no part of a scheme", (await Assert.ThrowsAsync<ErrorAnswer>(() => client.RequestAsync("delegation/ask", new { textDocument = new { uri = "file:///elsewhere/x.txt" }, question = Question }))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Question, "is decided by Place Director Leeds")]
    [InlineData("who decides podiatry at Leeds worth £500,001 per contract when in budget?", "on 1 May 2026 is decided by Board")]
    [InlineData("who decides closing a service on 1 May 2026?", "is reserved to Board")]
    [InlineData("may Chief Executive decide podiatry at Leeds worth £1 per contract on 1 May 2026 when in budget?", "Chief Executive may not decide podiatry")]
    [InlineData("may Place Director Leeds decide podiatry at Leeds worth £1 per contract on 1 May 2026 when in budget?", "Place Director Leeds may decide podiatry")]
    public async Task An_answer_that_is_kept_is_a_scenario_that_holds(string question, string expected)
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement edit = await client.RequestAsync("delegation/keep", new { textDocument = Document, question });
        JsonElement document = Assert.Single(edit.GetProperty("documentChanges").EnumerateArray());
        Assert.Equal(TestClient.Uri("main.delegation"), document.GetProperty("textDocument").GetProperty("uri").GetString());
        string text = LayoutTests.Apply(Scheme.Main, document.GetProperty("edits"));
        Assert.Contains(expected, text, StringComparison.Ordinal);

        Compilation kept = Project.OfFolder(MemoryFiles.Empty.With("main.delegation", text).With("parties.delegation", Scheme.Parties)).Compile(new DateOnly(2026, 5, 1));
        Assert.Empty(kept.Diagnostics.Where(diagnostic => diagnostic.Severity == DelegationLang.Diagnostics.DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Message));
        Assert.Equal(2, kept.Scenarios.Length);
        Assert.All(kept.Scenarios, scenario => Assert.True(scenario.Passed, $"{scenario.Expected}, but {scenario.Actual}"));
        Assert.Equal(question.TrimEnd('?'), kept.Scenarios[1].Scenario.Scenario.Title.Text);
    }

    [Fact]
    public async Task A_title_is_taken_once_and_cannot_break_out_of_its_quotation_marks()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement edit = await client.RequestAsync("delegation/keep", new { textDocument = Document, question = Question, title = "the director\n\"buys\"  podiatry" });
        string text = LayoutTests.Apply(Scheme.Main, edit.GetProperty("documentChanges")[0].GetProperty("edits"));
        Assert.Contains("scenario \"the director buys podiatry (2)\":\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_depends_is_not_kept_and_says_what_to_do()
    {
        await using TestClient client = await Scheme.OpenAsync();
        const string Open = "who decides podiatry at Leeds on 1 May 2026 when in budget?";
        Assert.False((await AskAsync(client, Open)).TryGetProperty("scenario", out _));
        Assert.Contains("depends on something", (await Assert.ThrowsAsync<ErrorAnswer>(() => client.RequestAsync("delegation/keep", new { textDocument = Document, question = Open }))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "who decides ", "may ", "what may ")]
    [InlineData("wh", "who decides ", "what may ")]
    [InlineData("who decides ", "podiatry", "community services", "closing a service")]
    [InlineData("who decides pod", "podiatry")]
    [InlineData("who decides podiatry at ", "Leeds")]
    [InlineData("may Place Dir", "Place Director Leeds")]
    [InlineData("may Place Director Leeds ", "decide")]
    [InlineData("may Place Director Leeds decide po", "podiatry")]
    [InlineData("what may ", "Board", "Chief Executive")]
    [InlineData("who decides podiatry when in b", "in budget")]
    public async Task What_may_come_in_a_question_is_proposed(string question, params string[] wanted)
    {
        await using TestClient client = await Scheme.OpenAsync();
        string[] labels = await ProposedAsync(client, question);
        Assert.All(wanted, label => Assert.Contains(label, labels));
    }

    [Fact]
    public async Task After_a_subject_come_the_clauses_that_a_question_lacks_and_no_others()
    {
        await using TestClient client = await Scheme.OpenAsync();
        string[] labels = await ProposedAsync(client, "who decides podiatry at Leeds ");
        Assert.Contains("worth", labels);
        Assert.Contains("on", labels);
        Assert.Contains("when", labels);
        Assert.DoesNotContain("at", labels);
        Assert.DoesNotContain("up to", labels);
        Assert.DoesNotContain("is decided by", labels);
    }

    [Fact]
    public async Task A_proposal_replaces_what_has_been_typed_of_it()
    {
        await using TestClient client = await Scheme.OpenAsync();
        JsonElement list = await client.RequestAsync("delegation/completeQuestion", new { textDocument = Document, question = "who decides pod at Leeds", character = "who decides pod".Length });
        JsonElement edit = list.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("label").GetString() == "podiatry").GetProperty("textEdit");
        Assert.Equal("who decides podiatry at Leeds", LayoutTests.Apply("who decides pod at Leeds", JsonSerializer.SerializeToElement(new[] { edit })));
    }

    [Fact]
    public async Task Scenarios_are_listed_with_what_came_of_each_and_where_they_expect_it()
    {
        string text = Scheme.Main.Replace("is decided by Place Director Leeds.", "is decided by Chief Executive.\nscenario \"kept\": Board may decide closing a service.", StringComparison.Ordinal);
        await using TestClient client = await TestClient.StartAsync(Scheme.Host());
        await client.OpenAsync("main.delegation", text);
        JsonElement[] tried = [.. (await client.RequestAsync("delegation/scenarios", new { textDocument = Document })).EnumerateArray()];

        Assert.Equal(["the director buys podiatry", "kept"], tried.Select(one => one.GetProperty("title").GetString()));
        Assert.Equal([false, true], tried.Select(one => one.GetProperty("passed").GetBoolean()));
        Assert.Equal("decided by Chief Executive", tried[0].GetProperty("expected").GetString());
        Assert.Equal("decided by Place Director Leeds", tried[0].GetProperty("actual").GetString());
        Assert.Equal("is decided by Chief Executive.", TextIn(text, tried[0].GetProperty("expectation")));
        Assert.Equal("Board may decide closing a service.", TextIn(text, tried[1].GetProperty("expectation")));
        Assert.NotEmpty(tried[0].GetProperty("places").EnumerateArray());

        // Without a document, those of the whole folder that is open.
        Assert.Equal(2, (await client.RequestAsync("delegation/scenarios", new { })).GetArrayLength());
    }

    [Fact]
    public async Task What_only_a_joined_scheme_that_is_not_there_could_show_waits()
    {
        string text = Scheme.Main.Replace("use england.", "use england.\nuse scheme \"../nowhere\" for Neighbour.\nNeighbour is an NHS trust.", StringComparison.Ordinal)
            + "\nscenario \"there\": foot spas is decided by Head of Elsewhere.\n";
        await using TestClient client = await TestClient.StartAsync(Scheme.Host());
        await client.OpenAsync("main.delegation", text);
        JsonElement there = (await client.RequestAsync("delegation/scenarios", new { textDocument = Document })).EnumerateArray().Single(one => one.GetProperty("title").GetString() == "there");

        Assert.Equal((false, true), (there.GetProperty("passed").GetBoolean(), there.GetProperty("waits").GetBoolean()));
        JsonElement lenses = await client.RequestAsync("textDocument/codeLens", new { textDocument = Document });
        Assert.Contains(lenses.EnumerateArray(), lens => lens.TryGetProperty("command", out JsonElement command) && command.GetProperty("title").GetString() == "waits: a scheme that is joined cannot be used");
    }

    private static async Task<string[]> ProposedAsync(TestClient client, string question) =>
        [.. (await client.RequestAsync("delegation/completeQuestion", new { textDocument = Document, question, character = question.Length })).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("label").GetString() ?? "")];

    private static string TextIn(string text, JsonElement range)
    {
        string[] lines = text.Split('\n');
        int Offset(JsonElement position) => lines.Take(position.GetProperty("line").GetInt32()).Sum(line => line.Length + 1) + position.GetProperty("character").GetInt32();
        return text[Offset(range.GetProperty("start"))..Offset(range.GetProperty("end"))];
    }
}
