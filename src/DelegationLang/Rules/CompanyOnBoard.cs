using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL6020: somebody of a company on the board of a health body.</summary>
internal sealed class CompanyOnBoard : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6020", "company-on-board", "Somebody of a company on the board of a health body", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (PartySymbol board in Bodies.SystemBoards(run.Model))
        {
            PartySymbol[] groups = [board, .. run.Model.Symbols.OfType<PartySymbol>().Where(group => group is { IsGroup: true, IsDuplicate: false, IsJoint: false } && group.Owners.Contains(board))];
            foreach (PartySymbol group in groups)
            {
                foreach (Member member in group.Members.Where(one => one.Party.Notes.IsEmpty))
                {
                    if (CompanyOf(member.Party) is not { } company)
                    {
                        continue;
                    }

                    run.Report(new Diagnostic(Descriptor, SentenceClauses.OfDeclaration<MembersClauseSyntax>(run.Model, group) ?? group.Location, $"{Phrases.Name(member.Party)}, a member of {Phrases.Name(group)}, is of {Phrases.Name(company)}, a company")
                    {
                        Label = "was it judged whether this undermines the independence of the health service?",
                        Help = $"say in a `note` of {Phrases.Name(member.Party)} why the appointment stands, or name somebody else",
                    });
                }
            }
        }
    }

    // General practices are companies too, and one partner member is of them; community interest companies are not run for profit.
    private static PartySymbol? CompanyOf(PartySymbol party) => Seats.OrganisationsOf(party)
        .FirstOrDefault(organisation => organisation.Kind.Has(KindTrait.SeeksProfit) && !organisation.Kind.Has(KindTrait.ServesPublic));
}
