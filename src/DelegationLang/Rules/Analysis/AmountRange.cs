using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Values;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules.Analysis;

/// <summary>A share of a measure, in per cent, between two ends.</summary>
internal sealed record MeasureShare(MeasureSymbol Measure, Interval PerCent);

/// <summary>The amounts on one axis: between figures, and between shares of measures. An amount must be within all of them.</summary>
internal sealed record AmountRange
{
    /// <summary>Between which figures.</summary>
    public required Interval Figures { get; init; }

    /// <summary>Between which shares of measures; one a measure.</summary>
    public ImmutableArray<MeasureShare> Shares { get; init; } = [];

    /// <summary>Whether the amounts meant are only some of those described (a lower end that is the lower of unlike things).</summary>
    public bool IsInexact { get; init; }

    /// <summary>The words of the text that the upper figure comes from; none without an upper figure.</summary>
    public AmountBound? UpperFrom { get; init; }

    /// <summary>The words of the text that the lower figure comes from; none without a lower figure.</summary>
    public AmountBound? LowerFrom { get; init; }

    /// <summary>Whether no amount can be in it, whatever the measures are.</summary>
    public bool IsEmpty => Figures.IsEmpty || Shares.Any(share => share.PerCent.IsEmpty);

    /// <summary>The amounts in both.</summary>
    public AmountRange Intersect(AmountRange other)
    {
        ImmutableArray<MeasureShare>.Builder shares = ImmutableArray.CreateBuilder<MeasureShare>(Shares.Length + other.Shares.Length);
        foreach (MeasureShare share in Shares)
        {
            shares.Add(share with { PerCent = share.PerCent.Intersect(other.ShareOf(share.Measure)) });
        }

        shares.AddRange(other.Shares.Where(share => !Shares.Any(mine => mine.Measure == share.Measure)));
        return new AmountRange
        {
            Figures = Figures.Intersect(other.Figures),
            Shares = shares.ToImmutable(),
            IsInexact = IsInexact || other.IsInexact,
            UpperFrom = Figures.GoesBeyond(other.Figures) ? other.UpperFrom : UpperFrom,
            LowerFrom = Figures.StartsBefore(other.Figures) ? other.LowerFrom : LowerFrom,
        };
    }

    /// <summary>The shares of a measure that it allows: all where nothing is said of the measure.</summary>
    public Interval ShareOf(MeasureSymbol measure)
    {
        foreach (MeasureShare share in Shares)
        {
            if (share.Measure == measure)
            {
                return share.PerCent;
            }
        }

        return Interval.All;
    }

    /// <summary>The range with another share of one of its measures.</summary>
    public AmountRange WithShare(MeasureSymbol measure, Interval perCent) =>
        this with { Shares = [.. Shares.Where(share => share.Measure != measure), new MeasureShare(measure, perCent)] };

    /// <summary>
    /// What is surely in this range and surely not in the other. Where the two cannot be compared, the other is taken to cover
    /// (<paramref name="doubtCovers"/>) or not to cover.
    /// </summary>
    public IEnumerable<AmountRange> Subtract(AmountRange other, bool doubtCovers) =>
        doubtCovers ? SubtractGenerously(other) : SubtractStrictly(other);

    // The other takes away only what it certainly contains.
    private IEnumerable<AmountRange> SubtractStrictly(AmountRange other)
    {
        bool isComparable = !other.IsInexact && other.Shares.All(share => share.PerCent.Contains(ShareOf(share.Measure)));
        return isComparable ? SubtractFigures(other.Figures) : [this];
    }

    // What is left is only what the other certainly does not contain.
    private IEnumerable<AmountRange> SubtractGenerously(AmountRange other)
    {
        MeasureShare[] shares = [.. Shares.Where(share => !share.PerCent.IsAll)];
        if (shares.Length == 0)
        {
            return SubtractFigures(other.Figures);
        }

        if (shares.Length == 1 && Figures.IsAll)
        {
            MeasureShare share = shares[0];
            return share.PerCent.Subtract(other.ShareOf(share.Measure)).Select(left => WithShare(share.Measure, left));
        }

        // The lower of unlike things is surely beyond another limit only where each of them is.
        bool isBeyond = (!Figures.HasEnd || Figures.GoesBeyond(other.Figures))
            && Array.TrueForAll(shares, share => share.PerCent.GoesBeyond(other.ShareOf(share.Measure)));
        return isBeyond ? [this] : [];
    }

    private IEnumerable<AmountRange> SubtractFigures(Interval other) =>
        Figures.Subtract(other).Select(left => this with { Figures = left });
}
