using System.Collections.Immutable;
using DelegationLang.Syntax;

namespace DelegationLang.Formatting;

/// <summary>From a sentence to the pieces it is written in.</summary>
internal static class PieceList
{
    private static readonly Trivia Nothing = new([], false, false);

    /// <summary>The pieces of a sentence without errors.</summary>
    public static ImmutableArray<LayoutPiece> Of(SourceBlock block)
    {
        var clauses = new HashSet<int>();
        foreach (ClauseSyntax clause in block.Sentence is null ? [] : ClausesOf(block.Sentence))
        {
            clauses.Add(clause.Span.Start);
        }

        ImmutableArray<LayoutPiece>.Builder pieces = ImmutableArray.CreateBuilder<LayoutPiece>(block.Tokens.Length);
        bool isInClause = false;
        TokenKind clauseBefore = TokenKind.FullStop;
        bool isInItems = false;
        for (int i = 0; i < block.Tokens.Length; i++)
        {
            SyntaxToken token = block.Tokens[i];
            bool startsClause = clauses.Contains(token.Span.Start);
            isInClause = (isInClause || startsClause) && token.Kind is not TokenKind.LineBullet && !(token.Kind is TokenKind.Colon && IsInline(block.Sentence));
            BreakKind kind = i == 0 ? BreakKind.None : BreakBefore(block, i, startsClause && !GoesOn(clauseBefore, token.Kind), isInItems);
            clauseBefore = startsClause ? token.Kind : clauseBefore;
            isInItems = token.Kind switch
            {
                TokenKind.ItemBullet => true,
                TokenKind.LineBullet => false,
                _ => isInItems && kind != BreakKind.AfterItems,
            };
            Trivia before = i == 0 ? Nothing : Trivia.Read(block.Content, block.Tokens[i - 1].Span.End, token.Span.Start);
            pieces.Add(new LayoutPiece(TokenText.Of(block.Content, token) ?? "", kind, IsGlued(token.Kind) && !IsAnd(block, i), isInClause, before));
        }

        return pieces.ToImmutable();
    }

    private static BreakKind BreakBefore(SourceBlock block, int index, bool startsClause, bool isInItems)
    {
        TokenKind kind = block.Tokens[index].Kind;
        TokenKind previous = block.Tokens[index - 1].Kind;
        if (IsAnd(block, index))
        {
            return BreakKind.Clause;
        }

        if (IsGlued(kind) || IsAnd(block, index - 1))
        {
            return BreakKind.None;
        }

        if (kind is TokenKind.LineBullet || previous is TokenKind.Title || (previous is TokenKind.Colon && block.Sentence is ScenarioSyntax))
        {
            return BreakKind.Line;
        }

        if (kind is TokenKind.ItemBullet)
        {
            return BreakKind.Item;
        }

        if (isInItems && previous is not TokenKind.ItemBullet && (startsClause || kind is TokenKind.To))
        {
            return BreakKind.AfterItems;
        }

        if (IsInline(block.Sentence) && (startsClause || previous is TokenKind.Colon))
        {
            return BreakKind.Comma;
        }

        return startsClause ? BreakKind.Clause
            : block.Sentence is ScenarioSyntax && kind is TokenKind.IsDecidedBy or TokenKind.IsReservedTo ? BreakKind.Expectation
            : previous is TokenKind.Comma ? BreakKind.Comma
            : BreakKind.None;
    }

    /// <summary>Whether it is a list whose names follow one another: it goes on to the next line wherever it must.</summary>
    public static bool IsInline(SentenceSyntax? sentence) => sentence is ListDeclarationSyntax { Items: [{ IsInline: true }, ..] };

    // Two clauses that are read as one: "from 1 April 2026 until 31 March 2028", "worth £4 million for 2026/27".
    private static bool GoesOn(TokenKind before, TokenKind clause) =>
        (before is TokenKind.From && clause is TokenKind.Until) || (before is TokenKind.Worth && clause is TokenKind.For);

    // The word between two limits, where a comma may stand as well.
    private static bool IsAnd(SourceBlock block, int index) =>
        block.Tokens[index].Kind is TokenKind.Comma or TokenKind.Worth && block.Content[block.Tokens[index].Span.Start] == 'a';

    private static bool IsGlued(TokenKind kind) =>
        kind is TokenKind.FullStop or TokenKind.Comma or TokenKind.AmountComma or TokenKind.Colon or TokenKind.QuestionMark;

    private static IEnumerable<ClauseSyntax> ClausesOf(SentenceSyntax sentence)
    {
        foreach (ClauseSyntax clause in sentence.Clauses)
        {
            yield return clause;
        }

        ImmutableArray<ImmutableArray<ClauseSyntax>> parts = sentence switch
        {
            ListDeclarationSyntax list => list.Items.Select(item => item.Clauses),
            LimitsTableSyntax table => table.Lines.Select(line => line.Clauses),
            ScenarioSyntax scenario => [scenario.Decision.Clauses],
            _ => [],
        };
        foreach (ImmutableArray<ClauseSyntax> part in parts)
        {
            foreach (ClauseSyntax clause in part)
            {
                yield return clause;
            }
        }
    }
}
