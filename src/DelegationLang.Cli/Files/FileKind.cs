using System.Buffers.Binary;
using System.Runtime.InteropServices;
using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Files;

/// <summary>What a path leads to, beyond file and folder. The framework calls a pipe and a device files, and waits for ever when it opens some of them.</summary>
internal static partial class FileKind
{
    private const int TypeBits = 0xF000;
    private const int Folder = 0x4000;
    private const int Regular = 0x8000;

    // The folder from which a path that is not full would count: the paths here are full.
    private const int CurrentFolder = -100;
    private const uint TypeAlone = 1;

    /// <summary>Whether a path leads, through links too, to what is neither a file nor a folder: a pipe, a socket, a device. What is not there is not.</summary>
    /// <param name="path">A full path.</param>
    public static bool IsSpecial(string path) => ModeOf(path) is { } mode && (mode & TypeBits) is not (Folder or Regular);

    /// <summary>Refuses to read a scheme from a stream: it can be read once, and may never end.</summary>
    /// <param name="path">The path as given.</param>
    /// <param name="fullPath">The same in full.</param>
    /// <exception cref="CommandFailure">It leads to a stream.</exception>
    public static void RefuseStream(string path, string fullPath)
    {
        if (IsSpecial(fullPath) || (!OperatingSystem.IsWindows() && File.Exists(fullPath) && (IsBelow(fullPath, "/dev/") || IsBelow(fullPath, "/proc/"))))
        {
            throw new CommandFailure($"{path} is a pipe or a device, and a scheme is not read from one: save it in a file and name that");
        }
    }

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder, StringComparison.Ordinal);

    private static int? ModeOf(string path)
    {
        // Room for the whole answer of either system; only the field with the type is read.
        Span<byte> answer = stackalloc byte[512];
        answer.Clear();
        try
        {
            if (OperatingSystem.IsLinux())
            {
                return StatX(CurrentFolder, path, 0, TypeAlone, ref answer[0]) == 0 ? BinaryPrimitives.ReadUInt16LittleEndian(answer[28..]) : null;
            }

            if (OperatingSystem.IsMacOS())
            {
                int failed = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? StatOfX64(path, ref answer[0]) : Stat(path, ref answer[0]);
                return failed == 0 ? BinaryPrimitives.ReadUInt16LittleEndian(answer[4..]) : null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            // An old library of the system: everything counts as a file there.
        }

        return null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint wanted, ref byte answer);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, ref byte answer);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatOfX64(string path, ref byte answer);
}
