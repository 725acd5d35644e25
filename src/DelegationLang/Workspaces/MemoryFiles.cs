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
    public IEnumerable<string> List() => files.Keys;

    /// <inheritdoc/>
    public ProjectFile Read(string path) =>
        files.TryGetValue(path, out var bytes) ? ProjectFile.Of(bytes) : ProjectFile.Not(ProjectFileStatus.Missing);
}
