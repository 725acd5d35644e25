namespace DelegationLang.Policy.Permission;

/// <summary>Finds where an amount lies between figures: 0 below the first, 1 at it, 2 between it and the next, and so on.</summary>
internal sealed class FigureScale
{
    private const int Decimals = 4;

    private static readonly long[] Powers = [10_000, 1_000, 100, 10, 1];

    private readonly decimal[] figures;

    // The figures in ten-thousandths, which compare much faster; none where one of them is no whole number of these.
    private readonly long[]? whole;

    /// <param name="figures">Ascending, none twice.</param>
    public FigureScale(decimal[] figures)
    {
        this.figures = figures;
        long[] scaled = new long[figures.Length];
        for (int i = 0; i < figures.Length; i++)
        {
            if (!TryScale(figures[i], out scaled[i]))
            {
                return;
            }
        }

        whole = scaled;
    }

    public int CellOf(decimal amount)
    {
        if (whole is null || !TryScale(amount, out long value))
        {
            int at = Array.BinarySearch(figures, amount);
            return at >= 0 ? (2 * at) + 1 : 2 * ~at;
        }

        // Few figures: from front to back is faster than halving.
        int cell = 0;
        foreach (long figure in whole)
        {
            if (value <= figure)
            {
                return value == figure ? cell + 1 : cell;
            }

            cell += 2;
        }

        return cell;
    }

    private static bool TryScale(decimal amount, out long scaled)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(amount, bits);
        int scale = (bits[3] >> 16) & 0xFF;
        ulong mantissa = unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        if (scale > Decimals || bits[2] != 0 || bits[3] < 0 || mantissa > long.MaxValue / 10_000)
        {
            scaled = 0;
            return false;
        }

        scaled = (long)mantissa * Powers[scale];
        return true;
    }
}
