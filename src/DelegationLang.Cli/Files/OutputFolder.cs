using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Files;

/// <summary>
/// Writes a set of files into a folder, all or none, and takes away those that earlier builds wrote and this one does not. Files of others that lie in
/// the folder are never touched. Where the system can, the folder is exchanged as a whole (<see cref="FolderExchange"/>); elsewhere its files are replaced
/// by a list that the next build can finish (<see cref="FileJournal"/>).
/// </summary>
internal sealed class OutputFolder(string folder)
{
    /// <summary>How long another build to the same folder is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A folder that stays where it is; the outputs may be written into it or above it. Empty for none.</summary>
    public string Keeps { get; init; } = "";

    /// <summary>Writes the files.</summary>
    /// <param name="files">Their paths relative to the folder, with <c>/</c> between parts, and their bytes.</param>
    /// <param name="origins">Of which output each file is, by its path, where a record is kept; what earlier builds wrote of these outputs goes.</param>
    /// <returns>How many files are new, have changed or are gone.</returns>
    /// <exception cref="OutputFailure">Something could not be written. What was there is as it was.</exception>
    public int Write(IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files, IReadOnlyDictionary<string, string>? origins = null)
    {
        try
        {
            return WriteAll(files, origins);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailure($"{folder} cannot be written: {FolderFiles.Reason(trouble)}; nothing was changed");
        }
    }

    private int WriteAll(IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files, IReadOnlyDictionary<string, string>? origins)
    {
        if (File.Exists(folder))
        {
            throw new OutputFailure($"{folder} is a file: --out wants a folder");
        }

        string real = Path.TrimEndingDirectorySeparator(Directory.Exists(folder) ? FolderFiles.RealPath(folder) ?? folder : folder);
        string parent = Path.GetDirectoryName(real) ?? real;
        string? made = Directory.Exists(parent) ? null : FirstMissing(parent);
        Directory.CreateDirectory(parent);
        try
        {
            using var held = FolderLock.Take(real, parent, Patience);
            return Write(real, files, origins);
        }
        catch when (made is not null)
        {
            Disk.RemoveEmpty(parent, Path.GetDirectoryName(made) ?? made);
            throw;
        }
    }

    private int Write(string real, IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files, IReadOnlyDictionary<string, string>? origins)
    {
        var exchange = new FolderExchange(real);
        var journal = new FileJournal(real);
        exchange.Recover();
        journal.Recover();
        var plan = OutputPlan.Of(real, files, origins);
        if (plan.IsEmpty)
        {
            return 0;
        }

        if (!Directory.Exists(real))
        {
            exchange.Make(plan);
        }
        else if (!MayMove(real) || !exchange.TryReplace(plan))
        {
            journal.Replace(plan);
        }

        return plan.Count;
    }

    /// <summary>Whether nobody would be left behind in the old folder: neither the scheme itself nor a program whose current folder it is.</summary>
    private bool MayMove(string real)
    {
        if (OperatingSystem.IsWindows() || Path.GetDirectoryName(real) is null || IsWithin(Keeps, real) || IsWithin(Environment.CurrentDirectory, real))
        {
            return false;
        }

        if (!OperatingSystem.IsLinux() || !Directory.Exists("/proc"))
        {
            return true;
        }

        // A shell, or a server that shows the pages. What belongs to others cannot be seen.
        foreach (string? process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(path[^1])))
        {
            try
            {
                if (new FileInfo(process + "/cwd").LinkTarget is { } current && IsWithin(current, real))
                {
                    return false;
                }
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                // It is somebody else's, or has just ended.
            }
        }

        return true;
    }

    private static bool IsWithin(string path, string top) =>
        path == top || path.StartsWith(top + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The topmost folder on the way that is not there yet.</summary>
    private static string FirstMissing(string path)
    {
        while (Path.GetDirectoryName(path) is { Length: > 0 } parent && !Directory.Exists(parent))
        {
            path = parent;
        }

        return path;
    }
}
