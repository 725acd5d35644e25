namespace DelegationLang.Policy.Evaluation;

/// <summary>Figures in ascending order, none twice.</summary>
internal sealed class AscendingFigures
{
    private readonly List<decimal> items = [];

    /// <summary>Adds a figure where it belongs, unless it is there.</summary>
    public void Add(decimal figure)
    {
        int at = items.BinarySearch(figure);
        if (at < 0)
        {
            items.Insert(~at, figure);
        }
    }

    /// <summary>The figures, ascending.</summary>
    public decimal[] ToArray() => [.. items];
}
