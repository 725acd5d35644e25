using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL3007: delegations that go round in a circle, or to oneself.</summary>
internal sealed class CircularDelegation : IRule
{
    private const int MaximumRelated = 6;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3007", "circular-delegation", "Delegations that go round in a circle, or to oneself", DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (GivesToOneself verdict in run.Verdicts<GivesToOneself>())
        {
            run.Report(verdict.Statement, ToOneself(verdict));
        }

        foreach (ClosesCircle verdict in run.Verdicts<ClosesCircle>())
        {
            run.Report(verdict.Statement, Circle(verdict));
        }
    }

    private Diagnostic ToOneself(GivesToOneself verdict)
    {
        string delegator = Phrases.Delegator(verdict.Statement);
        string holder = Phrases.Holder(verdict.Holder);
        bool isSameName = string.Equals(delegator, holder, StringComparison.Ordinal);
        string why = verdict.Holder.Group.Parties.Any(party => party.HeldBy is not null) || verdict.Statement.Delegator?.HeldBy is not null
            ? "they are one person"
            : "they are one and the same where authority is concerned";
        return new Diagnostic(
            Descriptor,
            verdict.Holder.Location,
            isSameName ? $"{delegator} delegates to itself" : $"{delegator} delegates to {holder}, which is to itself: {why}")
        {
            Label = "the delegator itself",
            Related = [new RelatedLocation("delegated by", verdict.Statement.DelegatorLocation)],
            Help = $"leave the sentence out: what {delegator} has not given to anybody it decides already; to keep a matter from being given away, reserve it",
        };
    }

    private Diagnostic Circle(ClosesCircle verdict)
    {
        Grant closing = verdict.Circle[^1];
        string delegator = Phrases.Delegator(verdict.Statement);
        string back = Phrases.Name(closing.To);
        return new Diagnostic(
            Descriptor,
            closing.Holder.Location,
            $"{delegator} delegates {Phrases.Subject(closing.Subject)} back to {back}, from whom it came")
        {
            Label = "closes the circle",
            Related =
            [
                .. verdict.Circle.SkipLast(1).Take(MaximumRelated).Select(grant => new RelatedLocation(
                    $"{Phrases.Delegator(grant.Statement)} delegates {Phrases.Subject(grant.Subject)} to {Phrases.Holder(grant.Holder)} here",
                    grant.Holder.Location)),
            ],
            Help = $"leave this sentence out: {back} keeps its authority when it delegates",
        };
    }
}
