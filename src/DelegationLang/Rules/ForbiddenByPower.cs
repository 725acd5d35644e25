using System.Globalization;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;
using DelegationLang.Semantics.Binding;

namespace DelegationLang.Rules;

/// <summary>
/// DL4015: something given to somebody whom the power for it forbids, or to fewer than it asks for.
/// <para><b>What.</b> A power that speaks of the subject says who may not be given it, or that certain parties alone may, or how many must act together, and the sentence gives it to such a
/// party, or to fewer: to one post, to a committee of two, to one whose quorum is two.</para>
/// <para><b>Why it matters.</b> Where Parliament asks for three people who are not employed there, two managers decide nothing.</para>
/// <para><b>Example.</b> <c>Trust delegates discharge of detained patients to Medical Director.</c></para>
/// <para><b>Instead.</b> A committee of at least three people who are not employees.</para>
/// <para><b>Source.</b> The power that the message names.</para>
/// </summary>
internal sealed class ForbiddenByPower : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4015", "forbidden-by-power", "Given to somebody whom the power forbids, or to too few", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (ForbiddenTo verdict in run.LegalVerdicts<ForbiddenTo>())
        {
            run.Report(verdict, Describe(verdict));
        }

        foreach (ForOthersAlone verdict in run.LegalVerdicts<ForOthersAlone>())
        {
            run.Report(verdict, Describe(verdict));
        }
    }

    private Diagnostic Describe(ForOthersAlone verdict)
    {
        string subject = Phrases.Name(verdict.Subject);
        string power = verdict.Power is PowerSymbol named ? Phrases.Name(named) : "the power";
        string alone = Wording.List([.. (verdict.Power?.Delegates ?? []).Select(named => named.Party is PartySymbol one ? Phrases.Name(one) : Phrases.WithArticle(named.Kind?.Name ?? "party"))], "or");
        string message = $"by {power} nobody but {alone} decides {subject}, and {Phrases.Name(verdict.Party)} is {Phrases.KindOf(verdict.Party)}";
        return new Diagnostic(Descriptor, verdict.Location, verdict.IsUnchecked ? message + Phrases.Unverified : message)
        {
            Severity = verdict.Weigh(Descriptor.DefaultSeverity),
            Label = "not among those who may",
            Related = verdict.Subject.IsFromLibrary ? [] : [new RelatedLocation($"{subject} is declared here", verdict.Subject.Location)],
            Help = $"give it to {alone}",
        };
    }

    private Diagnostic Describe(ForbiddenTo verdict)
    {
        string subject = Phrases.Name(verdict.Subject);
        string party = Phrases.Name(verdict.Party);
        string power = verdict.Power is PowerSymbol named ? Phrases.Name(named) : "the power";
        string least = verdict.Least.ToString(CultureInfo.InvariantCulture);
        string message = verdict.Least > 0
            ? $"{power} asks for at least {least} people who decide {subject} together, and {party} may be fewer"
            : $"{power} does not let {Phrases.KindOf(verdict.Party)} have {subject}, and {party} is one";
        return new Diagnostic(Descriptor, verdict.Location, verdict.IsUnchecked ? message + Phrases.Unverified : message)
        {
            Severity = verdict.Weigh(Descriptor.DefaultSeverity),
            Label = verdict.Least > 0 ? $"fewer than {least}" : "forbidden by the power",
            Related = verdict.Subject.IsFromLibrary ? [] : [new RelatedLocation($"{subject} is declared here", verdict.Subject.Location)],
            Help = verdict.Least > 0
                ? $"give it to a committee of at least {least} members with a quorum of at least {least}, or to so many posts jointly"
                : "give it to somebody whom the power names and does not forbid",
        };
    }
}
