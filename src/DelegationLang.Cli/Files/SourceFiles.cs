using DelegationLang.Cli.Hosting;
using DelegationLang.Workspaces.Fixing;

namespace DelegationLang.Cli.Files;

/// <summary>
/// Writes changed files of a project back, all or none. Each is written in full beside its place and then put there in one step, so that nobody
/// ever reads half a file; when one cannot be put in place, those before it are put back.
/// </summary>
internal sealed class SourceFiles(string folder)
{
    private readonly List<Replacement> replacements = [];

    /// <summary>Writes the files.</summary>
    /// <exception cref="CommandFailure">Something could not be written, or has changed since it was read. What was there is as it was.</exception>
    public void Write(IReadOnlyList<FixedFile> files)
    {
        string path = "";
        try
        {
            foreach (FixedFile file in files)
            {
                path = file.Path;
                Prepare(file);
            }

            foreach (Replacement replacement in replacements)
            {
                path = replacement.File.Path;
                replacement.Put();
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            TakeBack();
            throw new CommandFailure($"{path} cannot be written: {FolderFiles.Reason(trouble)}; nothing was changed");
        }
        catch (CommandFailure)
        {
            TakeBack();
            throw;
        }
        finally
        {
            replacements.ForEach(replacement => Remove(replacement.Fresh));
        }
    }

    private void Prepare(FixedFile file)
    {
        // A link stays a link: what it leads to is what changes.
        string named = Path.GetFullPath(file.Path, folder);
        string target = File.ResolveLinkTarget(named, returnFinalTarget: true)?.FullName ?? named;
        if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(file.Before.AsSpan()))
        {
            throw new CommandFailure($"{file.Path} has changed since it was read; nothing was changed");
        }

        if ((File.GetAttributes(target) & FileAttributes.ReadOnly) != 0)
        {
            throw new UnauthorizedAccessException();
        }

        var replacement = new Replacement(file, target, $"{target}.{Guid.NewGuid():N}.tmp");
        replacements.Add(replacement);
        WriteBeside(replacement, file.After.AsSpan());
    }

    private static void WriteBeside(Replacement replacement, ReadOnlySpan<byte> content)
    {
        using (var file = new FileStream(replacement.Fresh, FileMode.CreateNew, FileAccess.Write))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(replacement.Fresh, File.GetUnixFileMode(replacement.Target));
        }
    }

    private void TakeBack()
    {
        foreach (Replacement? replacement in replacements.Where(replacement => replacement.IsInPlace))
        {
            WriteBeside(replacement, replacement.File.Before.AsSpan());
            replacement.Put();
        }
    }

    // What cannot be removed is a file left over, which is no reason to call finished work a failure.
    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
        }
    }

    private sealed class Replacement(FixedFile file, string target, string fresh)
    {
        public FixedFile File => file;

        public string Target => target;

        public string Fresh => fresh;

        public bool IsInPlace { get; private set; }

        public void Put()
        {
            System.IO.File.Move(fresh, target, overwrite: true);
            IsInPlace = true;
        }
    }
}
