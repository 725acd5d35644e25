using System.Globalization;
using System.Text;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Authorities;

/// <summary>A region whose bounds are not yet told.</summary>
/// <param name="Standing">The number of what is so in it.</param>
/// <param name="Cuts">The cells in which it lies, the first variable first.</param>
internal sealed record UnboundedRegion(int Standing, IReadOnlyList<RegionCut> Cuts);

/// <summary>
/// Joins regions in which the same is so and that differ in the cells of one variable alone. Cases are told apart variable by variable in one order, so that
/// what does not turn on an early one may still have been cut by it because something else does: <c>up to £500,000 outside policy</c> and <c>above £500,000
/// outside policy</c> are <c>outside policy</c>.
/// </summary>
internal static class RegionMerger
{
    /// <summary>The regions joined as far as they can be, each in the place of its first part.</summary>
    public static IReadOnlyList<UnboundedRegion> Merge(IReadOnlyList<UnboundedRegion> regions)
    {
        if (regions.Count == regions.DistinctBy(region => region.Standing).Count())
        {
            return regions;
        }

        // What is joined across one variable may then be alike across another.
        for (int before = regions.Count + 1; regions.Count < before;)
        {
            before = regions.Count;
            Variable[] variables = [.. regions.SelectMany(region => region.Cuts).Select(cut => cut.Variable).Distinct().OrderByDescending(variable => variable.Order)];
            foreach (Variable variable in variables)
            {
                regions = Across(variable, regions);
            }
        }

        return regions;
    }

    private static List<UnboundedRegion> Across(Variable variable, IReadOnlyList<UnboundedRegion> regions)
    {
        var joined = new List<UnboundedRegion>();
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (UnboundedRegion region in regions)
        {
            if (region.Cuts.FirstOrDefault(cut => cut.Variable == variable) is not { } own)
            {
                joined.Add(region);
                continue;
            }

            string others = OthersOf(region, variable);
            List<int> alike = places.TryGetValue(others, out List<int>? known) ? known : places[others] = [];
            int place = alike.FindIndex(at => Union(joined[at].Cuts.First(cut => cut.Variable == variable), own) is not null);
            if (place < 0)
            {
                alike.Add(joined.Count);
                joined.Add(region);
            }
            else
            {
                UnboundedRegion first = joined[alike[place]];
                joined[alike[place]] = first with { Cuts = [.. first.Cuts.Select(cut => cut.Variable == variable ? Union(cut, own) ?? cut : cut)] };
            }
        }

        return [.. joined.Select(region => region with { Cuts = [.. region.Cuts.Where(cut => !cut.IsWhole)] })];
    }

    // Cells of a number stay a run without a gap; others may be any. Of VAT and of a condition there are two, so that what is joined of them is whole.
    private static RegionCut? Union(RegionCut a, RegionCut b)
    {
        (RegionCut low, RegionCut high) = a.Cells[0] < b.Cells[0] ? (a, b) : (b, a);
        return !a.Variable.IsNumber || low.Cells[^1] + 1 == high.Cells[0] ? a.With(low.Cells.Concat(high.Cells)) : null;
    }

    private static string OthersOf(UnboundedRegion region, Variable variable)
    {
        var key = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{region.Standing}");
        foreach (RegionCut cut in region.Cuts.Where(cut => cut.Variable != variable))
        {
            key.Append(CultureInfo.InvariantCulture, $"|{cut.Variable.Order}:").AppendJoin(',', cut.Cells);
        }

        return key.ToString();
    }
}
