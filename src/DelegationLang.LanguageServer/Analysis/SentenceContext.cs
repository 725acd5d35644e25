using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>What stands before a cursor in its sentence: which word governs the place, and which words of a name have been written there.</summary>
internal sealed class SentenceContext
{
    private SentenceContext(List<SyntaxToken> tokens, int governor, TextSpan run, bool isInText)
    {
        Tokens = tokens;
        Governor = governor;
        Run = run;
        IsInText = isInText;
    }

    /// <summary>The tokens of the sentence before the cursor, the run of words at the cursor left out.</summary>
    public IReadOnlyList<SyntaxToken> Tokens { get; }

    /// <summary>The index of the token that governs the place: the last that is no name, no comma and no bullet of a list; -1 at the start.</summary>
    public int Governor { get; }

    /// <summary>The words at the cursor that may be a name, or the beginning of one: up to the cursor. Empty where there are none.</summary>
    public TextSpan Run { get; }

    /// <summary>Whether the cursor is in a comment, a quotation or a title, where nothing is proposed.</summary>
    public bool IsInText { get; }

    /// <summary>The kind of the governing token; the end of the file for the start of a sentence.</summary>
    public TokenKind GovernorKind => Governor < 0 ? TokenKind.EndOfFile : Tokens[Governor].Kind;

    /// <summary>The token straight before the run.</summary>
    public TokenKind Previous => Tokens.Count == 0 ? TokenKind.EndOfFile : Tokens[^1].Kind;

    /// <summary>Whether the sentence has a token of this kind before the cursor.</summary>
    public bool Has(TokenKind kind)
    {
        foreach (SyntaxToken token in Tokens)
        {
            if (token.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the sentence up to an offset.</summary>
    public static SentenceContext At(DocumentView view, int offset)
    {
        int start = StartOf(view, offset);
        var tokens = new List<SyntaxToken>();
        foreach (SyntaxToken token in view.Tree.Tokens)
        {
            if (token.Kind == TokenKind.EndOfFile || token.Span.Start >= offset)
            {
                break;
            }

            if (token.Span.Start >= start)
            {
                tokens.Add(token);
            }
        }

        bool isInText = IsInComment(view, offset)
            || (tokens is [.., { Kind: TokenKind.Quotation or TokenKind.Title } last] && offset <= last.Span.End && !IsAfterQuotation(view.Source, last, offset));
        var run = new TextSpan(offset, 0);
        if (tokens is [.., { Kind: TokenKind.Name or TokenKind.Unknown } word])
        {
            run = TextSpan.FromBounds(word.Span.Start, offset);
            tokens.RemoveAt(tokens.Count - 1);
        }
        else if (tokens is [.., var keyword] && keyword.Span.End >= offset && char.IsLetter(view.Source.Content[offset - 1]))
        {
            // "delegates podiatry t|" and "up t|o": a word that is reserved as it stands may be the beginning of another.
            run = TextSpan.FromBounds(keyword.Span.Start, offset);
            tokens.RemoveAt(tokens.Count - 1);
        }

        int governor = tokens.Count - 1;
        while (governor >= 0 && tokens[governor].Kind is TokenKind.Name or TokenKind.Comma or TokenKind.ItemBullet or TokenKind.Or or TokenKind.Unknown)
        {
            governor--;
        }

        return new SentenceContext(tokens, governor, run, isInText);
    }

    /// <summary>The first thing that the sentence names; none where it names nothing known.</summary>
    public Symbol? Subject(DocumentView view)
    {
        foreach (SyntaxToken token in Tokens)
        {
            if (token.Kind == TokenKind.Name)
            {
                return view.Project.Compilation.Model.Names.Find(TextOf(view.Source, token.Span)) is [var only] ? only : null;
            }
        }

        return null;
    }

    /// <summary>The words of a name as they are compared: without quotation marks, on one line.</summary>
    public static string TextOf(SourceText source, TextSpan span)
    {
        string written = source.ToString(span);
        string plain = string.Concat(written.Where(c => c is not ('"' or '\u201C' or '\u201D')));
        return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // After the last full stop or title before the offset; or where a later sentence starts, whose predecessor lacks its full stop.
    private static int StartOf(DocumentView view, int offset)
    {
        int start = 0;
        foreach (SyntaxToken token in view.Tree.Tokens)
        {
            if (token.Span.End > offset || (token.Span.End == offset && token.Kind == TokenKind.Title))
            {
                break;
            }

            // The title of a scheme is a part of its sentence; that of a section ends it.
            if (token.Kind == TokenKind.FullStop || (token.Kind == TokenKind.Title && IsSection(view, token)))
            {
                start = token.Span.End;
            }
        }

        foreach (SentenceSyntax sentence in view.Tree.Sentences)
        {
            if (sentence.Span.Start < offset && sentence.Span.Start > start)
            {
                start = sentence.Span.Start;
            }
        }

        return start;
    }

    private static bool IsSection(DocumentView view, SyntaxToken title)
    {
        foreach (SentenceSyntax sentence in view.Tree.Sentences)
        {
            if (sentence is SectionSyntax && sentence.Span.Contains(title.Span.Start))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAfterQuotation(SourceText source, SyntaxToken token, int offset) =>
        token.Kind == TokenKind.Quotation && offset == token.Span.End && token.Span.Length > 1 && source.Content[offset - 1] is '"' or '\u201D';

    private static bool IsInComment(DocumentView view, int offset)
    {
        foreach (TextSpan comment in view.Tree.Comments)
        {
            if (offset > comment.Start + 1 && offset <= comment.End)
            {
                return true;
            }
        }

        return false;
    }
}
