using System.Collections.Concurrent;
using System.Collections.Immutable;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Workspace;

/// <summary>
/// Everything that the client has open, at one moment, over the disk as it was last looked at. Immutable: whoever works with it sees no change. What
/// follows from it is worked out when it is first asked for, and handed on to the next state where no change touches it.
/// </summary>
internal sealed class WorkspaceState
{
    private readonly IServerHost host;
    private readonly DiskCache disk;
    private readonly ConcurrentDictionary<ProjectKey, Lazy<ProjectSnapshot>> projects;
    private readonly ImmutableArray<string> roots;
    private readonly DateOnly today;
    private readonly FormerVersions formers;

    public WorkspaceState(IServerHost host, PositionEncoding encoding, ImmutableArray<string> roots)
        : this(host, encoding, roots, new DiskCache(host), ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal), [], host.Today(), new FormerVersions(host))
    {
    }

    private WorkspaceState(
        IServerHost host, PositionEncoding encoding, ImmutableArray<string> roots, DiskCache disk, ImmutableDictionary<string, OpenDocument> documents,
        IEnumerable<KeyValuePair<ProjectKey, Lazy<ProjectSnapshot>>> kept, DateOnly today, FormerVersions formers)
    {
        this.formers = formers;
        this.host = host;
        this.roots = roots;
        this.disk = disk;
        this.today = today;
        Encoding = encoding;
        Documents = documents;
        projects = new(kept);
    }

    /// <summary>The documents that are open, by what they are known by.</summary>
    public ImmutableDictionary<string, OpenDocument> Documents { get; }

    /// <summary>What a character of a position counts.</summary>
    public PositionEncoding Encoding { get; }

    /// <summary>The folders that the client has open.</summary>
    public ImmutableArray<string> Roots => roots;

    /// <summary>The state with one document open, or changed.</summary>
    public WorkspaceState With(OpenDocument document) => Next(disk, Documents.SetItem(document.Key, document), document);

    /// <summary>The state with one document closed: what is on disk counts again.</summary>
    public WorkspaceState Without(OpenDocument document) => Next(new DiskCache(host), Documents.Remove(document.Key), null);

    /// <summary>The state after something on the disk may have changed: this one where nothing has, and where it is still the same day.</summary>
    public WorkspaceState WithDiskChanged() => host.Today() == today && disk.IsStill() ? this : Next(new DiskCache(host), Documents, null);

    /// <summary>The state with other folders open.</summary>
    public WorkspaceState WithRoots(ImmutableArray<string> folders) => new(host, Encoding, folders, new DiskCache(host), Documents, [], host.Today(), formers);

    /// <summary>The open document of an address.</summary>
    public OpenDocument? DocumentOf(string address) => Documents.GetValueOrDefault(Addresses.PathOf(address) ?? address);

    /// <summary>A document in its project, open or not; none where there is none, or where it is no text of a scheme.</summary>
    public DocumentView? ViewOf(string address)
    {
        string key = Addresses.PathOf(address) ?? address;
        return ProjectOf(key) is { } project ? project.ViewOf(key) : null;
    }

    /// <summary>The project of a document, open or not; none for one that is no part of any.</summary>
    public ProjectSnapshot? ProjectOf(string key)
    {
        if (IsLibrary(key) || (!key.EndsWith(Project.Extension, StringComparison.OrdinalIgnoreCase) && !Documents.ContainsKey(key)))
        {
            return null;
        }

        ProjectSnapshot found = Snapshot(new ProjectLocator(disk, Documents, roots).Find(key));
        if (found.Holds(key))
        {
            return found;
        }

        // What no list of files names, and the version before, can be worked at all the same: by itself.
        string folder = Addresses.FolderOf(key) ?? "";
        ProjectSnapshot alone = Snapshot(new ProjectKey(folder, Addresses.NameOf(key)));
        return alone.Holds(key) ? alone : null;
    }

    /// <summary>The projects of all documents that are open, each once.</summary>
    public IReadOnlyList<ProjectSnapshot> OpenProjects() => ProjectsOf(Documents.Keys.Order(StringComparer.Ordinal));

    /// <summary>Those, and the projects in the folders that the client has open, whether or not any document of them is.</summary>
    public IReadOnlyList<ProjectSnapshot> AllProjects() => ProjectsOf(Documents.Keys.Order(StringComparer.Ordinal)
        .Concat(roots.SelectMany(root => disk.SchemesBelow(root).Select(name => root.EndsWith('/') ? root + name : root + "/" + name))));

    private IReadOnlyList<ProjectSnapshot> ProjectsOf(IEnumerable<string> keys)
    {
        var found = new Dictionary<ProjectKey, ProjectSnapshot>();
        foreach (string key in keys)
        {
            if (ProjectOf(key) is { } project)
            {
                found.TryAdd(project.Key, project);
            }
        }

        return [.. found.Values];
    }

    private bool IsLibrary(string key) => host.LibraryFile(Addresses.NameOf(key)) == key;

    private ProjectSnapshot Snapshot(ProjectKey key) =>
        projects.GetOrAdd(key, wanted => new Lazy<ProjectSnapshot>(() => ProjectSnapshot.Of(host, wanted, disk, Documents, Encoding, today, formers))).Value;

    private WorkspaceState Next(DiskCache nextDisk, ImmutableDictionary<string, OpenDocument> documents, OpenDocument? changed)
    {
        DateOnly day = host.Today();
        bool keeps = ReferenceEquals(nextDisk, disk) && changed is not null && day == today;
        return new WorkspaceState(
            host, Encoding, roots, nextDisk, documents, keeps && changed is not null ? projects.Where(project => !project.Key.MayHold(changed)) : [], day, formers);
    }
}
