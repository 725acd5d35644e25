using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Formatting;

/// <summary>A sentence as the formatter sees it: its tokens, or a stretch of tokens that belong to no sentence.</summary>
/// <param name="Sentence">The sentence; none for what belongs to none.</param>
/// <param name="Tokens">Its tokens in order; at least one.</param>
/// <param name="Content">The text it stands in.</param>
/// <param name="IsFixed">Whether it stays as it is written.</param>
internal sealed record SourceBlock(SentenceSyntax? Sentence, ImmutableArray<SyntaxToken> Tokens, string Content, bool IsFixed)
{
    /// <summary>Its own characters, without what stands before and after it.</summary>
    public TextSpan Span => TextSpan.FromBounds(Tokens[0].Span.Start, Tokens[^1].Span.End);

    /// <summary>The blocks of a text in order. Every token but the end of the file is in one of them.</summary>
    public static ImmutableArray<SourceBlock> Of(SyntaxTree tree, LineRange? lines)
    {
        ImmutableArray<SourceBlock>.Builder blocks = ImmutableArray.CreateBuilder<SourceBlock>();
        ImmutableArray<SyntaxToken>.Builder tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        SentenceSyntax? current = null;
        int next = 0;
        foreach (SyntaxToken token in tree.Tokens)
        {
            if (token.Kind == TokenKind.EndOfFile)
            {
                continue;
            }

            while (next < tree.Sentences.Length && tree.Sentences[next].Span.End <= token.Span.Start)
            {
                next++;
            }

            SentenceSyntax? owner = next < tree.Sentences.Length && tree.Sentences[next].Span.Start <= token.Span.Start ? tree.Sentences[next] : null;
            if (!ReferenceEquals(owner, current))
            {
                Close();
                current = owner;
            }

            tokens.Add(token);
        }

        Close();
        return blocks.ToImmutable();

        void Close()
        {
            if (tokens.Count > 0)
            {
                ImmutableArray<SyntaxToken> own = tokens.DrainToImmutable();
                blocks.Add(new SourceBlock(current, own, tree.Source.Content, IsFixedIn(tree.Source, current, own, lines)));
            }
        }
    }

    private static bool IsFixedIn(SourceText source, SentenceSyntax? sentence, ImmutableArray<SyntaxToken> tokens, LineRange? lines)
    {
        if (sentence is null or BrokenSentenceSyntax || sentence.HasErrors || HasBrokenPart(sentence))
        {
            return true;
        }

        if (lines is not null
            && (source.GetPosition(tokens[0].Span.Start).Line > lines.Last || source.GetPosition(tokens[^1].Span.End).Line < lines.First))
        {
            return true;
        }

        return tokens.Any(token => TokenText.Of(source.Content, token) is null)
            || !Trivia.IsPlain(source.Content, tokens[0].Span.Start, tokens[^1].Span.End, tokens);
    }

    private static bool HasBrokenPart(SentenceSyntax sentence) => sentence switch
    {
        ListDeclarationSyntax list => list.Items.Any(item => item.HasErrors),
        LimitsTableSyntax table => table.Lines.Any(line => line.HasErrors),
        _ => false,
    };
}
