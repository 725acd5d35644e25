using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>
/// DL3014: the delegator's own approval is needed each time.
/// <para><b>What.</b> The delegate may decide only after the delegator itself, or its board, has approved. Then the delegator decides, and the
/// delegate recommends.</para>
/// <para><b>Why it matters.</b> Nothing is gained for the delegate, and the reader cannot tell who answers for the decision.</para>
/// <para><b>Example.</b> <c>Trust delegates buying to Finance Committee after approval of Board.</c></para>
/// <para><b>Instead.</b> <c>Trust reserves buying to Board. Finance Committee recommends buying to Board.</c></para>
/// <para><b>Source.</b> Published schemes in which a committee's row reads "subject to the approval of the board". Practice, not law.</para>
/// </summary>
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
