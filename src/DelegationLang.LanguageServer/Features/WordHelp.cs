using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What a word of the language means, a kind, or a library: whatever is no declared name.</summary>
internal static class WordHelp
{
    /// <summary>Says what the word at an offset means.</summary>
    /// <param name="text">Takes the words.</param>
    /// <param name="view">The document.</param>
    /// <param name="offset">The offset.</param>
    /// <returns>The word; none where there is nothing to say of it.</returns>
    public static TextSpan? Describe(MarkdownText text, DocumentView view, int offset)
    {
        IReadOnlyList<SyntaxToken> tokens = view.Tree.Tokens;
        for (int i = 0; i < tokens.Count && tokens[i].Span.Start <= offset; i++)
        {
            SyntaxToken token = tokens[i];
            if (offset > token.Span.End || token.Span.Length == 0 || (offset == token.Span.End && i + 1 < tokens.Count && tokens[i + 1].Span.Start == offset))
            {
                continue;
            }

            string words = SentenceContext.TextOf(view.Source, token.Span);
            bool isDescribed = token.Kind switch
            {
                TokenKind.Name when i > 0 && tokens[i - 1].Kind == TokenKind.Is => Kind(text, view, words),
                TokenKind.Name when i > 0 && tokens[i - 1].Kind == TokenKind.Use => Library(text, view, words),
                _ => Phrase(text, token.Kind, words),
            };
            return isDescribed ? token.Span : null;
        }

        return null;
    }

    private static bool Kind(MarkdownText text, DocumentView view, string words)
    {
        // Whose it is, or in what it is measured, is no part of the kind.
        int end = Math.Max(words.IndexOf(" of ", StringComparison.Ordinal), words.IndexOf(" in ", StringComparison.Ordinal));
        if (KindProposals.KindOf(view.Project.Compilation.Model, end > 0 ? words[..end] : words) is not { } kind)
        {
            return false;
        }

        string family = MessageWords.Family(kind.Family);
        text.Paragraph(kind.Parent is { } parent && parent.Name != kind.Name
            ? $"{text.Bold(kind.Name)} is a kind of {text.Plain(parent.Name)}: {family}."
            : $"{text.Bold(kind.Name)}: {family}.");
        text.Paragraph(text.Plain(kind.Family switch
        {
            SymbolFamily.Organisation => "A body in law. It holds authority of its own, and gives it on.",
            SymbolFamily.Group => "People who decide, or advise, together. It holds what it is given.",
            SymbolFamily.Role => "A post, whoever is in it. It holds what it is given.",
            SymbolFamily.Function => "Something that the law has a body do. Authority can be given over it.",
            SymbolFamily.Matter => "A sort of decision. Authority can be given over it, and it can be reserved.",
            SymbolFamily.Budget => "Money for functions. Authority can be given over it.",
            SymbolFamily.Place => "Where authority can be confined to.",
            SymbolFamily.Power => "What the law says may be delegated, by whom and to whom.",
            SymbolFamily.Agreement => "What bodies have agreed between them, and under which power.",
            SymbolFamily.Condition => "A fact that is so or not so. Sentences depend on it with when and unless.",
            SymbolFamily.Measure => "A fact that is a number. Sentences depend on it with when and a bound.",
            SymbolFamily.Basis => "What a sum counts.",
            SymbolFamily.Class => "A name for several posts together. Authority goes to each of them, or to some acting together.",
            _ => "A sum with a name.",
        }));
        if (kind.Location is { } place)
        {
            text.Paragraph("Declared in " + text.Plain(place.File) + ".");
        }

        return true;
    }

    private static bool Library(MarkdownText text, DocumentView view, string name)
    {
        if (view.Project.Compilation.LibraryTrees.FirstOrDefault(tree => tree.Source.FileName == name + Workspaces.Project.Extension) is not { } library)
        {
            return false;
        }

        Symbol[] declared = [.. view.Project.Compilation.Model.Symbols.Where(symbol => ReferenceEquals(symbol.Location.Source, library.Source))];
        text.Paragraph($"{text.Bold(name)} is a library: the law that a scheme is checked against.");
        text.Bullets(declared.GroupBy(symbol => symbol.Kind.Family).OrderBy(group => group.Key).Select(group => $"{Wording.Amount(group.Count(), "")} × {text.Plain(MessageWords.Family(group.Key))}"));
        return true;
    }

    private static bool Phrase(MarkdownText text, TokenKind kind, string words)
    {
        if (ClauseHelp.Find(words) is { } clause)
        {
            text.Paragraph($"{text.Bold(clause.Keyword)}: {text.Plain(clause.Help)}");
            text.Verbatim(clause.Example);
            return true;
        }

        if (PhraseTable.WordsOf(kind).Length > 0 && SentenceVerb.Find(words) is { } verb)
        {
            text.Paragraph($"{text.Bold(verb.Words)}: {text.Plain(verb.Help)}.");
            text.Verbatim(verb.Example);
            return true;
        }

        return false;
    }
}
