using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL4002: the power, or the agreement relied on, is not in force on every day of the delegation.</summary>
internal sealed class PowerNotInForce : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4002", "power-not-in-force", "A power or an agreement that is not in force on every day", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (NotInForce verdict in run.LegalVerdicts<NotInForce>())
        {
            run.Report(verdict.Statement, Describe(verdict));
        }
    }

    private Diagnostic Describe(NotInForce verdict)
    {
        bool isOver = verdict.Day > verdict.InForce.Last;
        string name = Phrases.Name(verdict.Relied);
        string end = isOver ? $"its last day is {Wording.Day(verdict.InForce.Last)}" : $"its first day is {Wording.Day(verdict.InForce.First)}";
        string message = verdict.Relied is AmountSymbol
            ? $"{name} has no figure on {Wording.Day(verdict.Day)}: {end}"
            : $"{name} is not in force on {Wording.Day(verdict.Day)}, when this sentence is to have effect: {end}";
        return new Diagnostic(Descriptor, verdict.Location, verdict.IsUnchecked ? message + Phrases.Unverified : message)
        {
            Severity = verdict.Weigh(Descriptor.DefaultSeverity),
            Label = isOver ? "goes on after its end" : "begins before it",
            Related = [new RelatedLocation($"{name} is declared here", verdict.Relied.Location)],
            Help = isOver
                ? $"let the sentence end with it (`until {Wording.Day(verdict.InForce.Last)}`); for the days after, name what it then rests on in a sentence of its own"
                : $"let the sentence begin with it (`from {Wording.Day(verdict.InForce.First)}`); for the days before, name what it then rested on in a sentence of its own",
            Fixes = [.. Fixes(verdict, isOver)],
        };
    }

    // The sentence states the day that is wrong: that day can be put right. A longer agreement may be what is meant, so a person has to choose.
    private static IEnumerable<CodeFix> Fixes(NotInForce verdict, bool isOver)
    {
        SourceLocation? clause = isOver ? ClauseLocations.Of<UntilClauseSyntax>(verdict.Statement) : ClauseLocations.Of<FromClauseSyntax>(verdict.Statement);
        if (clause is SourceLocation location && !verdict.Days.Intersect(verdict.InForce).IsEmpty)
        {
            string words = isOver ? $"until {Wording.Day(verdict.InForce.Last)}" : $"from {Wording.Day(verdict.InForce.First)}";
            yield return new CodeFix($"say `{words}`", [new TextEdit(location, words)]);
        }
    }
}
