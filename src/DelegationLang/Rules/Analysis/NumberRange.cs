namespace DelegationLang.Rules.Analysis;

/// <summary>A cut in the line of numbers: just before a figure or just after it.</summary>
internal readonly record struct Cut(decimal Value, bool IsAfter) : IComparable<Cut>
{
    /// <summary>Just before the figure, so that what starts here includes it.</summary>
    public static Cut Before(decimal value) => new(value, false);

    /// <summary>Just after the figure, so that what ends here includes it.</summary>
    public static Cut After(decimal value) => new(value, true);

    /// <inheritdoc/>
    public int CompareTo(Cut other)
    {
        int comparison = Value.CompareTo(other.Value);
        return comparison != 0 ? comparison : IsAfter.CompareTo(other.IsAfter);
    }
}

/// <summary>The numbers between two cuts. Amounts and measures are never negative, so a range with no lower end begins at nothing.</summary>
internal readonly record struct NumberRange(Cut Low, Cut High)
{
    /// <summary>Every number that an amount or a measure can be.</summary>
    public static NumberRange All { get; } = new(Cut.Before(0), Cut.After(decimal.MaxValue));

    /// <summary>Whether no number lies in it.</summary>
    public bool IsEmpty => Low.CompareTo(High) >= 0;

    /// <summary>Whether every number lies in it.</summary>
    public bool IsAll => !HasLow && !HasHigh;

    /// <summary>Whether it has a lower end above nothing.</summary>
    public bool HasLow => Low.CompareTo(All.Low) > 0;

    /// <summary>Whether it has an upper end.</summary>
    public bool HasHigh => High.CompareTo(All.High) < 0;

    /// <summary>The numbers in both.</summary>
    public NumberRange Intersect(NumberRange other) =>
        new(Low.CompareTo(other.Low) >= 0 ? Low : other.Low, High.CompareTo(other.High) <= 0 ? High : other.High);

    /// <summary>Whether every number of the other lies in it.</summary>
    public bool Contains(NumberRange other) =>
        other.IsEmpty || (Low.CompareTo(other.Low) <= 0 && High.CompareTo(other.High) >= 0);

    /// <summary>The numbers in this range and not in the other: at most two ranges, the lower first.</summary>
    public IEnumerable<NumberRange> Subtract(NumberRange other)
    {
        if (Intersect(other).IsEmpty)
        {
            yield return this;
            yield break;
        }

        if (Low.CompareTo(other.Low) < 0)
        {
            yield return this with { High = other.Low };
        }

        if (other.High.CompareTo(High) < 0)
        {
            yield return this with { Low = other.High };
        }
    }
}
