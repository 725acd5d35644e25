using DelegationLang.Formatting;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Lays a document, or the sentences of a range, out anew: exactly as <c>delegation fmt</c> does.</summary>
internal static class Layout
{
    public static TextEdit[] Whole(DocumentView view) => Edits(view, null);

    public static TextEdit[] Lines(DocumentView view, Protocol.Types.Range range)
    {
        // A range that ends at the start of a line ends before it.
        int last = range.End.Character == 0 && range.End.Line > range.Start.Line ? range.End.Line : range.End.Line + 1;
        return Edits(view, new LineRange(range.Start.Line + 1, last));
    }

    /// <summary>The indentation of a line that has just been begun: two spaces within a sentence, none after its full stop.</summary>
    public static TextEdit[] Typed(DocumentView view, Position position)
    {
        int offset = view.Offset(position);
        TextSpan line = view.Source.GetLineSpan(view.Source.GetPosition(offset).Line);
        ReadOnlySpan<char> text = view.Source.Content.AsSpan(line.Start, line.Length);
        int indent = text.Length - text.TrimStart(" \t").Length;
        string wanted = IsWithinSentence(view, line.Start) ? "  " : "";
        return text[..indent].SequenceEqual(wanted) ? [] : [new TextEdit(view.Range(new TextSpan(line.Start, indent)), wanted)];
    }

    // After an empty line something new begins, whether or not what stands above it has its full stop.
    private static bool IsWithinSentence(DocumentView view, int lineStart)
    {
        ReadOnlySpan<char> before = view.Source.Content.AsSpan(0, lineStart);
        ReadOnlySpan<char> words = before.TrimEnd();
        if (words.IsEmpty || before[words.Length..].Count('\n') > 1)
        {
            return false;
        }

        SyntaxToken last = default;
        foreach (SyntaxToken token in view.Tree.Tokens)
        {
            if (token.Span.Start >= lineStart || token.Kind == TokenKind.EndOfFile)
            {
                break;
            }

            last = token.Span.Length > 0 ? token : last;
        }

        return last.Kind switch
        {
            TokenKind.EndOfFile or TokenKind.FullStop => false,
            TokenKind.Title => view.SentenceAt(last.Span.Start) is not SectionSyntax,
            _ => true,
        };
    }

    private static TextEdit[] Edits(DocumentView view, LineRange? lines)
    {
        string before = view.Source.Content;
        string after = Formatter.Format(view.Source, view.Project.Compilation.Names, lines);
        return string.Equals(before, after, StringComparison.Ordinal) ? [] : LineChanges.Edits(view, after);
    }
}
