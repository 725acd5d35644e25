using System.Collections.Immutable;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>Finds again the sentence that something was made from, so that a finding can point at the very clause.</summary>
internal static class SentenceClauses
{
    /// <summary>The first clause of a kind in the declaration of something; none when it has none, or when no text declares it.</summary>
    public static SourceLocation? OfDeclaration<TClause>(SchemeModel model, Symbol symbol, Func<TClause, bool>? isWanted = null)
        where TClause : ClauseSyntax => Of(DeclaringClauses(model, symbol), symbol.Location.Source, isWanted);

    /// <summary>The first clause of a kind in the scheme sentence; none when it has none.</summary>
    public static SourceLocation? OfScheme<TClause>(SchemeModel model)
        where TClause : ClauseSyntax =>
        model.Info.Location is SourceLocation scheme && SentenceAt(model, scheme) is SchemeSyntax sentence
            ? Of<TClause>(sentence.Clauses, scheme.Source, null)
            : null;

    /// <summary>The sentence that a location lies in; none where there is none.</summary>
    public static SentenceSyntax? SentenceAt(SchemeModel model, SourceLocation location)
    {
        foreach (SyntaxTree tree in model.Trees)
        {
            if (ReferenceEquals(tree.Source, location.Source))
            {
                return SentenceAt(tree.Sentences, location.Span.Start);
            }
        }

        return null;
    }

    /// <summary>Where a clause may be added to the declaration of something: before its full stop, or at the end of its line of a list.</summary>
    public static SourceLocation? EndOfDeclaration(SchemeModel model, Symbol symbol)
    {
        if (symbol.Declaration == default || SentenceAt(model, symbol.Location) is not DeclarationSyntax declaration || declaration.HasErrors)
        {
            return null;
        }

        int end = declaration.Clauses.IsEmpty ? declaration.Descriptor.Span.End : declaration.Clauses[^1].Span.End;
        return new SourceLocation(symbol.Location.Source, new TextSpan(end, 0));
    }

    private static ImmutableArray<ClauseSyntax> DeclaringClauses(SchemeModel model, Symbol symbol)
    {
        if (symbol.Declaration == default)
        {
            return [];
        }

        switch (SentenceAt(model, symbol.Location))
        {
            case DeclarationSyntax declaration:
                return declaration.Clauses;
            case ListDeclarationSyntax list:
                foreach (ListItemSyntax item in list.Items)
                {
                    if (item.Span.Start <= symbol.Location.Span.Start && symbol.Location.Span.Start < item.Span.End)
                    {
                        return list.ClausesOf(item);
                    }
                }

                return [];
            default:
                return [];
        }
    }

    private static SourceLocation? Of<TClause>(ImmutableArray<ClauseSyntax> clauses, SourceText source, Func<TClause, bool>? isWanted)
        where TClause : ClauseSyntax
    {
        foreach (ClauseSyntax clause in clauses)
        {
            if (clause is TClause wanted && (isWanted is null || isWanted(wanted)))
            {
                return new SourceLocation(source, clause.Span);
            }
        }

        return null;
    }

    // Sentences stand in the order of the text.
    private static SentenceSyntax? SentenceAt(ImmutableArray<SentenceSyntax> sentences, int position)
    {
        int low = 0;
        int high = sentences.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (sentences[middle].Span.Start <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high >= 0 && position < sentences[high].Span.End ? sentences[high] : null;
    }
}
