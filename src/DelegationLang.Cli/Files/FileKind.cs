using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Files;

/// <summary>What a path leads to, beyond file and folder. The framework calls a pipe and a device files, and waits for ever when it opens some of them.</summary>
internal static class FileKind
{
    private const int TypeBits = 0xF000;
    private const int Folder = 0x4000;
    private const int Regular = 0x8000;

    /// <summary>Whether a path leads, through links too, to what is neither a file nor a folder: a pipe, a socket, a device. What is not there is not.</summary>
    /// <param name="path">A full path.</param>
    public static bool IsSpecial(string path) => UnixFiles.StatusOf(path, throughLinks: true) is { } status && (status.Mode & TypeBits) is not (Folder or Regular);

    /// <summary>Whether a path leads to a stream, or names one of the system's even where that is led to a file now.</summary>
    /// <param name="path">A full path.</param>
    public static bool IsStream(string path) =>
        IsSpecial(path) || (File.Exists(path) && IsOfSystem(path));

    /// <summary>Whether opening a path may wait for ever for whoever is at its other end: a pipe, unless the system has it open already, as the shell's own are.</summary>
    /// <param name="path">A full path.</param>
    public static bool MayWait(string path) => IsSpecial(path) && !IsOfSystem(path);

    /// <summary>Whether a path is one of those by which the system names what is open already.</summary>
    /// <param name="path">A full path.</param>
    private static bool IsOfSystem(string path) => !OperatingSystem.IsWindows() && (IsBelow(path, "/dev/") || IsBelow(path, "/proc/"));

    /// <summary>Refuses to read a scheme from a stream: it can be read once, and may never end.</summary>
    /// <param name="path">The path as given.</param>
    /// <param name="fullPath">The same in full.</param>
    /// <param name="what">What would be read.</param>
    /// <exception cref="CommandFailure">It leads to a stream.</exception>
    public static void RefuseStream(string path, string fullPath, string what = "a scheme")
    {
        if (IsStream(fullPath))
        {
            throw new CommandFailure($"{path} is a pipe or a device, and {what} is not read from one: save it in a file and name that");
        }
    }

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder, StringComparison.Ordinal);
}
