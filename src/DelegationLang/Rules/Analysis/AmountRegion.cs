using System.Collections.Immutable;
using DelegationLang.Policy.Values;

namespace DelegationLang.Rules.Analysis;

/// <summary>The amounts on every basis: for each key that anything is said of, a range; on every other, any amount.</summary>
internal sealed class AmountRegion
{
    private AmountRegion(ImmutableArray<KeyedRange> ranges) => Ranges = ranges;

    /// <summary>Any amount.</summary>
    public static AmountRegion Any { get; } = new([]);

    /// <summary>The ranges, one a key. An amount must be within all that its key has.</summary>
    public ImmutableArray<KeyedRange> Ranges { get; }

    /// <summary>Whether nothing is said of amounts.</summary>
    public bool IsAny => Ranges.IsEmpty;

    /// <summary>Whether no amount is left on some key.</summary>
    public bool IsEmpty => Ranges.Any(pair => pair.Range.IsEmpty);

    /// <summary>The amounts of one range.</summary>
    public static AmountRegion Of(AmountAxis key, AmountRange range) => new([new KeyedRange(key, range)]);

    /// <summary>What is said of a key; none where nothing is.</summary>
    public AmountRange? On(AmountAxis key)
    {
        foreach ((AmountAxis own, AmountRange range) in Ranges)
        {
            if (own == key)
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
        foreach ((AmountAxis key, AmountRange range) in other.Ranges)
        {
            result = result.Narrow(key, range);
        }

        return result;
    }

    /// <summary>What is in this region and not in the other. Keys that differ do not compare, and then doubt decides as for <see cref="AmountRange.Subtract"/>.</summary>
    public IEnumerable<AmountRegion> Subtract(AmountRegion other, bool doubtCovers)
    {
        AmountRegion current = this;
        foreach ((AmountAxis key, AmountRange range) in other.Ranges)
        {
            AmountRange? own = current.On(key);
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
                yield return current.Replace(key, left);
            }

            current = current.Narrow(key, range);
            if (current.IsEmpty)
            {
                yield break;
            }
        }
    }

    private AmountRegion Narrow(AmountAxis key, AmountRange range) =>
        Replace(key, On(key) is AmountRange own ? own.Intersect(range) : range);

    private AmountRegion Replace(AmountAxis key, AmountRange range) =>
        new([.. Ranges.Where(pair => pair.Key != key), new KeyedRange(key, range)]);
}

/// <summary>What is said of the amounts of one key.</summary>
internal sealed record KeyedRange(AmountAxis Key, AmountRange Range);
