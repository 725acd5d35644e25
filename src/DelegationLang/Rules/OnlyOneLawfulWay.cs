using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4005: a function given to another body otherwise than in the one way that the law knows.</summary>
internal sealed class OnlyOneLawfulWay : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4005", "only-one-lawful-way", "Given to another body otherwise than in the one lawful way", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (NotTheOnlyWay verdict in run.LegalVerdicts<NotTheOnlyWay>())
        {
            run.Report(verdict, Describe(verdict));
        }
    }

    private Diagnostic Describe(NotTheOnlyWay verdict)
    {
        string power = verdict.Power is PowerSymbol way ? Phrases.Name(way) : "one power";
        string agreement = Phrases.WithArticle(verdict.Power?.Agreement?.Name ?? "agreement");
        string message = $"what {Described(verdict.From)} holds reaches {Described(verdict.To)} only by {agreement} under {power}";
        string label = verdict.Footing switch
        {
            { Agreement: AgreementSymbol other } when Is(other, verdict.Power) => $"made under {Under(verdict.Footing)}",
            { Agreement: AgreementSymbol other } => $"{Phrases.KindOf(other)}",
            { IsStated: true } => $"not {agreement}",
            _ => $"given without {agreement}",
        };
        return new Diagnostic(Descriptor, verdict.Location, message)
        {
            Severity = verdict.Weigh(Descriptor.DefaultSeverity),
            Label = label,
            Related = [.. Related(verdict)],
            Help = $"declare {agreement} `between {verdict.From.DisplayName}, {verdict.To.DisplayName}` and rest this sentence on it with `under`",
        };
    }

    private static string Described(PartySymbol party) => party.IsFromLibrary ? Phrases.Name(party) : $"{Phrases.Name(party)}, {Phrases.InLaw(party)},";

    private static bool Is(AgreementSymbol agreement, PowerSymbol? power) => power is not null && Footing.Fits(agreement, power);

    private static string Under(Footing footing) => footing.Powers.Count > 0 ? Phrases.Name(footing.Powers[0]) : "no power";

    private static IEnumerable<RelatedLocation> Related(NotTheOnlyWay verdict)
    {
        if (!ReferenceEquals(verdict.Party, verdict.To))
        {
            yield return new RelatedLocation($"{Phrases.Name(verdict.Party)} belongs to {Phrases.Name(verdict.To)}", verdict.Party.Location);
        }
        else if (!verdict.From.IsFromLibrary)
        {
            yield return new RelatedLocation($"{Phrases.Name(verdict.From)} is declared here", verdict.From.Location);
        }
    }
}
