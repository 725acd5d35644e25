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

    private bool IsImpossible(Variable ratio)
    {
        if (cells[ratio.Order] < 0)
        {
            return false;
        }

        Variable? numerator = variables.Number(ratio.Quantity);
        Variable? measure = variables.Number(Quantity.OfMeasure(ratio.Index));
        if (numerator is null || measure is null || cells[numerator.Order] < 0 || cells[measure.Order] < 0)
        {
            return false;
        }

        (decimal low, decimal? high, bool point) = numerator.Ends(cells[numerator.Order]);
        (decimal measureLow, decimal? measureHigh, bool measurePoint) = measure.Ends(cells[measure.Order]);
        (decimal ratioLow, decimal? ratioHigh, bool ratioPoint) = ratio.Ends(cells[ratio.Order]);
        decimal productLow = Figures.Product(measureLow, ratioLow);
        decimal? productHigh = measureHigh is decimal m && ratioHigh is decimal r ? Figures.Product(m, r) : null;
        bool isClosed = point && measurePoint && ratioPoint;
        bool isBelow = high is decimal h && (h < productLow || (h == productLow && !isClosed && productLow > 0));
        bool isAbove = productHigh is decimal p && (low > p || (low == p && !isClosed && p > 0));
        return isBelow || isAbove;
    }
}
