using System.Collections.Immutable;

namespace DelegationLang.Workspaces;

/// <summary>The files of a project with some of them replaced: what they would be after a change, or what an editor holds and has not saved.</summary>
public sealed class OverlayFiles : IProjectFiles
{
    private readonly IProjectFiles files;
    private readonly ImmutableSortedDictionary<string, ImmutableArray<byte>> replaced;

    /// <summary>The files as they are.</summary>
    public OverlayFiles(IProjectFiles files)
        : this(files, ImmutableSortedDictionary.Create<string, ImmutableArray<byte>>(StringComparer.Ordinal))
    {
    }

    private OverlayFiles(IProjectFiles files, ImmutableSortedDictionary<string, ImmutableArray<byte>> replaced)
    {
        this.files = files;
        this.replaced = replaced;
    }

    /// <summary>The paths of the files that are replaced, sorted.</summary>
    public IEnumerable<string> Replaced => replaced.Keys;

    /// <summary>These files with one more replaced, or added.</summary>
    public OverlayFiles With(string path, ImmutableArray<byte> bytes) => new(files, replaced.SetItem(path, bytes));

    /// <inheritdoc/>
    public IEnumerable<string> List() => files.List().Union(replaced.Keys, StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<string> ListIn(string part) =>
        files.ListIn(part).Union(replaced.Keys.Where(path => path[..Math.Max(0, path.LastIndexOf('/'))] == part), StringComparer.Ordinal);

    /// <inheritdoc/>
    public IProjectFiles? Folder(string path)
    {
        if (path.StartsWith("..", StringComparison.Ordinal))
        {
            return files.Folder(path);
        }

        return path.Length == 0 ? this : new FilesBelow(this, path);
    }

    /// <inheritdoc/>
    public ProjectFile Read(string path) => replaced.TryGetValue(path, out ImmutableArray<byte> bytes) ? ProjectFile.Of(bytes) : files.Read(path);
}
