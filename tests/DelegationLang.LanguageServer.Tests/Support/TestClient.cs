using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DelegationLang.LanguageServer.Tests.Support;

/// <summary>A client in the same process, talking over streams as any other would: it writes its own frames and reads its own JSON.</summary>
internal sealed class TestClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Pipe toServer = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Pipe fromServer = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> waiting = new(StringComparer.Ordinal);
    private readonly List<JsonElement> notifications = [];
    private readonly SemaphoreSlim arrived = new(0);
    private readonly Lock door = new();
    private readonly SemaphoreSlim pen = new(1);
    private readonly Stream output;
    private readonly Task reading;
    private int nextId;

    public TestClient(TestHost host)
    {
        Host = host;
        output = toServer.Writer.AsStream();
        Server = Task.Run(() => LanguageServer.RunAsync(toServer.Reader.AsStream(), fromServer.Writer.AsStream(), host));
        _ = Server.ContinueWith(_ => fromServer.Writer.Complete(), TaskScheduler.Default);
        reading = Task.Run(ReadAsync);
    }

    public TestHost Host { get; }

    /// <summary>The server: whether it was shut down in order.</summary>
    public Task<bool> Server { get; }

    /// <summary>Every request that was answered by a result, by method: so that a test can tell what was never tried.</summary>
    public static ConcurrentDictionary<string, int> Exercised { get; } = new(StringComparer.Ordinal);

    /// <summary>A session that is ready, with the folder of the host open.</summary>
    public static async Task<TestClient> StartAsync(TestHost host, object? capabilities = null, string? root = "file:///project")
    {
        var client = new TestClient(host);
        client.Capabilities = await client.RequestAsync("initialize", new { processId = 1, rootUri = root, capabilities = capabilities ?? FullCapabilities() });
        await client.NotifyAsync("initialized", new { });
        return client;
    }

    /// <summary>What the server says that it can do.</summary>
    public JsonElement Capabilities { get; private set; }

    public static object FullCapabilities(string[]? encodings = null) => new
    {
        general = new { positionEncodings = encodings ?? ["utf-16"] },
        workspace = new
        {
            workspaceEdit = new { documentChanges = true },
            didChangeWatchedFiles = new { dynamicRegistration = true },
        },
        textDocument = new
        {
            completion = new { completionItem = new { snippetSupport = true } },
            hover = new { contentFormat = new[] { "markdown", "plaintext" } },
            documentSymbol = new { hierarchicalDocumentSymbolSupport = true },
        },
    };

    public static string Uri(string path) => "file:///project/" + path;

    public Task<JsonElement> RequestAsync(string method, object? parameters) => StartRequest(method, parameters).Result;

    /// <summary>Sends a request; the id by which it can be cancelled, and the answer to come.</summary>
    public async Task<(string Id, Task<JsonElement> Result)> SendAsync(string method, object? parameters)
    {
        (string id, Task<JsonElement> result) = StartRequest(method, parameters);
        await Task.Yield();
        return (id, result);
    }

    public Task NotifyAsync(string method, object? parameters) => WriteAsync(new { jsonrpc = "2.0", method, @params = parameters });

    public Task OpenAsync(string path, string text, int version = 1) =>
        NotifyAsync("textDocument/didOpen", new { textDocument = new { uri = Uri(path), languageId = "delegation", version, text } });

    /// <summary>Replaces a range; lines and characters from 0.</summary>
    public Task EditAsync(string path, int version, int startLine, int startCharacter, int endLine, int endCharacter, string text) =>
        NotifyAsync("textDocument/didChange", new
        {
            textDocument = new { uri = Uri(path), version },
            contentChanges = new object[] { new { range = Range(startLine, startCharacter, endLine, endCharacter), text } },
        });

    public Task ReplaceAsync(string path, int version, string text) =>
        NotifyAsync("textDocument/didChange", new { textDocument = new { uri = Uri(path), version }, contentChanges = new object[] { new { text } } });

    /// <summary>A request about the place where a mark stands in a text that is open: the first character of <paramref name="words"/> plus <paramref name="plus"/>.</summary>
    public Task<JsonElement> AtAsync(string method, string path, string text, string words, int plus = 0) =>
        RequestAsync(method, new { textDocument = new { uri = Uri(path) }, position = PositionOf(text, words, plus) });

    public Task<JsonElement> AboutAsync(string method, string path) => RequestAsync(method, new { textDocument = new { uri = Uri(path) } });

    public static object PositionOf(string text, string words, int plus = 0)
    {
        int offset = text.IndexOf(words, StringComparison.Ordinal) + plus;
        Assert.True(offset >= plus, $"“{words}” does not stand in the text");
        int line = text.AsSpan(0, offset).Count('\n');
        return new { line, character = offset - (text.LastIndexOf('\n', Math.Max(0, offset - 1)) is var start && start >= offset ? -1 : start) - 1 };
    }

    public static object Range(int startLine, int startCharacter, int endLine, int endCharacter) =>
        new { start = new { line = startLine, character = startCharacter }, end = new { line = endLine, character = endCharacter } };

    /// <summary>The diagnostics last sent for a document, once a report of at least this version has come.</summary>
    public async Task<JsonElement> DiagnosticsAsync(string path, int version) =>
        (await NotificationAsync("textDocument/publishDiagnostics", sent =>
            sent.GetProperty("uri").GetString() == Uri(path) && (version == 0 || (sent.TryGetProperty("version", out JsonElement of) && of.ValueKind == JsonValueKind.Number && of.GetInt32() >= version))))
        .GetProperty("diagnostics");

    /// <summary>The latest notification of a method that fits, now or as soon as one comes.</summary>
    public async Task<JsonElement> NotificationAsync(string method, Func<JsonElement, bool> fits)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            lock (door)
            {
                for (int i = notifications.Count - 1; i >= 0; i--)
                {
                    if (notifications[i].GetProperty("method").GetString() == method && fits(notifications[i].GetProperty("params")))
                    {
                        return notifications[i].GetProperty("params");
                    }
                }
            }

            await arrived.WaitAsync(patience.Token);
        }
    }

    /// <summary>Waits until the server has sent so many notifications or requests of a method.</summary>
    public async Task ReceivedAsync(string method, int times)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            lock (door)
            {
                if (notifications.Count(sent => sent.GetProperty("method").GetString() == method) >= times)
                {
                    return;
                }
            }

            await arrived.WaitAsync(patience.Token);
        }
    }

    /// <summary>How many notifications of a method have come.</summary>
    public IReadOnlyList<JsonElement> Received(string method)
    {
        lock (door)
        {
            return [.. notifications.Where(sent => sent.GetProperty("method").GetString() == method).Select(sent => sent.GetProperty("params"))];
        }
    }

    /// <summary>Sends bytes as they are.</summary>
    public async Task RawAsync(string bytes)
    {
        await pen.WaitAsync();
        try
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(bytes));
            await output.FlushAsync();
        }
        finally
        {
            pen.Release();
        }
    }

    /// <summary>Sends one message as it is, with a right header.</summary>
    public Task MessageAsync(string content) => RawAsync($"Content-Length: {Encoding.UTF8.GetByteCount(content).ToString(CultureInfo.InvariantCulture)}\r\n\r\n{content}");

    /// <summary>The client's end of the stream closes.</summary>
    public void HangUp() => toServer.Writer.Complete();

    public async ValueTask DisposeAsync()
    {
        HangUp();
        await Server.WaitAsync(Patience);
        await reading.WaitAsync(Patience);
    }

    private (string Id, Task<JsonElement> Result) StartRequest(string method, object? parameters)
    {
        int number = Interlocked.Increment(ref nextId);
        string id = number.ToString(CultureInfo.InvariantCulture);
        var source = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[id] = source;
        _ = WriteAsync(parameters is null ? new { jsonrpc = "2.0", id = number, method } : new { jsonrpc = "2.0", id = number, method, @params = parameters });
        return (id, Wait());

        async Task<JsonElement> Wait()
        {
            JsonElement result = await source.Task.WaitAsync(Patience);
            Exercised.AddOrUpdate(method, 1, (_, count) => count + 1);
            return result;
        }
    }

    private async Task WriteAsync(object message) => await MessageAsync(JsonSerializer.Serialize(message));

    private async Task ReadAsync()
    {
        Stream input = fromServer.Reader.AsStream();
        while (await ReadFrameAsync(input) is { } content)
        {
            JsonElement message = JsonDocument.Parse(content).RootElement;
            if (message.TryGetProperty("method", out _))
            {
                if (message.TryGetProperty("id", out JsonElement id))
                {
                    // What the server asks of a client is acknowledged.
                    try
                    {
                        await WriteAsync(new { jsonrpc = "2.0", id = id.GetString(), result = (object?)null });
                    }
                    catch (InvalidOperationException)
                    {
                        // The client has hung up meanwhile.
                    }
                }

                lock (door)
                {
                    notifications.Add(message);
                }

                arrived.Release();
            }
            else if (message.GetProperty("id").ValueKind == JsonValueKind.Null)
            {
                lock (door)
                {
                    notifications.Add(JsonDocument.Parse(new JsonObject { ["method"] = "error", ["params"] = JsonNode.Parse(message.GetProperty("error").GetRawText()) }.ToJsonString()).RootElement);
                }

                arrived.Release();
            }
            else if (waiting.TryRemove(message.GetProperty("id").GetRawText(), out TaskCompletionSource<JsonElement>? source))
            {
                if (message.TryGetProperty("error", out JsonElement error))
                {
                    source.SetException(new ErrorAnswer(error.GetProperty("code").GetInt32(), error.GetProperty("message").GetString() ?? ""));
                }
                else
                {
                    source.SetResult(message.GetProperty("result"));
                }
            }
        }
    }

    private static async Task<byte[]?> ReadFrameAsync(Stream input)
    {
        var header = new StringBuilder();
        byte[] one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await input.ReadAsync(one) == 0)
            {
                return null;
            }

            header.Append((char)one[0]);
        }

        byte[] content = new byte[int.Parse(header.ToString().Split(':')[1].Trim(), CultureInfo.InvariantCulture)];
        await input.ReadExactlyAsync(content);
        return content;
    }
}

/// <summary>An answer that is an error.</summary>
internal sealed class ErrorAnswer(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
