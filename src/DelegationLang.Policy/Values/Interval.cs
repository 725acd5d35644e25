namespace DelegationLang.Policy.Values;

/// <summary>The numbers between two ends, each of which is inside or not; no upper end stands for without end. Amounts and measures are never negative.</summary>
internal sealed record Interval(decimal Low, bool HasLow, decimal? High, bool HasHigh)
{
    // Beyond this a number is never written in a scheme, and sums of it might not be countable.
    private const decimal Largest = 1_000_000_000_000_000_000m;

    /// <summary>Every number that is not negative.</summary>
    public static Interval All { get; } = new(0, true, null, false);

    /// <summary>Whether no number lies in it.</summary>
    public bool IsEmpty => High is decimal high && (Low > high || (Low == high && !(HasLow && HasHigh)));

    /// <summary>Whether every number lies in it.</summary>
    public bool IsAll => !HasStart && !HasEnd;

    /// <summary>Whether it begins above nothing.</summary>
    public bool HasStart => Low > 0 || !HasLow;

    /// <summary>Whether it ends.</summary>
    public bool HasEnd => High is not null;

    /// <summary>All numbers up to one, or below it.</summary>
    public static Interval UpTo(decimal value, bool isIncluded) => new(0, true, value, isIncluded);

    /// <summary>All numbers from one on, or above it.</summary>
    public static Interval From(decimal value, bool isIncluded) => new(value, isIncluded, null, false);

    /// <summary>One number.</summary>
    public static Interval Of(decimal value) => new(value, true, value, true);

    /// <summary>Whether a number lies in it.</summary>
    public bool Contains(decimal value) =>
        (value > Low || (HasLow && value == Low)) && (High is not decimal high || value < high || (HasHigh && value == high));

    /// <summary>Whether every number of the other lies in it.</summary>
    public bool Contains(Interval other) => other.IsEmpty || (!other.StartsBefore(this) && !other.GoesBeyond(this));

    /// <summary>Whether a number lies in both.</summary>
    public bool Meets(Interval other) => !EndsBefore(other) && !other.EndsBefore(this);

    /// <summary>Whether all its numbers are less than all of the other.</summary>
    public bool EndsBefore(Interval other) => High is decimal high && (high < other.Low || (high == other.Low && !(HasHigh && other.HasLow)));

    /// <summary>Whether there is a number between its last and the first of the other.</summary>
    public bool LeavesHoleBefore(Interval other) => High is decimal high && (high < other.Low || (high == other.Low && !HasHigh && !other.HasLow));

    /// <summary>Whether it begins before the other.</summary>
    public bool StartsBefore(Interval other) => Low < other.Low || (Low == other.Low && HasLow && !other.HasLow);

    /// <summary>Whether it goes on beyond the end of the other.</summary>
    public bool GoesBeyond(Interval other) =>
        other.High is decimal high && (High is not decimal own || own > high || (own == high && HasHigh && !other.HasHigh));

    /// <summary>The smallest interval that holds both.</summary>
    public Interval Hull(Interval other)
    {
        bool isOtherLow = other.StartsBefore(this);
        Interval higher = GoesBeyond(other) ? this : other;
        return new Interval(isOtherLow ? other.Low : Low, isOtherLow ? other.HasLow : HasLow, higher.High, higher.HasHigh);
    }

    /// <summary>The numbers in both.</summary>
    public Interval Intersect(Interval other)
    {
        bool isOtherLow = StartsBefore(other);
        bool isOtherHigh = GoesBeyond(other);
        return new Interval(
            isOtherLow ? other.Low : Low,
            isOtherLow ? other.HasLow : HasLow,
            isOtherHigh ? other.High : High,
            isOtherHigh ? other.HasHigh : HasHigh);
    }

    /// <summary>The numbers in this and not in the other: at most two intervals, the lower first.</summary>
    public IEnumerable<Interval> Subtract(Interval other)
    {
        if (Intersect(other).IsEmpty)
        {
            yield return this;
            yield break;
        }

        if (StartsBefore(other))
        {
            yield return this with { High = other.Low, HasHigh = !other.HasLow };
        }

        if (GoesBeyond(other))
        {
            yield return this with { Low = other.High ?? Low, HasLow = !other.HasHigh };
        }
    }

    /// <summary>The numbers that are so many times one of these.</summary>
    public Interval Times(decimal factor) => new(Product(Low, factor), HasLow, High is decimal high ? Product(high, factor) : null, HasHigh);

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
