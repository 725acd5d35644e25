using System.Collections.Immutable;

namespace DelegationLang.Text;

/// <summary>The text of one file, with its line starts. Immutable and thread-safe.</summary>
public sealed class SourceText
{
    private readonly ImmutableArray<int> lineStarts;

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

    /// <summary>How many UTF-16 units the text has.</summary>
    public int Length => Content.Length;

    /// <summary>How many lines the text has; an empty text has one.</summary>
    public int LineCount => lineStarts.Length;

    /// <summary>Line and column, from 1, of a position from 0 to <see cref="Length"/>, both included.</summary>
    public LinePosition GetPosition(int position)
    {
        int index = lineStarts.BinarySearch(position);
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

    private static ImmutableArray<int> FindLineStarts(string content)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (int i = 0; i < content.Length; i++)
        {
            // A carriage return alone ends a line too, as old word processors write it.
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts.ToImmutable();
    }
}
