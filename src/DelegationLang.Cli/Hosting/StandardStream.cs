using System.Runtime.InteropServices;

namespace DelegationLang.Cli.Hosting;

/// <summary>
/// A standard stream as the tool was given it. One that was closed (<c>&gt;&amp;-</c> in a shell) is there as one that cannot be used, and its number stays
/// taken, so that no file that is opened later is written over or read in its place.
/// </summary>
internal sealed partial class StandardStream : Stream
{
    private const int DescriptorFlags = 1;
    private const int ClosedByExec = 1;

    private static readonly string[] Names = ["standard input", "standard output", "standard error"];

    // Held until the program ends: each keeps the number of a closed stream.
    private static readonly List<SafeHandle> Kept = [];

    private readonly string name;
    private readonly bool isInput;
    private readonly Stream? stream;

    private StandardStream(int number, Stream? stream)
    {
        name = Names[number];
        isInput = number == 0;
        this.stream = stream;
    }

    /// <summary>Standard input, output and error. To be called before the program opens any file.</summary>
    public static (StandardStream Input, StandardStream Output, StandardStream Error) OpenAll()
    {
        bool[] isOpen = [IsOpen(0), IsOpen(1), IsOpen(2)];
        return (
            new StandardStream(0, isOpen[0] ? Usable(Console.OpenStandardInput()) : null),
            new StandardStream(1, isOpen[1] ? Usable(Console.OpenStandardOutput()) : null),
            new StandardStream(2, isOpen[2] ? Usable(Console.OpenStandardError()) : null));
    }

    /// <summary>The stream itself, whose faults are those of the system.</summary>
    /// <exception cref="StreamFailure">It is closed.</exception>
    public Stream Open => stream ?? throw Closed();

    /// <inheritdoc/>
    public override bool CanRead => isInput;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => !isInput;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Open.Read(buffer);
        }
        catch (Exception trouble) when (IsOfSystem(trouble))
        {
            throw Failure("read", trouble);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            Open.Write(buffer);
        }
        catch (Exception trouble) when (IsOfSystem(trouble))
        {
            throw Failure("written", trouble);
        }
    }

    /// <summary>Nothing is held back here: what was written is with the system.</summary>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private StreamFailure Closed() => new($"{name} is closed, and this command needs it");

    private StreamFailure Failure(string done, Exception trouble) => new($"{name} cannot be {done}: {Files.FolderFiles.Reason(trouble)}");

    private static bool IsOfSystem(Exception trouble) => trouble is IOException or UnauthorizedAccessException or NotSupportedException;

    // Windows gives an empty stream for one that is not there.
    private static Stream? Usable(Stream stream) => stream == Stream.Null ? null : stream;

    /// <summary>
    /// Whether the program was started with this stream. What was handed down to it can never bear the mark of what is closed when a program starts;
    /// what has that mark was opened by the runtime since, and took a number that was free.
    /// </summary>
    private static bool IsOpen(int number)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        int flags = Control(number, DescriptorFlags);
        if (flags < 0)
        {
            // The lowest number that is free is given, and those below this one are taken by now.
            Kept.Add(File.OpenHandle("/dev/null", FileMode.Open, number == 0 ? FileAccess.Write : FileAccess.Read, FileShare.ReadWrite));
        }

        return flags >= 0 && (flags & ClosedByExec) == 0;
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int number, int command);
}
