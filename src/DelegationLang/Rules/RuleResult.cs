using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>What the rules found.</summary>
/// <param name="Diagnostics">The findings with the severities that the rules gave them, sorted by file in the order of reading, then by place, then by code.</param>
/// <param name="InError">
/// The statements in which a rule found an error. The severity that the rule gave decides: configuration changes the report, never what a fault does
/// to authority. Statements of which <see cref="Statement.HasErrors"/> is set are not among them.
/// </param>
public sealed record RuleResult(ImmutableArray<Diagnostic> Diagnostics, ImmutableHashSet<Statement> InError)
{
    /// <summary>What the law keeps out of sentences that are not in error.</summary>
    public LegalLimits Law { get; init; } = LegalLimits.None;
}
