using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL4001: no power in law lets this kind of organisation delegate this to that kind.</summary>
internal sealed class NoPowerInLaw : IRule
{
    private const int MaximumWays = 4;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4001", "no-power-in-law", "No power in law for a delegation", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (NoPowerFor verdict in run.LegalVerdicts<NoPowerFor>())
        {
            run.Report(verdict, Describe(verdict));
        }
    }

    private Diagnostic Describe(NoPowerFor verdict)
    {
        string from = Phrases.InLaw(verdict.From);
        string to = Phrases.InLaw(verdict.To);
        PowerSymbol? relied = verdict.Footing.Powers.Count > 0 ? verdict.Footing.Powers[0] : null;
        string message;
        if (relied is null)
        {
            message = verdict.Subject is SubjectSymbol subject
                ? $"no power in law lets {from} delegate {Phrases.Name(subject)} to {to}"
                : $"no power in law lets {from} delegate to {to}";
        }
        else if (verdict.Subject is SubjectSymbol subject)
        {
            message = $"{Phrases.Name(relied)} is no power for {Phrases.Name(subject)}";
        }
        else
        {
            message = relied.Delegates.IsEmpty
                ? $"{Phrases.Name(relied)} lets nobody delegate anything"
                : $"{Phrases.Name(relied)} does not let {from} delegate to {to}";
        }

        return new Diagnostic(Descriptor, verdict.Location, message)
        {
            Severity = verdict.Weigh(Descriptor.DefaultSeverity),
            Label = relied is null ? "no power for this" : "not a power for this",
            Related = [.. Related(verdict, relied)],
            Help = Help(verdict, from, to),
        };
    }

    private static IEnumerable<RelatedLocation> Related(NoPowerFor verdict, PowerSymbol? relied)
    {
        if (!verdict.To.IsFromLibrary)
        {
            yield return new RelatedLocation($"{Phrases.Name(verdict.To)} is {Phrases.InLaw(verdict.To)}", verdict.To.Location);
        }

        if (verdict.Footing.Agreement is AgreementSymbol agreement)
        {
            yield return new RelatedLocation($"the agreement is made under {(relied is null ? "no power" : Phrases.Name(relied))}", agreement.Location);
        }
    }

    private static string Help(NoPowerFor verdict, string from, string to)
    {
        Symbol[] ways = [.. verdict.Ways.Where(way => !verdict.Footing.Powers.Contains(way)).Take(MaximumWays)];
        return ways.Length > 0
            ? $"{from} may delegate to {to} under {Phrases.Names(ways, "or")}: name one of them in the agreement that this rests on"
            : $"let {Phrases.Name(verdict.From)} decide, or a committee or a post of its own; if another Act allows it, declare that power: `NAME OF THE ACT is a power for … to delegate to …`";
    }
}
