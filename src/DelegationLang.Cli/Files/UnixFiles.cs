using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DelegationLang.Cli.Files;

/// <summary>What the system says of an entry of a folder.</summary>
/// <param name="Mode">Its sort and its permissions.</param>
/// <param name="Identity">What tells it from all others on the machine: two names that have it alike are one file.</param>
/// <param name="User">Whose it is, as a number.</param>
/// <param name="Group">Of which group it is, as a number.</param>
internal sealed record FileStatus(int Mode, (ulong Device, ulong Number) Identity, uint User, uint Group);

/// <summary>What the framework does not offer of the file systems of Linux and macOS. Elsewhere, and where a call is missing, everything here says no.</summary>
internal static partial class UnixFiles
{
    // The folder from which a path that is not full would count: the paths here are full.
    private const int CurrentFolder = -100;
    private const int CurrentFolderOfMac = -2;
    private const int NotThroughLinks = 0x100;
    private const uint BasicFacts = 0x7ff;
    private const uint Exchanged = 2;
    private const int ForOneAlone = 2;
    private const int WithoutWaiting = 4;

    /// <summary>What the system says of a path; none where it is not there, or the system cannot be asked.</summary>
    public static FileStatus? StatusOf(string path, bool throughLinks)
    {
        // Room for the whole answer of either system.
        Span<byte> answer = stackalloc byte[512];
        answer.Clear();
        try
        {
            if (OperatingSystem.IsLinux())
            {
                return StatX(CurrentFolder, path, throughLinks ? 0 : NotThroughLinks, BasicFacts, ref answer[0]) != 0 ? null : new FileStatus(
                    BinaryPrimitives.ReadUInt16LittleEndian(answer[28..]),
                    (BinaryPrimitives.ReadUInt64LittleEndian(answer[136..]), BinaryPrimitives.ReadUInt64LittleEndian(answer[32..])),
                    BinaryPrimitives.ReadUInt32LittleEndian(answer[20..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(answer[24..]));
            }

            if (OperatingSystem.IsMacOS())
            {
                bool isX64 = RuntimeInformation.ProcessArchitecture == Architecture.X64;
                int failed = throughLinks ? (isX64 ? StatOfX64(path, ref answer[0]) : Stat(path, ref answer[0])) : isX64 ? LinkStatOfX64(path, ref answer[0]) : LinkStat(path, ref answer[0]);
                return failed != 0 ? null : new FileStatus(
                    BinaryPrimitives.ReadUInt16LittleEndian(answer[4..]),
                    (BinaryPrimitives.ReadUInt32LittleEndian(answer), BinaryPrimitives.ReadUInt64LittleEndian(answer[8..])),
                    BinaryPrimitives.ReadUInt32LittleEndian(answer[16..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(answer[20..]));
            }
        }
        catch (EntryPointNotFoundException)
        {
            // An old library of the system.
        }

        return null;
    }

    /// <summary>Gives a file, or a link itself, a second name.</summary>
    /// <returns>Whether that was possible.</returns>
    public static bool TryLink(string path, string second) => Try(() =>
        OperatingSystem.IsLinux() ? LinkAt(CurrentFolder, path, CurrentFolder, second, 0)
        : OperatingSystem.IsMacOS() ? LinkAt(CurrentFolderOfMac, path, CurrentFolderOfMac, second, 0)
        : -1);

    /// <summary>Exchanges two folders: at every moment each name leads to one of them.</summary>
    /// <returns>Whether that was possible; where not, nothing has changed.</returns>
    public static bool TryExchange(string one, string other) => Try(() =>
        OperatingSystem.IsLinux() ? RenameAt2(CurrentFolder, one, CurrentFolder, other, Exchanged)
        : OperatingSystem.IsMacOS() ? RenameX(one, other, Exchanged)
        : -1);

    /// <summary>Gives a folder to somebody.</summary>
    /// <returns>Whether that was possible.</returns>
    public static bool TryGive(string path, uint user, uint group) => Try(() => ChangeOwner(path, user, group));

    /// <summary>Opens a folder to lock it; none where that is not possible.</summary>
    public static SafeFileHandle? OpenFolder(string path)
    {
        int closesOnExec = OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000;
        int number = Open(path, closesOnExec);
        return number < 0 ? null : new SafeFileHandle(number, ownsHandle: true);
    }

    /// <summary>Locks what was opened, until it is closed.</summary>
    /// <returns>Whether it is locked; none where this file system has no locks.</returns>
    public static bool? TryLock(SafeFileHandle folder)
    {
        if (Lock(folder, ForOneAlone | WithoutWaiting) == 0)
        {
            return true;
        }

        bool isTaken = Marshal.GetLastPInvokeError() == (OperatingSystem.IsMacOS() ? 35 : 11);
        return isTaken ? false : null;
    }

    private static bool Try(Func<int> call)
    {
        try
        {
            return call() == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint wanted, ref byte answer);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, ref byte answer);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatOfX64(string path, ref byte answer);

    [LibraryImport("libc", EntryPoint = "lstat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinkStat(string path, ref byte answer);

    [LibraryImport("libc", EntryPoint = "lstat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinkStatOfX64(string path, ref byte answer);

    [LibraryImport("libc", EntryPoint = "linkat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinkAt(int folder, string path, int secondFolder, string second, int flags);

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int folder, string one, int otherFolder, string other, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameX(string one, string other, uint flags);

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle file, int operation);
}
