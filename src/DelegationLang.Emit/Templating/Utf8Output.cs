using System.Text;
using Scriban.Runtime;

namespace DelegationLang.Emit.Templating;

/// <summary>Text as it is written, as UTF-8. Its room is kept from one text to the next.</summary>
internal sealed class Utf8Output : IScriptOutput
{
    // The most bytes that one UTF-16 unit can take.
    private const int MostBytes = 3;

    private byte[] bytes = new byte[32 * 1024];
    private int length;

    /// <summary>Adds text.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        int room = text.Length * MostBytes;
        if (bytes.Length - length < room)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + room));
        }

        length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));
    }

    /// <inheritdoc/>
    public void Write(string text, int offset, int count) => Write(text.AsSpan(offset, count));

    /// <inheritdoc/>
    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <summary>What was written, after which there is nothing.</summary>
    public byte[] Take()
    {
        byte[] written = bytes.AsSpan(0, length).ToArray();
        length = 0;
        return written;
    }
}
