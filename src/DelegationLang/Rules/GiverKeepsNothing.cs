using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL4023: something delegated of which the law leaves the giver nothing.</summary>
internal sealed class GiverKeepsNothing : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4023", "giver-keeps-nothing", "Delegated, though the law leaves the giver nothing of it", DiagnosticSeverity.Warning, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (KeepsNothing verdict in run.LegalVerdicts<KeepsNothing>())
        {
            run.Report(verdict, Describe(verdict));
        }
    }

    private Diagnostic Describe(KeepsNothing verdict)
    {
        string subject = Phrases.Name(verdict.Subject);
        string power = verdict.Power is PowerSymbol named ? Phrases.Name(named) : "the law";
        string message = $"{power} leaves {Phrases.Name(verdict.Body)} nothing of {subject} once {Phrases.Name(verdict.Party)} has it, and by this sentence it may still decide";
        return new Diagnostic(Descriptor, verdict.Location, verdict.IsUnchecked ? message + Phrases.Unverified : message)
        {
            Severity = verdict.Weigh(Descriptor.DefaultSeverity),
            Label = "the giver keeps nothing",
            Related = verdict.Subject.IsFromLibrary ? [] : [new RelatedLocation($"{subject} is declared here", verdict.Subject.Location)],
            Fixes = verdict.Statement is DelegationStatement delegation && ClauseLocations.VerbOf(delegation) is SourceLocation verb
                ? [new CodeFix("write `reserves`", [new TextEdit(verb, "reserves")])]
                : [],
            Help = "write `reserves` instead of `delegates`: what is reserved to somebody nobody else decides",
        };
    }
}
