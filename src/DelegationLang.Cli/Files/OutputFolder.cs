using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Files;

/// <summary>
/// Writes a set of files into a folder, all or none. They are written in full to a new folder beside, on the same disk, and then moved into place;
/// when a move fails, those made before it are taken back. Files of other names that lie in the folder are never touched.
/// </summary>
internal sealed class OutputFolder(string folder)
{
    private readonly List<(string Target, string? Saved)> moved = [];
    private readonly List<string> made = [];

    /// <summary>Writes the files.</summary>
    /// <param name="files">Their paths relative to the folder, with <c>/</c> between parts, and their bytes.</param>
    /// <returns>How many files are new or have changed.</returns>
    /// <exception cref="OutputFailure">Something could not be written. What was there is as it was.</exception>
    public int Write(IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files)
    {
        try
        {
            return WriteAll(files);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailure($"{folder} cannot be written: {FolderFiles.Reason(trouble)}; nothing was changed");
        }
    }

    private int WriteAll(IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files)
    {
        if (File.Exists(folder))
        {
            throw new OutputFailure($"{folder} is a file: --out wants a folder");
        }

        var changed = files.Where(file => !IsSame(Target(file.Path), file.Content)).ToList();
        if (changed.Count == 0)
        {
            return 0;
        }

        var isNew = !Directory.Exists(folder);
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder));
        if (isNew)
        {
            made.Add(FirstMissing(folder));
        }

        // Beside the folder where it is new, so that it appears whole; inside it otherwise, since only there is the disk surely the same.
        var beside = Path.Combine(isNew && parent is not null ? parent : folder, $".delegation-{Guid.NewGuid():N}");
        try
        {
            foreach (var (path, content) in changed)
            {
                WriteFile(Path.Combine(beside, "new", Local(path)), content.Span);
            }

            if (isNew)
            {
                Directory.Move(Path.Combine(beside, "new"), folder);
            }
            else
            {
                MoveIntoPlace(beside, changed.Select(file => file.Path));
            }
        }
        catch
        {
            TakeBack();
            throw;
        }
        finally
        {
            Remove(beside);
        }

        return changed.Count;
    }

    private void MoveIntoPlace(string beside, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var target = Target(path);
            var isNew = !File.Exists(target);
            MakeFolderOf(target);
            if (!isNew)
            {
                var saved = Path.Combine(beside, "old", Local(path));
                Directory.CreateDirectory(Path.GetDirectoryName(saved) ?? beside);
                File.Move(target, saved);
                moved.Add((target, saved));
            }

            File.Move(Path.Combine(beside, "new", Local(path)), target);
            if (isNew)
            {
                moved.Add((target, null));
            }
        }
    }

    private void MakeFolderOf(string target)
    {
        if (Path.GetDirectoryName(target) is { } parent && !Directory.Exists(parent))
        {
            made.Add(FirstMissing(parent));
            Directory.CreateDirectory(parent);
        }
    }

    private void TakeBack()
    {
        for (var i = moved.Count - 1; i >= 0; i--)
        {
            var (target, saved) = moved[i];
            if (saved is not null)
            {
                File.Move(saved, target, overwrite: true);
            }
            else
            {
                File.Delete(target);
            }
        }

        made.ForEach(RemoveEmpty);
    }

    private string Target(string path) => Path.Combine(folder, Local(path));

    private static string Local(string path) => path.Replace('/', Path.DirectorySeparatorChar);

    private static bool IsSame(string path, ReadOnlyMemory<byte> content) =>
        File.Exists(path) && new FileInfo(path).Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content.Span);

    private static void WriteFile(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The topmost folder on the way that is not there yet.</summary>
    private static string FirstMissing(string path)
    {
        while (Path.GetDirectoryName(path) is { Length: > 0 } parent && !Directory.Exists(parent))
        {
            path = parent;
        }

        return path;
    }

    private static void RemoveEmpty(string path)
    {
        if (Directory.Exists(path) && !Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any())
        {
            Remove(path);
        }
    }

    // What cannot be removed is a hidden folder left behind, which is no reason to call a finished build a failure.
    private static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
        }
    }
}
