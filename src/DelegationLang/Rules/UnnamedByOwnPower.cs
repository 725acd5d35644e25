using System.Globalization;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4013: given within a body to somebody whom its power for that does not name.</summary>
internal sealed class UnnamedByOwnPower : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4013", "unnamed-by-own-power", "Given to somebody whom the body’s own power does not name", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (IGrouping<PartySymbol, UnnamedWithin> ofBody in run.LegalVerdicts<UnnamedWithin>().GroupBy(verdict => verdict.Body))
        {
            UnnamedWithin first = ofBody.First();
            run.Report(first.Statement, Describe(first, ofBody.Count() - 1));
        }
    }

    private Diagnostic Describe(UnnamedWithin verdict, int others)
    {
        string power = verdict.Power is PowerSymbol named ? Phrases.Name(named) : "its own power";
        string[] kinds = [.. (verdict.Power?.Delegates ?? []).Select(party => party.Kind).OfType<KindSymbol>().Select(kind => Phrases.WithArticle(kind.Name))];
        string more = others switch
        {
            0 => "",
            1 => ", and so does one other party",
            _ => string.Create(CultureInfo.InvariantCulture, $", and so do {others} other parties"),
        };
        return new Diagnostic(
            Descriptor,
            verdict.Location,
            $"{power} lets {Phrases.InLaw(verdict.Body)} give its powers to {Wording.List(kinds, "or")}; {Phrases.Name(verdict.Party)}, {Phrases.KindOf(verdict.Party)}, gets them too{more}{Phrases.Unverified}")
        {
            Label = "not named by that power",
            Related = [new RelatedLocation("declared here", verdict.Party.Location)],
            Help = $"give it to one of these with power to delegate, and let them give it to {Phrases.Name(verdict.Party)}",
        };
    }
}
