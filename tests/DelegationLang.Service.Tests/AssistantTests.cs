using System.Text.Json;
using System.Text.Json.Nodes;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Service.Tests.Support;
using DelegationLang.Testing;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Tool = DelegationLang.Cli.Tests.Support.Tool;

namespace DelegationLang.Service.Tests;

/// <summary>The service for assistants, in a process of its own, with the client of the protocol's own package.</summary>
public sealed class AssistantTests(AssistantClient assistant) : IClassFixture<AssistantClient>
{
    private const string Question = "who decides podiatry at Leeds worth £400,000 per contract on 1 August 2026?";

    [Fact]
    public async Task Every_tool_is_there_and_only_reads()
    {
        var tools = await assistant.Client.ListToolsAsync();
        Assert.Equal(["ask", "check", "coverage", "diff", "explain", "schemes", "understand", "what_may"], tools.Select(tool => tool.Name).Order());
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint));
        Assert.All(tools, tool => Assert.False(tool.JsonSchema.GetProperty("additionalProperties").GetBoolean()));
        Assert.Contains("never name a decider", assistant.Client.ServerInstructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_what_ask_prints()
    {
        string printed = Tool.Run(Repository.Root, "", "ask", "examples/west-yorkshire-icb", Question, "--json").Lines[0];
        Assert.Equal(printed, await SayAsync("ask", ("scheme", "icb"), ("question", Question)));
        string explained = await SayAsync("explain", ("scheme", "icb"), ("question", Question));
        Assert.Contains("\"answer\":" + printed, explained, StringComparison.Ordinal);
        Assert.Equal(5, JsonNode.Parse(explained)?["sentences"]?.AsArray().Count);
        var may = JsonNode.Parse(await SayAsync("what_may", ("scheme", "icb"), ("party", "Kirklees Place Director"), ("on", "2026-05-01")));
        Assert.NotEmpty(may?["authorities"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task A_question_in_free_English_is_turned_into_one_that_can_be_asked()
    {
        var understood = JsonNode.Parse(await SayAsync("understand", ("scheme", "icb"), ("text", "Who can approve podiatry in Leeds for £400k a contract?")))?["reading"];
        Assert.Equal("who decides podiatry at Leeds worth £400,000 per contract?", understood?["question"]?.ToString());
        Assert.Equal(["kind", "subject", "place", "amount"], understood?["parts"]?.AsArray().Select(part => part?["as"]?.ToString() ?? ""));
        var answer = JsonNode.Parse(await SayAsync("ask", ("scheme", "icb"), ("question", understood?["question"]?.ToString() ?? ""), ("asOf", "2026-08-01")));
        Assert.Equal("Leeds Place Director", answer?["deciders"]?[0]?.ToString());

        var refused = JsonNode.Parse(await SayAsync("understand", ("scheme", "icb"), ("text", "Who decides chiropody in Leeds?")))?["reading"];
        Assert.False(refused?["understood"]?.GetValue<bool>());
        Assert.Null(refused?["question"]);
        Assert.Equal("chiropody in Leeds", refused?["notUnderstood"]?.ToString());
        Assert.Contains("podiatry", refused?["suggestions"]?.AsArray().Select(name => name?.ToString()) ?? []);
    }

    [Fact]
    public async Task Files_are_checked_covered_and_compared_as_the_tool_does_it()
    {
        Assert.Equal(Tool.Run(Repository.Root, "", "check", "examples/west-yorkshire-icb", "--format", "json").Output.Trim(), await SayAsync("check", ("scheme", "icb")));
        Assert.Equal(Tool.Run(Repository.Root, "", "coverage", "examples/foundation-trust", "--json").Output.Trim(), await SayAsync("coverage", ("scheme", "trust")));
        string printed = Tool.Run(Repository.Root, "", "diff", assistant.PathOf("old"), assistant.PathOf("new"), "--json").Output.Trim();
        Assert.Contains("wider", printed, StringComparison.Ordinal);
        Assert.Equal(printed, await SayAsync("diff", ("scheme", "new"), ("before", "old")));
        Assert.Contains("DL3001", await SayAsync("explain", ("code", "DL3001")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", """{"question":"who decides podiatry?"}""", "say which scheme")]
    [InlineData("ask", """{"scheme":"icb"}""", "question is missing")]
    [InlineData("ask", """{"scheme":"icb","question":1}""", "must be a text")]
    [InlineData("ask", """{"scheme":"icb","question":"who decides podiatry?","day":"2026-05-01"}""", "no argument of that name")]
    [InlineData("ask", """{"scheme":"../icb","question":"who decides podiatry?"}""", "no scheme of this key")]
    [InlineData("ask", """{"scheme":"icb","question":"who decides podiatry?","asOf":"tomorrow"}""", "must be a day")]
    [InlineData("what_may", """{"scheme":"icb","party":"Nobody"}""", "no party called")]
    [InlineData("explain", """{"code":"DL0"}""", "no finding")]
    [InlineData("explain", """{"code":"--help"}""", "no finding")]
    [InlineData("diff", """{"scheme":"icb"}""", "give before or revision")]
    [InlineData("diff", """{"scheme":"icb","revision":"--output=/tmp/x"}""", "the name of a revision")]
    [InlineData("diff", """{"scheme":"icb","revision":"HEAD:../.."}""", "the name of a revision")]
    public async Task What_cannot_be_done_is_told(string tool, string arguments, string why)
    {
        var result = await CallAsync(tool, arguments);
        Assert.True(result.IsError);
        Assert.Contains(why, Text(result), StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith(".", Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_too_long_is_refused()
    {
        var result = await CallAsync("ask", new JsonObject { ["scheme"] = "icb", ["question"] = new string('x', 3_000) }.ToJsonString());
        Assert.True(result.IsError);
    }

    private async Task<string> SayAsync(string tool, params (string Name, string Value)[] arguments)
    {
        var result = await assistant.Client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => (object?)argument.Value));
        Assert.NotEqual(true, result.IsError);
        return Text(result).Trim();
    }

    private async Task<CallToolResult> CallAsync(string tool, string arguments)
    {
        var members = JsonDocument.Parse(arguments).RootElement.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value);
        return await assistant.Client.CallToolAsync(tool, members);
    }

    private static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}

/// <summary>A client that talks to the service for as long as the tests of a class.</summary>
public sealed class AssistantClient : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new TemporaryFolder()
        .With("old/main.delegation", Schemes.Sound)
        .With("new/main.delegation", Schemes.Sound.Replace("£50,000", "£70,000", StringComparison.Ordinal));
    private McpClient? client;

    internal McpClient Client => client ?? throw new InvalidOperationException("It is not started.");

    public string PathOf(string name) => folder.PathOf(name);

    public async Task InitializeAsync() => client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
    {
        Name = "delegation",
        Command = Executable.Host,
        Arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "delegation-service.dll"), "mcp",
            "icb=examples/west-yorkshire-icb", "trust=examples/foundation-trust", PathOf("old"), PathOf("new"), "--as-of", "2026-05-01", "--audit", folder.PathOf("record.jsonl"),
        ],
        WorkingDirectory = Repository.Root,
    }));

    public async Task DisposeAsync()
    {
        await Client.DisposeAsync();
        Assert.NotEmpty(await File.ReadAllLinesAsync(folder.PathOf("record.jsonl")));
        folder.Dispose();
    }
}
