using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Values;
using DelegationLang.Semantics;
using PlaceSet = DelegationLang.Rules.Analysis.HierarchySet<DelegationLang.Semantics.PlaceSymbol, DelegationLang.Rules.Analysis.PlaceTree>;

namespace DelegationLang.Rules.Analysis;

/// <summary>Which sides of a sentence are compared with what its delegator holds.</summary>
[Flags]
internal enum Sides
{
    None = 0,
    Places = 1,
    Days = 2,
    Amounts = 4,
    All = Places | Days | Amounts,
}

/// <summary>
/// Whether what a sentence states lies within what its delegator holds. What it leaves out is inherited and so never compared: a side that is
/// left out is taken off both, and of a side with one end stated that end alone must be held. Holdings together may cover what none covers
/// alone: two years by two sentences, two places by two sentences.
/// </summary>
internal sealed class CoverageTest(BoxBuilder boxes)
{
    // Far below a penny, so that no figure that anybody writes lies between.
    private const decimal Sliver = 0.000_000_001m;

    /// <summary>The first part of what is stated that no holding covers; none when all is covered.</summary>
    /// <param name="terms">The clauses of the sentence.</param>
    /// <param name="held">What the delegator holds.</param>
    /// <param name="compared">The sides to compare; others count as left out.</param>
    public Extent? FirstUncovered(Terms terms, IReadOnlyList<Extent> held, Sides compared = Sides.All)
    {
        Sides stated = StatedIn(terms) & compared;
        if (stated == Sides.None)
        {
            return null;
        }

        IReadOnlyList<Extent> possible = Possible(terms, held);
        if (possible.Count == 0)
        {
            // What it wants and what the delegator needs are never so at once: the sentence gives nothing, which is another fault.
            return null;
        }

        List<Extent> left = Stated(terms, stated, possible);
        bool isByDay = (stated & Sides.Amounts) != 0 && (left.Exists(part => part.IsDayDependent) || possible.Any(part => part.IsDayDependent));
        if (isByDay && (stated & Sides.Days) == 0)
        {
            // A named sum must keep within the limit on each day on which something is held.
            left = [.. left.SelectMany(part => possible.Select(other => part with { Days = part.Days.Intersect(other.Days) }).Distinct())];
            left.RemoveAll(part => part.Days.IsEmpty);
        }

        foreach (Extent other in possible)
        {
            Extent cover = Projected(other, stated, isByDay);
            left = [.. left.SelectMany(part => part.Subtract(cover, doubtCovers: true))];
            if (left.Count == 0)
            {
                return null;
            }
        }

        return left.Count == 0 ? null : left[0];
    }

    /// <summary>The sides that a sentence states itself; those added by <c>every delegation</c> count as left out.</summary>
    public static Sides StatedIn(Terms terms)
    {
        Sides sides = Sides.None;
        if (!terms.At.IsEmpty)
        {
            sides |= Sides.Places;
        }

        if (!terms.AreDatesAdded && (terms.From is not null || terms.Until is not null))
        {
            sides |= Sides.Days;
        }

        if (!terms.IsLimitAdded && (terms.Limit is not null || terms.Unlimited is not null))
        {
            sides |= Sides.Amounts;
        }

        return sides;
    }

    // A holding for cases in which the sentence never applies gives it nothing.
    private static IReadOnlyList<Extent> Possible(Terms terms, IReadOnlyList<Extent> held) =>
        terms.Facts.IsEmpty || FactCube.Expand(terms.Facts) is not ImmutableArray<FactCube> cubes
            ? held
            : [.. held.Where(extent => cubes.Any(cube => cube.Intersect(extent.Facts) is not null))];

    private static Extent Projected(Extent held, Sides stated, bool isByDay) => new()
    {
        Places = (stated & Sides.Places) != 0 ? held.Places : PlaceSet.Everything,
        Days = (stated & Sides.Days) != 0 || isByDay ? held.Days : DateRange.Always,
        Amounts = (stated & Sides.Amounts) != 0 ? held.Amounts : AmountRegion.Any,
    };

    private List<Extent> Stated(Terms terms, Sides stated, IReadOnlyList<Extent> held)
    {
        var whole = new Extent
        {
            Places = (stated & Sides.Places) != 0 ? PlaceSet.AnyOf([.. terms.At.Select(place => place.Symbol)]) : PlaceSet.Everything,
            Days = (stated & Sides.Days) != 0 ? StatedDays(terms) : DateRange.Always,
        };
        if ((stated & Sides.Amounts) == 0)
        {
            return [whole];
        }

        if (terms.Limit is not AmountLimit limit)
        {
            return [whole with { Amounts = AnyAmount(held) }];
        }

        bool isDayDependent = LimitReader.IsDayDependent(limit);
        return
        [
            .. from dated in boxes.Limits(limit)
               let days = whole.Days.Intersect(dated.Days)
               where !days.IsEmpty
               select whole with { Days = days, Amounts = StatedEnds(dated.Amounts), IsDayDependent = isDayDependent },
        ];
    }

    // Every amount of all that is counted in what is held: where nothing is said of amounts there is nothing to compare.
    private static AmountRegion AnyAmount(IReadOnlyList<Extent> held) => held
        .SelectMany(extent => extent.Amounts.Ranges)
        .Aggregate(AmountRegion.Any, (all, counted) => all.Intersect(AmountRegion.Of(counted.Key, new AmountRange { Figures = Interval.All })));

    private static DateRange StatedDays(Terms terms) => (terms.From, terms.Until) switch
    {
        (DateOnly first, DateOnly last) => new DateRange(first, last),
        (DateOnly first, null) => new DateRange(first, first),
        (null, DateOnly last) => new DateRange(last, last),
        _ => DateRange.Always,
    };

    private static AmountRegion StatedEnds(AmountRegion region)
    {
        (AmountAxis axis, AmountRange range) = region.Ranges[0];
        return AmountRegion.Of(axis, range with
        {
            Figures = StatedEnd(range.Figures),
            Shares = [.. range.Shares.Select(share => share with { PerCent = StatedEnd(share.PerCent) })],
        });
    }

    // An end that includes its figure is that figure alone; one that does not is a sliver beside it.
    private static Interval StatedEnd(Interval range)
    {
        if (range.IsEmpty || range.HasStart == range.HasEnd)
        {
            return range;
        }

        return range.High is decimal high
            ? range with { Low = range.HasHigh ? high : Math.Max(0, high - Sliver), HasLow = true }
            : range with { High = range.HasLow ? range.Low : range.Low + Sliver, HasHigh = range.HasLow };
    }
}
