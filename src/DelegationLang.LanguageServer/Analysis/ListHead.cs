using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>What a list declares, by the plural in its head.</summary>
internal static class ListHead
{
    /// <summary>The family of what the list declares in which the cursor stands; none outside a list.</summary>
    public static SymbolFamily? FamilyIn(SentenceContext context, DocumentView view)
    {
        foreach (SyntaxToken token in context.Tokens)
        {
            if (token.Kind == TokenKind.ListOf)
            {
                return FamilyOf(view, view.Source.ToString(token.Span)[..^"of".Length].TrimEnd());
            }
        }

        return null;
    }

    /// <summary>The family of the kind of which these words are the plural; matters where they are the plural of none.</summary>
    public static SymbolFamily FamilyOf(DocumentView view, string plural)
    {
        string key = NameKey.Of(plural);
        foreach (KindSymbol kind in view.Project.Compilation.Model.Kinds)
        {
            if (NameKey.Of(Plural.Of(kind.Name)) == key)
            {
                return kind.Family;
            }
        }

        return SymbolFamily.Matter;
    }
}
