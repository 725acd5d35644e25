namespace DelegationLang.Cli.Files;

/// <summary>What a build does with folders and files.</summary>
internal static class Disk
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false };

    /// <summary>What stands directly in a folder, hidden or not.</summary>
    public static IEnumerable<FileSystemInfo> In(string folder) => new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything);

    /// <summary>What stands directly in a folder, with one file after all others: whoever takes all away and is stopped has left that one.</summary>
    public static IEnumerable<FileSystemInfo> In(string folder, string last) => In(folder).OrderBy(entry => entry.Name == last);

    /// <summary>Whether an entry of a folder is a folder itself, and no link to one.</summary>
    public static bool IsFolder(FileSystemInfo entry) => entry is DirectoryInfo && entry.LinkTarget is null;

    /// <summary>Takes away a folder with all that is in it, whoever may look into its parts; nothing where it is not there.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="last">The file in it that goes after all others.</param>
    public static void RemoveFolder(string path, string last = "")
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        Unlock(path);
        foreach (FileSystemInfo? entry in In(path, last).ToList())
        {
            if (IsFolder(entry))
            {
                RemoveFolder(entry.FullName);
            }
            else
            {
                File.Delete(entry.FullName);
            }
        }

        Directory.Delete(path);
    }

    /// <summary>Makes sure that what is in a folder of one's own can be taken out of it.</summary>
    public static void Unlock(string path)
    {
        const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & All) != All)
        {
            File.SetUnixFileMode(path, mode | All);
        }
    }

    /// <summary>Takes away a folder and those above it as long as nothing is in them.</summary>
    /// <param name="path">The lowest.</param>
    /// <param name="top">The one that stays.</param>
    public static void RemoveEmpty(string? path, string top)
    {
        while (path is not null && path.Length > top.Length && Directory.Exists(path) && !In(path).Any())
        {
            Directory.Delete(path);
            path = Path.GetDirectoryName(path);
        }
    }

    /// <summary>Writes a file that is not there yet, through to the disk, and the folders that it needs.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
