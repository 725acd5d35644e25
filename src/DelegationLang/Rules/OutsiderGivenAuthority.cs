using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4011: a single person who is not of the body is given the body's functions.</summary>
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
