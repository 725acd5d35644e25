using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL6021: a board on which no place is represented.</summary>
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
