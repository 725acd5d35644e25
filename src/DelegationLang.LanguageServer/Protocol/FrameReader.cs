using System.Buffers;
using System.Globalization;
using System.Text;

namespace DelegationLang.LanguageServer.Protocol;

/// <summary>
/// Cuts a stream into messages: headers as in HTTP, an empty line, and as many bytes as <c>Content-Length</c> says. A header that makes no sense is
/// reported once and skipped up to the next one that does, so that one bad message does not end a session.
/// </summary>
internal sealed class FrameReader(Stream input)
{
    /// <summary>The most bytes that a message may have: a text within the compiler's limits, escaped, is shorter.</summary>
    public const int MaximumLength = 256 * 1024 * 1024;

    private const int MaximumLine = 8 * 1024;

    private const string LengthHeader = "Content-Length";

    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>The next message; none when the stream has ended.</summary>
    public async Task<Frame?> ReadAsync(CancellationToken cancellation)
    {
        long length = -1;
        var line = new StringBuilder();
        bool isTooLong = false;
        while (true)
        {
            int next = await NextByteAsync(cancellation).ConfigureAwait(false);
            if (next < 0)
            {
                return null;
            }

            if (next != '\n')
            {
                if (line.Length >= MaximumLine)
                {
                    isTooLong = true;
                }
                else
                {
                    line.Append((char)next);
                }

                continue;
            }

            string header = line.ToString().TrimEnd('\r');
            line.Clear();
            if (isTooLong)
            {
                return Frame.Bad("a line of the header is too long");
            }

            if (header.Length == 0)
            {
                if (length >= 0)
                {
                    return await ContentAsync(length, cancellation).ConfigureAwait(false);
                }

                // An empty line before any header does no harm.
                continue;
            }

            int colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                return Frame.Bad("a line of the header is no header");
            }

            if (!header.AsSpan(0, colon).Trim().Equals(LengthHeader, StringComparison.OrdinalIgnoreCase))
            {
                // Content-Type can say nothing but UTF-8; whatever else there is has no meaning here.
                continue;
            }

            if (!long.TryParse(header.AsSpan(colon + 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out length))
            {
                return Frame.Bad("Content-Length is not a number");
            }
        }
    }

    private async Task<Frame?> ContentAsync(long length, CancellationToken cancellation)
    {
        if (length > MaximumLength)
        {
            return await SkipAsync(length, cancellation).ConfigureAwait(false) ? Frame.Bad("the message is too long") : null;
        }

        var content = new byte[length];
        int filled = 0;
        while (filled < content.Length)
        {
            if (start == end && !await FillAsync(cancellation).ConfigureAwait(false))
            {
                return null;
            }

            int count = Math.Min(end - start, content.Length - filled);
            buffer.AsSpan(start, count).CopyTo(content.AsSpan(filled));
            start += count;
            filled += count;
        }

        return Frame.Of(content);
    }

    private async Task<bool> SkipAsync(long length, CancellationToken cancellation)
    {
        while (length > 0)
        {
            if (start == end && !await FillAsync(cancellation).ConfigureAwait(false))
            {
                return false;
            }

            int count = (int)Math.Min(end - start, length);
            start += count;
            length -= count;
        }

        return true;
    }

    private async ValueTask<int> NextByteAsync(CancellationToken cancellation) =>
        start < end || await FillAsync(cancellation).ConfigureAwait(false) ? buffer[start++] : -1;

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        start = 0;
        end = await input.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        return end > 0;
    }
}
