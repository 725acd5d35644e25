using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Parsing;
using DelegationLang.Semantics;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>Which clauses a sentence may have, and which it has.</summary>
/// <param name="Sort">What sort of sentence it is.</param>
/// <param name="Given">Those it has, before the cursor or after it.</param>
internal sealed record GivenClauses(SentenceSort Sort, IReadOnlyList<ClauseSyntax> Given)
{
    /// <summary>Whether the sentence may have a clause.</summary>
    public bool Allows(ClauseKind kind) => ClauseTable.MayStand(kind, Sort);

    /// <summary>Whether the sentence has a clause.</summary>
    public bool Has(ClauseKind kind) => Given.Any(clause => clause.Kind == kind);

    /// <summary>The clauses of the sentence, or of the line of a table or list, that an offset lies in.</summary>
    public static GivenClauses At(DocumentView view, SentenceContext context, int offset)
    {
        SentenceSyntax? sentence = view.SentenceAt(offset) ?? view.Tree.Sentences.LastOrDefault(candidate => candidate.Span.Start < offset);
        IReadOnlyList<ClauseSyntax> clauses = sentence switch
        {
            LimitsTableSyntax table when LineAt(table.Lines, offset) is { } line => line.Clauses,
            ListDeclarationSyntax list when LineAt(list.Items, offset) is { } item => item.Clauses,
            ScenarioSyntax scenario => scenario.Decision.Clauses,
            null => [],
            _ => sentence.Clauses,
        };
        return new GivenClauses(SortOf(view, context), clauses);
    }

    private static T? LineAt<T>(IEnumerable<T> lines, int offset)
        where T : SyntaxNode => lines.LastOrDefault(line => line.Span.Start <= offset);

    private static SentenceSort SortOf(DocumentView view, SentenceContext context)
    {
        if (context.Has(TokenKind.Delegates) || context.Has(TokenKind.Entrusts))
        {
            return context.Has(TokenKind.To) ? SentenceSort.Delegation : SentenceSort.BeforeRecipient;
        }

        if (context.Has(TokenKind.Reserves))
        {
            return context.Has(TokenKind.To) ? SentenceSort.Reservation : SentenceSort.BeforeRecipient;
        }

        if (context.Has(TokenKind.Limits))
        {
            return context.Has(TokenKind.Colon) ? SentenceSort.Delegation : SentenceSort.TableHead;
        }

        if (context.Has(TokenKind.EveryDelegation))
        {
            return SentenceSort.EveryDelegation;
        }

        if (ListHead.FamilyIn(context, view) is { } family)
        {
            return context.Has(TokenKind.ReservedTo) ? SentenceSort.ReservedLine : ClauseRules.Declaration(family);
        }

        if (context.Has(TokenKind.Deputises))
        {
            return SentenceSort.Deputy;
        }

        if (context.Has(TokenKind.Scheme))
        {
            return SentenceSort.Scheme;
        }

        if (context.Has(TokenKind.What))
        {
            return context.Has(TokenKind.Decide) ? SentenceSort.Inventory : SentenceSort.None;
        }

        if (context.Has(TokenKind.Scenario) || context.Has(TokenKind.WhoDecides) || context.Has(TokenKind.Decide))
        {
            return SentenceSort.Decision;
        }

        if (context.Has(TokenKind.TakesNoPart))
        {
            return SentenceSort.Recusal;
        }

        if (context.Has(TokenKind.TakesOver))
        {
            return SentenceSort.Succession;
        }

        if (context.Has(TokenKind.Concerns) || context.Has(TokenKind.NobodyTakesPart))
        {
            return SentenceSort.Conflicts;
        }

        if (context.Has(TokenKind.Recommends) || context.Has(TokenKind.Advises) || context.Has(TokenKind.Oversees) || context.Has(TokenKind.Consults))
        {
            return SentenceSort.Involvement;
        }

        return context.Has(TokenKind.Is) && context.Subject(view) is { } declared ? ClauseRules.Declaration(declared.Kind.Family) : SentenceSort.None;
    }
}
