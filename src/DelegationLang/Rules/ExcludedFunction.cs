using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4003: the power excludes this function.</summary>
internal sealed class ExcludedFunction : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4003", "excluded-function", "A function that the power excludes", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (ExcludedByPower verdict in run.LegalVerdicts<ExcludedByPower>())
        {
            run.Report(verdict, Describe(verdict));
        }
    }

    private Diagnostic Describe(ExcludedByPower verdict)
    {
        string subject = Phrases.Name(verdict.Subject);
        string power = verdict.Power is PowerSymbol named ? Phrases.Name(named) : "the power";
        string message = verdict.Named is SubjectSymbol excluded
            ? ReferenceEquals(excluded, verdict.Subject) || string.Equals(excluded.Name, verdict.Subject.Name, StringComparison.OrdinalIgnoreCase)
                ? $"{power} excludes {subject}"
                : $"{power} excludes {Phrases.Name(excluded)}, and {subject} lies within it"
            : $"{power} excludes every {verdict.Kind?.Name ?? "function of this kind"}, and {subject} is one";
        return new Diagnostic(Descriptor, verdict.Location, verdict.IsUnchecked ? message + Phrases.Unverified : message)
        {
            Severity = verdict.Weigh(Descriptor.DefaultSeverity),
            Label = "does not reach this function",
            Related = verdict.Subject.IsFromLibrary ? [] : [new RelatedLocation($"{subject} is declared here", verdict.Subject.Location)],
            Help = verdict.Ways.Count > 0
                ? $"{Phrases.Names(verdict.Ways, "or")} covers it: name that power in the agreement that this rests on"
                : $"leave {subject} out of this sentence: it stays with {Phrases.Giver(verdict.Statement)}",
        };
    }
}
