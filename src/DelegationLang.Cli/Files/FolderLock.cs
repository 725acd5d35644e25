using System.Security.Cryptography;
using System.Text;
using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Files;

/// <summary>
/// Keeps two builds from writing to one folder at the same time. The system lets go of it when the program ends, however it ends, and no file is left
/// over: on Linux and macOS a folder itself is locked, on Windows a name.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly Action release;

    private FolderLock(Action release) => this.release = release;

    /// <summary>Waits until nobody else writes to a folder.</summary>
    /// <param name="folder">Its full path; it need not be there.</param>
    /// <param name="parent">The full path of the folder above it, which is there. It is what is locked if possible, since the folder itself may be exchanged.</param>
    /// <param name="patience">How long to wait.</param>
    /// <exception cref="OutputFailure">Somebody else still writes to it.</exception>
    public static FolderLock Take(string folder, string parent, TimeSpan patience) =>
        OperatingSystem.IsWindows() ? OfName(folder, patience) : OfFolder(folder, parent, patience);

    /// <inheritdoc/>
    public void Dispose() => release();

    private static FolderLock OfName(string folder, TimeSpan patience)
    {
        var mutex = new Mutex(initiallyOwned: false, "Local\\delegation-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.ToUpperInvariant()))));
        try
        {
            if (!mutex.WaitOne(patience))
            {
                mutex.Dispose();
                throw Busy(folder);
            }
        }
        catch (AbandonedMutexException)
        {
            // Whoever had it was killed; what is left over is seen to next.
        }

        return new FolderLock(() =>
        {
            mutex.ReleaseMutex();
            mutex.Dispose();
        });
    }

    private static FolderLock OfFolder(string folder, string parent, TimeSpan patience)
    {
        // A folder that may not be looked into cannot be locked, and one on another machine perhaps not either.
        if ((UnixFiles.OpenFolder(parent) ?? UnixFiles.OpenFolder(folder)) is not { } opened)
        {
            return new FolderLock(() => { });
        }

        for (TimeSpan waited = TimeSpan.Zero; UnixFiles.TryLock(opened) == false; waited += Pause)
        {
            if (waited >= patience)
            {
                opened.Dispose();
                throw Busy(folder);
            }

            Thread.Sleep(Pause);
        }

        return new FolderLock(opened.Dispose);
    }

    private static OutputFailure Busy(string folder) => new($"{folder} cannot be written: another build is writing to it; nothing was changed");
}
