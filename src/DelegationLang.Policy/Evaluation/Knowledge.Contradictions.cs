using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <content>Which cells cannot be chosen together.</content>
internal sealed partial class Knowledge
{
    /// <summary>How many pairs of amounts and parts of measures can contradict each other.</summary>
    public int Contradictions => variables.VatPairs.Count + variables.Ratios.Count();

    /// <summary>The cells that are chosen now; none where no cells can contradict each other.</summary>
    public ChosenCells Chosen() => Contradictions > 0 ? ChosenCells.Of([.. cells]) : ChosenCells.None;

    /// <summary>Whether a cell of a variable can be with cells that were chosen. What is chosen now is forgotten.</summary>
    public bool IsPossible(int[] chosen, int order, int cell)
    {
        chosen.CopyTo(cells, 0);
        highest = cells.Length - 1;
        cells[order] = cell;
        return !IsImpossible();
    }

    // Some goods bear no tax: then the two are the same.
    private bool IsImpossible(VatPair pair)
    {
        if (EndsOf(pair.Without) is not { } without || EndsOf(pair.With) is not { } with || with.High is not decimal most)
        {
            return false;
        }

        // Nothing is less than nought, so that a first cell has its lower end; one above a figure of nought has not.
        bool canMeet = (without.IsPoint || without.IsFirst) && with.IsPoint;
        return without.Low > most || (without.Low == most && !canMeet);
    }

    // The figure asked about, where it is this amount, or the cell chosen for it; none while it is open. Of what the figure counts where that is tried in
    // several ways nothing follows: an answer would seem to turn on it only because fewer amounts are left in one of them.
    private (decimal Low, decimal? High, bool IsPoint, bool IsFirst)? EndsOf(Quantity amount)
    {
        if (variables.Basis is null && decision.Amount is { } asked && asked.Currency == amount.Axis.Currency && TryVat(out Vat vat) && amount.Axis.Vat == vat && TryBasis(out string basis) && amount.Axis.Basis == basis)
        {
            return (asked.Value, asked.Value, true, false);
        }

        if (decision.FurtherAmounts.Length > 0 && TryVat(out Vat way) && (amount.Axis.Vat == way || amount.Axis.Vat == Vat.Unstated)
            && decision.FurtherAmount(amount.Axis.Currency, amount.Axis.Basis) is decimal further)
        {
            return (further, further, true, false);
        }

        if (variables.Number(amount) is not { } variable || cells[variable.Order] < 0)
        {
            return null;
        }

        (decimal low, decimal? high, bool isPoint) = variable.Ends(cells[variable.Order]);
        return (low, high, isPoint, cells[variable.Order] == 0);
    }

    // Whether no number and no measure of their cells have such a ratio. Where the same sum is known counting tax the other way, that bounds it too.
    private bool IsImpossible(Variable ratio)
    {
        if (cells[ratio.Order] < 0)
        {
            return false;
        }

        Span number = SpanOf(ratio.Quantity), measure = SpanOf(Quantity.OfMeasure(ratio.Index)), part = SpanOf(ratio);
        if (number.High == 0)
        {
            // Nothing is no part of anything, and within each.
            return part.Low > 0 || !part.IsLowIn;
        }

        decimal least = Figures.Product(measure.Low, part.Low);
        decimal? most = part.High == 0 ? 0 : measure.High is decimal m && part.High is decimal p ? Figures.Product(m, p) : null;
        bool isBelow = number.High is decimal high && (high < least || (high == least && !(number.IsHighIn && measure.IsLowIn && part.IsLowIn)));
        bool isAbove = most is decimal top && (number.Low > top || (number.Low == top && !(number.IsLowIn && (top == 0 || (measure.IsHighIn && part.IsHighIn)))));
        return isBelow || isAbove;
    }

    private Span SpanOf(Variable variable)
    {
        (decimal low, decimal? high, bool isPoint) = variable.Ends(cells[variable.Order]);
        return new Span(low, isPoint || cells[variable.Order] == 0, high, isPoint);
    }

    // Within what a number lies, as far as that is known: at least nothing.
    private Span SpanOf(Quantity quantity)
    {
        Span span = EndsOf(quantity) is { } ends ? new Span(ends.Low, ends.IsPoint || ends.IsFirst, ends.High, ends.IsPoint) : new Span(0, true, null, false);
        foreach (VatPair pair in variables.VatPairs)
        {
            if (pair.Without == quantity && EndsOf(pair.With) is { High: decimal most } with && !(span.High < most) && !(span.High == most && !span.IsHighIn))
            {
                span = span with { High = most, IsHighIn = with.IsPoint };
            }
            else if (pair.With == quantity && EndsOf(pair.Without) is { } without && (without.Low > span.Low || (without.Low == span.Low && span.IsLowIn)))
            {
                span = span with { Low = without.Low, IsLowIn = without.IsPoint || without.IsFirst };
            }
        }

        return span;
    }

    private readonly record struct Span(decimal Low, bool IsLowIn, decimal? High, bool IsHighIn);
}
