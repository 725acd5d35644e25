using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL6019: a partner member without a vote.</summary>
internal sealed class PartnerMemberWithoutVote : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6019", "partner-member-without-vote", "A partner member without a vote", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (PartySymbol board in Bodies.SystemBoards(run.Model))
        {
            foreach (Member attendee in board.Attendees.Where(one => one.Party.Kind.Has(KindTrait.RepresentsPartner) && !board.Members.Any(member => Bodies.IsOneOf(one.Party, [member.Party]))))
            {
                run.Report(new Diagnostic(Descriptor, SentenceClauses.OfDeclaration<AttendanceClauseSyntax>(run.Model, board) ?? board.Location, $"{Phrases.Name(attendee.Party)}, a partner member, attends {Phrases.Name(board)} without a vote")
                {
                    Label = "a member like all others",
                    Help = $"name {Phrases.Name(attendee.Party)} after `with members`",
                });
            }
        }
    }
}
