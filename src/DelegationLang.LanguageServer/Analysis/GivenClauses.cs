using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>Which clauses a sentence may have, and which it has.</summary>
/// <param name="Allowed">Those it may have.</param>
/// <param name="Given">Those it has, before the cursor or after it.</param>
internal sealed record GivenClauses(ClauseSet Allowed, ClauseSet Given)
{
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
        ClauseSet given = ClauseSet.None;
        foreach (ClauseSyntax clause in clauses)
        {
            given |= ClauseRules.BitOf(clause);
        }

        return new GivenClauses(AllowedIn(view, context), given);
    }

    private static T? LineAt<T>(IEnumerable<T> lines, int offset)
        where T : SyntaxNode => lines.LastOrDefault(line => line.Span.Start <= offset);

    private static ClauseSet AllowedIn(DocumentView view, SentenceContext context)
    {
        if (context.Has(TokenKind.Delegates) || context.Has(TokenKind.Entrusts))
        {
            return context.Has(TokenKind.To) ? ClauseRules.Delegation : ClauseSet.For | ClauseSet.At | ClauseSet.Except;
        }

        if (context.Has(TokenKind.Reserves))
        {
            return context.Has(TokenKind.To) ? ClauseRules.Reservation : ClauseSet.For | ClauseSet.At | ClauseSet.Except;
        }

        if (context.Has(TokenKind.Limits))
        {
            return context.Has(TokenKind.Colon) ? ClauseRules.Delegation : ClauseRules.Table;
        }

        if (context.Has(TokenKind.EveryDelegation))
        {
            return ClauseRules.Delegation;
        }

        if (ListHead.FamilyIn(context, view) is { } family)
        {
            return context.Has(TokenKind.ReservedTo) ? ClauseRules.ReservedLine : ClauseRules.Declaration(family);
        }

        if (context.Has(TokenKind.Deputises))
        {
            return ClauseRules.Deputy;
        }

        if (context.Has(TokenKind.Scheme))
        {
            return ClauseRules.Scheme;
        }

        if (context.Has(TokenKind.What))
        {
            return context.Has(TokenKind.Decide) ? ClauseSet.On : ClauseSet.None;
        }

        if (context.Has(TokenKind.Scenario) || context.Has(TokenKind.WhoDecides) || context.Has(TokenKind.Decide))
        {
            return ClauseRules.Decision;
        }

        if (context.Has(TokenKind.TakesNoPart))
        {
            return ClauseRules.Recusal;
        }

        if (context.Has(TokenKind.TakesOver))
        {
            return ClauseRules.Succession;
        }

        if (context.Has(TokenKind.Concerns) || context.Has(TokenKind.NobodyTakesPart))
        {
            return ClauseRules.Conflicts;
        }

        if (context.Has(TokenKind.Recommends) || context.Has(TokenKind.Advises) || context.Has(TokenKind.Oversees) || context.Has(TokenKind.Consults))
        {
            return ClauseRules.Involvement;
        }

        return context.Has(TokenKind.Is) && context.Subject(view) is { } declared ? ClauseRules.Declaration(declared.Kind.Family) : ClauseSet.None;
    }
}
