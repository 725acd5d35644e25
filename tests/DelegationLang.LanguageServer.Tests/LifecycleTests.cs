using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using DelegationLang.LanguageServer.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.LanguageServer.Tests;

/// <summary>How a session starts and ends, and what it survives.</summary>
public sealed class LifecycleTests
{
    [Fact]
    public async Task A_session_starts_and_ends_in_order()
    {
        await using TestClient client = await Scheme.OpenAsync();
        Assert.Equal("delegation", client.Capabilities.GetProperty("serverInfo").GetProperty("name").GetString());

        Assert.Equal(JsonValueKind.Null, (await client.RequestAsync("shutdown", null)).ValueKind);
        await client.NotifyAsync("exit", null);

        Assert.True(await client.Server);
    }

    [Fact]
    public async Task What_was_asked_before_the_end_is_answered_before_it()
    {
        await using TestClient client = await Scheme.OpenAsync();
        var before = new List<Task<JsonElement>>();
        for (int i = 0; i < 8; i++)
        {
            before.Add((await client.SendAsync("textDocument/documentSymbol", new { textDocument = new { uri = TestClient.Uri("main.delegation") } })).Result);
        }

        await client.RequestAsync("shutdown", null);
        await client.NotifyAsync("exit", null);

        Assert.True(await client.Server);

        // What the server wrote before it ended, the client may read a moment later.
        await Task.WhenAll(before).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Exit_without_shutdown_ends_it_and_is_told()
    {
        await using TestClient client = await Scheme.OpenAsync();
        await client.NotifyAsync("exit", null);

        Assert.False(await client.Server);
    }

    [Fact]
    public async Task The_end_of_the_stream_ends_it()
    {
        TestClient client = await Scheme.OpenAsync();
        client.HangUp();

        Assert.False(await client.Server.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_message_that_is_being_written_at_the_end_is_written_whole()
    {
        using var output = new SlowStream("publishDiagnostics");
        var input = new Pipe();
        Task<bool> server = Task.Run(() => LanguageServer.RunAsync(input.Reader.AsStream(), output, Scheme.Host()));
        foreach (object message in new object[]
        {
            new { jsonrpc = "2.0", id = 1, method = "initialize", @params = new { processId = 1, rootUri = "file:///project", capabilities = TestClient.FullCapabilities() } },
            new { jsonrpc = "2.0", method = "initialized", @params = new { } },
            new { jsonrpc = "2.0", method = "textDocument/didOpen", @params = new { textDocument = new { uri = TestClient.Uri("main.delegation"), languageId = "delegation", version = 1, text = Scheme.Main } } },
        })
        {
            byte[] content = JsonSerializer.SerializeToUtf8Bytes(message);
            await input.Writer.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\n\r\n")));
            await input.Writer.WriteAsync(content);
        }

        Assert.True(await Task.Run(() => output.Begun.Wait(TimeSpan.FromSeconds(30))));
        await input.Writer.CompleteAsync();
        Assert.NotSame(server, await Task.WhenAny(server, Task.Delay(100)));
        output.Going.Set();
        await server;

        string written = Encoding.UTF8.GetString(output.ToArray());
        string last = written[written.LastIndexOf("Content-Length: ", StringComparison.Ordinal)..];
        string[] parts = last.Split("\r\n\r\n");
        Assert.Equal(Encoding.UTF8.GetByteCount(parts[1]), int.Parse(parts[0].Split(' ')[1], CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Nothing_is_answered_before_the_start_or_after_the_end()
    {
        await using var client = new TestClient(Scheme.Host());
        Assert.Equal(-32002, (await Assert.ThrowsAsync<ErrorAnswer>(() => client.AboutAsync("textDocument/foldingRange", "main.delegation"))).Code);

        await client.RequestAsync("initialize", new { capabilities = new { } });
        Assert.Equal(-32600, (await Assert.ThrowsAsync<ErrorAnswer>(() => client.RequestAsync("initialize", new { capabilities = new { } }))).Code);
        await client.RequestAsync("shutdown", null);
        Assert.Equal(-32600, (await Assert.ThrowsAsync<ErrorAnswer>(() => client.AboutAsync("textDocument/foldingRange", "main.delegation"))).Code);
    }

    [Theory]
    [InlineData("no/such/method", "{}", -32601)]
    [InlineData("textDocument/hover", "{}", -32602)]
    [InlineData("textDocument/hover", "[]", -32602)]
    [InlineData("textDocument/hover", """{"textDocument":{"uri":"file:///project/main.delegation"},"position":{"line":"one"}}""", -32602)]
    [InlineData("textDocument/hover", """{"textDocument":null,"position":null}""", -32602)]
    public async Task A_request_that_makes_no_sense_is_answered_by_an_error(string method, string parameters, int code)
    {
        await using TestClient client = await Scheme.OpenAsync();

        Assert.Equal(code, (await Assert.ThrowsAsync<ErrorAnswer>(() => client.RequestAsync(method, JsonDocument.Parse(parameters).RootElement))).Code);
    }

    [Fact]
    public void Every_request_that_is_answered_is_tried_by_some_test()
    {
        string tests = string.Concat(Directory.EnumerateFiles(Repository.PathOf("tests", "DelegationLang.LanguageServer.Tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.All(Requests.All.Keys, method => Assert.Contains($"\"{method}\"", tests, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("main.delegation")]
    [InlineData("gone.delegation")]
    [InlineData("never.delegation")]
    [InlineData("notes.txt")]
    public async Task Every_request_about_a_file_that_is_not_open_is_answered(string file)
    {
        await using TestClient client = await Scheme.OpenAsync();
        await client.OpenAsync("gone.delegation", "Gone is a place of ICB.\n");
        foreach (string closed in (string[])["main.delegation", "gone.delegation"])
        {
            await client.NotifyAsync("textDocument/didClose", new { textDocument = new { uri = TestClient.Uri(closed) } });
        }

        var position = new { line = 12, character = 2 };
        var range = new { start = new { line = 0, character = 0 }, end = position };
        var item = new { name = "Board", kind = 5, uri = TestClient.Uri(file), range, selectionRange = range };
        foreach (string method in Requests.All.Keys.Where(method => method is not ("workspace/symbol" or "workspace/executeCommand" or "codeLens/resolve")))
        {
            JsonElement answer = await Answer(method);
            Assert.True(file == "main.delegation" || answer.ValueKind is JsonValueKind.Null || answer.GetArrayLength() == 0, $"{method}: {answer}");
        }

        Assert.Empty(client.Received("window/logMessage"));
        Assert.Equal(JsonValueKind.Array, (await client.RequestAsync("workspace/symbol", new { query = "Leeds" })).ValueKind);

        // What is on the disk is answered from there; where nothing can be renamed, or nothing asked, that is said.
        async Task<JsonElement> Answer(string method)
        {
            try
            {
                return await client.RequestAsync(method, new
                {
                    textDocument = new { uri = TestClient.Uri(file) }, position, positions = new[] { position }, range, newName = "Other", question = "who decides podiatry on 1 May 2026?", character = 4, context = new { diagnostics = Array.Empty<object>(), includeDeclaration = true }, item,
                });
            }
            catch (ErrorAnswer error) when (error.Code == -32803 && (method.Contains("ename", StringComparison.Ordinal) || method.StartsWith("delegation/", StringComparison.Ordinal)))
            {
                return JsonDocument.Parse("null").RootElement;
            }
        }
    }

    [Fact]
    public void Files_are_short_and_silence_nothing()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("src", "DelegationLang.LanguageServer"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)))
        {
            string[] lines = File.ReadAllLines(file);
            Assert.True(lines.Length <= 300, $"{file} has {lines.Length} lines");
            Assert.DoesNotContain(lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"[\w\)\]]!([.;,\)]|$)"));
            Assert.DoesNotContain(lines, line => line.Contains("#pragma", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("{ this is no JSON", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("7", -32600)]
    [InlineData("{}", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":7}""", -32600)]
    public async Task A_message_that_is_none_is_reported_and_the_session_goes_on(string content, int code)
    {
        await using TestClient client = await Scheme.OpenAsync();
        await client.MessageAsync(content);

        JsonElement error = await client.NotificationAsync("error", _ => true);
        Assert.Equal(code, error.GetProperty("code").GetInt32());
        Assert.Equal(JsonValueKind.Array, (await client.AboutAsync("textDocument/foldingRange", "main.delegation")).ValueKind);
    }

    [Theory]
    [InlineData("this is no header at all\r\n")]
    [InlineData("Content-Length: many\r\n")]
    [InlineData("Content-Length: -5\r\n")]
    public async Task A_header_that_is_none_is_reported_and_the_session_goes_on(string header)
    {
        await using TestClient client = await Scheme.OpenAsync();
        await client.RawAsync(header);

        await client.NotificationAsync("error", _ => true);
        Assert.Equal(JsonValueKind.Array, (await client.AboutAsync("textDocument/foldingRange", "main.delegation")).ValueKind);
    }

    [Fact]
    public async Task Other_headers_and_empty_lines_do_no_harm()
    {
        await using TestClient client = await Scheme.OpenAsync();
        await client.RawAsync("\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: 44\r\n\r\n" + """{"jsonrpc":"2.0","method":"$/something/else"}"""[..44]);

        // One character short: the message is broken, and what follows is found again.
        await client.RawAsync("\r\n");
        await client.NotificationAsync("error", _ => true);
        Assert.Equal(JsonValueKind.Array, (await client.AboutAsync("textDocument/foldingRange", "main.delegation")).ValueKind);
    }

    [Theory]
    [InlineData("textDocument/didOpen", """{"textDocument":{}}""")]
    [InlineData("textDocument/didChange", """{"textDocument":{"uri":"file:///project/main.delegation","version":2},"contentChanges":[{"range":{}}]}""")]
    [InlineData("textDocument/didChange", """{"textDocument":{"uri":"file:///project/never-opened.delegation","version":2},"contentChanges":[{"text":"x"}]}""")]
    [InlineData("textDocument/didClose", """{"textDocument":{"uri":"file:///project/never-opened.delegation"}}""")]
    [InlineData("$/cancelRequest", """{"id":12345}""")]
    [InlineData("$/setTrace", """{"value":"off"}""")]
    [InlineData("workspace/didChangeConfiguration", "{}")]
    public async Task A_notification_that_makes_no_sense_does_no_harm(string method, string parameters)
    {
        await using TestClient client = await Scheme.OpenAsync();
        await client.NotifyAsync(method, JsonDocument.Parse(parameters).RootElement);

        Assert.Equal(JsonValueKind.Array, (await client.AboutAsync("textDocument/foldingRange", "main.delegation")).ValueKind);
    }

    /// <summary>What is slow to take a message with a certain word in it.</summary>
    private sealed class SlowStream(string word) : MemoryStream
    {
        public ManualResetEventSlim Begun { get; } = new();

        public ManualResetEventSlim Going { get; } = new();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (buffer.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0)
            {
                Begun.Set();
                Going.Wait(TimeSpan.FromSeconds(30));
            }

            base.Write(buffer);
        }
    }
}
