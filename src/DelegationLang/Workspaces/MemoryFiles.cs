using System.Collections.Immutable;
using System.Text;

namespace DelegationLang.Workspaces;

/// <summary>A project held in memory: what an editor has open, the examples of a page, a program that embeds the compiler.</summary>
public sealed class MemoryFiles : IProjectFiles
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<byte>> files;

    private MemoryFiles(ImmutableSortedDictionary<string, ImmutableArray<byte>> files) => this.files = files;

    /// <summary>A project of no files.</summary>
    public static MemoryFiles Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<byte>>(StringComparer.Ordinal));

    /// <summary>This project with one more file, or one replaced.</summary>
    public MemoryFiles With(string path, ImmutableArray<byte> bytes) => new(files.SetItem(path, bytes));

    /// <summary>This project with one more file of text, or one replaced.</summary>
    public MemoryFiles With(string path, string text) => With(path, [.. Encoding.UTF8.GetBytes(text)]);

    /// <inheritdoc/>
    public IEnumerable<string> List() => files.Keys.Where(path => !IsBeside(path));

    /// <inheritdoc/>
    public IProjectFiles? Folder(string path)
    {
        // A place so deep that any path that leads out of it leads somewhere.
        const string Deep = "0/1/2/3/4/5/6/7/8/9/x";
        if (path.Length == 0)
        {
            return this;
        }

        var folder = ProjectPath.ResolveAnywhere(Deep, path) + "/";
        ImmutableSortedDictionary<string, ImmutableArray<byte>>.Builder found = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<byte>>(StringComparer.Ordinal);
        var isThere = false;
        foreach ((string? name, ImmutableArray<byte> bytes) in files)
        {
            var whole = ProjectPath.ResolveAnywhere(Deep, name) ?? name;
            found[ProjectPath.Relative(folder, whole)] = bytes;
            isThere |= whole.StartsWith(folder, StringComparison.Ordinal);
        }

        return isThere ? new MemoryFiles(found.ToImmutable()) : null;
    }

    private static bool IsBeside(string path) => path.StartsWith("../", StringComparison.Ordinal);

    /// <inheritdoc/>
    public ProjectFile Read(string path) =>
        files.TryGetValue(path, out ImmutableArray<byte> bytes) ? ProjectFile.Of(bytes) : ProjectFile.Not(ProjectFileStatus.Missing);
}
