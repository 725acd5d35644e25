using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Syntax;

/// <summary>
/// One file, read. The tokens cover the whole text: each character is in a token or in the trivia (white space, comments, byte order mark)
/// before one, so that <see cref="ToText"/> gives back the very characters.
/// </summary>
public sealed class SyntaxTree
{
    internal SyntaxTree(SourceText source, ImmutableArray<SyntaxToken> tokens, ImmutableArray<SentenceSyntax> sentences, ImmutableArray<Diagnostic> diagnostics)
    {
        Source = source;
        Tokens = tokens;
        Sentences = sentences;
        Diagnostics = diagnostics;
    }

    /// <summary>The text it was read from.</summary>
    public SourceText Source { get; }

    /// <summary>Every token in the order of the text, the end of the file last.</summary>
    public ImmutableArray<SyntaxToken> Tokens { get; }

    /// <summary>Every sentence in the order of the text, broken ones included.</summary>
    public ImmutableArray<SentenceSyntax> Sentences { get; }

    /// <summary>The faults of reading, in the order of the text.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The comments, from <c>//</c> to the end of their line, in the order of the text. They are trivia: no token holds one, save a name that goes on after it.</summary>
    public ImmutableArray<TextSpan> Comments { get; init; } = [];

    /// <summary>The location of a node of this tree.</summary>
    public SourceLocation LocationOf(SyntaxNode node) => new(Source, node.Span);

    /// <summary>The text put together again from the tokens and what stands before each.</summary>
    public string ToText()
    {
        var text = new System.Text.StringBuilder(Source.Length);
        foreach (SyntaxToken token in Tokens)
        {
            text.Append(Source.Content, token.FullStart, token.Span.End - token.FullStart);
        }

        return text.ToString();
    }
}
