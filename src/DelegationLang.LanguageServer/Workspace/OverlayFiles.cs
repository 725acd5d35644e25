using System.Collections.Immutable;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Workspace;

/// <summary>The files of a folder, with the documents that the client has open in place of those on disk.</summary>
internal sealed class OverlayFiles(IProjectFiles disk, IReadOnlyDictionary<string, OpenDocument> open) : IProjectFiles
{
    /// <inheritdoc/>
    public IEnumerable<string> List()
    {
        var all = new HashSet<string>(disk.List(), StringComparer.Ordinal);
        all.UnionWith(open.Keys);
        return all;
    }

    /// <inheritdoc/>
    public ProjectFile Read(string path) => open.TryGetValue(path, out OpenDocument? document) ? ProjectFile.Of(document.Bytes) : disk.Read(path);
}
