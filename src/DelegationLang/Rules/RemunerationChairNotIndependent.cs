using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL6003: a remuneration committee chaired by the organisation's chair or by the audit chair.</summary>
internal sealed class RemunerationChairNotIndependent : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6003",
        "remuneration-chair-not-independent",
        "A remuneration committee chaired by the chair or the audit chair",
        DiagnosticSeverity.Warning,
        RuleBasis.Local);

    /// <inheritdoc/>
    public void Run(RuleRun run) =>
        CommitteeChairs.ReportEach(run, run.Bodies.RemunerationCommittees, (committee, chair) => Describe(run, committee, chair));

    private Diagnostic? Describe(RuleRun run, PartySymbol committee, PartySymbol chair)
    {
        foreach (PartySymbol organisation in Seats.OrganisationsOf(committee))
        {
            if (CommitteeChairs.IsChairOf(run.Bodies, chair, organisation) is PartySymbol first)
            {
                return Finding(run, committee, chair, first, $"the chair of {Phrases.Name(organisation)}");
            }

            foreach (PartySymbol audit in run.Bodies.AuditCommittees)
            {
                // One committee may have both jobs: then there is but one chair, and nothing to choose.
                if (ReferenceEquals(audit, committee) || !Seats.OrganisationsOf(audit).Contains(organisation))
                {
                    continue;
                }

                foreach (PartySymbol auditChair in run.Bodies.ChairsOf(audit))
                {
                    if (Bodies.IsOneOf(chair, [auditChair]))
                    {
                        return Finding(run, committee, chair, auditChair, $"who also chairs {Phrases.Name(audit)}");
                    }
                }
            }
        }

        return null;
    }

    private Diagnostic Finding(RuleRun run, PartySymbol committee, PartySymbol chair, PartySymbol other, string what) =>
        new(
            Descriptor,
            CommitteeChairs.LocationOf(run.Model, committee),
            $"{Phrases.Name(committee)} is chaired by {CommitteeChairs.Name(chair, other)}, {what}{Phrases.LocalPractice}")
        {
            Label = "one person, two duties",
            Related = [new RelatedLocation($"{Phrases.Name(other)} is declared here", other.Location)],
            Help = "let a non-executive take the chair who chairs neither the board nor the audit committee",
        };
}
