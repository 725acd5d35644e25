using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>
/// DL6019: a partner member without a vote.
/// <para><b>What.</b> A partner member attends the board of an integrated care board, and is not one of its members.</para>
/// <para><b>Why it matters.</b> Partner members are members of the board like all others: they bring what they know of a sector, vote as one, and speak for nobody who nominated them.</para>
/// <para><b>Example.</b> <c>Board is the board of ICB with members Chair attended by Trust Member.</c></para>
/// <para><b>Instead.</b> Name them among the members.</para>
/// <para><b>Source.</b> NHS Act 2006 Schedule 1B paragraphs 3, 7 and 8: the ordinary members of a board, some of them nominated by trusts, primary care and councils; NHS England, ICS design framework (2021).</para>
/// </summary>
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
            foreach (Member attendee in board.Attendees.Where(one => one.Party.Kind.Has(KindTraits.RepresentsPartner) && !board.Members.Any(member => Bodies.IsOneOf(one.Party, [member.Party]))))
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
