using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Files;

/// <summary>Replaces a file so that it is never half written: the new text is written beside it and moved into its place.</summary>
internal static class SafeWrite
{
    /// <summary>Writes a file that may be there or not, and the folders on the way to it.</summary>
    /// <param name="path">Where, in full.</param>
    /// <param name="bytes">What it holds then.</param>
    /// <param name="shownPath">Where, as given.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="CommandFailure">It cannot be written; what was there is as it was.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, string shownPath, string option = "--out")
    {
        if (Directory.Exists(path))
        {
            throw new CommandFailure($"{shownPath} is a folder: {option} wants a file");
        }

        if (FileKind.IsStream(path))
        {
            throw new CommandFailure($"{shownPath} is a pipe or a device: {option} wants a file");
        }

        string folder = Path.GetDirectoryName(path) ?? "";
        for (string? above = folder; !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
            {
                throw new CommandFailure($"{shownPath} cannot be written: {Path.GetFileName(above)} is a file, not a folder");
            }
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"{shownPath} cannot be written: {FolderFiles.Reason(trouble)}");
        }

        Replace(path, bytes, shownPath);
    }

    /// <summary>Replaces what a file holds. Where it is a link, what it leads to.</summary>
    /// <exception cref="CommandFailure">It cannot be written; it is then as it was.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> bytes, string shownPath)
    {
        string beside = "";
        try
        {
            string real = Real(path);
            beside = Path.Combine(Path.GetDirectoryName(real) ?? "", "." + Path.GetFileName(real) + "." + Guid.NewGuid().ToString("N")[..8]);
            File.WriteAllBytes(beside, bytes);
            if (!OperatingSystem.IsWindows() && File.Exists(real))
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(real));
            }

            File.Move(beside, real, overwrite: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            Discard(beside);
            throw new CommandFailure($"{shownPath} cannot be written: {FolderFiles.Reason(trouble)}");
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // What could not be written cannot be removed either; the fault itself is reported.
        }
    }

    /// <summary>The file that a path is in the end, where it is a link; otherwise the path itself.</summary>
    public static string Real(string path) =>
        File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;
}
