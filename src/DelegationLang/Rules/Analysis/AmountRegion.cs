using System.Collections.Immutable;
using DelegationLang.Policy.Values;

namespace DelegationLang.Rules.Analysis;

/// <summary>The amounts on every basis: for each axis that anything is said of, a range; on every other, any amount.</summary>
internal sealed class AmountRegion
{
    private AmountRegion(ImmutableArray<KeyedRange> ranges) => Ranges = ranges;

    /// <summary>Any amount.</summary>
    public static AmountRegion Any { get; } = new([]);

    /// <summary>The ranges, one an axis. An amount must be within all that its axis has.</summary>
    public ImmutableArray<KeyedRange> Ranges { get; }

    /// <summary>Whether nothing is said of amounts.</summary>
    public bool IsAny => Ranges.IsEmpty;

    /// <summary>Whether no amount is left on some axis.</summary>
    public bool IsEmpty => Ranges.Any(pair => pair.Range.IsEmpty);

    /// <summary>The amounts of one range.</summary>
    public static AmountRegion Of(AmountAxis axis, AmountRange range) => new([new KeyedRange(axis, range)]);

    /// <summary>What is said of an axis; none where nothing is.</summary>
    public AmountRange? On(AmountAxis axis)
    {
        foreach ((AmountAxis own, AmountRange range) in Ranges)
        {
            if (own == axis)
            {
                return range;
            }
        }

        return null;
    }

    /// <summary>The amounts in both: along a chain every limit must be met.</summary>
    public AmountRegion Intersect(AmountRegion other)
    {
        if (other.IsAny)
        {
            return this;
        }

        AmountRegion result = this;
        foreach ((AmountAxis axis, AmountRange range) in other.Ranges)
        {
            result = result.Narrow(axis, range);
        }

        return result;
    }

    /// <summary>What is in this region and not in the other. Keys that differ do not compare, and then doubt decides as for <see cref="AmountRange.Subtract"/>.</summary>
    public IEnumerable<AmountRegion> Subtract(AmountRegion other, bool doubtCovers)
    {
        AmountRegion current = this;
        foreach ((AmountAxis axis, AmountRange range) in other.Ranges)
        {
            AmountRange? own = current.On(axis);
            if (own is null && doubtCovers)
            {
                continue;
            }

            if (own is null && !current.IsAny)
            {
                yield return current;
                yield break;
            }

            own ??= new AmountRange { Figures = Interval.All };
            foreach (AmountRange left in own.Subtract(range, doubtCovers))
            {
                yield return current.Replace(axis, left);
            }

            current = current.Narrow(axis, range);
            if (current.IsEmpty)
            {
                yield break;
            }
        }
    }

    private AmountRegion Narrow(AmountAxis axis, AmountRange range) =>
        Replace(axis, On(axis) is AmountRange own ? own.Intersect(range) : range);

    private AmountRegion Replace(AmountAxis axis, AmountRange range) =>
        new([.. Ranges.Where(pair => pair.Key != axis), new KeyedRange(axis, range)]);
}

/// <summary>What is said of the amounts of one axis.</summary>
internal sealed record KeyedRange(AmountAxis Key, AmountRange Range);
