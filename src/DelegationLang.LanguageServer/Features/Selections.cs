using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What to select as a selection grows: a word, the name or phrase it is in, the clause, the line of a table or list, the sentence, the section, everything.</summary>
internal static class Selections
{
    public static SelectionRange At(DocumentView view, Position position)
    {
        int offset = view.Offset(position);
        SelectionRange? selection = null;
        foreach (TextSpan span in Spans(view, offset).Distinct().OrderByDescending(span => span.Length))
        {
            selection = new SelectionRange(view.Range(span), selection);
        }

        return selection ?? new SelectionRange(view.Range(new TextSpan(offset, 0)));
    }

    // Each of them contains the next smaller one.
    private static IEnumerable<TextSpan> Spans(DocumentView view, int offset)
    {
        string text = view.Source.Content;
        yield return new TextSpan(0, text.Length);
        if (SectionAt(view, offset) is { } section)
        {
            yield return section;
        }

        if (view.SentenceAt(offset) is { } sentence)
        {
            yield return sentence.Span;
            foreach (SyntaxNode part in Parts(sentence).Where(part => part.Span.Start <= offset && offset <= part.Span.End))
            {
                yield return part.Span;
            }
        }

        foreach (SyntaxToken token in view.Tree.Tokens)
        {
            if (token.Span.Start <= offset && offset <= token.Span.End && token.Span.Length > 0 && token.Kind is not (TokenKind.FullStop or TokenKind.Comma))
            {
                yield return token.Span;
                break;
            }
        }

        int start = offset, end = offset;
        while (start > 0 && IsOfWord(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsOfWord(text[end]))
        {
            end++;
        }

        yield return TextSpan.FromBounds(start, end);
    }

    private static IEnumerable<SyntaxNode> Parts(SentenceSyntax sentence)
    {
        IEnumerable<SyntaxNode> lines = sentence switch
        {
            LimitsTableSyntax table => table.Lines.SelectMany(line => line.Clauses.AsEnumerable<SyntaxNode>().Prepend(line)),
            ListDeclarationSyntax list => list.Items.SelectMany(item => item.Clauses.AsEnumerable<SyntaxNode>().Prepend(item)),
            ScenarioSyntax scenario => scenario.Decision.Clauses,
            _ => [],
        };
        return lines.Concat(sentence.Clauses);
    }

    private static TextSpan? SectionAt(DocumentView view, int offset)
    {
        int? start = null;
        int end = 0;
        foreach (SentenceSyntax sentence in view.Tree.Sentences)
        {
            if (sentence is SectionSyntax)
            {
                if (sentence.Span.Start > offset)
                {
                    break;
                }

                start = sentence.Span.Start;
            }

            end = sentence.Span.End;
        }

        return start is int from && end >= offset ? TextSpan.FromBounds(from, end) : null;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '\'' or '\u2019' or '&';
}
