using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL3001: a reserved matter is delegated.</summary>
internal sealed class ReservedMatterDelegated : IRule
{
    private const int MaximumRelated = 4;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3001", "reserved-matter-delegated", "A reserved matter delegated", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (GivesReserved verdict in run.Verdicts<GivesReserved>())
        {
            run.Report(verdict.Statement, Describe(verdict, run));
        }
    }

    private Diagnostic Describe(GivesReserved verdict, RuleRun run)
    {
        string subject = Phrases.Subject(verdict.Subject);
        string keepers = Phrases.Names(verdict.Takings.SelectMany(taking => taking.Holder.Group.Parties).Distinct());
        string delegator = Phrases.Delegator(verdict.Statement);
        return new Diagnostic(
            Descriptor,
            verdict.Subject.Location,
            verdict.Takings.Any(taking => taking.Statement.IsProhibition)
                ? $"nobody may decide {subject}, so {delegator} cannot delegate it to {Phrases.Holder(verdict.Holder)}"
                : $"{subject} is reserved to {keepers}, so {delegator} cannot delegate it to {Phrases.Holder(verdict.Holder)}")
        {
            Label = "delegated here",
            Related = [.. Related(verdict)],
            Help = verdict.Takings.Any(taking => taking.Statement.IsProhibition)
                ? $"take {subject} out of this sentence, or out of the one that says that nobody may decide it"
                : $"take {subject} out of this sentence, or out of the reservation; if it is for emergencies only, "
                + $"add `even if reserved`, a `when` that says when, and `ratified by` {delegator} or its board",
            Fixes = verdict.Takings.Any(taking => taking.Statement.IsProhibition) ? [] : [.. ReservationFixes.Of(verdict, run)],
        };
    }

    private static IEnumerable<RelatedLocation> Related(GivesReserved verdict) =>
        verdict.Takings.Take(MaximumRelated).Select(taking => new RelatedLocation(
            $"reserved to {Phrases.Holder(taking.Holder)} here",
            taking.Subject.Location));
}
