using System.Collections.Concurrent;
using System.Text;
using DelegationLang.Law;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Tests.Support;

/// <summary>A disk in memory and a day that stands still.</summary>
internal sealed class TestHost : IServerHost
{
    public const string Root = "/project";

    private readonly ConcurrentDictionary<string, string> files = new(StringComparer.Ordinal);

    public DateOnly Day { get; set; } = new(2026, 5, 1);

    /// <summary>Puts a file on the disk, below <see cref="Root"/>.</summary>
    public TestHost With(string path, string text)
    {
        files[Root + "/" + path] = text;
        return this;
    }

    public void Delete(string path) => files.TryRemove(Root + "/" + path, out _);

    public DateOnly Today() => Day;

    public IProjectFiles Folder(string folder)
    {
        MemoryFiles below = MemoryFiles.Empty;
        foreach ((string path, string text) in files)
        {
            if (path.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                below = below.With(path[(folder.Length + 1)..], text);
            }
        }

        return below;
    }

    public IReadOnlyList<string> NamesIn(string folder) =>
        [.. files.Keys.Where(path => path.LastIndexOf('/') == folder.Length && path.StartsWith(folder + "/", StringComparison.Ordinal)).Select(path => path[(folder.Length + 1)..])];

    public string? LibraryFile(string name) => LawLibrary.Names.Contains(Path.GetFileNameWithoutExtension(name)) ? "/library/" + name : null;

    public string? PageFile(string code) => "/pages/" + code + ".md";

    /// <summary>The files of the last commit, by their paths below <see cref="Root"/>; none where nothing was committed.</summary>
    public CommittedFiles? Commit { get; set; }

    public CommittedFiles? LastCommit(string folder) => folder == Root ? Commit : null;

    public string? Map(Compilation compilation, int part) => FormattableString.Invariant($"<!doctype html><title>{compilation.Model.Info.Title}</title>{compilation.AsOf:yyyy-MM-dd} {part}");

    public string Sentences(Compilation compilation, string table, string answers) =>
        table == "no table" ? throw new InvalidDataException("it is no table") : $"{compilation.Model.Info.Title}: {table} {answers}";
}
