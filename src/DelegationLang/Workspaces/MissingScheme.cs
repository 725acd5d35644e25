using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>
/// A project without a <c>scheme</c> sentence, or without any sentence. It has no days and nobody adopted it, so it answers nothing and is not
/// built. Neither an exemption nor a severity takes the finding away: an empty file must never replace what is published.
/// </summary>
internal static class MissingScheme
{
    private const string Word = "scheme";

    /// <summary>The finding; none where there is a scheme sentence, or where one may stand in what cannot be read.</summary>
    public static Diagnostic? Find(ImmutableArray<SyntaxTree> trees)
    {
        if (trees.IsEmpty || trees.Any(tree => tree.Sentences.Any(sentence => sentence is SchemeSyntax || MayBeOne(tree.Source, sentence))))
        {
            return null;
        }

        SyntaxTree first = trees[0];
        bool isEmpty = trees.All(tree => tree.Sentences.IsEmpty);
        int start = first.Sentences.IsEmpty ? 0 : first.Sentences[0].Span.Start;
        return new Diagnostic(
            WorkspaceDiagnostics.NoScheme,
            new SourceLocation(first.Source, new TextSpan(start, 0)),
            isEmpty ? "there is no sentence here, so there is no scheme" : "no sentence says which scheme this is")
        {
            Label = "the scheme sentence is missing",
            Help = "begin with `scheme TITLE`, and under it `version 1`, `approved by BOARD on DATE` and `in force from DATE.`"
                + (isEmpty ? "" : "; a file that others use is checked with the file that uses it, or with its folder"),
        };
    }

    // A sentence that cannot be read, or whose title reads like a sentence, is reported for what it is.
    private static bool MayBeOne(SourceText source, SentenceSyntax sentence)
    {
        if (sentence is not BrokenSentenceSyntax && !sentence.HasErrors)
        {
            return false;
        }

        string text = source.ToString(sentence.Span);
        return text.StartsWith(Word, StringComparison.OrdinalIgnoreCase)
            || (sentence is BrokenSentenceSyntax && text.Contains("in force", StringComparison.OrdinalIgnoreCase));
    }
}
