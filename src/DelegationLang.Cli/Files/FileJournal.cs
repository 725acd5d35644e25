using System.Text;
using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Files;

/// <summary>
/// Replaces files of a folder one by one, where it cannot be exchanged as a whole. They are written in full to a hidden folder in it, on the same disk, with
/// a list of what is to happen; then each is moved into place. When a move fails, those before it are taken back; when the program is killed, the next
/// build does what is left on the list, and where that fails takes all back.
/// </summary>
/// <param name="folder">The full path of the folder.</param>
internal sealed class FileJournal(string folder)
{
    private const string WriteWord = "write ";
    private const string RemoveWord = "remove ";

    private readonly string work = Path.Combine(folder, ".delegation-files");

    private string List => Path.Combine(work, "list");

    /// <summary>Finishes or undoes what a build that was killed has begun.</summary>
    public void Recover()
    {
        if (File.Exists(List))
        {
            Run(Read());
        }

        Disk.RemoveFolder(work);
    }

    /// <summary>Replaces the files.</summary>
    public void Replace(OutputPlan plan)
    {
        try
        {
            foreach ((string path, ReadOnlyMemory<byte> content) in plan.Changed)
            {
                Disk.Write(New(path), content.Span);
            }

            // From the moment it has its name, the list counts.
            List<string> lines = [.. plan.Changed.Select(file => WriteWord + file.Path), .. plan.Removed.Select(path => RemoveWord + path)];
            Disk.Write(List + ".part", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
            File.Move(List + ".part", List);
            Run(lines);
        }
        finally
        {
            Clear();
        }
    }

    private List<string> Read() => [.. File.ReadAllText(List).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => IsInside(PathOf(line)))];

    private void Run(List<string> lines)
    {
        try
        {
            foreach (string line in lines)
            {
                if (line.StartsWith(WriteWord, StringComparison.Ordinal))
                {
                    Put(PathOf(line));
                }
                else
                {
                    Save(PathOf(line), isCopy: false);
                }
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            TakeBack(lines);
            throw;
        }

        File.Delete(List);
        foreach (string? line in lines.Where(line => line.StartsWith(RemoveWord, StringComparison.Ordinal)))
        {
            Disk.RemoveEmpty(Path.GetDirectoryName(Target(PathOf(line))), folder);
        }
    }

    private void Put(string path)
    {
        if (!File.Exists(New(path)))
        {
            // It is in place already.
            return;
        }

        string target = Target(path);
        if (FileKind.IsSpecial(target))
        {
            throw new OutputFailure($"{target} is a pipe or a device; nothing was changed");
        }

        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(New(path), File.GetUnixFileMode(target));
        }

        Save(path, isCopy: true);
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? folder);
        File.Move(New(path), target, overwrite: true);
    }

    // A second name, where there can be one, leaves the file in place until the new one takes it.
    private void Save(string path, bool isCopy)
    {
        string target = Target(path);
        string saved = Saved(path);
        if (!File.Exists(target))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(saved) ?? work);
        if (!isCopy || (!File.Exists(saved) && !UnixFiles.TryLink(target, saved)))
        {
            File.Move(target, saved, overwrite: true);
        }
    }

    private void TakeBack(List<string> lines)
    {
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            string path = PathOf(lines[i]);
            if (File.Exists(Saved(path)))
            {
                File.Move(Saved(path), Target(path), overwrite: true);
            }
            else if (lines[i].StartsWith(WriteWord, StringComparison.Ordinal) && !File.Exists(New(path)) && File.Exists(Target(path)))
            {
                File.Delete(Target(path));
            }

            Disk.RemoveEmpty(Path.GetDirectoryName(Target(path)), folder);
        }

        File.Delete(List);
    }

    // What cannot be removed is a hidden folder left behind until the next build, which is no reason to call a finished one a failure.
    private void Clear()
    {
        try
        {
            if (!File.Exists(List))
            {
                Disk.RemoveFolder(work);
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
        }
    }

    private string Target(string path) => OutputPlan.In(folder, path);

    private string New(string path) => OutputPlan.In(Path.Combine(work, "new"), path);

    private string Saved(string path) => OutputPlan.In(Path.Combine(work, "old"), path);

    // The list lies in a folder that somebody may have got from elsewhere.
    private bool IsInside(string path) => Path.GetFullPath(Target(path)).StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string PathOf(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
