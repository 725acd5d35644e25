using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL6011: a council left out of the integrated care partnership.</summary>
internal sealed class CouncilOutsidePartnership : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6011", "council-outside-partnership", "A council left out of the integrated care partnership", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (PartySymbol partnership in run.Model.Symbols.OfType<PartySymbol>().Where(party => party is { IsGroup: true, IsDuplicate: false } && party.Kind.Has(KindTrait.SpansSystem)))
        {
            foreach (PartySymbol council in run.Model.Symbols.OfType<PartySymbol>().Where(party => IsOfTheArea(run.Model, party, partnership)))
            {
                run.Report(new Diagnostic(Descriptor, partnership.Location, $"{Phrases.Name(council)} does not belong to {Phrases.Name(partnership)}")
                {
                    Label = "a council is left out",
                    Help = $"add {Phrases.Name(council)} after `between`, if it has social care in the area",
                    Related = [new RelatedLocation("the council", council.Location)],
                });
            }
        }
    }

    // A council that has a place of the board's, or acts with the board by an agreement or a joint committee.
    private static bool IsOfTheArea(SchemeModel model, PartySymbol council, PartySymbol partnership)
    {
        if (!council.Kind.Has(KindTrait.RepresentsLocalGovernment) || council.Kind.Has(KindTrait.SpansNeighbourhood) || council.IsDuplicate || council.IsFromLibrary
            || partnership.Owners.Contains(council) || partnership.Members.Any(member => Seats.OrganisationsOf(member.Party).Contains(council)))
        {
            return false;
        }

        PartySymbol[] boards = [.. partnership.Owners.OfType<PartySymbol>().Where(owner => owner.Kind.Has(KindTrait.SpansSystem))];
        return model.Symbols.Any(symbol => symbol is AgreementSymbol or PlaceSymbol or PartySymbol { IsGroup: true }
            && symbol != partnership && symbol.Owners.Contains(council) && symbol.Owners.Any(boards.Contains));
    }
}
