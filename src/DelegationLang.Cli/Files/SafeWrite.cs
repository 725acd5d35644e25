using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Files;

/// <summary>Replaces a file so that it is never half written: the new text is written beside it and moved into its place.</summary>
internal static class SafeWrite
{
    /// <summary>Replaces what a file holds. Where it is a link, what it leads to.</summary>
    /// <exception cref="CommandFailure">It cannot be written; it is then as it was.</exception>
    public static void Replace(string path, byte[] bytes, string shownPath)
    {
        string beside = "";
        try
        {
            string real = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            beside = Path.Combine(Path.GetDirectoryName(real) ?? "", "." + Path.GetFileName(real) + "." + Guid.NewGuid().ToString("N")[..8]);
            File.WriteAllBytes(beside, bytes);
            if (!OperatingSystem.IsWindows())
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
}
