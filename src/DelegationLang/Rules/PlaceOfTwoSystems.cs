using DelegationLang.Diagnostics;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>
/// DL6010: a place of two systems.
/// <para><b>What.</b> A place is said to be of two integrated care boards.</para>
/// <para><b>Why it matters.</b> A place lies wholly within one system: one board plans for it, and its people know to whom they can turn.</para>
/// <para><b>Example.</b> <c>Riverside is a place of ICB and Other ICB.</c></para>
/// <para><b>Instead.</b> Declare a place for each board, or say whose it is.</para>
/// <para><b>Source.</b> NHS England, Thriving Places (2021): a place partnership works within one integrated care system.</para>
/// </summary>
internal sealed class PlaceOfTwoSystems : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6010", "place-of-two-systems", "A place of two systems", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (PlaceSymbol place in run.Model.Symbols.OfType<PlaceSymbol>().Where(place => !place.IsDuplicate && !place.IsFromLibrary && !place.Kind.Has(KindTraits.SpansSystem)))
        {
            PartySymbol[] boards = [.. place.Owners.OfType<PartySymbol>().Where(owner => owner.Kind.Has(KindTraits.SpansSystem))];
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
