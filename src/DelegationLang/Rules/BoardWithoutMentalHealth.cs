using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL6012: a board without its member for mental health.</summary>
internal sealed class BoardWithoutMentalHealth : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6012", "board-without-mental-health", "A board without its member for mental health", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (PartySymbol board in Bodies.SystemBoards(run.Model).Where(board => !board.Members.IsEmpty))
        {
            if (Membership.Of(board).IsKnown && !board.Members.Any(member => IsForMentalHealth(member.Party)))
            {
                run.Report(new Diagnostic(Descriptor, SentenceClauses.OfDeclaration<MembersClauseSyntax>(run.Model, board) ?? board.Location, $"no member of {Phrases.Name(board)} stands for mental health")
                {
                    Label = "who knows about mental health?",
                    Help = "name the member with knowledge of mental health services, or say so in the name or a note of one of them",
                });
            }
        }
    }

    private static bool IsForMentalHealth(PartySymbol party) => Bodies.Holds(party, "mental health")
        || party.Notes.Any(note => note.Contains("mental health", StringComparison.OrdinalIgnoreCase))
        || Seats.OrganisationsOf(party).Any(organisation => Bodies.Holds(organisation, "mental health"));
}
