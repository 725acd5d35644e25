using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>
/// DL6020: somebody of a company on the board of a health body.
/// <para><b>What.</b> A member of the board of an integrated care board, or of one of its committees, is of a company, and nothing is said about it.</para>
/// <para><b>Why it matters.</b> Nobody may be appointed whose part in private health care could reasonably be seen to undermine the independence of the health service. Whether it could is for whoever appoints to judge; a reader should see that it was judged.</para>
/// <para><b>Example.</b> <c>Care Director is an officer of Calder Care.</c></para>
/// <para><b>Instead.</b> Say in a `note` of the post why the appointment stands, or name somebody else.</para>
/// <para><b>Source.</b> NHS Act 2006 Schedule 1B paragraphs 4 and 11: what the constitution of a board must prohibit, for its members and for those of its committees.</para>
/// </summary>
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
        .FirstOrDefault(organisation => organisation.Kind.Has(KindTraits.SeeksProfit) && !organisation.Kind.Has(KindTraits.ServesPublic));
}
