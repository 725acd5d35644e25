namespace DelegationLang.Policy.Evaluation;

/// <content>Which cells cannot be chosen together.</content>
internal sealed partial class Knowledge
{
    // Some goods bear no tax: then the two are the same.
    private bool IsImpossible(VatPair pair)
    {
        if (variables.Number(pair.Open) is not { } variable || cells[variable.Order] < 0)
        {
            return false;
        }

        (decimal low, decimal? high, bool isPoint) = variable.Ends(cells[variable.Order]);
        return pair.IsLeast
            ? high is decimal most && (most < pair.Known || (most == pair.Known && !isPoint))
            : low > pair.Known || (low == pair.Known && !isPoint && cells[variable.Order] > 0);
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
