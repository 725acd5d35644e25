using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL6002: an audit committee chaired by an executive or by the organisation's own chair.</summary>
internal sealed class AuditChairNotIndependent : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6002", "audit-chair-not-independent", "An audit committee chaired by an executive or the chair", DiagnosticSeverity.Warning, RuleBasis.Local);

    /// <inheritdoc/>
    public void Run(RuleRun run) =>
        CommitteeChairs.ReportEach(run, run.Bodies.AuditCommittees, (committee, chair) => Describe(run, committee, chair));

    private Diagnostic? Describe(RuleRun run, PartySymbol committee, PartySymbol chair)
    {
        foreach (PartySymbol organisation in Seats.OrganisationsOf(committee))
        {
            foreach (PartySymbol person in Bodies.PeopleBehind(chair))
            {
                if (CommitteeChairs.IsExecutive(person, organisation))
                {
                    return Finding(run, committee, chair, $"an officer of {Phrases.Name(organisation)}", person);
                }
            }

            if (CommitteeChairs.IsChairOf(run.Bodies, chair, organisation) is PartySymbol first)
            {
                return Finding(run, committee, chair, $"the chair of {Phrases.Name(organisation)}", first);
            }
        }

        return null;
    }

    private Diagnostic Finding(RuleRun run, PartySymbol committee, PartySymbol chair, string what, PartySymbol person) =>
        new(
            Descriptor,
            CommitteeChairs.LocationOf(run.Model, committee),
            $"{Phrases.Name(committee)} is chaired by {CommitteeChairs.Name(chair, person)}, {what}{Phrases.LocalPractice}")
        {
            Label = "not independent",
            Related = [new RelatedLocation($"{Phrases.Name(person)} is declared here", person.Location)],
            Help = "let an independent member who is neither an officer nor the organisation’s chair take the chair",
        };
}
