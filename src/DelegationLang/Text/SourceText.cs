using System.Collections.Immutable;

namespace DelegationLang.Text;

/// <summary>The text of one file, with its line starts. Immutable and thread-safe.</summary>
public sealed class SourceText
{
    private readonly int[] lineStarts;

    // Kept only where the characters cannot give them back.
    private ImmutableArray<byte> originalBytes = [];

    /// <summary>Makes a text from decoded characters.</summary>
    /// <param name="fileName">The name shown in messages: as given on the command line or relative to it, with <c>/</c> between folders.</param>
    /// <param name="content">The characters, without a byte order mark.</param>
    public SourceText(string fileName, string content)
    {
        FileName = fileName;
        Content = content;
        lineStarts = FindLineStarts(content);
    }

    /// <summary>The name shown in messages and chains.</summary>
    public string FileName { get; }

    /// <summary>The characters of the file.</summary>
    public string Content { get; }

    /// <summary>Whether the bytes it was read from start with a byte order mark.</summary>
    public bool HasByteOrderMark { get; private init; }

    /// <summary>Whether the bytes are not those of a text in UTF-8 at all (UTF-16, a compressed file); then <see cref="Content"/> is empty.</summary>
    public bool IsBinary { get; private init; }

    /// <summary>Where bytes could not be decoded: each span holds a replacement character.</summary>
    public ImmutableArray<TextSpan> UndecodableSpans { get; private init; } = [];

    /// <summary>How many UTF-16 units the text has.</summary>
    public int Length => Content.Length;

    /// <summary>What ends a line of the text: what ends its first; <c>\n</c> where it has one line alone.</summary>
    public string LineBreak => Content.AsSpan().IndexOfAny('\r', '\n') is var at && at < 0 || Content[at] == '\n' ? "\n"
        : at + 1 < Content.Length && Content[at + 1] == '\n' ? "\r\n" : "\r";

    /// <summary>How many lines the text has; an empty text has one.</summary>
    public int LineCount => lineStarts.Length;

    /// <summary>Makes a text from the bytes of a file in UTF-8. Never throws for what they hold: what cannot be decoded is noted.</summary>
    /// <param name="fileName">The name shown in messages.</param>
    /// <param name="bytes">The bytes of the file, a byte order mark included if it has one.</param>
    public static SourceText FromBytes(string fileName, ReadOnlySpan<byte> bytes)
    {
        var decoded = DecodedText.Decode(bytes);
        return new SourceText(fileName, decoded.Content)
        {
            HasByteOrderMark = decoded.HasByteOrderMark,
            IsBinary = decoded.IsBinary,
            UndecodableSpans = decoded.Undecodable,
            originalBytes = decoded.IsExact ? [] : [.. bytes],
        };
    }

    /// <summary>Another text in place of this one, with a byte order mark where this one has one.</summary>
    public SourceText WithContent(string content) => new(FileName, content) { HasByteOrderMark = HasByteOrderMark };

    /// <summary>The bytes that the text was read from; for a text made from characters, their UTF-8.</summary>
    public byte[] ToBytes()
    {
        if (!originalBytes.IsDefaultOrEmpty)
        {
            return [.. originalBytes];
        }

        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(Content);
        return HasByteOrderMark ? [0xEF, 0xBB, 0xBF, .. bytes] : bytes;
    }

    /// <summary>Line and column, from 1, of a position from 0 to <see cref="Length"/>, both included.</summary>
    public LinePosition GetPosition(int position)
    {
        int index = Array.BinarySearch(lineStarts, position);
        int line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line + 1, position - lineStarts[line] + 1);
    }

    /// <summary>The span of a line (counted from 1) without its line break.</summary>
    public TextSpan GetLineSpan(int line)
    {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.Length ? lineStarts[line] : Content.Length;
        while (end > start && (Content[end - 1] is '\n' or '\r'))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The characters of a span.</summary>
    public string ToString(TextSpan span) => Content.Substring(span.Start, span.Length);

    /// <inheritdoc/>
    public override string ToString() => Content;

    private static int[] FindLineStarts(string content)
    {
        List<int> starts = [0];
        for (int i = 0; i < content.Length; i++)
        {
            // A carriage return alone ends a line too, as old word processors write it.
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
