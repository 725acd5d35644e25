namespace DelegationLang.Policy.Evaluation;

/// <summary>What the terms of bounds come to on a day.</summary>
internal static class Figures
{
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
                        return term.Value * figure.Value;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>The currency that a limit is in: that of its first term that has one. Pounds where none has.</summary>
    public static string CurrencyOf(SpaceDefinition definition, LimitDefinition limit, DateOnly day)
    {
        string currency = CurrencyOf(definition, limit.Upper, day);
        currency = currency.Length > 0 ? currency : CurrencyOf(definition, limit.Lower, day);
        return currency.Length > 0 ? currency : "GBP";
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
