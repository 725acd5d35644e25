using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>
/// DL4009: a delegation between organisations that names no agreement.
/// <para><b>What.</b> The power that is used asks for an agreement, and the sentence names none, or one that belongs to another power. Where an
/// agreement is usual and not asked for, this is a warning: so under section 101 of the 1972 Act.</para>
/// <para><b>Why it matters.</b> The terms (money, onward delegation, assurance, how it ends) stand in the agreement. Without one nobody can say what
/// was given, or until when.</para>
/// <para><b>Example.</b> <c>NHS England delegates dental services to ICB under NHS Act 2006 section 65Z5.</c></para>
/// <para><b>Instead.</b> Declare the agreement, with its power and its days, and delegate <c>under</c> it.</para>
/// <para><b>Source.</b> NHS Act 2006 sections 65Z5, 65Z6 and 75; NHS England's guidance on arrangements for delegation.</para>
/// </summary>
internal sealed class AgreementNotNamed : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4009", "agreement-not-named", "A delegation between organisations that names no agreement", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (AgreementMissing verdict in run.LegalVerdicts<AgreementMissing>())
        {
            run.Report(verdict.Statement, Describe(verdict));
        }
    }

    private Diagnostic Describe(AgreementMissing verdict)
    {
        string wanted = Phrases.WithArticle(verdict.Power?.Agreement?.Name ?? "agreement");
        string power = verdict.Power is PowerSymbol named ? Phrases.Name(named) : "a power";
        string between = $"{Phrases.Name(verdict.From)} and {Phrases.Name(verdict.To)}";
        string message = verdict.Other is AgreementSymbol other
            ? $"{Phrases.Name(other)} is {Phrases.KindOf(other)}: {power} is used by {wanted}"
            : verdict.IsAskedFor
                ? $"a delegation between {between} rests on {wanted}, and this sentence names none"
                : $"a delegation between {between} usually rests on {wanted}, and this sentence names none";
        DiagnosticSeverity severity = verdict.IsUnchecked ? DiagnosticSeverity.Info : verdict.IsAskedFor ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        return new Diagnostic(Descriptor, verdict.Location, message)
        {
            Severity = severity,
            Label = verdict.Other is null ? "no agreement" : "not such an agreement",
            Related = verdict.Other is AgreementSymbol declared ? [new RelatedLocation("declared here", declared.Location)] : [],
            Help = $"declare {wanted} `between {verdict.From.DisplayName}, {verdict.To.DisplayName}` that is made `under {verdict.Power?.DisplayName}`, with its days, and name it after `under`",
        };
    }
}
