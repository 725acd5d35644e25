using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>
/// DL6021: a board on which no place is represented.
/// <para><b>What.</b> A scheme of an integrated care board has groups or posts of places, the members of the board are named, and none of them is of a place.</para>
/// <para><b>Why it matters.</b> Each place should be heard where what is for the whole system is decided.</para>
/// <para><b>Example.</b> <c>Board is the board of ICB with members Chair, Chief Executive.</c></para>
/// <para><b>Instead.</b> Name a member, or somebody who attends, who is at a place or leads a group at one.</para>
/// <para><b>Source.</b> NHS England, Thriving Places (2021): how places are represented on the board of the system.</para>
/// </summary>
internal sealed class BoardWithoutPlaces : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6021", "board-without-places", "A board on which no place is represented", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        PartySymbol[] ofPlaces = [.. run.Model.Symbols.OfType<PartySymbol>().Where(party => party is { IsDuplicate: false, At.IsEmpty: false } && !party.IsOrganisation)];
        foreach (PartySymbol board in ofPlaces.Length == 0 ? [] : Bodies.SystemBoards(run.Model))
        {
            if (!board.Members.IsEmpty && board.At.IsEmpty && Membership.Of(board).IsKnown && !board.Members.Concat(board.Attendees).Any(one => IsOfPlace(one.Party, ofPlaces)))
            {
                run.Report(new Diagnostic(Descriptor, SentenceClauses.OfDeclaration<MembersClauseSyntax>(run.Model, board) ?? board.Location, $"no member of {Phrases.Name(board)} is of a place")
                {
                    Label = "who speaks for the places?",
                    Help = $"name a member, or somebody who attends, who is at a place or leads a group at one, such as {Phrases.Name(ofPlaces[0])}",
                });
            }
        }
    }

    // At a place itself, or chair or member of what is.
    private static bool IsOfPlace(PartySymbol party, PartySymbol[] ofPlaces) => ofPlaces.Any(other =>
        Bodies.IsOneOf(party, [other])
        || party.Owners.Contains(other)
        || (other.Chair is PartySymbol chair && Bodies.IsOneOf(party, [chair]))
        || other.Members.Any(member => Bodies.IsOneOf(party, [member.Party])));
}
