using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>Who chairs committees, for the rules about their independence.</summary>
internal static class CommitteeChairs
{
    /// <summary>Reports of each committee what is wrong with who chairs it, once, however many posts that is said of.</summary>
    /// <param name="run">The run.</param>
    /// <param name="committees">The committees.</param>
    /// <param name="describe">What is wrong with a committee that has this chair; none when nothing is.</param>
    public static void ReportEach(RuleRun run, IEnumerable<PartySymbol> committees, Func<PartySymbol, PartySymbol, Diagnostic?> describe)
    {
        foreach (PartySymbol committee in committees)
        {
            foreach (PartySymbol chair in run.Bodies.ChairsOf(committee))
            {
                if (!chair.IsUncertain && describe(committee, chair) is Diagnostic finding)
                {
                    run.Report(finding);
                    break;
                }
            }
        }
    }

    /// <summary>Whether a post is that of an executive: an officer of the organisation, joint appointees included.</summary>
    public static bool IsExecutive(PartySymbol person, PartySymbol organisation) =>
        person.IsRole && person.Kind.Has(KindTrait.Officer) && Seats.OrganisationsOf(person).Contains(organisation);

    /// <summary>The chair of the organisation's board, if the other is the same person; none otherwise.</summary>
    public static PartySymbol? IsChairOf(Bodies bodies, PartySymbol chair, PartySymbol organisation)
    {
        IReadOnlyList<PartySymbol> own = bodies.BoardOf(organisation) is PartySymbol board && bodies.ChairsOf(board) is { Count: > 0 } ofBoard
            ? ofBoard
            : bodies.ChairsOf(organisation);
        foreach (PartySymbol first in own)
        {
            if (Bodies.IsOneOf(chair, [first]))
            {
                return first;
            }
        }

        return null;
    }

    /// <summary>Where the committee's chair is named; the committee's name where that is said elsewhere.</summary>
    public static SourceLocation LocationOf(SchemeModel model, PartySymbol committee) =>
        SentenceClauses.OfDeclaration<NamesClauseSyntax>(model, committee, clause => clause.Kind == ClauseKind.ChairedBy) ?? committee.Location;

    /// <summary>The chair by name, and by the other post of the same person where that is the point.</summary>
    public static string Name(PartySymbol chair, PartySymbol person) =>
        ReferenceEquals(chair, person) ? Phrases.Name(chair) : $"{Phrases.Name(chair)} (who is also {Phrases.Name(person)})";
}
