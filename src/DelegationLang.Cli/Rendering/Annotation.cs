using DelegationLang.Text;

namespace DelegationLang.Cli.Rendering;

/// <summary>A span to be shown in its source, with what is said under it. Lines count from 1, both ends included.</summary>
internal sealed record Annotation
{
    private Annotation(SourceLocation location, string label, bool isPrimary)
    {
        Source = location.Source;
        Label = label;
        IsPrimary = isPrimary;
        int start = Math.Clamp(location.Span.Start, 0, Source.Length);
        int end = Math.Clamp(location.Span.End, start, Source.Length);
        // A span that ends with a line break ends on the line before it.
        while (end > start && Source.Content[end - 1] is '\n' or '\r')
        {
            end--;
        }

        Span = TextSpan.FromBounds(start, end);
        First = Source.GetPosition(start);
        LastLine = Source.GetPosition(end).Line;
    }

    /// <summary>The text it stands in.</summary>
    public SourceText Source { get; }

    /// <summary>The span without line breaks at its end.</summary>
    public TextSpan Span { get; }

    /// <summary>Where it starts.</summary>
    public LinePosition First { get; }

    /// <summary>The last line it reaches.</summary>
    public int LastLine { get; }

    /// <summary>What is said under it; empty for nothing.</summary>
    public string Label { get; }

    /// <summary>Whether it is the span that is wrong, and not one beside it.</summary>
    public bool IsPrimary { get; }

    /// <summary>An annotation of a location.</summary>
    public static Annotation Of(SourceLocation location, string label, bool isPrimary) => new(location, label, isPrimary);

    /// <summary>The lines that must be shown for it: all when there are few, otherwise the first and the last.</summary>
    public IEnumerable<int> Lines() =>
        LastLine - First.Line < 4 ? Enumerable.Range(First.Line, LastLine - First.Line + 1) : [First.Line, LastLine];

    /// <summary>Whether it is marked on a line.</summary>
    public bool Touches(int line) => line >= First.Line && line <= LastLine;

    /// <summary>The part of a line that is marked, as indexes into the line; at least one unit long, even where something is missing.</summary>
    public (int Start, int End) PartOf(int line)
    {
        TextSpan span = Source.GetLineSpan(line);
        ReadOnlySpan<char> content = Source.Content.AsSpan(span.Start, span.Length);
        int indent = content.Length - content.TrimStart().Length;
        int start = line == First.Line ? Span.Start - span.Start : indent;
        int end = line == LastLine ? Span.End - span.Start : content.TrimEnd().Length;
        return (start, Math.Max(end, start + 1));
    }
}
