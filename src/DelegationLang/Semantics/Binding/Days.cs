using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>The days that a sentence states.</summary>
/// <param name="From">The first day, included; none when not said.</param>
/// <param name="Until">The last day, included; none when not said.</param>
/// <param name="Location">Where the first of the clauses stands; none when nothing is said.</param>
internal readonly record struct StatedDays(DateOnly? From, DateOnly? Until, SourceLocation? Location)
{
    public bool IsStated => From is not null || Until is not null;

    public DateRange Range => DateRange.From(From, Until);
}

/// <summary>Reads <c>from</c>, <c>until</c> and <c>for 2026/27</c>.</summary>
internal static class Days
{
    /// <summary>The days that the clauses state; reports an end before a beginning, and gives no days then, so that nothing is built on them.</summary>
    /// <param name="scope">The sentence.</param>
    /// <param name="clauses">Its clauses.</param>
    /// <param name="reporter">Takes the finding.</param>
    /// <param name="withYears">Whether a financial year limits the days; in a budget it only says which year a sum is for.</param>
    public static StatedDays Read(Scope scope, ImmutableArray<ClauseSyntax> clauses, Reporter reporter, bool withYears)
    {
        DateOnly? from = null;
        DateOnly? until = null;
        ClauseSyntax? first = null;
        ClauseSyntax? start = null;
        ClauseSyntax? end = null;
        foreach (ClauseSyntax clause in clauses)
        {
            switch (clause)
            {
                case FromClauseSyntax { Date: { IsInvalid: false, IsMissing: false } date }:
                    Start(date.Value, clause);
                    break;
                case UntilClauseSyntax { Date: { IsInvalid: false, IsMissing: false } date }:
                    End(date.Value, clause);
                    break;
                case ForYearClauseSyntax { Year: { IsMissing: false, StartYear: > 0 and < 9999 } year } when withYears:
                    DateRange days = YearOf(year.StartYear);
                    Start(days.First, clause);
                    End(days.Last, clause);
                    break;
            }
        }

        if (from is { } beginning && until is { } ending && ending < beginning && start is not null && end is not null)
        {
            Report(scope, reporter, beginning, ending, scope.At(start), scope.At(end));
            return default;
        }

        return new StatedDays(from, until, first is null ? null : scope.At(first));

        void Start(DateOnly day, ClauseSyntax clause)
        {
            first ??= clause;
            if (from is null || day > from)
            {
                from = day;
                start = clause;
            }
        }

        void End(DateOnly day, ClauseSyntax clause)
        {
            first ??= clause;
            if (until is null || day < until)
            {
                until = day;
                end = clause;
            }
        }
    }

    /// <summary>The days of a financial year, both ends included.</summary>
    /// <param name="startYear">The year in which it starts.</param>
    public static DateRange YearOf(int startYear) => new(new DateOnly(startYear, 4, 1), new DateOnly(startYear + 1, 3, 31));

    /// <summary>Reports an end before a beginning.</summary>
    public static void Report(Scope scope, Reporter reporter, DateOnly from, DateOnly until, SourceLocation fromLocation, SourceLocation untilLocation) =>
        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.EndBeforeBeginning, untilLocation, $"the last day, {Wording.Day(until)}, comes before the first, {Wording.Day(from)}")
        {
            Label = "ends here",
            Help = "correct one of the two days; both are included",
            Related = [new RelatedLocation("begins here", fromLocation)],
        });
}
