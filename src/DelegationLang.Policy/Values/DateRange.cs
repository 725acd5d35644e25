namespace DelegationLang.Policy;

/// <summary>
/// A run of days, both ends included. <see cref="First"/> of <see cref="DateOnly.MinValue"/> stands for "always was", <see cref="Last"/> of
/// <see cref="DateOnly.MaxValue"/> for "without end". A range whose last day is before its first is empty.
/// </summary>
/// <param name="First">The first day, included.</param>
/// <param name="Last">The last day, included.</param>
public readonly record struct DateRange(DateOnly First, DateOnly Last)
{
    /// <summary>Every day.</summary>
    public static DateRange Always { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>A range from optional ends; an end that is left out is open.</summary>
    public static DateRange From(DateOnly? first, DateOnly? last) => new(first ?? DateOnly.MinValue, last ?? DateOnly.MaxValue);

    /// <summary>Whether no day lies in it.</summary>
    public bool IsEmpty => Last < First;

    /// <summary>Whether the first day is given.</summary>
    public bool HasFirst => First != DateOnly.MinValue;

    /// <summary>Whether the last day is given.</summary>
    public bool HasLast => Last != DateOnly.MaxValue;

    /// <summary>Whether the day lies in it, ends included.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>Whether every day of the other lies in it.</summary>
    public bool Contains(DateRange other) => other.IsEmpty || (other.First >= First && other.Last <= Last);

    /// <summary>Whether a day lies in both.</summary>
    public bool Overlaps(DateRange other) => !Intersect(other).IsEmpty;

    /// <summary>The days that lie in both.</summary>
    public DateRange Intersect(DateRange other) =>
        new(First > other.First ? First : other.First, Last < other.Last ? Last : other.Last);
}
