using System.Text;

namespace DelegationLang.Playground;

/// <summary>The stream to which the language server writes: each message is handed on whole, without its head, when it is flushed.</summary>
/// <param name="hand">Takes a message as JSON.</param>
internal sealed class MessagesToPage(Action<string> hand) : Stream
{
    private readonly MemoryStream written = new();

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => written.Write(buffer, offset, count);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => written.Write(buffer);

    /// <inheritdoc/>
    public override void Flush()
    {
        ReadOnlySpan<byte> frame = written.GetBuffer().AsSpan(0, (int)written.Length);
        int head = frame.IndexOf("\r\n\r\n"u8);
        string message = Encoding.UTF8.GetString(frame[(head + 4)..]);
        written.SetLength(0);
        hand(message);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
