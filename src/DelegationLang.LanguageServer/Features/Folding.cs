using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What can be folded away: sections, sentences of several lines, runs of comments.</summary>
internal static class Folding
{
    public static FoldingRange[] Of(DocumentView view)
    {
        var ranges = new List<FoldingRange>();
        SectionSyntax? section = null;
        int end = 0;
        foreach (SentenceSyntax sentence in view.Tree.Sentences)
        {
            if (sentence is SectionSyntax next)
            {
                Add(section, end, "region");
                section = next;
            }
            else
            {
                Add(sentence, sentence.Span.End, null);
            }

            end = sentence.Span.End;
        }

        Add(section, end, "region");
        AddComments(view, ranges);
        return [.. ranges.OrderBy(range => range.StartLine).ThenByDescending(range => range.EndLine)];

        void Add(SyntaxNode? node, int until, string? kind)
        {
            if (node is not null && LineOf(view, node.Span.Start) is var first && LineOf(view, until) is var last && last > first)
            {
                ranges.Add(new FoldingRange(first, last, kind));
            }
        }
    }

    private static void AddComments(DocumentView view, List<FoldingRange> ranges)
    {
        int first = -1, last = -1;
        foreach (TextSpan comment in view.Tree.Comments)
        {
            int line = LineOf(view, comment.Start);
            bool isAlone = view.Source.GetLineSpan(line + 1) is var whole && view.Source.Content.AsSpan(whole.Start, comment.Start - whole.Start).IsWhiteSpace();
            if (isAlone && line == last + 1 && first >= 0)
            {
                last = line;
                continue;
            }

            Close();
            first = last = isAlone ? line : -1;
        }

        Close();

        void Close()
        {
            if (first >= 0 && last > first)
            {
                ranges.Add(new FoldingRange(first, last, "comment"));
            }

            first = -1;
        }
    }

    private static int LineOf(DocumentView view, int offset) => view.Source.GetPosition(offset).Line - 1;
}
