using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4004: statutory authority given to something that cannot hold it.</summary>
internal sealed class CannotHoldAuthority : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4004", "cannot-hold-authority", "Statutory authority given to something that cannot hold it", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (CannotHold verdict in run.LegalVerdicts<CannotHold>())
        {
            run.Report(verdict.Statement, Describe(verdict));
        }
    }

    private Diagnostic Describe(CannotHold verdict)
    {
        string giver = Phrases.Giver(verdict.Statement);
        string kind = Phrases.KindOf(verdict.Party);
        return new Diagnostic(
            Descriptor,
            verdict.Location,
            $"{Phrases.Name(verdict.Party)} is {kind}, and no power in law lets {kind} hold what {giver} would give it")
        {
            Label = "can hold no statutory authority",
            Related = [new RelatedLocation("declared here", verdict.Party.Location)],
            Help = verdict.Party.IsOrganisation
                ? $"give it to a committee or a post of {giver}; to let {Phrases.Name(verdict.Party)} run the service, make a contract and write `entrusts … under CONTRACT`: the function then stays with {giver}"
                : $"give it to a committee or a post; {Phrases.Name(verdict.Party)} may advise: `{verdict.Party.DisplayName} advises BOARD on SUBJECT`",
        };
    }
}
