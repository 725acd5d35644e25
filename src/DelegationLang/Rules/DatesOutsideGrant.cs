using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL3005: dates outside those of the grant that the delegator relies on.</summary>
internal sealed class DatesOutsideGrant : IRule
{
    private const int MaximumRelated = 3;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3005", "dates-outside-grant", "Dates outside the grant relied on", DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (DaysOutside verdict in run.Verdicts<DaysOutside>())
        {
            run.Report(verdict.Statement, Describe(verdict));
        }
    }

    private Diagnostic Describe(DaysOutside verdict)
    {
        Terms terms = verdict.Statement.Terms;
        string delegator = Phrases.Delegator(verdict.Statement);
        string subject = Phrases.Subject(verdict.Subject);
        DateOnly first = verdict.Held.Min(holding => holding.Extent.Days.First);
        DateOnly last = verdict.Held.Max(holding => holding.Extent.Days.Last);
        string message;
        SourceLocation? clause = null;
        CodeFix? fix = null;
        if (terms.Until is DateOnly until && until > last)
        {
            message = $"{Wording.Day(until)} is after the last day on which {delegator} holds {subject}, {Wording.Day(last)}";
            clause = ClauseLocations.Of<UntilClauseSyntax>(verdict.Statement);
            fix = Fix(clause, "until", last, "end");
        }
        else if (terms.From is DateOnly from && from < first)
        {
            message = $"{Wording.Day(from)} is before the first day on which {delegator} holds {subject}, {Wording.Day(first)}";
            clause = ClauseLocations.Of<FromClauseSyntax>(verdict.Statement);
            fix = Fix(clause, "from", first, "begin");
        }
        else
        {
            message = $"{delegator} does not hold {subject} {Between(verdict.Uncovered.Days)}";
        }

        SourceLocation location = clause ?? ClauseLocations.Of<ForYearClauseSyntax>(verdict.Statement) ?? terms.DatesLocation ?? verdict.Statement.Location;
        return new Diagnostic(Descriptor, location, message)
        {
            Label = $"not held by {delegator} then",
            Related = [.. verdict.Held.DistinctBy(holding => holding.Grant.Statement).Take(MaximumRelated).Select(holding => Related(delegator, holding))],
            Help = $"keep to the days {Between(new DateRange(first, last))}, or leave the dates out: they are then those of {delegator}",

            // Between grants with a gap no one day would do.
            Fixes = fix is not null && verdict.Held.DistinctBy(holding => holding.Extent.Days).Count() == 1 ? [fix] : [],
        };
    }

    private static CodeFix? Fix(SourceLocation? clause, string word, DateOnly day, string verb) =>
        clause is SourceLocation place ? new CodeFix($"{verb} it on {Wording.Day(day)}", [new TextEdit(place, $"{word} {Wording.Day(day)}")]) : null;

    private static string Between(DateRange days) => days.First == days.Last ? "on " + Wording.Day(days.First) : Wording.Days(days);

    private static RelatedLocation Related(string delegator, Holding holding)
    {
        string days = Between(holding.Extent.Days);
        Terms terms = holding.Grant.Statement.Terms;
        SourceLocation location = terms.DatesLocation ?? terms.Under?.Location ?? holding.Grant.Holder.Location;
        return new RelatedLocation($"{delegator} holds it {(days.Length > 0 ? days + " " : "")}by this sentence", location);
    }
}
