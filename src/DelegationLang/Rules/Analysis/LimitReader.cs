using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Values;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>A limit on the days of a range: named sums have a figure then.</summary>
internal sealed record DatedRegion(DateRange Days, AmountRegion Amounts);

/// <summary>Turns the limit of a sentence into ranges of figures, one for each run of days on which its named sums keep their figure.</summary>
internal static class LimitReader
{
    /// <summary>Whether the limit rests on a named sum, so that it may differ from day to day.</summary>
    public static bool IsDayDependent(AmountLimit? limit) =>
        limit is not null && TermsOf(limit).Any(term => term is PartOfAmount);

    /// <summary>The limit by day. On days that are missing a named sum has no figure, so that the limit covers nothing.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="inForce">The days that matter, both ends included: figures of other days are left out.</param>
    public static ImmutableArray<DatedRegion> Read(AmountLimit limit, DateRange inForce)
    {
        if (!IsDayDependent(limit))
        {
            return [new DatedRegion(DateRange.Always, Region(limit, DateOnly.MinValue))];
        }

        ImmutableArray<DatedRegion>.Builder runs = ImmutableArray.CreateBuilder<DatedRegion>();
        foreach (DateRange days in Runs(limit, inForce))
        {
            runs.Add(new DatedRegion(days, Region(limit, days.First)));
        }

        return runs.ToImmutable();
    }

    /// <summary>What the figures of the limit must have in common with others to be compared.</summary>
    public static AmountAxis AxisOf(AmountLimit limit)
    {
        string currency = TermsOf(limit).Select(CurrencyOf).FirstOrDefault(code => code.Length > 0) ?? "";
        return new AmountAxis(currency, limit.Basis, limit.Vat);
    }

    /// <summary>The figure of a bound on a day, where it is one.</summary>
    public static decimal? FigureOf(AmountExpression amount, DateOnly day) => amount switch
    {
        FixedAmount figure => figure.Value,
        PartOfAmount part => Figure(part.Amount, day) is decimal value ? Figures.Product(value, part.Percent / 100) : null,
        _ => null,
    };

    private static IEnumerable<AmountExpression> TermsOf(AmountLimit limit) =>
        limit.Each().SelectMany(one => Flatten(one.Lower).Concat(Flatten(one.Upper)));

    private static IEnumerable<AmountExpression> Flatten(AmountBound? bound) => bound is null ? [] : Flatten(bound.Amount);

    private static IEnumerable<AmountExpression> Flatten(AmountExpression amount) =>
        amount is LowerOf several ? several.Items.SelectMany(Flatten) : [amount];

    private static string CurrencyOf(AmountExpression amount) => amount switch
    {
        FixedAmount figure => figure.Currency,
        PartOfAmount part => part.Amount.Values.IsEmpty ? "" : part.Amount.Values[0].Currency,
        PartOfMeasure part => part.Measure.Currency,
        _ => "",
    };

    private static AmountRegion Region(AmountLimit limit, DateOnly day)
    {
        var range = new AmountRange { Figures = Interval.All, UpperFrom = limit.Upper, LowerFrom = limit.Lower };
        if (limit.Upper is AmountBound upper)
        {
            range = upper.Amount is LowerOf { IsHighest: true } ? CapHighest(range, [.. Flatten(upper.Amount)], upper, day) : Flatten(upper.Amount).Aggregate(range, (capped, term) => Cap(capped, term, upper, day));
        }

        if (limit.Lower is AmountBound lower)
        {
            range = Raise(range, [.. Flatten(lower.Amount)], lower, day);
        }

        var region = AmountRegion.Of(AxisOf(limit), range);
        return limit.Also is null ? region : region.Intersect(Region(limit.Also, day));
    }

    // Within the higher of several things is what is within any of them: exact for figures, whose largest counts.
    private static AmountRange CapHighest(AmountRange range, AmountExpression[] terms, AmountBound bound, DateOnly day) =>
        Array.TrueForAll(terms, term => FigureOf(term, day) is not null)
            ? range with { Figures = range.Figures.Intersect(Interval.UpTo(terms.Max(term => FigureOf(term, day) ?? 0), bound.IsIncluded)) }
            : terms is [var only] ? Cap(range, only, bound, day) : range with { IsInexact = true };

    private static AmountRange Cap(AmountRange range, AmountExpression term, AmountBound bound, DateOnly day)
    {
        if (term is PartOfMeasure part)
        {
            return range.WithShare(part.Measure, range.ShareOf(part.Measure).Intersect(Interval.UpTo(part.Percent, bound.IsIncluded)));
        }

        return FigureOf(term, day) is decimal figure
            ? range with { Figures = range.Figures.Intersect(Interval.UpTo(figure, bound.IsIncluded)) }
            : range;
    }

    // To be above the lower of several things is to be above any one of them: exact for figures, whose smallest counts, and for one thing alone.
    private static AmountRange Raise(AmountRange range, AmountExpression[] terms, AmountBound bound, DateOnly day)
    {
        if (terms is [PartOfMeasure part])
        {
            return range.WithShare(part.Measure, range.ShareOf(part.Measure).Intersect(Interval.From(part.Percent, bound.IsIncluded)));
        }

        if (Array.TrueForAll(terms, term => FigureOf(term, day) is not null))
        {
            decimal counted = bound.Amount is LowerOf { IsHighest: true } ? terms.Max(term => FigureOf(term, day) ?? 0) : terms.Min(term => FigureOf(term, day) ?? 0);
            return range with { Figures = range.Figures.Intersect(Interval.From(counted, bound.IsIncluded)) };
        }

        return range with { IsInexact = true };
    }

    private static decimal? Figure(AmountSymbol amount, DateOnly day)
    {
        foreach (DatedAmount value in amount.Values)
        {
            if (value.Days.Contains(day))
            {
                return value.Value;
            }
        }

        return null;
    }

    private static IEnumerable<DateRange> Runs(AmountLimit limit, DateRange inForce)
    {
        AmountSymbol[] amounts = [.. TermsOf(limit).OfType<PartOfAmount>().Select(part => part.Amount).Distinct()];
        var starts = new SortedSet<DateOnly> { inForce.First };
        foreach (DatedAmount value in amounts.SelectMany(amount => amount.Values))
        {
            starts.Add(value.Days.First);
            if (value.Days.HasLast)
            {
                starts.Add(value.Days.Last.AddDays(1));
            }
        }

        DateOnly[] ordered = [.. starts.Where(inForce.Contains)];
        for (int i = 0; i < ordered.Length; i++)
        {
            DateOnly last = i + 1 < ordered.Length ? ordered[i + 1].AddDays(-1) : inForce.Last;
            if (Array.TrueForAll(amounts, amount => Figure(amount, ordered[i]) is not null))
            {
                yield return new DateRange(ordered[i], last);
            }
        }
    }
}
