using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Binds the days and the sums of declarations.</summary>
internal sealed class FigureBinder(AmountBinder amounts, Reporter reporter)
{
    /// <summary>Sets the life of each symbol, and the figures of named sums.</summary>
    public void BindLifetimes(IEnumerable<Declared> declarations)
    {
        foreach (Declared declared in declarations)
        {
            if (declared.IsReservedLine)
            {
                continue;
            }

            DateRange days = Days.Read(declared.Scope, declared.Clauses, reporter, withYears: false).Range;
            if (declared.Symbol is AmountSymbol sum)
            {
                BindSum(declared, sum, days);
            }
            else
            {
                declared.Symbol.Lifetime = days;
            }
        }
    }

    /// <summary>What a budget or an agreement is worth, in the year that stands after the sum.</summary>
    public void BindWorth(Declared declared, WorthClauseSyntax worth, int index)
    {
        Scope scope = declared.Scope;
        int? year = YearAfter(declared.Clauses, index);
        AmountExpression? amount = amounts.BindMoney(scope, worth.Amount);
        if (Figure(amount, year) is not { } figure)
        {
            if (amount is not null)
            {
                reporter.Report(scope, new Diagnostic(SemanticDiagnostics.WrongKind, scope.At(worth.Amount), "this is not one sum of money")
                {
                    Help = "write what it is worth as a figure, such as `£5 million`, or name an amount that has one figure then",
                });
            }

            return;
        }

        var value = new Worth(figure.Value, figure.Currency, year, scope.At(worth))
        {
            Because = declared.Clauses.OfType<TextClauseSyntax>().FirstOrDefault(clause => clause.Kind == ClauseKind.Because)?.Text.Text ?? "",
        };
        switch (declared.Symbol)
        {
            case SubjectSymbol budget:
                budget.Worth = budget.Worth.Add(value);
                break;
            case AgreementSymbol agreement:
                agreement.Worth = agreement.Worth.Add(value);
                break;
        }
    }

    private static FixedAmount? Figure(AmountExpression? amount, int? year)
    {
        switch (amount)
        {
            case FixedAmount figure:
                return figure;
            case PartOfAmount { Amount.Values: var values } part:
                DatedAmount? dated = year is { } start
                    ? values.FirstOrDefault(value => value.Days.Contains(Days.YearOf(start).First))
                    : values.Length == 1 ? values[0] : null;
                return dated is null ? null : new FixedAmount(dated.Value * part.Percent / 100m, dated.Currency);
            default:
                return null;
        }
    }

    private void BindSum(Declared declared, AmountSymbol sum, DateRange days)
    {
        if (declared.Amount is null or { IsMissing: true })
        {
            if (!declared.Scope.HasErrors)
            {
                reporter.Report(declared.Scope, new Diagnostic(
                    SemanticDiagnostics.WrongKind, declared.Scope.At(declared.Name), $"{MessageWords.Quote(sum.Name)} is an amount without a figure")
                {
                    Help = $"write `{declared.Name.Text} is an amount of £…`",
                });
            }

            return;
        }

        if (amounts.BindMoney(declared.Scope, declared.Amount) is not FixedAmount figure)
        {
            return;
        }

        SourceLocation location = declared.Scope.Location;
        if (sum.Values.FirstOrDefault(value => value.Days.Overlaps(days)) is { } earlier)
        {
            reporter.Report(declared.Scope, new Diagnostic(
                SemanticDiagnostics.DeclaredTwice, declared.Scope.At(declared.Name), $"{MessageWords.Quote(sum.Name)} is given two figures for the same days")
            {
                Label = "given again",
                Help = "say from and until which day each figure holds, so that the days do not meet",
                Related = [new RelatedLocation("given first here", earlier.Location)],
            });
            return;
        }

        sum.Values = sum.Values.Add(new DatedAmount(days, figure.Value, figure.Currency, location));
    }

    // "worth £5 million for 2026/27": the year that follows a sum, if any.
    private static int? YearAfter(ImmutableArray<ClauseSyntax> clauses, int index) =>
        index + 1 < clauses.Length && clauses[index + 1] is ForYearClauseSyntax { Year.IsMissing: false } year ? year.Year.StartYear : null;
}
