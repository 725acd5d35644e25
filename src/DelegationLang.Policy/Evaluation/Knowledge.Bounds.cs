using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Evaluation;

/// <content>Whether a number lies within bounds.</content>
internal sealed partial class Knowledge
{
    // The smallest of several terms: to be within it is to be within each; to be beyond it is to be beyond any. Of the largest it is the other way about.
    private Truth Within(Quantity quantity, decimal? known, BoundDefinition? lower, BoundDefinition? upper)
    {
        int before = Pending;
        Truth truth = Truth.True;
        if (upper is not null)
        {
            truth = IsWithin(quantity, known, upper);
        }

        if (lower is not null)
        {
            Truth beyond = lower.IsHighest ? Truth.True : Truth.False;
            foreach (BoundTerm term in lower.LowerOf)
            {
                Truth one = Beyond(quantity, known, term, orEqual: lower.IsIncluded);
                beyond = lower.IsHighest ? TruthLogic.And(beyond, one) : TruthLogic.Or(beyond, one);
            }

            truth = TruthLogic.And(truth, beyond);
        }

        return Settle(before, truth);
    }

    // A sum that has no figure that day makes a limit by it cover nothing.
    private Truth IsWithin(Quantity quantity, decimal? known, BoundDefinition upper)
    {
        Truth truth = upper.IsHighest ? Truth.False : Truth.True;
        foreach (BoundTerm term in upper.LowerOf)
        {
            if (upper.IsHighest && term.Kind == BoundTermKind.PartOfAmount && variables.FigureOf(term) is null)
            {
                return Truth.False;
            }

            Truth one = IsLess(quantity, known, term, orEqual: upper.IsIncluded);
            truth = upper.IsHighest ? TruthLogic.Or(truth, one) : TruthLogic.And(truth, one);
        }

        return truth;
    }

    private Truth Beyond(Quantity quantity, decimal? known, BoundTerm term, bool orEqual) =>
        term.Kind == BoundTermKind.PartOfAmount && variables.FigureOf(term) is null
            ? Truth.False
            : TruthLogic.Not(IsLess(quantity, known, term, orEqual: !orEqual));

    private Truth IsLess(Quantity quantity, decimal? known, BoundTerm term, bool orEqual)
    {
        if (term.Kind != BoundTermKind.PartOfMeasure)
        {
            return variables.FigureOf(term) is decimal figure ? IsLess(quantity, known, figure, orEqual) : Truth.False;
        }

        if (KnownMeasure(term.Index) is decimal measure)
        {
            return IsLess(quantity, known, Figures.Product(term.Value, measure), orEqual);
        }

        if (known is not decimal value)
        {
            Variable? ratio = variables.Ratio(quantity, term.Index);
            return CompareOpen(ratio, term.Value, orEqual);
        }

        if (term.Value == 0)
        {
            return TruthLogic.Of(value < 0 || (orEqual && value == 0));
        }

        // v is at most k × M exactly when M is at least v ÷ k.
        Truth measureIsLess = CompareOpen(variables.Number(Quantity.OfMeasure(term.Index)), Figures.Quotient(value, term.Value), !orEqual);
        return TruthLogic.Not(measureIsLess);
    }

    private Truth IsLess(Quantity quantity, decimal? known, decimal figure, bool orEqual) =>
        known is decimal value
            ? TruthLogic.Of(value < figure || (orEqual && value == figure))
            : CompareOpen(variables.Number(quantity), figure, orEqual);

    private Truth CompareOpen(Variable? variable, decimal figure, bool orEqual)
    {
        if (variable is null || cells[variable.Order] < 0)
        {
            return Open(variable);
        }

        int comparison = variable.CompareCell(cells[variable.Order], figure);
        return TruthLogic.Of(comparison < 0 || (orEqual && comparison == 0));
    }
}
