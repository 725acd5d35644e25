using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL4010: a contract taken for a delegation, or the other way about.</summary>
internal sealed class ContractForDelegation : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4010", "contract-for-delegation", "A contract taken for a delegation", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (ContractMistaken verdict in run.LegalVerdicts<ContractMistaken>())
        {
            run.Report(verdict.Statement, verdict.Statement is DelegationStatement { IsEntrusted: true } ? WithoutContract(verdict) : Delegated(verdict));
        }
    }

    private Diagnostic Delegated(ContractMistaken verdict)
    {
        string giver = Phrases.Giver(verdict.Statement);
        return new Diagnostic(
            Descriptor,
            verdict.Location,
            $"a contract delegates no function: under {Name(verdict.Agreement)} it stays with {giver}")
        {
            Label = "a contract",
            Related = verdict.Agreement is AgreementSymbol agreement ? [new RelatedLocation($"{Phrases.Name(agreement)} is {Phrases.KindOf(agreement)}", agreement.Location)] : [],
            Help = $"write `entrusts` instead of `delegates`: the provider then manages the service, and {giver} keeps the function",
            Fixes = [.. Fixes(verdict.Statement)],
        };
    }

    private Diagnostic WithoutContract(ContractMistaken verdict) =>
        new(
            Descriptor,
            verdict.Location,
            verdict.Agreement is AgreementSymbol other
                ? $"`entrusts` rests on a contract, and {Phrases.Name(other)} is {Phrases.KindOf(other)}"
                : "`entrusts` rests on a contract, and this sentence names none")
        {
            Label = "no contract",
            Related = verdict.Agreement is AgreementSymbol agreement ? [new RelatedLocation("declared here", agreement.Location)] : [],
            Help = "declare the contract, such as `… is a lead provider contract between A, B covering …`, and name it after `under`",
        };

    // The one word is all that has to change; what the sentence means changes with it, so a person has to agree.
    private static IEnumerable<CodeFix> Fixes(Statement statement)
    {
        if (statement is DelegationStatement delegation && ClauseLocations.VerbOf(delegation) is SourceLocation verb)
        {
            yield return new CodeFix("write `entrusts`", [new TextEdit(verb, "entrusts")]);
        }
    }

    private static string Name(AgreementSymbol? agreement) => agreement is null ? "it" : Phrases.Name(agreement);
}
