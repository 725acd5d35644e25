using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>From figures, named sums and measures in sentences to expressions, all of one currency or unit.</summary>
internal sealed class AmountBinder(NameResolver resolver, Reporter reporter)
{
    /// <summary>An amount of money; none when it cannot be read (reported).</summary>
    public AmountExpression? BindMoney(Scope scope, AmountSyntax amount)
    {
        switch (amount)
        {
            case MoneySyntax { IsInvalid: false } money:
                return new FixedAmount(money.Value, money.Currency);
            case NamedAmountSyntax named:
                return Named(scope, named.Name, 100m);
            case PercentSyntax percent:
                return Part(scope, percent);
            case LowerOfSyntax lower:
                return Lowest(scope, lower, BindMoney);
            case NumberSyntax { IsInvalid: false } number:
                string written = Wording.Amount(number.Value, "") + (number.Unit.Length > 0 ? " " + number.Unit : "");
                WrongKind(scope, amount, $"{MessageWords.Quote(written)} is a number, not an amount of money", "write money, such as `£5,000`; a bound of a measure stands straight after the name of the measure");
                return null;
            default:
                scope.HasErrors = true;
                return null;
        }
    }

    /// <summary>An amount in the unit of a measure; none when it cannot be read (reported).</summary>
    public AmountExpression? BindFor(Scope scope, AmountSyntax amount, MeasureSymbol measure)
    {
        if (measure.IsMoney)
        {
            AmountExpression? money = BindMoney(scope, amount);
            return money is not null && CheckCurrency(scope, scope.At(amount), [money], measure.Currency, MessageWords.Quote(measure.Name)) ? money : null;
        }

        switch (amount)
        {
            case NumberSyntax { IsInvalid: false } number when number.Unit.Length == 0 || Units.AreSame(number.Unit, measure.Unit):
                return new FixedAmount(number.Value, "");
            case NumberSyntax { IsInvalid: false } number:
                WrongKind(scope, amount, $"{MessageWords.Quote(measure.Name)} is measured in {measure.Unit}, not in {number.Unit}", $"give the figure in {measure.Unit}");
                return null;
            case MoneySyntax { IsInvalid: false } money:
                WrongKind(
                    scope,
                    amount,
                    $"{MessageWords.Quote(measure.Name)} is a measure{(measure.Unit.Length > 0 ? " in " + measure.Unit : "")}, and {Wording.Amount(money.Value, money.Currency)} is money",
                    measure.Unit.Length > 0 ? $"give the figure in {measure.Unit}, or declare the measure `in pounds`" : "declare the measure `in pounds`");
                return null;
            case LowerOfSyntax lower:
                return Lowest(scope, lower, (inner, item) => BindFor(inner, item, measure));
            case NamedAmountSyntax or PercentSyntax:
                WrongKind(scope, amount, $"{MessageWords.Quote(measure.Name)} is not a measure of money, so only a number can stand here", "write the number");
                return null;
            default:
                scope.HasErrors = true;
                return null;
        }
    }

    /// <summary>The two ends of an interval, from bounds in any order.</summary>
    /// <param name="scope">The sentence.</param>
    /// <param name="bounds">The bounds.</param>
    /// <param name="measure">The measure that they limit; none for an amount of money.</param>
    public (AmountBound? Lower, AmountBound? Upper) BindBounds(Scope scope, IEnumerable<BoundSyntax> bounds, MeasureSymbol? measure)
    {
        AmountBound? lower = null;
        AmountBound? upper = null;
        foreach (BoundSyntax bound in bounds)
        {
            bool isLower = bound.Kind is BoundKind.Above or BoundKind.AtLeast;
            if ((isLower ? lower : upper) is { } earlier)
            {
                reporter.Report(scope, new Diagnostic(
                    ParsingDiagnostics.MisplacedClause, scope.At(bound), isLower ? "the amounts start twice here" : "the amounts end twice here")
                {
                    Label = "given again",
                    Help = "give one lower and one upper bound at most; for the smaller of two, write `up to the lower of A, B`",
                    Related = [new RelatedLocation("given first here", earlier.Location)],
                });
                continue;
            }

            if ((measure is null ? BindMoney(scope, bound.Amount) : BindFor(scope, bound.Amount, measure)) is not { } amount)
            {
                continue;
            }

            var end = new AmountBound(amount, bound.Kind is BoundKind.UpTo or BoundKind.AtLeast, scope.At(bound));
            lower = isLower ? end : lower;
            upper = isLower ? upper : end;
        }

        return Check(scope, lower, upper) ? (lower, upper) : (null, null);
    }

