using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using DelegationLang.LanguageServer.Protocol;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;

namespace DelegationLang.LanguageServer;

/// <summary>
/// One session with one client. Messages are read one after the other; changes of documents are made at once and in their order, requests are answered
/// on other threads from the documents as they were when the request came.
/// </summary>
public sealed partial class LanguageServer : IDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private readonly IServerHost host;
    private readonly FrameReader reader;
    private readonly MessageWriter writer;
    private readonly DiagnosticsPublisher publisher;
    private readonly ChangeWatch changes;
    private readonly ConcurrentDictionary<string, CancellationTokenSource> running = new(StringComparer.Ordinal);
    private WorkspaceState state;
    private ClientFacts client = new();
    private bool isInitialized;
    private bool isShutDown;

    private LanguageServer(Stream input, Stream output, IServerHost host)
    {
        this.host = host;
        reader = new FrameReader(input);
        writer = new MessageWriter(output);
        state = new WorkspaceState(host, PositionEncoding.Utf16, []);
        publisher = new DiagnosticsPublisher(writer, () => Volatile.Read(ref state), () => !running.IsEmpty, Log);
        changes = new ChangeWatch(writer, () => Volatile.Read(ref state), () => client, () => !running.IsEmpty, Log);
    }

    /// <summary>Serves a client until it says <c>exit</c> or its stream ends.</summary>
    /// <param name="input">What the client sends.</param>
    /// <param name="output">What it is sent.</param>
    /// <param name="host">The machine.</param>
    /// <param name="cancellation">Ends the session.</param>
    /// <returns>Whether the client said <c>shutdown</c> first, as it should.</returns>
    public static async Task<bool> RunAsync(Stream input, Stream output, IServerHost host, CancellationToken cancellation = default)
    {
        using var server = new LanguageServer(input, output, host);
        return await server.RunAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        publisher.Dispose();
        changes.Dispose();
        foreach (CancellationTokenSource request in running.Values)
        {
            Cancel(request);
        }

        // Whoever runs the server closes the stream next: half a message must not stand at its end.
        writer.Close();
    }

    private static void Cancel(CancellationTokenSource request)
    {
        try
        {
            request.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was just answered.
        }
    }

    private async Task<bool> RunAsync(CancellationToken cancellation)
    {
        while (await NextAsync(cancellation).ConfigureAwait(false) is { } frame)
        {
            if (frame.Fault.Length > 0)
            {
                writer.Error(null, ErrorCodes.ParseError, "The message cannot be read: " + frame.Fault + ".");
                continue;
            }

            IncomingMessage message;
            try
            {
                message = IncomingMessage.Read(frame.Content);
            }
            catch (RequestFailure failure)
            {
                writer.Error(null, failure.Code, failure.Message);
                continue;
            }

            if (message.Method == "exit")
            {
                break;
            }

            if (!message.IsAnswer)
            {
                Handle(message);
            }
        }

        return isShutDown;
    }

    private async Task<Frame?> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception trouble) when (trouble is IOException or ObjectDisposedException or OperationCanceledException)
        {
            return null;
        }
    }

    private void Handle(IncomingMessage message)
    {
        try
        {
            if (message.Id is JsonElement id)
            {
                Start(id, message);
            }
            else if (isInitialized && !isShutDown)
            {
                Notifications.Handle(this, message);
            }
        }
        catch (RequestFailure failure)
        {
            if (message.Id is JsonElement id)
            {
                writer.Error(id, failure.Code, failure.Message);
            }
            else
            {
                Log(failure);
            }
        }
        catch (Exception fault)
        {
            // A fault in one message ends neither the session nor the text of any document.
            Log(fault);
        }
    }

    private void Start(JsonElement id, IncomingMessage message)
    {
        switch (message.Method)
        {
            case "initialize":
                Initialize(id, Requests.Read(message.Parameters, ProtocolJson.Default.InitializeParams));
                return;
            case "shutdown" when isInitialized:
                isShutDown = true;
                AwaitAnswers();
                writer.Nothing(id);
                return;
        }

        if (!isInitialized || isShutDown)
        {
            throw isShutDown
                ? new RequestFailure(ErrorCodes.InvalidRequest, "The session has been shut down.")
                : new RequestFailure(ErrorCodes.ServerNotInitialized, "The session has not been initialised.");
        }

        if (!Requests.All.TryGetValue(message.Method, out RequestHandler? handler))
        {
            throw new RequestFailure(ErrorCodes.MethodNotFound, $"There is no method {message.Method}.");
        }

        Answer(id, handler, message.Parameters);
    }

    private void Answer(JsonElement id, RequestHandler handler, JsonElement parameters)
    {
        var source = new CancellationTokenSource();
        string key = IncomingMessage.KeyOf(id);
        if (!running.TryAdd(key, source))
        {
            source.Dispose();
            throw new RequestFailure(ErrorCodes.InvalidRequest, "A request with this id is being answered.");
        }

        var context = new RequestContext(Volatile.Read(ref state), client, source.Token);
        _ = Task.Run(() =>
        {
            try
            {
                handler(context, parameters)(writer, id);
            }
            catch (OperationCanceledException)
            {
                writer.Error(id, ErrorCodes.RequestCancelled, "The request was cancelled.");
            }
            catch (RequestFailure failure)
            {
                writer.Error(id, failure.Code, failure.Message);
            }
            catch (Exception fault)
            {
                Log(fault);
                writer.Error(id, ErrorCodes.InternalError, $"A fault in the server itself ({fault.GetType().Name}).");
            }
            finally
            {
                running.TryRemove(key, out _);
                source.Dispose();
            }
        }, CancellationToken.None);
    }

    // What was asked before the end is answered before it, unless that takes too long.
    private void AwaitAnswers()
    {
        if (!SpinWait.SpinUntil(() => running.IsEmpty, LongestEnd))
        {
            foreach (CancellationTokenSource request in running.Values)
            {
                Cancel(request);
            }
        }
    }

    private void Initialize(JsonElement id, InitializeParams given)
    {
        if (isInitialized)
        {
            throw new RequestFailure(ErrorCodes.InvalidRequest, "The session has been initialised already.");
        }

        client = ClientFacts.Of(given.Capabilities, given.InitializationOptions);
        string?[] roots = given.WorkspaceFolders is { Length: > 0 } folders ? [.. folders.Select(folder => folder.Uri)] : [given.RootUri];
        Volatile.Write(ref state, new WorkspaceState(host, client.Encoding, [.. roots.OfType<string>().Select(Addresses.PathOf).OfType<string>().Select(Trimmed)]));
        isInitialized = true;
        string version = typeof(LanguageServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        writer.Result(id, new InitializeResult(Capabilities.Of(client), new ServerInfo("delegation", version)), ProtocolJson.Default.InitializeResult);
    }

    /// <summary>The client is ready: asks it to say when files change, where it can.</summary>
    internal void OnInitialized()
    {
        publisher.Schedule(atOnce: false);
        if (client.WatchesFiles)
        {
            var watchers = new DidChangeWatchedFilesRegistrationOptions(
                [new FileSystemWatcherPattern("**/*.delegation"), new FileSystemWatcherPattern("**/delegation.json")]);
            writer.Ask(
                "client/registerCapability",
                new RegistrationParams([new Registration("files", "workspace/didChangeWatchedFiles", watchers)]),
                ProtocolJson.Default.RegistrationParams);
        }
    }

    internal void OnCancel(CancelParams given)
    {
        if (running.TryGetValue(IncomingMessage.KeyOf(given.Id), out CancellationTokenSource? request))
        {
            Cancel(request);
        }
    }

    /// <summary>Tells whoever runs the server of a fault in it, without the session ending.</summary>
    internal void Log(Exception fault) =>
        writer.Notify("window/logMessage", new LogMessageParams(1, "delegation: " + fault), ProtocolJson.Default.LogMessageParams);

    private static string Trimmed(string folder) => folder.Length > 1 ? folder.TrimEnd('/') : folder;
}
