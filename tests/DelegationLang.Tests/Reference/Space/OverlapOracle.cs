namespace DelegationLang.Tests.Reference.Space;

/// <summary>Finds overlaps by looking at every point of a grid.</summary>
internal static class OverlapOracle
{
    /// <summary>The keys of all overlaps of a subject, each with a point.</summary>
    public static Dictionary<string, string> Find(Scheme scheme, Grid grid, List<Coordinates> all)
    {
        var found = new Dictionary<string, string>();
        foreach (Coordinates at in all)
        {
            for (int day = 0; day < grid.Judges.Count; day++)
            {
                foreach ((Rule one, Rule other) in At(grid, at, day))
                {
                    found.TryAdd(SentenceKeys.Of(scheme, grid.Settings[day], one, other), $"{Show(at)} on {grid.Settings[day].Day:O}");
                }
            }
        }

        return found;
    }

    /// <summary>The pairs of sentences at which chains to different deciders part at a point.</summary>
    public static IEnumerable<(Rule One, Rule Other)> At(Grid grid, Coordinates at, int day)
    {
        List<List<Holding>> chains = [.. grid.Judges[day].Judge(grid.PointAt(at, day)).Chains.Where(chain => !chain.Exists(link => link.By is { IsExceptional: true }))];
        for (int i = 0; i < chains.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (chains[i][^1].Who != chains[j][^1].Who && PartAt(chains[i], chains[j]) is { } parting)
                {
                    yield return parting;
                }
            }
        }
    }

    /// <summary>Coordinates as a line of text.</summary>
    public static string Show(Coordinates at) =>
        $"{at.Place?.Name ?? "-"} {string.Join(' ', at.Conditions.Select(pair => $"{pair.Key.Name}={pair.Value}"))} "
        + $"{string.Join(' ', at.Measures.Select(pair => $"{pair.Key.Name}={pair.Value}"))} {string.Join(' ', at.Amounts.Select(pair => $"{pair.Key.Basis}={pair.Value}"))}";

    private static (Rule One, Rule Other)? PartAt(List<Holding> chain, List<Holding> other)
    {
        int depth = 0;
        while (depth < chain.Count && depth < other.Count && ReferenceEquals(chain[depth], other[depth]))
        {
            depth++;
        }

        if (depth == chain.Count || depth == other.Count || chain[depth].By is not { } one || other[depth].By is not { } two || one == two)
        {
            return null;
        }

        if (one.Table is not null && one.Table == two.Table)
        {
            // What a line above the first gives on by a sentence of its own is no longer said by the table.
            one = chain[depth].IsAboveTable && depth + 1 < chain.Count ? chain[depth + 1].By! : one;
            two = other[depth].IsAboveTable && depth + 1 < other.Count ? other[depth + 1].By! : two;
            if (one == two || (one.Table is not null && one.Table == two.Table))
            {
                return null;
            }
        }

        return (one, two);
    }
}
