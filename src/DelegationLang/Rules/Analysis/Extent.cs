using DelegationLang.Policy;
using DelegationLang.Semantics;
using PlaceSet = DelegationLang.Rules.Analysis.HierarchySet<DelegationLang.Semantics.PlaceSymbol, DelegationLang.Rules.Analysis.PlaceTree>;

namespace DelegationLang.Rules.Analysis;

/// <summary>All of a box but its subject: where, when, for which amounts, and in which cases.</summary>
internal sealed record Extent
{
    /// <summary>Everywhere, always, for any amount and in every case.</summary>
    public static Extent All { get; } = new();

    /// <summary>Where.</summary>
    public PlaceSet Places { get; init; } = PlaceSet.Everything;

    /// <summary>On which days, both ends included.</summary>
    public DateRange Days { get; init; } = DateRange.Always;

    /// <summary>For which amounts.</summary>
    public AmountRegion Amounts { get; init; } = AmountRegion.Any;

    /// <summary>In which cases.</summary>
    public FactCube Facts { get; init; } = FactCube.Any;

    /// <summary>Whether a named sum has split the days, so that amounts must be compared day by day.</summary>
    public bool IsDayDependent { get; init; }

    /// <summary>Whether it is empty on some side.</summary>
    public bool IsEmpty => Places.IsEmpty || Days.IsEmpty || Amounts.IsEmpty;

    /// <summary>What lies in both; none when nothing does.</summary>
    public Extent? Intersect(Extent other)
    {
        if (Facts.Intersect(other.Facts) is not FactCube facts)
        {
            return null;
        }

        var result = new Extent
        {
            Places = Places.Intersect(other.Places),
            Days = Days.Intersect(other.Days),
            Amounts = Amounts.Intersect(other.Amounts),
            Facts = facts,
            IsDayDependent = IsDayDependent || other.IsDayDependent,
        };
        return result.IsEmpty ? null : result;
    }

    /// <summary>
    /// Whether the two have no place, no day or no case in common. Amounts that do not meet are left to their own subtraction: whether they can be compared
    /// at all is for it to say.
    /// </summary>
    public bool IsApartFrom(Extent other) => !Days.Overlaps(other.Days) || Places.Intersect(other.Places).IsEmpty || Facts.Intersect(other.Facts) is null;

    /// <summary>What lies in this extent and not in the other, in parts that do not meet.</summary>
    /// <param name="other">What is taken away.</param>
    /// <param name="doubtCovers">Whether amounts that cannot be compared count as taken away.</param>
    public IEnumerable<Extent> Subtract(Extent other, bool doubtCovers)
    {
        if (IsApartFrom(other))
        {
            yield return this;
            yield break;
        }

        Extent current = this;
        foreach (PlaceSet places in Places.Subtract(other.Places))
        {
            yield return current with { Places = places };
        }

        current = current with { Places = Places.Intersect(other.Places) };
        foreach (DateRange days in Outside(Days, other.Days))
        {
            yield return current with { Days = days };
        }

        current = current with { Days = Days.Intersect(other.Days) };
        foreach (FactCube facts in Facts.Subtract(other.Facts))
        {
            yield return current with { Facts = facts };
        }

        current = current with { Facts = Facts.Intersect(other.Facts) ?? Facts };
        foreach (AmountRegion amounts in Amounts.Subtract(other.Amounts, doubtCovers))
        {
            yield return current with { Amounts = amounts };
        }
    }

    /// <summary>The days of one range that are not days of the other: at most two ranges, the earlier first.</summary>
    public static IEnumerable<DateRange> Outside(DateRange days, DateRange other)
    {
        if (!days.Overlaps(other))
        {
            yield return days;
            yield break;
        }

        if (days.First < other.First)
        {
            yield return days with { Last = other.First.AddDays(-1) };
        }

        if (days.Last > other.Last)
        {
            yield return days with { First = other.Last.AddDays(1) };
        }
    }
}
