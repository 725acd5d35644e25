using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4016: a shared budget with the money of a body that may not pay into it.</summary>
internal sealed class PoolOfOthers : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4016", "pool-of-others", "A shared budget with the money of a body that may not pay into it", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (PoolNotOpenTo verdict in run.LegalVerdicts<PoolNotOpenTo>())
        {
            run.Report(verdict, Describe(verdict, run));
        }
    }

    private Diagnostic Describe(PoolNotOpenTo verdict, RuleRun run)
    {
        string body = Phrases.Name(verdict.Body);
        string power = verdict.Power is PowerSymbol named ? Phrases.Name(named) : "the power";
        Symbol[] others =
        [
            .. run.Law.Book.Powers.Where(other => other.IsPooling
                && verdict.Budget.Owners.OfType<PartySymbol>().All(owner => other.Delegators.Any(party => party.Names(owner)))),
        ];
        return new Diagnostic(Descriptor, verdict.Location, $"under {power} {body}, {Phrases.InLaw(verdict.Body)}, may put no money into {Phrases.Name(verdict.Budget)}")
        {
            Severity = verdict.Weigh(Descriptor.DefaultSeverity),
            Label = $"shared with {body}",
            Related = [new RelatedLocation("declared here", verdict.Budget.Location)],
            Help = others.Length > 0
                ? $"rest it on an agreement under {Phrases.Names(others, "or")}, which all of them may use, or leave {body} out of the budget"
                : $"leave {body} out of the budget",
        };
    }
}
