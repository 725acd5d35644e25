using System.Text.Json;
using System.Text.Json.Nodes;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Service.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Service.Tests;

/// <summary>That the service answers what the tool answers.</summary>
public sealed class AnswerTests(ExampleService examples) : IClassFixture<ExampleService>
{
    private readonly RunningService service = examples.Service;

    private static readonly string Day = "2026-05-01";

    [Theory]
    [InlineData("west-yorkshire-icb")]
    [InlineData("foundation-trust")]
    [InlineData("borough-council")]
    public async Task Each_answer_is_byte_for_byte_what_ask_prints(string example)
    {
        string path = "examples/" + example;
        string[] questions = [.. File.ReadLines(Repository.PathOf("examples", example, "questions.txt")).Where(line => line.Trim().Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)), "who decides nonsense?", "not a question", "what may Chief Executive decide?"];
        string[] printed = Tool.Run(Repository.Root, "", ["ask", path, .. questions, "--json", "--as-of", Day]).Lines;
        Assert.Equal(questions.Length, printed.Length);
        for (int i = 0; i < questions.Length; i++)
        {
            string request = new JsonObject { ["question"] = questions[i], ["asOf"] = Day }.ToJsonString();
            Assert.Equal(printed[i], await service.SayAsync($"schemes/{example}/ask", request));
            Assert.Equal(printed[i], await service.GetAsync($"schemes/{example}/ask?asOf={Day}&question={Uri.EscapeDataString(questions[i])}"));
            Assert.Contains("\"answer\":" + printed[i], await service.SayAsync($"schemes/{example}/explain", request), StringComparison.Ordinal);
        }

