using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL3014: the delegator's own approval is needed each time.</summary>
internal sealed class DelegatorApprovesEachTime : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3014", "delegator-approves-each-time", "A delegation that needs its delegator’s approval each time", DiagnosticSeverity.Info, RuleBasis.Local);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (DelegationStatement statement in run.Delegations)
        {
            Step? step = statement.Terms.Steps.FirstOrDefault(step =>
                step.Kind == StepKind.Approval && ClauseLocations.IsOwn(statement, step.Location) && IsByDelegator(statement, step, run.Seats));
            if (step is not null && statement.Holders.Any(holder => !run.Judge.Authority.Index.IsToOneself(statement, holder)))
            {
                run.Report(statement, Describe(statement, step));
            }
        }
    }

    private Diagnostic Describe(DelegationStatement statement, Step step)
    {
        string delegator = Phrases.Delegator(statement);
        string holder = statement.Holders.IsEmpty ? "its delegate" : Phrases.Holder(statement.Holders[0]);
        return new Diagnostic(
            Descriptor,
            step.Location,
            $"{delegator} must approve each time, so {holder} recommends and does not decide{Phrases.LocalPractice}")
        {
            Label = "the delegator itself decides",
            Help = $"leave the approval out if {holder} is to decide, with `reporting to` or `ratified by` instead; if not, reserve the matter and say that {holder} recommends it",
        };
    }

    // Every way of meeting the step goes through the delegator.
    private static bool IsByDelegator(DelegationStatement statement, Step step, Seats seats) =>
        statement.Delegator is PartySymbol delegator
        && !step.AnyOf.IsEmpty
        && step.AnyOf.All(group => group.Parties.Any(party => seats.AreSame(party, delegator)));
}