    /// <summary>Reports when two of the amounts are in different currencies, which never compare.</summary>
    private bool CheckCurrency(Scope scope, SourceLocation location, IEnumerable<AmountExpression> amounts, string wanted, string whose)
    {
        foreach (string currency in amounts.SelectMany(CurrenciesOf))
        {
            if (wanted.Length > 0 && currency != wanted)
            {
                reporter.Report(scope, new Diagnostic(SemanticDiagnostics.WrongKind, location, $"{currency} is compared with {wanted}{(whose.Length > 0 ? " of " + whose : "")}")
                {
                    Label = "another currency",
                    Help = "give every figure in one currency; no rate of exchange is known",
                });
                return false;
            }

            wanted = currency;
        }

        return true;
    }

    /// <summary>Whether no amount lies between two figures; what is bounded by parts of measures may hold something.</summary>
    public static bool IsEmpty(AmountBound? lower, AmountBound? upper) =>
        lower is { Amount: FixedAmount from } && upper is { Amount: FixedAmount to }
        && (to.Value < from.Value || (to.Value == from.Value && !(lower.IsIncluded && upper.IsIncluded)));

    private static IEnumerable<string> CurrenciesOf(AmountExpression amount) => amount switch
    {
        FixedAmount { Currency.Length: > 0 } figure => [figure.Currency],
        PartOfAmount part => part.Amount.Values.Select(value => value.Currency).Distinct(StringComparer.Ordinal),
        PartOfMeasure { Measure.IsMoney: true } part => [part.Measure.Currency],
        LowerOf lower => lower.Items.SelectMany(CurrenciesOf),
        _ => [],
    };

    private bool Check(Scope scope, AmountBound? lower, AmountBound? upper)
    {
        if (lower is null || upper is null)
        {
            return true;
        }

        if (!CheckCurrency(scope, upper.Location, [lower.Amount, upper.Amount], "", ""))
        {
            return false;
        }

        if (IsEmpty(lower, upper) && lower.Amount is FixedAmount from && upper.Amount is FixedAmount to)
        {
            reporter.Report(scope, new Diagnostic(
                SemanticDiagnostics.EndBeforeBeginning,
                upper.Location,
                $"no amount lies between {Wording.Amount(from.Value, from.Currency)} and {Wording.Amount(to.Value, to.Currency)} as they are given here")
            {
                Label = "ends here",
                Help = "give a lower bound that lies below the upper one",
                Related = [new RelatedLocation("begins here", lower.Location)],
            });
            return false;
        }

        return true;
    }

    private AmountExpression? Named(Scope scope, NameSyntax name, decimal percent)
    {
        switch (resolver.Resolve(scope, scope.Part(name), Expectation.Sum))
        {
            case AmountSymbol sum:
                return new PartOfAmount(percent, sum);
            case MeasureSymbol { IsMoney: true } measure:
                return new PartOfMeasure(percent, measure);
            case MeasureSymbol measure:
                WrongKind(
                    scope,
                    name,
                    $"{MessageWords.Quote(name.Text)} is a measure{(measure.Unit.Length > 0 ? " in " + measure.Unit : "")}, not of money",
                    "name an amount, or a measure `in pounds`",
                    measure);
                return null;
            default:
                return null;
        }
    }

    private AmountExpression? Part(Scope scope, PercentSyntax percent)
    {
        switch (percent.Of)
        {
            case NamedAmountSyntax named:
                return Named(scope, named.Name, percent.Percent);
            default:
                return Scale(scope, percent, BindMoney(scope, percent.Of));
        }
    }

    private FixedAmount? Scale(Scope scope, PercentSyntax percent, AmountExpression? whole)
    {
        if (whole is not FixedAmount figure)
        {
            return null;
        }

        if (Math.Abs(percent.Percent) > 1_000_000m)
        {
            WrongKind(scope, percent, "this part is more than ten thousand times the whole", "check the percentage");
            return null;
        }

        return figure with { Value = figure.Value * percent.Percent / 100m };
    }

    private LowerOf? Lowest(Scope scope, LowerOfSyntax lower, Func<Scope, AmountSyntax, AmountExpression?> bind)
    {
        ImmutableArray<AmountExpression>.Builder items = ImmutableArray.CreateBuilder<AmountExpression>(lower.Items.Length);
        foreach (AmountSyntax item in lower.Items)
        {
            if (bind(scope, item) is { } amount)
            {
                items.Add(amount);
            }
        }

        return items.Count == lower.Items.Length && CheckCurrency(scope, scope.At(lower), items, "", "") ? new LowerOf(items.DrainToImmutable()) { IsHighest = lower.IsHigher } : null;
    }

    private void WrongKind(Scope scope, SyntaxNode node, string message, string help, Symbol? declared = null) =>
        reporter.Report(scope, new Diagnostic(SemanticDiagnostics.WrongKind, scope.At(node), message)
        {
            Help = help,
            Related = declared is null ? [] : [new RelatedLocation("declared here", declared.Location)],
        });
}