        string batch = new JsonObject { ["questions"] = new JsonArray([.. questions.Select(question => (JsonNode)question)]), ["asOf"] = Day }.ToJsonString();
        Assert.Equal($"{{\"answers\":[{string.Join(',', printed)}]}}", await service.SayAsync($"schemes/{example}/batch", batch));
    }

    [Fact]
    public async Task A_built_scheme_answers_as_the_tool_does()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, Tool.Run(Repository.Root, "", "build", "examples/foundation-trust", "--emit", "json", "--out", folder.PathOf("built")).ExitCode);
        await using var built = await RunningService.StartAsync(folder.Path, null, null, "built/scheme.json");
        const string Question = "who decides sealing of documents?";
        string printed = Tool.Run(folder, "ask", "built/scheme.json", Question, "--json", "--as-of", Day).Lines[0];
        Assert.Equal(printed, await built.SayAsync("schemes/built/ask", new JsonObject { ["question"] = Question, ["asOf"] = Day }.ToJsonString()));
    }

    [Theory]
    [InlineData("who-decides", """{"subject":"podiatry","place":"Leeds","amount":400000,"basis":"contract"}""")]
    [InlineData("who-decides", """{"subject":"podiatry","place":"Leeds"}""")]
    [InlineData("who-decides", """{"subject":"sealing of documents","on":"2026-07-15"}""")]
    [InlineData("who-decides", """{"subject":"settlement of claims","amount":1000,"measures":{"claims budget":50000}}""")]
    [InlineData("who-decides", """{"subject":"urgent safeguarding referrals","when":["urgent"],"unless":["in financial balance"]}""")]
    [InlineData("who-decides", """{"subject":"new commissioning investment","function":"podiatry","place":"Leeds","amount":1}""")]
    [InlineData("may", """{"party":"Leeds Place Director","subject":"podiatry","place":"Leeds","amount":1500000.01,"basis":"contract"}""")]
    [InlineData("may", """{"party":"ICB","subject":"podiatry"}""")]
    [InlineData("what-may", """{"party":"Leeds Place Director","on":"2026-08-01"}""")]
    public async Task A_question_by_names_is_answered_as_its_words_are(string address, string request)
    {
        string answer = await service.SayAsync("schemes/west-yorkshire-icb/" + address, request);
        string question = JsonNode.Parse(answer)?["question"]?.ToString() ?? "";
        Assert.EndsWith(" 2026?", question, StringComparison.Ordinal);
        Assert.Equal(answer, await service.SayAsync("schemes/west-yorkshire-icb/ask", new JsonObject { ["question"] = question }.ToJsonString()));
    }

    [Fact]
    public async Task The_sentences_of_an_explanation_are_those_of_the_files()
    {
        var said = JsonNode.Parse(await service.SayAsync("schemes/west-yorkshire-icb/explain", """{"question":"who decides podiatry at Leeds worth £400,000 per contract on 1 August 2026?"}"""));
        var sentences = said?["sentences"]?.AsArray() ?? [];
        Assert.Equal(5, sentences.Count);
        foreach (var sentence in sentences)
        {
            string line = File.ReadLines(Repository.PathOf(sentence?["file"]?.ToString() ?? "")).ElementAt((sentence?["line"]?.GetValue<int>() ?? 0) - 1).Trim(' ', '-', '.');
            Assert.Contains(line, sentence?["text"]?.ToString() ?? "", StringComparison.Ordinal);
        }

        Assert.Contains("How the authority comes down", said?["words"]?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_answers_at_once_are_the_same_as_one_by_one()
    {
        string[] questions = [.. File.ReadLines(Repository.PathOf("examples", "west-yorkshire-icb", "questions.txt")).Where(line => line.Trim().Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))];
        var alone = new Dictionary<string, string>();
        foreach (string question in questions)
        {
            alone[question] = await service.SayAsync("schemes/west-yorkshire-icb/ask", new JsonObject { ["question"] = question }.ToJsonString());
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, Effort.Of(333, 50_000)), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
        {
            string question = questions[i % questions.Length];
            Assert.Equal(alone[question], await service.SayAsync("schemes/west-yorkshire-icb/ask", new JsonObject { ["question"] = question }.ToJsonString()));
        });
    }

    [Fact]
    public async Task Each_question_is_recorded_on_a_line_of_its_own()
    {
        using var folder = Schemes.Folder(Schemes.Sound);
        await using (var recorded = await RunningService.StartAsync(folder.Path, null, "record.jsonl", "small=."))
        {
            await recorded.SayAsync("schemes/small/ask", """{"question":"who decides buying worth £1,000?"}""");
            await recorded.SayAsync("schemes/small/ask", """{"question":"who\n{\"time\":\"now\"}\u0000\u2028decides?"}""");
            await recorded.SayAsync("schemes/SMALL/batch", """{"questions":["may Board decide buying?","who decides?"]}""");
            using var refused = await recorded.PostAsync("schemes/small/may", """{"party":"Bored","subject":"buying"}""");
            Assert.Equal(422, (int)refused.StatusCode);
        }

        string[] lines = File.ReadAllLines(folder.PathOf("record.jsonl"));
        Assert.Equal(["decided", "error", "yes", "error", "refused"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("outcome").GetString() ?? ""));
        Assert.All(lines, line => Assert.Equal(64, JsonDocument.Parse(line).RootElement.GetProperty("contentHash").GetString()?.Length));
        Assert.All(lines, line => Assert.Equal("small", JsonDocument.Parse(line).RootElement.GetProperty("scheme").GetString()));
    }

    [Fact]
    public async Task Two_services_do_not_share_a_record()
    {
        using var folder = Schemes.Folder(Schemes.Sound);
        await using var first = await RunningService.StartAsync(folder.Path, null, "record.jsonl", "small=.");
        var fault = await Assert.ThrowsAsync<CommandFailure>(() => RunningService.StartAsync(folder.Path, null, "record.jsonl", "small=."));
        Assert.StartsWith("the record record.jsonl cannot be written: ", fault.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_cannot_be_recorded_is_not_answered()
    {
        Skip.IfNot(File.Exists("/dev/full"), "There is no device that is always full here.");
        using var folder = Schemes.Folder(Schemes.Sound);
        await using var full = await RunningService.StartAsync(folder.Path, null, "/dev/full", "small=.");
        using var response = await full.PostAsync("schemes/small/ask", """{"question":"who decides buying worth £1,000?"}""");
        Assert.Equal(503, (int)response.StatusCode);
        Assert.DoesNotContain("Chief", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

/// <summary>The three examples, served for as long as the tests of a class.</summary>
public sealed class ExampleService : IAsyncLifetime
{
    private RunningService? service;

    internal RunningService Service => service ?? throw new InvalidOperationException("It is not started.");

    public async Task InitializeAsync() => service = await RunningService.OfExamplesAsync();

    public async Task DisposeAsync() => await Service.DisposeAsync();
}
