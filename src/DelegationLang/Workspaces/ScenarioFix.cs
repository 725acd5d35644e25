using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>Makes a scenario expect what is so: for an author who has looked at the answer and finds it right.</summary>
internal static class ScenarioFix
{
    /// <summary>The change; none where what is so cannot be said as an expectation.</summary>
    public static ImmutableArray<CodeFix> Of(ScenarioResult result, IEnumerable<SyntaxTree> trees)
    {
        SourceText source = result.Scenario.Location.Source;
        if (Words(result.Answer) is not { } words || trees.FirstOrDefault(tree => ReferenceEquals(tree.Source, source)) is not { } tree || SpanOf(result, tree) is not { } span)
        {
            return [];
        }

        return [new CodeFix($"expect what is so: `{words}`", [new TextEdit(new SourceLocation(source, span), words)])];
    }

    /// <summary>What is so, as a scenario expects it: <c>is decided by Board</c>; none where it cannot be said as an expectation.</summary>
    internal static string? Words(Answer answer) => answer.Outcome switch
    {
        Outcome.Yes => "may decide",
        Outcome.No => "may not decide",
        Outcome.Nobody => "is decided by nobody",
        Outcome.Decided => Parties(answer) is { } deciders ? "is decided by " + deciders : null,
        Outcome.Reserved => Parties(answer) is { } keepers ? "is reserved to " + keepers : null,
        _ => null,
    };

    // Each alone, or one group together; what is more involved has to be written by hand.
    private static string? Parties(Answer answer)
    {
        bool isEachAlone = answer.Alternatives.All(group => group.Length == 1);
        bool isOneGroup = answer.Alternatives is [var only] && only.Distinct(StringComparer.Ordinal).Count() == only.Length;
        return isEachAlone ? string.Join(", ", answer.Alternatives.Select(group => MessageWords.Writable(group[0])))
            : isOneGroup ? string.Join(" jointly with ", answer.Alternatives[0].Select(MessageWords.Writable))
            : null;
    }

    // From the words of the expectation to the end of those whom it names; of "may decide" only these words.
    private static TextSpan? SpanOf(ScenarioResult result, SyntaxTree tree)
    {
        TextSpan sentence = result.Scenario.Location.Span;
        bool isMay = result.Answer.Outcome is Outcome.Yes or Outcome.No;
        int start = -1, end = -1;
        foreach (SyntaxToken token in tree.Tokens)
        {
            if (token.Span.Start < sentence.Start || token.Span.End > sentence.End)
            {
                continue;
            }

            start = token.Kind is TokenKind.May or TokenKind.MayNot or TokenKind.IsDecidedBy or TokenKind.IsReservedTo ? token.Span.Start : start;
            end = isMay ? (token.Kind == TokenKind.Decide ? token.Span.End : end) : token.Kind == TokenKind.FullStop ? end : token.Span.End;
        }

        return start >= 0 && end > start ? TextSpan.FromBounds(start, end) : null;
    }
}
