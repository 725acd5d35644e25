using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL6022: an independent chair who is of one of the bodies.</summary>
internal sealed class ChairNotIndependent : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6022", "chair-not-independent", "An independent chair who is of one of the bodies", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (PartySymbol chair in run.Model.Symbols.OfType<PartySymbol>().Where(party => party is { IsRole: true, IsDuplicate: false } && party.Kind.Has(KindTrait.Independent)))
        {
            if (run.Model.Symbols.OfType<PartySymbol>().FirstOrDefault(other => IsPostOfBody(other) && other != chair && Bodies.IsOneOf(chair, [other])) is { } other)
            {
                run.Report(new Diagnostic(Descriptor, chair.Location, $"{Phrases.Name(chair)} is said to be independent, and is also {Phrases.Name(other)}")
                {
                    Label = "independent of whom?",
                    Help = "name somebody without a post in any of the bodies, or write `chair`",
                    Related = [new RelatedLocation("a post of a body", other.Location)],
                });
            }
        }
    }

    private static bool IsPostOfBody(PartySymbol party) => party is { IsRole: true, IsDuplicate: false } && (party.Kind.Has(KindTrait.Officer) || party.Owners.OfType<PartySymbol>().Any(owner => owner.IsOrganisation));
}
