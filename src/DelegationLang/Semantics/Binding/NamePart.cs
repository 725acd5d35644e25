using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>A name as written, or a part of one: <c>Chair</c> in <c>Chair and Chief Executive</c>. Where it stands is worked out only when asked.</summary>
internal sealed class NamePart
{
    private readonly SourceText source;
    private readonly NameSyntax syntax;
    private readonly int start;

    public NamePart(SourceText source, NameSyntax syntax)
        : this(source, syntax, 0, syntax.Text)
    {
    }

    private NamePart(SourceText source, NameSyntax syntax, int start, string text)
    {
        this.source = source;
        this.syntax = syntax;
        this.start = start;
        Text = text;
    }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Whether the author left the name out (which is reported elsewhere).</summary>
    public bool IsMissing => syntax.IsMissing || Text.Length == 0;

    /// <summary>Where it stands, with quotation marks that belong to it alone.</summary>
    public SourceLocation Location =>
        new(source, start == 0 && Text.Length == syntax.Text.Length ? syntax.Span : Align(source.Content, syntax, start, Text.Length));

    /// <summary>The words as they stand in the text, quotation marks included, on one line.</summary>
    public string AsWritten
    {
        get
        {
            SourceLocation location = Location;
            string written = location.Source.ToString(location.Span);
            return written.AsSpan().IndexOfAny('\n', '\r') < 0 && !written.Contains("  ", StringComparison.Ordinal) ? written : Text;
        }
    }

    /// <summary>A part of it, without white space at its ends.</summary>
    public NamePart Slice(int from, int to)
    {
        while (from < to && Text[from] == ' ')
        {
            from++;
        }

        while (to > from && Text[to - 1] == ' ')
        {
            to--;
        }

        return new NamePart(source, syntax, start + from, Text[from..to]);
    }

    /// <summary>The parts between some words, such as a comma.</summary>
    public IEnumerable<NamePart> SplitAt(string words)
    {
        for (int from = 0, end; from <= Text.Length; from = end + words.Length)
        {
            end = Text.IndexOf(words, from, StringComparison.Ordinal) is var at and >= 0 ? at : Text.Length;
            if (Slice(from, end) is { Text.Length: > 0 } part)
            {
                yield return part;
            }
        }
    }

    // The text of a name is its characters without quotation marks, with white space (and comments in it) folded. Walking both side by side
    // finds the characters of a part. Whatever does not fit leaves the whole name as the answer, which is never wrong, only wide.
    private static TextSpan Align(string content, NameSyntax syntax, int start, int length)
    {
        int position = syntax.Span.Start;
        int end = Math.Min(syntax.Span.End, content.Length);
        int first = -1;
        int last = -1;
        for (int i = 0; i < start + length; i++)
        {
            char wanted = syntax.Text[i];
            if (wanted == ' ')
            {
                continue;
            }

            while (position < end && content[position] != wanted)
            {
                position = IsComment(content, position) ? SkipLine(content, position) : position + 1;
            }

            if (position >= end)
            {
                return syntax.Span;
            }

            if (i >= start && first < 0)
            {
                first = position;
            }

            last = ++position;
        }

        if (first < 0)
        {
            return syntax.Span;
        }

        bool isQuoted = first > syntax.Span.Start && last < end && IsQuotationMark(content[first - 1]) && IsQuotationMark(content[last]);
        return isQuoted ? TextSpan.FromBounds(first - 1, last + 1) : TextSpan.FromBounds(first, last);
    }

    private static bool IsQuotationMark(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F';

    private static bool IsComment(string content, int position) =>
        content[position] == '/' && position + 1 < content.Length && content[position + 1] == '/'
        && (position == 0 || char.IsWhiteSpace(content[position - 1]));

    private static int SkipLine(string content, int position)
    {
        while (position < content.Length && content[position] is not ('\n' or '\r'))
        {
            position++;
        }

        return position;
    }
}
