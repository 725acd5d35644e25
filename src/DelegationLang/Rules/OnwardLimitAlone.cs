using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL3011: a limit on onward delegation, and none on the delegation itself.</summary>
internal sealed class OnwardLimitAlone : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3011", "onward-limit-alone", "A limit on onward delegation, none on the delegation", DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (statement.Terms is { Onward.Limit: AmountLimit onward } terms
                && (terms.Limit is null || terms.IsLimitAdded)
                && ClauseLocations.IsOwn(statement, onward.Location))
            {
                run.Report(statement, Describe(statement, onward));
            }
        }
    }

    private Diagnostic Describe(DelegationStatement statement, AmountLimit onward)
    {
        string words = Phrases.Words(onward.Location);
        string holders = string.Join(", ", statement.Holders.Select(Phrases.Holder));
        return new Diagnostic(
            Descriptor,
            onward.Location,
            $"{Phrases.Quote(words)} limits what may be delegated on, and nothing limits what {holders} may decide")
        {
            Label = "limits onward delegation only",
            Fixes = Fixes(statement, onward, words),
            Help = $"if it is meant for both, put it first: `{words} with power to delegate`; if not, state the limit of the delegation as well",
        };
    }

    // Before the power to delegate, the same words limit both.
    private static ImmutableArray<CodeFix> Fixes(DelegationStatement statement, AmountLimit onward, string words) =>
        ClauseLocations.Of<OnwardClauseSyntax>(statement) is SourceLocation power && power.Span.Start < onward.Location.Span.Start
            ? [new CodeFix($"limit both: {Phrases.Quote(words + " with power to delegate")}", [new TextEdit(power with { Span = new TextSpan(power.Span.Start, 0) }, words + " "), Removal.Of(onward.Location)])]
            : [];
}
