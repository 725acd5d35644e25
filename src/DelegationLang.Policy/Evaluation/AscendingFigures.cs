namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// Figures in ascending order, none twice. A class of its own because a list of decimals of the framework would be compiled at each start of a program,
/// which takes longer than all that is asked of it.
/// </summary>
internal sealed class AscendingFigures
{
    private decimal[] items = new decimal[4];
    private int count;

    /// <summary>Adds a figure where it belongs, unless it is there.</summary>
    public void Add(decimal figure)
    {
        int at = count > 0 && items[count - 1] < figure ? ~count : Search(items, count, figure);
        if (at >= 0)
        {
            return;
        }

        at = ~at;
        decimal[] old = items;
        if (count == old.Length)
        {
            items = new decimal[count * 2];
            Array.Copy(old, items, at);
        }

        Array.Copy(old, at, items, at + 1, count - at);
        items[at] = figure;
        count++;
    }

    /// <summary>The figures, ascending.</summary>
    public decimal[] ToArray()
    {
        var result = new decimal[count];
        Array.Copy(items, result, count);
        return result;
    }

    /// <summary>Where a figure stands among ascending figures; otherwise the complement of where it would stand.</summary>
    public static int Search(decimal[] ascending, decimal figure) => Search(ascending, ascending.Length, figure);

    private static int Search(decimal[] ascending, int count, decimal figure)
    {
        int low = 0;
        int high = count - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            int comparison = decimal.Compare(ascending[middle], figure);
            if (comparison == 0)
            {
                return middle;
            }

            if (comparison < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }
}
