using DelegationLang.LanguageServer.Protocol;
using DelegationLang.LanguageServer.Workspace;

namespace DelegationLang.LanguageServer;

/// <summary>
/// Works out what is otherwise than in the version before, some time after the last change and while nothing is being answered. Each further change ends what
/// is under way: nobody who types waits for it.
/// </summary>
/// <param name="writer">What the client is told through.</param>
/// <param name="current">The state that counts now.</param>
/// <param name="client">What the client can do.</param>
/// <param name="isAnswering">Whether a request of the client's is being answered.</param>
/// <param name="onFault">What to do with a fault.</param>
internal sealed class ChangeWatch(MessageWriter writer, Func<WorkspaceState> current, Func<ClientFacts> client, Func<bool> isAnswering, Action<Exception> onFault) : IDisposable
{
    /// <summary>How long nothing must have changed: whoever writes pauses for less between two keys.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>How long until it is looked again whether anything is still being answered.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly Lock door = new();
    private readonly SemaphoreSlim turn = new(1);
    private CancellationTokenSource pending = new();
    private bool hasShown;

    /// <summary>Says that the state has changed.</summary>
    public void Schedule()
    {
        CancellationToken cancellation;
        lock (door)
        {
            pending.Cancel();
            pending.Dispose();
            pending = new CancellationTokenSource();
            cancellation = pending.Token;
        }

        _ = Task.Run(() => WatchAsync(cancellation), CancellationToken.None);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (door)
        {
            pending.Cancel();
        }
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
            while (isAnswering())
            {
                await Task.Delay(BetweenLooks, cancellation).ConfigureAwait(false);
            }

            // One after the other: what was ended has to notice it first.
            await turn.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                Compare(current(), cancellation);
            }
            finally
            {
                turn.Release();
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

    private void Compare(WorkspaceState state, CancellationToken cancellation)
    {
        bool shows = false;
        foreach (ProjectSnapshot project in state.OpenProjects())
        {
            cancellation.ThrowIfCancellationRequested();
            shows |= project.Changes is null && project.Compare(cancellation) is { All.IsEmpty: false };
        }

        // Lenses that were shown may be none any longer.
        if ((shows || hasShown) && client().RefreshesLenses && ReferenceEquals(state, current()))
        {
            writer.Ask("workspace/codeLens/refresh");
        }

        hasShown = shows;
    }
}
