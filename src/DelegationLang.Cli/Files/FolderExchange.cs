using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Files;

/// <summary>
/// Replaces a folder as a whole. The new one is made beside it, with the files that are not the build's as second names of the same files, and then the two
/// change places in one step of the system. Whatever ends the program, the name leads to the old folder or to the new one, and each is whole.
/// <para>
/// A file in the new folder marks it until all is done: found beside, it was never put into place and is taken away; found in place, what stands beside is
/// the old folder, and is cleared.
/// </para>
/// </summary>
/// <param name="folder">The full path of the folder, no link.</param>
internal sealed class FolderExchange(string folder)
{
    private const string Mark = ".delegation-unfinished";

    private readonly string beside = Path.Combine(Path.GetDirectoryName(folder) ?? folder, $".{Path.GetFileName(folder)}.delegation");

    /// <summary>Ends what a build that was killed has begun.</summary>
    /// <exception cref="OutputFailure">Something that no build left there is in the way.</exception>
    public void Recover()
    {
        if (File.Exists(Path.Combine(folder, Mark)))
        {
            Finish();
        }
        else if (Directory.Exists(beside))
        {
            if (!File.Exists(Path.Combine(beside, Mark)) && Disk.In(beside).Any())
            {
                throw new OutputFailure($"{beside} is in the way: no build has left it there. Move it elsewhere");
            }

            // Its other files are second names of those in the folder.
            Disk.RemoveFolder(beside, last: Mark);
        }
    }

    /// <summary>Makes a folder that is not there yet.</summary>
    public void Make(OutputPlan plan)
    {
        try
        {
            Disk.Write(Path.Combine(beside, Mark), []);
            Add(plan);
            Directory.Move(beside, folder);
        }
        catch
        {
            Discard();
            throw;
        }

        Attempt(Finish);
    }

    /// <summary>Replaces the folder.</summary>
    /// <returns>Whether that was possible here; where not, nothing has changed.</returns>
    public bool TryReplace(OutputPlan plan)
    {
        try
        {
            Disk.Write(Path.Combine(beside, Mark), []);
            HashSet<string> own = [.. plan.Changed.Select(file => file.Path), .. plan.Removed];
            Add(plan);
            if (!TryKeep(folder, beside, "", own) || !UnixFiles.TryExchange(beside, folder))
            {
                Discard();
                return false;
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // Whatever is wrong shows again, and is reported, where the files are written one by one.
            Discard();
            return false;
        }

        Attempt(Finish);
        return true;
    }

    private void Add(OutputPlan plan)
    {
        foreach ((string path, ReadOnlyMemory<byte> content) in plan.Changed)
        {
            string target = OutputPlan.In(beside, path);
            Disk.Write(target, content.Span);
            string before = OutputPlan.In(folder, path);
            if (!OperatingSystem.IsWindows() && File.Exists(before))
            {
                File.SetUnixFileMode(target, File.GetUnixFileMode(before));
            }
        }
    }

    /// <summary>Gives a second name to everything in a folder that the build neither writes nor takes away, and to the folder's copy its rights.</summary>
    private static bool TryKeep(string from, string to, string path, HashSet<string> own)
    {
        bool isEmpty = true;
        foreach (FileSystemInfo entry in Disk.In(from))
        {
            isEmpty = false;
            string below = path.Length == 0 ? entry.Name : path + "/" + entry.Name;
            bool isKept = Disk.IsFolder(entry)
                ? TryKeep(entry.FullName, Path.Combine(to, entry.Name), below, own)
                : own.Contains(below) || (Directory.CreateDirectory(to).Exists && UnixFiles.TryLink(entry.FullName, Path.Combine(to, entry.Name)));
            if (!isKept)
            {
                return false;
            }
        }

        if (isEmpty)
        {
            Directory.CreateDirectory(to);
        }

        return !Directory.Exists(to) || TryGiveRights(from, to);
    }

    private static bool TryGiveRights(string from, string to)
    {
        if (OperatingSystem.IsWindows() || UnixFiles.StatusOf(from, throughLinks: false) is not { } before || UnixFiles.StatusOf(to, throughLinks: false) is not { } after)
        {
            return false;
        }

        if ((before.User, before.Group) != (after.User, after.Group) && !UnixFiles.TryGive(to, before.User, before.Group))
        {
            return false;
        }

        File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        return true;
    }

    /// <summary>Clears the old folder, which stands beside, and takes the mark away.</summary>
    private void Finish()
    {
        if (Directory.Exists(beside))
        {
            var written = OutputRecord.Read(folder);
            var before = OutputRecord.Read(beside);
            Clear(beside, folder, "", path => written.Has(path) || before.Has(path));
        }

        File.Delete(Path.Combine(folder, Mark));
    }

    /// <summary>
    /// Takes away the old folder. What somebody put there while the new one was being made has no second name: it moves over, unless it is a page of
    /// the build, or there is a later one. The record, which says which are pages, goes last: whoever is stopped on the way can go on.
    /// </summary>
    private static void Clear(string old, string now, string path, Func<string, bool> isBuilt)
    {
        Disk.Unlock(old);
        foreach (FileSystemInfo? entry in Disk.In(old, last: OutputRecord.FileName).ToList())
        {
            string below = path.Length == 0 ? entry.Name : path + "/" + entry.Name;
            string there = Path.Combine(now, entry.Name);
            if (Disk.IsFolder(entry))
            {
                Clear(entry.FullName, there, below, isBuilt);
                continue;
            }

            FileStatus? status = UnixFiles.StatusOf(there, throughLinks: false);
            if (isBuilt(below) || (status is not null && (status.Identity == UnixFiles.StatusOf(entry.FullName, throughLinks: false)?.Identity || File.GetLastWriteTimeUtc(there) >= entry.LastWriteTimeUtc)))
            {
                File.Delete(entry.FullName);
            }
            else
            {
                Directory.CreateDirectory(now);
                File.Move(entry.FullName, there, overwrite: true);
            }
        }

        Directory.Delete(old);
    }

    private void Discard() => Attempt(() => Disk.RemoveFolder(beside, last: Mark));

    // What stays behind the next build clears.
    private static void Attempt(Action work)
    {
        try
        {
            work();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
        }
    }
}
