using System.Collections.Immutable;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Files;

/// <summary>The files of a project folder on disk. Nothing outside the folder is read, not even through a symbolic link.</summary>
internal sealed class FolderFiles : IProjectFiles
{
    /// <summary>The most bytes that a file may have: any text within the compiler's own limit is shorter.</summary>
    public const long MaximumLength = 64L * 1024 * 1024;

    private readonly string folder;
    private readonly string realFolder;
    private readonly SortedDictionary<string, FolderFiles?> beside = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> asked = new(StringComparer.Ordinal);

    /// <summary>The files of a folder that exists.</summary>
    /// <param name="folder">Its full path.</param>
    public FolderFiles(string folder)
    {
        this.folder = folder;
        realFolder = RealPath(folder) ?? folder;
    }

    /// <summary>The time spent on reading so far.</summary>
    public TimeSpan TimeSpent { get; private set; }

    /// <summary>The files that were asked for so far, whether they are there or not, each with what it was like before it was first read (see <see cref="StateOf"/>).</summary>
    public IReadOnlyDictionary<string, string> Asked => asked;

    /// <inheritdoc/>
    public IEnumerable<string> List() => Files(folder, isDeep: true);

    /// <inheritdoc/>
    public IEnumerable<string> ListIn(string part) => FilesOf(part, isDeep: false);

    /// <inheritdoc/>
    public IProjectFiles? Folder(string path)
    {
        string full = Path.GetFullPath(path, folder);
        if (!beside.TryGetValue(path, out FolderFiles? files))
        {
            beside.Add(path, files = Directory.Exists(full) ? new FolderFiles(full) : null);
        }

        return files;
    }

    /// <summary>Whether there is a folder by its path from this one.</summary>
    public bool HasFolder(string path) => Directory.Exists(Path.GetFullPath(path, folder));

    /// <summary>The folders of joined schemes that were asked for so far, by their paths from this one; none for one that is not there.</summary>
    public IReadOnlyDictionary<string, FolderFiles?> Beside => beside;

    /// <summary>Every file in a folder of the project and the folders below it; none where there is no such folder.</summary>
    /// <param name="part">Its path relative to the project folder, with <c>/</c> between its parts.</param>
    public IEnumerable<string> ListBelow(string part) => FilesOf(part, isDeep: true);

    private IEnumerable<string> FilesOf(string part, bool isDeep)
    {
        string full = Path.GetFullPath(part, folder);
        return full == folder || (IsInside(full, folder) && Directory.Exists(full) && RealPath(full) is { } real && IsInside(real, realFolder)) ? Files(full, isDeep) : [];
    }

    private IEnumerable<string> Files(string top, bool isDeep)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = isDeep,
            IgnoreInaccessible = true,
            // Links to folders are not followed: they may lead outside, or round in a circle.
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        };
        var found = new System.IO.Enumeration.FileSystemEnumerable<string>(
            top,
            (ref System.IO.Enumeration.FileSystemEntry entry) => entry.ToFullPath(),
            options)
        {
            ShouldIncludePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        foreach (string file in found)
        {
            // What is a pipe or a device is passed over: it has no text, and to read it may take for ever.
            if (!FileKind.IsSpecial(file))
            {
                yield return Path.GetRelativePath(folder, file).Replace('\\', '/');
            }
        }
    }

    /// <inheritdoc/>
    public ProjectFile Read(string path)
    {
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        try
        {
            if (!asked.ContainsKey(path))
            {
                asked.Add(path, StateOf(path));
            }

            return ReadFile(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or System.Security.SecurityException or ArgumentException)
        {
            return ProjectFile.Not(ProjectFileStatus.Unreadable, Reason(trouble));
        }
        finally
        {
            TimeSpent += System.Diagnostics.Stopwatch.GetElapsedTime(start);
        }
    }

    /// <summary>What a file is like: its length and when it was last written; empty where there is none. Equal as long as nobody has changed it.</summary>
    /// <param name="path">Its path relative to the project folder, with <c>/</c> between its parts.</param>
    public string StateOf(string path)
    {
        var file = new FileInfo(Path.Combine(folder, path));
        if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
        {
            file = target;
        }

        return file.Exists ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}") : "";
    }

    /// <summary>Why a file or a folder cannot be used, without the path (which the message names as the user did) and without jargon.</summary>
    public static string Reason(Exception trouble) => trouble switch
    {
        UnauthorizedAccessException or System.Security.SecurityException => "permission is denied",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        PathTooLongException => "its path is too long",
        IOException { HResult: var code } when IsFullDisk(code & 0xFFFF) => "the disk is full",
        _ => "the system reports a fault of the disk or a lock on it",
    };

    private static bool IsFullDisk(int code) => OperatingSystem.IsWindows() ? code is 39 or 112 : code is 28;

    private ProjectFile ReadFile(string path)
    {
        string full = Path.GetFullPath(path, folder);
        if (!IsInside(full, folder))
        {
            return ProjectFile.Not(ProjectFileStatus.Outside);
        }

        if (!File.Exists(full))
        {
            return ProjectFile.Not(ProjectFileStatus.Missing);
        }

        if (RealPath(full) is not { } real || !IsInside(real, realFolder))
        {
            return ProjectFile.Not(ProjectFileStatus.Outside);
        }

        if (FileKind.IsSpecial(real))
        {
            return ProjectFile.Not(ProjectFileStatus.Unreadable, "it is a pipe, a socket or a device");
        }

        using var file = new FileStream(real, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (file.Length > MaximumLength)
        {
            return ProjectFile.Not(ProjectFileStatus.TooLarge);
        }

        byte[] bytes = new byte[file.Length];
        int read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return ProjectFile.Of(ImmutableArray.Create(bytes, 0, read));
    }

    private static bool IsInside(string path, string folder)
    {
        string start = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return path.StartsWith(start, StringComparison.Ordinal);
    }

    /// <summary>The path with every symbolic link on the way resolved; none when a link leads nowhere or in a circle.</summary>
    public static string? RealPath(string path)
    {
        var parts = new Stack<string>();
        for (string? at = path; at is not null; at = Path.GetDirectoryName(at))
        {
            string name = Path.GetFileName(at);
            parts.Push(name.Length > 0 ? name : at);
        }

        string? real = parts.Pop();
        while (parts.Count > 0)
        {
            real = Path.Combine(real, parts.Pop());
            bool isFolder = Directory.Exists(real);
            if (!isFolder && !File.Exists(real))
            {
                return null;
            }

            FileSystemInfo info = isFolder ? new DirectoryInfo(real) : new FileInfo(real);
            if (info.LinkTarget is not null)
            {
                // The target of a link may itself stand behind a link.
                string? target = info.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
                real = target is null || target == real ? null : RealPath(target);
                if (real is null)
                {
                    return null;
                }
            }
        }

        return real;
    }
}
