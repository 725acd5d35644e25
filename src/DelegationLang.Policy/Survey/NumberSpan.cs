namespace DelegationLang.Policy.Survey;

/// <summary>The numbers between two ends, each of which is inside or not; no upper end stands for without end.</summary>
internal sealed record NumberSpan(decimal Low, bool HasLow, decimal? High, bool HasHigh)
{
    // Beyond this a number is never written in a scheme, and sums of it might not be countable.
    private const decimal Largest = 1_000_000_000_000_000_000m;

    /// <summary>Every number that is not negative.</summary>
    public static NumberSpan All { get; } = new(0, true, null, false);

    /// <summary>Whether no number lies in it.</summary>
    public bool IsEmpty => High is decimal high && (Low > high || (Low == high && !(HasLow && HasHigh)));

    /// <summary>One number.</summary>
    public static NumberSpan Of(decimal value) => new(value, true, value, true);

    /// <summary>Whether a number lies in it.</summary>
    public bool Contains(decimal value) =>
        (value > Low || (HasLow && value == Low)) && (High is not decimal high || value < high || (HasHigh && value == high));

    /// <summary>The numbers in both.</summary>
    public NumberSpan Intersect(NumberSpan other)
    {
        bool isOtherLow = other.Low > Low || (other.Low == Low && !other.HasLow);
        bool isOtherHigh = other.High is decimal high && (High is not decimal own || high < own || (high == own && !other.HasHigh));
        return new NumberSpan(
            isOtherLow ? other.Low : Low,
            isOtherLow ? other.HasLow : HasLow,
            isOtherHigh ? other.High : High,
            isOtherHigh ? other.HasHigh : HasHigh);
    }

    /// <summary>The numbers that are so many times one of these.</summary>
    public NumberSpan Times(decimal factor) => new(Product(Low, factor), HasLow, High is decimal high ? Product(high, factor) : null, HasHigh);

    /// <summary>
    /// A number in it that reads well: the only one; the first whole one, though not nought where there is another; the first in hundredths;
    /// failing that, any. None where it is empty.
    /// </summary>
    public decimal? Pick()
    {
        if (IsEmpty || Low >= Largest)
        {
            return null;
        }

        if (HasLow && Low > 0)
        {
            return Low;
        }

        decimal whole = decimal.Floor(Low) + 1;
        if (Contains(whole))
        {
            return whole;
        }

        decimal hundredth = (decimal.Floor(Low * 100) + 1) / 100;
        if (Contains(hundredth))
        {
            return hundredth;
        }

        return HasLow ? Low : High is decimal high ? (Low + high) / 2 : null;
    }

    // What is too large to be counted stands for more than anything.
    private static decimal Product(decimal value, decimal factor) =>
        factor > 1 && value > Largest / factor ? Largest : value * factor;
}
