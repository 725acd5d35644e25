namespace DelegationLang.Policy.Evaluation;

/// <summary>What the terms of bounds come to on a day.</summary>
internal static class Figures
{
    // Just under the largest decimal.
    private const double LargestProduct = 7.9e28;

    /// <summary>The figure of a term; none for a part of a measure, and for a named sum that has no figure that day.</summary>
    public static decimal? Of(SpaceDefinition definition, BoundTerm term, DateOnly day)
    {
        switch (term.Kind)
        {
            case BoundTermKind.Figure:
                return term.Value;
            case BoundTermKind.PartOfAmount:
                foreach (DatedFigure figure in definition.Amounts[term.Index].Figures)
                {
                    if (figure.Days.Contains(day))
                    {
                        return Product(term.Value, figure.Value);
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>One number times another, neither negative; the largest number there is where that is too much.</summary>
    public static decimal Product(decimal first, decimal second)
    {
        // Doubles tell what would be too much, but for the last few digits: no figure is near those.
        return (double)first * (double)second >= LargestProduct ? decimal.MaxValue : first * second;
    }

    /// <summary>One number divided by another, which is not nothing; the largest number there is where that is too much.</summary>
    public static decimal Quotient(decimal first, decimal second) =>
        (double)first / (double)second >= LargestProduct ? decimal.MaxValue : first / second;

    /// <summary>Whether a bound of a rule is by a named sum, so that it may be another on another day.</summary>
    public static bool AreDated(RuleDefinition rule) =>
        AreDated(rule.Limit) || AreDated(rule.Onward?.Limit) || rule.Facts.Any(group => group.Any(fact => IsDated(fact.Lower) || IsDated(fact.Upper)));

    private static bool AreDated(LimitDefinition? limit) => limit is not null && (IsDated(limit.Lower) || IsDated(limit.Upper) || AreDated(limit.Also));

    private static bool IsDated(BoundDefinition? bound) => bound is not null && bound.LowerOf.Any(term => term.Kind == BoundTermKind.PartOfAmount);

    /// <summary>The currency that a limit is in: that of its first term that has one. Pounds where none has.</summary>
    public static string CurrencyOf(SpaceDefinition definition, LimitDefinition limit, DateOnly day)
    {
        string currency = CurrencyOf(definition, limit.Upper, day);
        currency = currency.Length > 0 ? currency : CurrencyOf(definition, limit.Lower, day);
        return currency.Length > 0 ? currency : "GBP";
    }

    /// <summary>The currencies that a limit may be in, whatever the day: pounds where none of its terms has any.</summary>
    public static IEnumerable<string> CurrenciesOf(SpaceDefinition definition, LimitDefinition limit)
    {
        IEnumerable<BoundTerm> terms = [.. limit.Upper?.LowerOf ?? [], .. limit.Lower?.LowerOf ?? []];
        IEnumerable<string> currencies = terms.SelectMany(term => term.Kind switch
        {
            BoundTermKind.Figure => [term.Currency],
            BoundTermKind.PartOfMeasure => [definition.Measures[term.Index].Currency],
            _ => definition.Amounts[term.Index].Figures.Select(figure => figure.Currency),
        }).Where(currency => currency.Length > 0);
        return currencies.DefaultIfEmpty("GBP").Distinct();
    }

    private static string CurrencyOf(SpaceDefinition definition, BoundDefinition? bound, DateOnly day)
    {
        if (bound is not null)
        {
            foreach (BoundTerm term in bound.LowerOf)
            {
                string currency = CurrencyOf(definition, term, day);
                if (currency.Length > 0)
                {
                    return currency;
                }
            }
        }

        return "";
    }

    private static string CurrencyOf(SpaceDefinition definition, BoundTerm term, DateOnly day)
    {
        switch (term.Kind)
        {
            case BoundTermKind.Figure:
                return term.Currency;
            case BoundTermKind.PartOfMeasure:
                return definition.Measures[term.Index].Currency;
            default:
                foreach (DatedFigure figure in definition.Amounts[term.Index].Figures)
                {
                    if (figure.Days.Contains(day))
                    {
                        return figure.Currency;
                    }
                }

                return "";
        }
    }
}
