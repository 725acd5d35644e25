using System.Collections.Concurrent;
using System.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Workspace;

/// <summary>
/// The disk as it was when it was last looked at: what was read once is not read again. When something on the disk may have changed, another takes its
/// place, so that whoever works with this one sees no change halfway.
/// </summary>
internal sealed class DiskCache(IServerHost host)
{
    /// <summary>How many files of a folder that the client has open are looked through for schemes: a whole disk may be open.</summary>
    private const int MostFiles = 20_000;

    private readonly ConcurrentDictionary<string, string[]> below = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Folder> folders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> schemes = new(StringComparer.Ordinal);

    /// <summary>The files of a folder and below it.</summary>
    public IProjectFiles FilesOf(string folder) => folders.GetOrAdd(folder, path => new Folder(host.Folder(path)));

    /// <summary>The names of the files directly in a folder.</summary>
    public IReadOnlyList<string> NamesIn(string folder) => names.GetOrAdd(folder, host.NamesIn);

    /// <summary>The texts of schemes in a folder and below it.</summary>
    public IReadOnlyList<string> SchemesBelow(string folder) => below.GetOrAdd(folder, ListSchemes);

    /// <summary>Whether a scheme starts in a file.</summary>
    public bool HasSchemeSentence(string folder, string name) => schemes.GetOrAdd(folder + "/" + name, _ =>
    {
        ProjectFile file = FilesOf(folder).Read(name);
        return file.Status == ProjectFileStatus.Read && SchemeSentence.IsIn(Encoding.UTF8.GetString(file.Bytes.AsSpan()));
    });

    /// <summary>Whether everything that was looked at is still so. Then nothing that follows from it has to be worked out again.</summary>
    public bool IsStill()
    {
        foreach ((string path, Folder folder) in folders)
        {
            if (!folder.IsStill(host.Folder(path)))
            {
                return false;
            }
        }

        foreach ((string path, IReadOnlyList<string> known) in names)
        {
            if (!known.SequenceEqual(host.NamesIn(path), StringComparer.Ordinal))
            {
                return false;
            }
        }

        foreach ((string path, string[] known) in below)
        {
            if (!known.SequenceEqual(ListSchemes(path), StringComparer.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private string[] ListSchemes(string folder) =>
        [.. host.Folder(folder).List().Take(MostFiles).Where(name => name.EndsWith(Project.Extension, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];

    private sealed class Folder(IProjectFiles files) : IProjectFiles
    {
        private readonly ConcurrentDictionary<string, ProjectFile> read = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, Folder?> beside = new(StringComparer.Ordinal);
        private readonly Lazy<string[]> list = new(() => [.. files.List()]);

        public bool IsFixed => true;

        public IEnumerable<string> List() => list.Value;

        public ProjectFile Read(string path) => read.GetOrAdd(path, files.Read);

        IProjectFiles? IProjectFiles.Folder(string path) => beside.GetOrAdd(path, from => files.Folder(from) is { } found ? new Folder(found) : null);

        public bool IsStill(IProjectFiles now)
        {
            if (list.IsValueCreated && !list.Value.SequenceEqual(now.List(), StringComparer.Ordinal))
            {
                return false;
            }

            foreach ((string path, Folder? before) in beside)
            {
                IProjectFiles? after = now.Folder(path);
                if (before is null ? after is not null : after is null || !before.IsStill(after))
                {
                    return false;
                }
            }

            foreach ((string path, ProjectFile before) in read)
            {
                ProjectFile after = now.Read(path);
                if (after.Status != before.Status || (after.Status == ProjectFileStatus.Read && !after.Bytes.AsSpan().SequenceEqual(before.Bytes.AsSpan())))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
