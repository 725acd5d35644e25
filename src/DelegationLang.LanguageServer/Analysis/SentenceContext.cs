using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>What stands before a cursor in its sentence: which word governs the place, and which words of a name have been written there.</summary>
internal sealed class SentenceContext
{
    private SentenceContext(List<SyntaxToken> tokens, int governor, TextSpan run, bool isPhraseBegun, SyntaxToken? text)
    {
        Tokens = tokens;
        Governor = governor;
        Run = run;
        IsPhraseBegun = isPhraseBegun;
        Quotation = text is { Kind: TokenKind.Quotation } quotation ? quotation.Span : null;
        IsInText = text is not null;
    }

    /// <summary>The tokens of the sentence before the cursor, the run of words at the cursor left out.</summary>
    public IReadOnlyList<SyntaxToken> Tokens { get; }

    /// <summary>The index of the token that governs the place: the last that is no name, no comma and no bullet of a list; -1 at the start.</summary>
    public int Governor { get; }

    /// <summary>The words at the cursor that may be a name, or the beginning of one: up to the cursor. Empty where there are none.</summary>
    public TextSpan Run { get; }

    /// <summary>Whether the run starts with a word that is only ever the beginning of a longer phrase: <c>with</c>, <c>subject to</c>, and <c>is</c> in a scenario.</summary>
    public bool IsPhraseBegun { get; }

    /// <summary>Whether the cursor is in a comment, a quotation or a title, where nothing is proposed.</summary>
    public bool IsInText { get; }

    /// <summary>The quotation that the cursor is in, its marks included; none where it is in none.</summary>
    public TextSpan? Quotation { get; }

    /// <summary>The kind of the governing token; the end of the file for the start of a sentence.</summary>
    public TokenKind GovernorKind => Governor < 0 ? TokenKind.EndOfFile : Tokens[Governor].Kind;

    /// <summary>The token straight before the run.</summary>
    public TokenKind Previous => Tokens.Count == 0 ? TokenKind.EndOfFile : Tokens[^1].Kind;

    /// <summary>Whether the sentence has a token of this kind before the cursor.</summary>
    public bool Has(TokenKind kind) =>
        Tokens.Any(token => token.Kind == kind);

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

        SyntaxToken? text = CommentAt(view, offset) ?? TextAt(view.Source, tokens, offset);
        var run = new TextSpan(offset, 0);
        bool isPhraseBegun = false;
        if (tokens is [.., { Kind: TokenKind.Name or TokenKind.Unknown } word])
        {
            run = TextSpan.FromBounds(word.Span.Start, offset);
            tokens.RemoveAt(tokens.Count - 1);
        }
        else if (tokens is [.., { Kind: TokenKind.Money } sum] && sum.Span.End >= offset)
        {
            run = TextSpan.FromBounds(sum.Span.Start, offset);
            tokens.RemoveAt(tokens.Count - 1);
        }
        else if (tokens is [.., var keyword] && keyword.Span.End >= offset && char.IsLetter(view.Source.Content[offset - 1]))
        {
            // "delegates podiatry t|" and "up t|o": a word that is reserved as it stands may be the beginning of another.
            run = TextSpan.FromBounds(keyword.Span.Start, offset);
            tokens.RemoveAt(tokens.Count - 1);
        }

        if (tokens is [var head, .., var begun]
            && (begun.Kind is TokenKind.With or TokenKind.Without or TokenKind.By or TokenKind.SubjectTo || (begun.Kind == TokenKind.Is && head.Kind == TokenKind.Scenario)))
        {
            run = TextSpan.FromBounds(begun.Span.Start, offset);
            tokens.RemoveAt(tokens.Count - 1);
            isPhraseBegun = true;
        }

        int governor = tokens.Count - 1;
        while (governor >= 0 && tokens[governor].Kind is TokenKind.Name or TokenKind.Comma or TokenKind.ItemBullet or TokenKind.Or or TokenKind.Unknown)
        {
            governor--;
        }

        return new SentenceContext(tokens, governor, run, isPhraseBegun, text);
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

    private static bool IsSection(DocumentView view, SyntaxToken title) =>
        view.Tree.Sentences.Any(sentence => sentence is SectionSyntax && sentence.Span.Contains(title.Span.Start));

    // A title goes to the end of its line, and so does a quotation without its second mark; after the second mark one is outside again.
    private static SyntaxToken? TextAt(SourceText source, List<SyntaxToken> tokens, int offset)
    {
        if (tokens is not [.., var last])
        {
            return null;
        }

        bool isText = last.Kind switch
        {
            TokenKind.Title => IsOnLine(source, last, offset),
            TokenKind.Scheme or TokenKind.Section => offset > last.Span.End && IsOnLine(source, last, offset),
            TokenKind.Quotation => offset < last.Span.End || (offset == last.Span.End && !(last.Span.Length > 1 && source.Content[last.Span.End - 1] is '"' or '\u201D')),
            _ => false,
        };
        return isText ? last : null;
    }

    private static bool IsOnLine(SourceText source, SyntaxToken token, int offset) =>
        source.Content.AsSpan(token.Span.Start, offset - token.Span.Start).IndexOfAny('\n', '\r') < 0;

    private static SyntaxToken? CommentAt(DocumentView view, int offset)
    {
        foreach (TextSpan comment in view.Tree.Comments)
        {
            if (offset > comment.Start + 1 && offset <= comment.End)
            {
                return new SyntaxToken(TokenKind.Title, comment.Start, comment);
            }
        }

        return null;
    }
}
