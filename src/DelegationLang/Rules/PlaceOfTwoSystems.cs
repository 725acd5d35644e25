using DelegationLang.Diagnostics;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL6010: a place of two systems.</summary>
internal sealed class PlaceOfTwoSystems : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6010", "place-of-two-systems", "A place of two systems", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (PlaceSymbol place in run.Model.Symbols.OfType<PlaceSymbol>().Where(place => !place.IsDuplicate && !place.IsFromLibrary && !place.Kind.Has(KindTrait.SpansSystem)))
        {
            PartySymbol[] boards = [.. place.Owners.OfType<PartySymbol>().Where(owner => owner.Kind.Has(KindTrait.SpansSystem))];
            if (boards.Length > 1 && boards[0].Lifetime.Overlaps(boards[1].Lifetime))
            {
                run.Report(new Diagnostic(Descriptor, place.Location, $"{Phrases.Name(place)} is a place of two systems, those of {Phrases.Name(boards[0])} and {Phrases.Name(boards[1])}")
                {
                    Label = "within one system, or two places",
                    Help = "say of which board it is, or declare a place for each",
                });
            }
        }
    }
}
