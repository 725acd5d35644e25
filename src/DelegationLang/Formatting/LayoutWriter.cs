using System.Collections.Immutable;
using System.Text;
using DelegationLang.Text;

namespace DelegationLang.Formatting;

/// <summary>Writes the blocks of a text one after the other, with the comments and blank lines that stand between them.</summary>
internal sealed class LayoutWriter(SourceText source, ImmutableArray<SourceBlock> blocks)
{
    private readonly string content = source.Content;
    private readonly StringBuilder text = new(source.Length);
    private readonly string lineBreak = source.LineBreak;

    public string Write()
    {
        int position = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            SourceBlock block = blocks[i];
            WriteGap(position, block.Span.Start, i == 0 || blocks[i - 1].IsFixed, block.IsFixed, i == 0);
            if (block.IsFixed)
            {
                text.Append(content, block.Span.Start, block.Span.Length);
            }
            else
            {
                text.AppendJoin(lineBreak, SentenceLayout.Of(block));
            }

            position = block.Span.End;
        }

        WriteEnd(position);
        return text.ToString();
    }

    // Next to what stays as it is written, the gap stays too where anything could depend on it.
    private void WriteGap(int start, int end, bool isAfterFixed, bool isBeforeFixed, bool isFirst)
    {
        var gap = Trivia.Read(content, start, end, isFirst);
        bool isKept = (isAfterFixed && isBeforeFixed && !isFirst) || !Trivia.IsPlain(content, start, end) || ((isAfterFixed || isBeforeFixed) && !isFirst && !gap.HasLineBreak);
        if (isKept)
        {
            text.Append(content, start, end - start);
            return;
        }

        WriteComments(gap, isFirst);
        if (text.Length > 0)
        {
            text.Append(lineBreak);
            if (gap.HasBlankLineAtEnd)
            {
                text.Append(lineBreak);
            }
        }

        if (isBeforeFixed)
        {
            int indent = end;
            while (indent > start && content[indent - 1] is not ('\n' or '\r') && char.IsWhiteSpace(content[indent - 1]))
            {
                indent--;
            }

            text.Append(content, indent, end - indent);
        }
    }

    private void WriteComments(Trivia gap, bool isFirst)
    {
        foreach (Comment comment in gap.Comments)
        {
            if (comment.IsTrailing && !isFirst)
            {
                text.Append(' ').Append(comment.Text);
                continue;
            }

            if (text.Length > 0)
            {
                text.Append(lineBreak);
                if (comment.HasBlankLineBefore)
                {
                    text.Append(lineBreak);
                }
            }

            text.Append(comment.Text);
        }
    }

    private void WriteEnd(int position)
    {
        if (!Trivia.IsPlain(content, position, content.Length) || (blocks.Length > 0 && blocks[^1].IsFixed))
        {
            text.Append(content, position, content.Length - position);
            return;
        }

        WriteComments(Trivia.Read(content, position, content.Length, blocks.IsEmpty), blocks.IsEmpty);
        if (text.Length > 0)
        {
            text.Append(lineBreak);
        }
    }
}
