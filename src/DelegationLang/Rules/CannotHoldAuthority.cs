using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>
/// DL4004: statutory authority given to something that cannot hold it.
/// <para><b>What.</b> A body that the law binds gives a function to a group or an organisation of a kind that the law knows and that no power names
/// on either side: a forum, a partnership, a general practice, a company, a charity.</para>
/// <para><b>Why it matters.</b> Arrangements without a legal form advise and bring people together. What is “delegated” to one of them is held by
/// nobody.</para>
/// <para><b>Example.</b> <c>ICB delegates community services to Place Partnership Forum.</c></para>
/// <para><b>Instead.</b> A committee or a post of the body; for a provider, a contract: <c>ICB entrusts …</c>.</para>
/// <para><b>Source.</b> NHS Act 2006 section 65Z5; the place models of Thriving Places (NHS England, 2021).</para>
/// </summary>
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
