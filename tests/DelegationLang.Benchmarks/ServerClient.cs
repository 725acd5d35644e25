using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DelegationLang.Benchmarks;

/// <summary>A client of the language server in a process of its own, over its standard streams, that only takes the time.</summary>
internal sealed class ServerClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> waiting = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> reports = new();
    private int nextId;

    public ServerClient(string program)
    {
        process = Process.Start(new ProcessStartInfo(program, ["lsp", "--as-of", "2026-11-01"]) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} could not be started.");
        new Thread(Read) { IsBackground = true }.Start();
    }

    /// <summary>The memory of the process that is in use, in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The processor time that the process has had, in milliseconds.</summary>
    public double ProcessorMilliseconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    public JsonElement Request(string method, object parameters)
    {
        var id = Interlocked.Increment(ref nextId);
        TaskCompletionSource<JsonElement> answer = waiting[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new { jsonrpc = "2.0", id, method, @params = parameters });
        return answer.Task.Wait(Patience) ? answer.Task.Result : throw new TimeoutException($"There is no answer to {method}.");
    }

    /// <summary>Tells the server something.</summary>
    public void Notify(string method, object parameters) => Send(new { jsonrpc = "2.0", method, @params = parameters });

    /// <summary>Waits for the report on a version of the document.</summary>
    public void WaitForReport(int version)
    {
        if (!ReportOf(version).Task.Wait(Patience))
        {
            throw new TimeoutException($"There is no report on version {version}.");
        }

        reports.TryRemove(version, out _);
    }

    public void Dispose()
    {
        Request("shutdown", new { });
        Notify("exit", new { });
        process.WaitForExit();
        process.Dispose();
    }

    private TaskCompletionSource ReportOf(int version) => reports.GetOrAdd(version, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Send(object message)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(message);
        Stream stream = process.StandardInput.BaseStream;
        stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\n\r\n")));
        stream.Write(content);
        stream.Flush();
    }

    private void Read()
    {
        using var stream = new BufferedStream(process.StandardOutput.BaseStream, 65536);
        while (ReadMessage(stream) is { } message)
        {
            if (message.TryGetProperty("id", out JsonElement id) && !message.TryGetProperty("method", out _))
            {
                TaskCompletionSource<JsonElement> answer = waiting.TryRemove(id.GetInt32(), out TaskCompletionSource<JsonElement>? source) ? source : throw new InvalidOperationException("An answer to no request.");
                answer.SetResult(message.TryGetProperty("result", out JsonElement result) ? result : throw new InvalidOperationException(message.GetRawText()));
            }
            else if (message.GetProperty("method").GetString() == "textDocument/publishDiagnostics" && message.GetProperty("params").TryGetProperty("version", out JsonElement version))
            {
                ReportOf(version.GetInt32()).TrySetResult();
            }
        }
    }

    private static JsonElement? ReadMessage(Stream stream)
    {
        var length = 0;
        while (ReadLine(stream) is { } line)
        {
            if (line.Length > 0)
            {
                length = line.StartsWith("Content-Length:", StringComparison.Ordinal) ? int.Parse(line.AsSpan(15), CultureInfo.InvariantCulture) : length;
                continue;
            }

            var content = new byte[length];
            stream.ReadExactly(content);
            return JsonDocument.Parse(content).RootElement;
        }

        return null;
    }

    private static string? ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        for (var one = stream.ReadByte(); one >= 0; one = stream.ReadByte())
        {
            if (one == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one);
        }

        return null;
    }
}
