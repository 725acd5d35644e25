using System.Collections.Immutable;
using DelegationLang.Import.Reading;

namespace DelegationLang.Import.Drafting;

/// <summary>The tiers of one matter: what each leaves open is settled by the one before it, and gaps and shared figures are said.</summary>
internal static class BandChain
{
    /// <summary>The tiers in the order of their sums.</summary>
    /// <param name="powers">The tiers, in the order of the document.</param>
    /// <param name="place">Where they stand, for what is said.</param>
    /// <param name="board">The governing body.</param>
    /// <param name="remarks">What is said of them.</param>
    public static ImmutableArray<Power> Settle(IReadOnlyList<Power> powers, string place, string board, List<string> remarks)
    {
        var settled = new List<Power>();
        for (int i = 0; i < powers.Count; i++)
        {
            settled.Add(powers[i] with { Band = Settle(powers[i].Band, i > 0 ? settled[i - 1].Band : Band.Any, [.. powers.Select(power => power.Band)], place, remarks) });
        }

        ImmutableArray<Power> sorted = [.. settled.OrderBy(power => power.Band.Upper ?? (power.Band.Lower is { } lower ? Math.Max(lower, 1_000_000_000_000m) : decimal.MaxValue))];
        SayGaps(sorted, place, board, remarks);
        return sorted;
    }

    private static Band Settle(Band band, Band before, Band[] all, string place, List<string> remarks)
    {
        if (band.IsAbovePrevious)
        {
            return band with { IsAbovePrevious = false, Lower = before.Share is null ? before.Upper : null, IsLowerIncluded = !before.IsUpperIncluded, Basis = before.Basis, Vat = band.Vat == DraftVat.Unsaid ? before.Vat : band.Vat };
        }

        if (!band.IsRange || band.Lower is not { } lower)
        {
            return band;
        }

        foreach (Band other in all)
        {
            if (ReferenceEquals(other, band) || other.Upper is not { } upper || other.Currency != band.Currency)
            {
                continue;
            }

            if (lower == upper)
            {
                if (other.IsUpperIncluded)
                {
                    remarks.Add($"{place}: {ClauseWriter.Money(lower, band)} stands in two tiers; it was left with the lower one.");
                }

                return band with { IsLowerIncluded = !other.IsUpperIncluded, IsRange = false };
            }

            if (lower - upper is > 0 and <= 1)
            {
                remarks.Add($"{place}: “from {ClauseWriter.Money(lower, band)}” after “up to {ClauseWriter.Money(upper, band)}” was read as above {ClauseWriter.Money(upper, band)}.");
                return band with { Lower = upper, IsLowerIncluded = false, IsRange = false };
            }
        }

        return band;
    }

    private static void SayGaps(ImmutableArray<Power> sorted, string place, string board, List<string> remarks)
    {
        for (int i = 1; i < sorted.Length; i++)
        {
            Band before = sorted[i - 1].Band;
            Band band = sorted[i].Band;
            if (before.Upper is not { } upper || band.Lower is not { } lower || before.Currency != band.Currency || before.Basis != band.Basis)
            {
                continue;
            }

            if (lower > upper || (lower == upper && !before.IsUpperIncluded && !band.IsLowerIncluded))
            {
                string hole = lower > upper ? $"between {ClauseWriter.Money(upper, band)} and {ClauseWriter.Money(lower, band)}" : $"at exactly {ClauseWriter.Money(upper, band)}";
                remarks.Add($"{place}: {hole} no tier says who decides; the tiers are written as they stand.");
            }
            else if (lower < upper || (before.IsUpperIncluded && band.IsLowerIncluded))
            {
                remarks.Add($"{place}: {ClauseWriter.Money(lower, band)} is in two tiers; they are written as they stand, and the lower one decides.");
            }
        }

        if (sorted.Length > 1 && sorted[^1].Band is { Upper: { } top } last)
        {
            remarks.Add($"{place}: above {ClauseWriter.Money(top, last)} nobody is named; it stays with {board}. Say so if somebody else decides.");
        }
    }
}
