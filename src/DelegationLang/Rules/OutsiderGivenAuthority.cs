using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>
/// DL4011: a single person who is not of the body is given the body's functions.
/// <para><b>What.</b> A post that is no employee of the body, no member or chair of it, of its board or of the group that gives, and no joint
/// appointment with another, is given functions of the body, and the sentence rests on no agreement or power.</para>
/// <para><b>Why it matters.</b> Guidance wants formal roles filled by employees of the body that delegates, or by joint appointees, who follow its
/// rules on conflicts of interest. A partner's manager is bound by the partner's.</para>
/// <para><b>Example.</b> <c>ICB delegates podiatry to Operations Director.</c>, an officer of a trust.</para>
/// <para><b>Instead.</b> Make a joint appointment (<c>is an officer of ICB and Trust</c>), give it to an employee, or delegate to the other body by
/// agreement.</para>
/// <para><b>Source.</b> Thriving Places (NHS England, 2021), table 3.</para>
/// </summary>
internal sealed class OutsiderGivenAuthority : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4011", "outsider-given-authority", "A body’s functions given to a person who is not of it", DiagnosticSeverity.Warning, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (Outsider verdict in run.LegalVerdicts<Outsider>())
        {
            run.Report(verdict.Statement, Describe(verdict));
        }
    }

    private Diagnostic Describe(Outsider verdict)
    {
        string body = Phrases.Name(verdict.Body);
        string person = Phrases.Name(verdict.Person);
        Symbol[] owners = [.. verdict.Person.Owners];
        string of = owners.Length == 0 ? "" : $", {Phrases.KindOf(verdict.Person)} of {Phrases.Names(owners)},";
        return new Diagnostic(
            Descriptor,
            verdict.Location,
            $"{person}{of} is neither employed by {body} or seconded to it, nor a member or chair of it or its board, nor appointed jointly with it")
        {
            Label = $"not of {body}",
            Related = [new RelatedLocation("declared here", verdict.Person.Location)],
            Help = $"give {(verdict.Subject is SubjectReference subject ? Phrases.Subject(subject) : "it")} to somebody employed by {body}, or make this a joint appointment of {body}, or say that it is `seconded to` {body}; what another body is to have needs an agreement with that body",
        };
    }
}
