using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;

namespace DelegationLang.LanguageServer;

/// <summary>What the client says of its documents, its folders and its cursor.</summary>
public sealed partial class LanguageServer
{
    private WritingPlace? writing;

    internal void OnOpen(DidOpenParams given) =>
        Change(state.With(new OpenDocument(given.TextDocument.Uri, given.TextDocument.Version, given.TextDocument.Text)).WithDiskChanged(), atOnce: true);

    internal void OnChange(DidChangeParams given)
    {
        if (state.DocumentOf(given.TextDocument.Uri) is { } document)
        {
            OpenDocument changed = document.With(given.TextDocument.Version ?? document.Version, given.ContentChanges, client.Encoding);
            Change(state.With(changed), atOnce: false, client.IsCalm && changed.WrittenAt is int offset ? new WritingPlace(changed.Key, offset) : null);
        }
    }

    /// <summary>The cursor has moved: whoever leaves an unfinished sentence is told what is wrong with it.</summary>
    internal void OnCursor(PositionParams given)
    {
        if (writing is { } place && state.DocumentOf(given.TextDocument.Uri) is { } document && (document.Key != place.Key || place.IsLeft(document.Text, document.Offset(given.Position, client.Encoding))))
        {
            writing = null;
            publisher.Schedule(atOnce: true);
        }
    }

    internal void OnClose(DidCloseParams given)
    {
        if (state.DocumentOf(given.TextDocument.Uri) is { } document)
        {
            Change(state.Without(document), atOnce: false);
        }
    }

    /// <summary>Something on the disk may be different.</summary>
    internal void OnDiskChanged() => Change(state.WithDiskChanged(), atOnce: false);

    internal void OnFolders(WorkspaceFoldersChangeEvent change)
    {
        HashSet<string> removed = [.. change.Removed.Select(folder => Addresses.PathOf(folder.Uri)).OfType<string>().Select(Trimmed)];
        IEnumerable<string> added = change.Added.Select(folder => Addresses.PathOf(folder.Uri)).OfType<string>().Select(Trimmed);
        Change(state.WithRoots([.. state.Roots.Where(root => !removed.Contains(root)), .. added]), atOnce: false);
    }

    private void Change(WorkspaceState next, bool atOnce, WritingPlace? place = null)
    {
        writing = place;
        Volatile.Write(ref state, next);

        // A client that does not say when files change: they are looked at again whenever something is reported.
        publisher.Schedule(atOnce, client.WatchesFiles || atOnce ? null : LookAgain, writing);
        changes.Schedule();
    }

    private void LookAgain()
    {
        WorkspaceState before = Volatile.Read(ref state);
        Interlocked.CompareExchange(ref state, before.WithDiskChanged(), before);
    }
}
