using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>
/// DL6022: an independent chair who is of one of the bodies.
/// <para><b>What.</b> A post is said to be that of an independent chair, and whoever holds it holds a post of an organisation too.</para>
/// <para><b>Why it matters.</b> An independent chair is there because none of the bodies that meet can say that another has the chair.</para>
/// <para><b>Example.</b> <c>Finance Director is also Partnership Chair.</c></para>
/// <para><b>Instead.</b> Name somebody without a post in any of them, or say `chair`.</para>
/// <para><b>Source.</b> NHS England, Thriving Places (2021): independent chairs of place partnerships.</para>
/// </summary>
internal sealed class ChairNotIndependent : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6022", "chair-not-independent", "An independent chair who is of one of the bodies", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (PartySymbol chair in run.Model.Symbols.OfType<PartySymbol>().Where(party => party is { IsRole: true, IsDuplicate: false } && party.Kind.Has(KindTraits.Independent)))
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

    private static bool IsPostOfBody(PartySymbol party) => party is { IsRole: true, IsDuplicate: false } && (party.Kind.Has(KindTraits.Officer) || party.Owners.OfType<PartySymbol>().Any(owner => owner.IsOrganisation));
}
