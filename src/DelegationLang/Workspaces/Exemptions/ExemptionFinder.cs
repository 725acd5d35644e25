using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Exemptions;

/// <summary>Finds the comments of a text that exempt sentences, and the sentence that each stands at.</summary>
internal static class ExemptionFinder
{
    private const string Sign = "allow";

    /// <summary>The exemptions of a text, in its order.</summary>
    public static List<ExemptionComment> Find(SyntaxTree tree, SentenceMap sentences)
    {
        var found = new List<ExemptionComment>();

        // Most texts have none, and then nothing is looked at twice.
        if (!tree.Source.Content.Contains(Sign, StringComparison.OrdinalIgnoreCase))
        {
            return found;
        }

        for (var i = 0; i < tree.Comments.Length; i++)
        {
            if (ExemptionComment.Read(tree.Source, tree.Comments[i]) is { } comment)
            {
                SyntaxNode? part = PartAt(tree.Source, comment.Location.Span.Start, sentences.PartsOf(tree.Source));
                comment.Exemptions.ForEach(exemption => exemption.Part = part);
                found.Add(comment);
            }
        }

        return found;
    }

    /// <summary>The sentence or line that a comment stands before, in or at the end of; none for none.</summary>
    private static SyntaxNode? PartAt(SourceText source, int comment, IReadOnlyList<SyntaxNode> parts)
    {
        int after = 0, end = parts.Count;
        while (after < end)
        {
            var middle = (after + end) / 2;
            (after, end) = parts[middle].Span.Start < comment ? (middle + 1, end) : (after, middle);
        }

        SyntaxNode? before = after > 0 ? parts[after - 1] : null;
        var line = source.GetPosition(comment).Line;
        if (!IsAlone(source, comment))
        {
            return before is not null && source.GetPosition(before.Span.End).Line >= line ? before : null;
        }

        if (after < parts.Count && source.GetPosition(parts[after].Span.Start).Line == LineAfterComments(source, line))
        {
            return parts[after];
        }

        return before is not null && comment < before.Span.End ? before : null;
    }

    private static bool IsAlone(SourceText source, int comment)
    {
        var start = source.GetLineSpan(source.GetPosition(comment).Line).Start;
        return source.Content.AsSpan(start, comment - start).IsWhiteSpace();
    }

    /// <summary>The first line after one that is not a comment alone: several exemptions may stand one under the other.</summary>
    private static int LineAfterComments(SourceText source, int line)
    {
        do
        {
            line++;
        }
        while (line <= source.LineCount && IsComment(source, line));

        return line;
    }

    private static bool IsComment(SourceText source, int line)
    {
        TextSpan span = source.GetLineSpan(line);
        return source.Content.AsSpan(span.Start, span.Length).TrimStart().StartsWith("//", StringComparison.Ordinal);
    }
}
