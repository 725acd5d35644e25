using DelegationLang.LanguageServer.Features;
using DelegationLang.LanguageServer.Protocol;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;

namespace DelegationLang.LanguageServer;

/// <summary>
/// Tells the client what is wrong, a moment after the last change. What was found in a state that is no longer the current one is never sent, and what
/// was said of a document that no longer belongs to any project is taken back.
/// </summary>
/// <param name="writer">What it is told through.</param>
/// <param name="current">The state that counts now.</param>
/// <param name="isAnswering">Whether a request of the client's is being answered.</param>
/// <param name="onFault">What to do with a fault.</param>
internal sealed class DiagnosticsPublisher(MessageWriter writer, Func<WorkspaceState> current, Func<bool> isAnswering, Action<Exception> onFault) : IDisposable
{
    /// <summary>How long nothing must have changed before anything is worked out.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>How long nothing must have been typed before an unfinished sentence is what is wrong, and not what is being written.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How long until it is looked again whether anything is still being answered.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(2);

    /// <summary>How much must have been used since the last time before memory is tidied: about what one key in a large scheme uses.</summary>
    private const long MuchMemory = 16_000_000;

    private readonly Lock door = new();
    private readonly HashSet<string> published = new(StringComparer.Ordinal);
    private CancellationTokenSource pending = new();
    private long tidied;

    /// <summary>Says that the state has changed.</summary>
    /// <param name="atOnce">Whether to start without waiting for further changes: a document was opened.</param>
    /// <param name="prepare">What to do first, when the moment has come.</param>
    /// <param name="writing">Where the author is writing, for a client that wants unfinished sentences to be told gently.</param>
    public void Schedule(bool atOnce, Action? prepare = null, WritingPlace? writing = null)
    {
        CancellationToken cancellation;
        lock (door)
        {
            pending.Cancel();
            pending.Dispose();
            pending = new CancellationTokenSource();
            cancellation = pending.Token;
        }

        _ = Task.Run(() => PublishAsync(atOnce, prepare, writing, cancellation), CancellationToken.None);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (door)
        {
            pending.Cancel();
        }
    }

    private async Task PublishAsync(bool atOnce, Action? prepare, WritingPlace? writing, CancellationToken cancellation)
    {
        try
        {
            if (!atOnce)
            {
                await Task.Delay(Pause, cancellation).ConfigureAwait(false);
            }

            prepare?.Invoke();
            Publish(current(), writing, cancellation);
            await TidyAsync(cancellation).ConfigureAwait(false);
            if (writing is not null)
            {
                await Task.Delay(Patience - Pause, cancellation).ConfigureAwait(false);
                Publish(current(), null, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // Something changed again: that has its own turn.
        }
        catch (Exception fault)
        {
            onFault(fault);
        }
    }

    // The author has just been told, and is still reading or thinking of the next key: what is tidied now is not tidied while a key is waited for. What is
    // still being answered is waited for, because everything stands still meanwhile.
    private async Task TidyAsync(CancellationToken cancellation)
    {
        while (isAnswering())
        {
            await Task.Delay(BetweenLooks, cancellation).ConfigureAwait(false);
        }

        long used = GC.GetTotalAllocatedBytes();
        if (used - Interlocked.Read(ref tidied) > MuchMemory && !cancellation.IsCancellationRequested)
        {
            Interlocked.Exchange(ref tidied, used);
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: false);
        }
    }

    private void Publish(WorkspaceState state, WritingPlace? writing, CancellationToken cancellation)
    {
        var reports = new List<PublishDiagnosticsParams>();
        foreach (ProjectSnapshot project in state.AllProjects())
        {
            cancellation.ThrowIfCancellationRequested();
            reports.AddRange(DiagnosticReport.Of(project, writing));
        }

        cancellation.ThrowIfCancellationRequested();
        var spoken = new HashSet<string>(StringComparer.Ordinal);
        foreach (PublishDiagnosticsParams report in reports)
        {
            // A file that two projects use is reported as the first of them sees it.
            if (spoken.Add(report.Uri) && !Send(report))
            {
                return;
            }
        }

        string[] gone;
        lock (door)
        {
            gone = [.. published.Where(address => !spoken.Contains(address))];
        }

        foreach (string address in gone)
        {
            if (!Send(new PublishDiagnosticsParams(address, [], null)))
            {
                return;
            }

            lock (door)
            {
                published.Remove(address);
            }
        }

        bool Send(PublishDiagnosticsParams report)
        {
            lock (door)
            {
                published.Add(report.Uri);
            }

            return writer.NotifyIf(() => ReferenceEquals(current(), state), "textDocument/publishDiagnostics", report, ProtocolJson.Default.PublishDiagnosticsParams);
        }
    }
}
