using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>
/// DL4003: the power excludes this function.
/// <para><b>What.</b> The power that the sentence or its agreement names, or every power that could be meant, says <c>except</c> a function or a
/// kind of function, and what is delegated is that or lies within it.</para>
/// <para><b>Why it matters.</b> An exclusion is the one part of a power that an agreement cannot write around.</para>
/// <para><b>Example.</b> <c>Trust delegates cataract surgery to Council under Integration Agreement.</c>, a section 75 agreement.</para>
/// <para><b>Instead.</b> Leave the function with the body that has it, or name a power that covers it.</para>
/// <para><b>Source.</b> The <c>except</c> lists of the law library: SI 2022/642 regulation 2 for section 65Z5, SI 2000/617 regulation 5 for
/// section 75.</para>
/// </summary>
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
