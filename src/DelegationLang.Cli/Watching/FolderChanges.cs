using System.Text;
using DelegationLang.Cli.Files;
using DelegationLang.Emit.Html;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Watching;

/// <summary>
/// Tells when something in a project folder may be different. The system's own notices come at once, but some are lost and some file systems send none:
/// so the folder is looked at now and then as well. Whether anything really is different is seen from the files themselves.
/// </summary>
internal sealed class FolderChanges : IDisposable
{
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);
    private const int MostPauses = 20;
    private const string TemplateExtension = SiteTemplates.Extension;

    private readonly FolderFiles files;
    private readonly AutoResetEvent notice = new(initialState: false);
    private readonly FileSystemWatcher? watcher;

    // Between what the files of the folder are like and what those of joined schemes are.
    private const char Apart = '\u0001';

    // The folders of schemes that are joined.
    private IReadOnlyDictionary<string, FolderFiles?> joined = new Dictionary<string, FolderFiles?>();

    // Of a file by itself those files that were read for it; none for a whole folder.
    private string[]? followed;

    /// <summary>Starts to watch a folder that exists.</summary>
    /// <param name="folder">Its full path.</param>
    /// <param name="file">The one file of it that is the project; then no other is looked at but those that it uses. Empty for the whole folder.</param>
    public FolderChanges(string folder, string file)
    {
        files = new FolderFiles(folder);
        followed = file.Length > 0 ? [file] : null;
        watcher = Watch(folder, isDeep: followed is null);
    }

    /// <summary>Says which files were read: of a file that is the project by itself those that it uses, and in any case those of joined schemes.</summary>
    /// <param name="disk">The project folder as it was read.</param>
    /// <param name="known">What the files that matter were like before.</param>
    /// <returns>What the files that matter were like before they were read.</returns>
    public string Follow(FolderFiles disk, string known)
    {
        joined = disk.Beside;
        string own = known.Split(Apart)[0];
        if (followed is not null)
        {
            followed = [.. disk.Asked.Keys];
            own = string.Concat(disk.Asked.Select(file => Line(file.Key, file.Value)));
        }

        return own + OfJoined((folder, path) => folder.Asked.TryGetValue(path, out string? state) ? state : folder.StateOf(path));
    }

    /// <summary>Waits until something may be different, or for a while.</summary>
    /// <returns>Whether to go on: the session has not been ended.</returns>
    public bool Wait(CancellationToken end) =>
        WaitHandle.WaitAny([end.WaitHandle, notice], watcher is null || joined.Count > 0 || Array.Exists(followed ?? [], path => path.Contains('/', StringComparison.Ordinal)) ? Often : Seldom) != 0;

    /// <summary>
    /// What the files that matter are like, once they stand still: an editor may write a file in several steps, or put another in its place. Two that are
    /// equal mean that nothing has changed.
    /// </summary>
    /// <param name="known">What they were like before: as long as they are so, nothing is waited for.</param>
    public string Look(string known)
    {
        string seen = Describe();
        for (int i = 0; i < MostPauses && seen != known; i++)
        {
            Thread.Sleep(Pause);
            string again = Describe();
            if (again == seen)
            {
                break;
            }

            seen = again;
        }

        return seen;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        watcher?.Dispose();
        notice.Dispose();
    }

    private FileSystemWatcher? Watch(string path, bool isDeep)
    {
        try
        {
            var made = new FileSystemWatcher(path)
            {
                IncludeSubdirectories = isDeep,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
                InternalBufferSize = 65536,
            };
            made.Changed += (_, _) => Notice();
            made.Created += (_, _) => Notice();
            made.Deleted += (_, _) => Notice();
            made.Renamed += (_, _) => Notice();
            made.Error += (_, _) => Notice();
            made.EnableRaisingEvents = true;
            return made;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            // There is a limit to how many folders may be watched: looking at them is enough.
            return null;
        }
    }

    private void Notice()
    {
        try
        {
            notice.Set();
        }
        catch (ObjectDisposedException)
        {
            // A last notice, after the end.
        }
    }

    private string Describe()
    {
        var text = new StringBuilder();
        try
        {
            foreach (string path in followed ?? Matter())
            {
                text.Append(Line(path, files.StateOf(path)));
            }

            text.Append(OfJoined((folder, path) => folder.StateOf(path)));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // The folder is going away or coming back: what there is of it is different from before.
            text.Append(trouble.GetType().Name);
        }

        return text.ToString();
    }

    // A folder that was not there may have come by now.
    private string OfJoined(Func<FolderFiles, string, string> stateOf)
    {
        var text = new StringBuilder();
        foreach ((string path, FolderFiles? folder) in joined)
        {
            text.Append(Apart).Append(path).Append('\n');
            if (folder is null)
            {
                text.Append(files.HasFolder(path) ? "come" : "");
                continue;
            }

            foreach (string? file in folder.List().Where(IsRead).Union(folder.Asked.Keys).Order(StringComparer.Ordinal))
            {
                text.Append(Line(file, stateOf(folder, file)));
            }
        }

        return text.ToString();
    }

    private IEnumerable<string> Matter()
    {
        string[] all = [.. files.List().Order(StringComparer.Ordinal)];
        var templates = all.Where(path => path.EndsWith(TemplateExtension, StringComparison.Ordinal)).Select(FolderOf).ToHashSet(StringComparer.Ordinal);
        return all.Where(path => IsRead(path) || templates.Contains(FolderOf(path)));
    }

    private static string Line(string path, string state) => path + "\n" + state + "\n";

    // Whatever a build may read: texts, settings, templates (with anything that lies among them by mistake) and pictures.
    private static bool IsRead(string path) =>
        path.EndsWith(Project.Extension, StringComparison.OrdinalIgnoreCase)
        || path == ProjectConfiguration.FileName
        || SiteSettings.CanBeLogo(path);

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];
}
