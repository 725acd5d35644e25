using System.Globalization;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL5007: budgets within a budget that add up to more than it.</summary>
internal sealed class BudgetsAboveParent : IRule
{
    private const int MaximumRelated = 8;

    private const int MaximumDepth = 200;

    // The year that stands for sums without one.
    private const int General = 0;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL5007", "budgets-above-parent", "Budgets within a budget that add up to more than it", DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        SubjectLines lines = run.Judge.Authority.Index.Lines;
        foreach (Symbol symbol in run.Model.Symbols)
        {
            if (symbol is SubjectSymbol { IsBudget: true, IsDuplicate: false, Worth.IsEmpty: false } budget
                && lines.BudgetsWithin(budget).Count > 0
                && Describe(budget, lines) is Diagnostic finding)
            {
                run.Report(finding);
            }
        }
    }

    private Diagnostic? Describe(SubjectSymbol budget, SubjectLines lines)
    {
        foreach (int year in YearsOf(budget, lines))
        {
            if (WorthOf(budget, year) is not Worth whole)
            {
                continue;
            }

            foreach (int day in BeginningsOf(budget, lines, year))
            {
                var parts = new List<Worth>();
                decimal sum = 0;
                foreach (SubjectSymbol part in lines.BudgetsWithin(budget))
                {
                    if (IsThere(part, year, day))
                    {
                        sum += Sum(part, year, day, whole.Currency, lines, parts, 0);
                    }
                }

                if (sum > whole.Value)
                {
                    return Finding(budget, year, whole, parts, sum);
                }
            }
        }

        return null;
    }

    private Diagnostic Finding(SubjectSymbol budget, int year, Worth whole, List<Worth> parts, decimal sum)
    {
        string excess = Wording.Amount(sum - whole.Value, whole.Currency);
        string forYear = year == General ? "" : $" for {Worth.Year(year)}";
        var related = new List<RelatedLocation>();
        foreach (Worth part in parts)
        {
            if (related.Count < MaximumRelated)
            {
                related.Add(new RelatedLocation($"{Wording.Amount(part.Value, part.Currency)} of it", part.Location));
            }
        }

        return new Diagnostic(
            Descriptor,
            whole.Location,
            $"the budgets within {Phrases.Name(budget)} add up to {Wording.Amount(sum, whole.Currency)}{forYear}, {excess} more than its {Wording.Amount(whole.Value, whole.Currency)}")
        {
            Label = "less than its parts",
            Related = [.. related],
            Help = "correct the figures so that the parts come to the whole or less",
        };
    }

    private static List<int> YearsOf(SubjectSymbol budget, SubjectLines lines)
    {
        var years = new List<int>();
        AddYears(budget, lines, years, 0);
        if (years.Count == 0)
        {
            years.Add(General);
        }

        years.Sort();
        return years;
    }

    private static void AddYears(SubjectSymbol budget, SubjectLines lines, List<int> years, int depth)
    {
        foreach (Worth worth in budget.Worth)
        {
            if (worth.YearFrom is int year && !years.Contains(year))
            {
                years.Add(year);
            }
        }

        if (depth < MaximumDepth)
        {
            foreach (SubjectSymbol part in lines.BudgetsWithin(budget))
            {
                AddYears(part, lines, years, depth + 1);
            }
        }
    }

    // Within a year all parts draw on the same money. Without years, only parts that are there on the same day do.
    private static List<int> BeginningsOf(SubjectSymbol budget, SubjectLines lines, int year)
    {
        var days = new List<int> { budget.Lifetime.First.DayNumber };
        if (year == General)
        {
            foreach (SubjectSymbol part in lines.BudgetsWithin(budget))
            {
                if (!days.Contains(part.Lifetime.First.DayNumber))
                {
                    days.Add(part.Lifetime.First.DayNumber);
                }
            }
        }

        return days;
    }

    private static bool IsThere(SubjectSymbol part, int year, int day) =>
        year == General
            ? part.Lifetime.Contains(DateOnly.FromDayNumber(day))
            : part.Lifetime.Overlaps(new DateRange(new DateOnly(year, 4, 1), new DateOnly(year + 1, 3, 31)));

    private static decimal Sum(SubjectSymbol part, int year, int day, string currency, SubjectLines lines, List<Worth> parts, int depth)
    {
        if (WorthOf(part, year) is Worth worth)
        {
            if (!string.Equals(worth.Currency, currency, StringComparison.Ordinal))
            {
                return 0;
            }

            parts.Add(worth);
            return worth.Value;
        }

        decimal sum = 0;
        if (depth < MaximumDepth)
        {
            foreach (SubjectSymbol inner in lines.BudgetsWithin(part))
            {
                if (IsThere(inner, year, day))
                {
                    sum += Sum(inner, year, day, currency, lines, parts, depth + 1);
                }
            }
        }

        return sum;
    }

    private static Worth? WorthOf(SubjectSymbol budget, int year)
    {
        Worth? general = null;
        foreach (Worth worth in budget.Worth)
        {
            if (worth.YearFrom == year)
            {
                return worth;
            }

            general = worth.YearFrom is null ? worth : general;
        }

        return general;
    }
}
