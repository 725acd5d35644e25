namespace DelegationLang.Tests.Reference.Space;

/// <summary>A hole on one line of a grid: whose, on which line of amounts or of a measure (neither for days), the sentences on either side of which two must be named, and whether a whole unit lies in it.</summary>
internal sealed record OracleGap(Axis? Axis, Thing? Measure, HashSet<(int Below, int Above)> Sides, bool HasWhole, string At);

/// <summary>Finds gaps by looking at every point of a grid, line by line.</summary>
internal sealed class GapOracle(Grid grid, List<Coordinates> all)
{
    private readonly Dictionary<(Coordinates At, int Day), Dictionary<Seat, List<Rule>>> spoken = [];

    /// <summary>All gaps of a subject.</summary>
    public List<OracleGap> Find()
    {
        List<OracleGap> gaps = [];
        foreach (Axis axis in grid.Axes)
        {
            foreach (IGrouping<string, Coordinates> line in all.GroupBy(at => Without(at, axis)))
            {
                List<Coordinates> ordered = [.. line.OrderBy(at => at.Amounts[axis])];
                for (int day = 0; day < grid.Settings.Count; day++)
                {
                    gaps.AddRange(Read([.. ordered.Select(at => SpokenAt(at, day))], day, axis, null, [.. ordered.Select(at => at.Amounts[axis])], OverlapOracle.Show(ordered[0])));
                }
            }
        }

        foreach (Thing measure in grid.PlainMeasures)
        {
            foreach (IGrouping<string, Coordinates> line in all.GroupBy(at => Without(at, measure)))
            {
                List<Coordinates> ordered = [.. line.OrderBy(at => at.Measures[measure])];
                for (int day = 0; day < grid.Settings.Count; day++)
                {
                    gaps.AddRange(Read([.. ordered.Select(at => SpokenAt(at, day))], day, null, measure, [.. ordered.Select(at => at.Measures[measure])], OverlapOracle.Show(ordered[0])));
                }
            }
        }

        foreach (Coordinates at in all)
        {
            gaps.AddRange(Read([.. grid.Settings.Select((_, day) => SpokenAt(at, day))], 0, null, null, [], OverlapOracle.Show(at)));
        }

        return gaps;
    }

    /// <summary>Whether a seat holds a point and says nothing of it.</summary>
    public bool IsSilent(Coordinates at, int day, string seat) => SpokenAt(at, day).Any(pair => pair.Key.Name == seat && pair.Value.Count == 0);

    /// <summary>The lines of the sentences by which a seat speaks of a point.</summary>
    public List<int> LinesOf(Coordinates at, int day, string seat) =>
        [.. SpokenAt(at, day).Where(pair => pair.Key.Name == seat).SelectMany(pair => pair.Value).Select(rule => rule.Line)];

    private static string Without(Coordinates at, Axis axis) =>
        OverlapOracle.Show(at with { Amounts = at.Amounts.Where(pair => pair.Key != axis).ToDictionary() });

    private static string Without(Coordinates at, Thing measure) =>
        OverlapOracle.Show(at with { Measures = at.Measures.Where(pair => pair.Key != measure).ToDictionary() });

    private Dictionary<Seat, List<Rule>> SpokenAt(Coordinates at, int day)
    {
        if (!spoken.TryGetValue((at, day), out Dictionary<Seat, List<Rule>>? found))
        {
            Point point = grid.PointAt(at, day);
            found = [];
            foreach (Holding holding in grid.Judges[day].Judge(point).Held.Where(h => h.Who.IsAlone && h.By is not ({ IsReservation: true } or { IsExceptional: true })))
            {
                Seat seat = holding.Who.Seats[0];
                found.TryAdd(seat, []);
                found[seat].AddRange(grid.Judges[day].SpokenBy(holding, point).Except(found[seat]));
            }

            spoken.Add((at, day), found);
        }

        return found;
    }

    private IEnumerable<OracleGap> Read(List<Dictionary<Seat, List<Rule>>> line, int day, Axis? axis, Thing? measure, List<decimal> amounts, string at)
    {
        foreach (Seat seat in line.SelectMany(each => each.Keys).Distinct())
        {
            for (int i = 0; i < line.Count; i++)
            {
                if (!IsHole(line, i, seat))
                {
                    continue;
                }

                int last = i;
                while (last + 1 < line.Count && IsHole(line, last + 1, seat))
                {
                    last++;
                }

                HashSet<(int, int)> sides = [.. Sides(line, i, last, seat, day)];

                // One sentence on both sides of a measure leaves its own middle out, and means to.
                bool isMeant = measure is not null && sides.Any(side => side.Item1 == side.Item2);
                bool isOfDays = axis is null && measure is null;
                if (sides.Count > 0 && !isMeant && (axis is null || HasHundredth(amounts, i, last)))
                {
                    yield return new OracleGap(axis, measure, sides, isOfDays || HasWhole(amounts, i, last), $"{seat.Name}: {at} {(isOfDays ? grid.Settings[i].Day : grid.Settings[day].Day):O}");
                }

                i = last;
            }
        }
    }

    private static bool IsHole(List<Dictionary<Seat, List<Rule>>> line, int index, Seat seat) =>
        line[index].TryGetValue(seat, out List<Rule>? rules) && rules.Count == 0;

    // Sentences on either side that name the same side of the decision, and are alike exceptional or not.
    private IEnumerable<(int, int)> Sides(List<Dictionary<Seat, List<Rule>>> line, int first, int last, Seat seat, int day)
    {
        List<Rule> below = [.. line.Take(first).SelectMany(each => each.GetValueOrDefault(seat) ?? []).Distinct()];
        List<Rule> above = [.. line.Skip(last + 1).SelectMany(each => each.GetValueOrDefault(seat) ?? []).Distinct()];
        foreach (Rule lower in below)
        {
            foreach (Rule upper in above.Where(upper => upper.IsExceptional == lower.IsExceptional))
            {
                (bool function, bool matter) = SentenceKeys.SidesOf(grid.Settings[day], lower);
                (bool otherFunction, bool otherMatter) = SentenceKeys.SidesOf(grid.Settings[day], upper);
                if ((function && otherFunction) || (matter && otherMatter) || !(function || matter || otherFunction || otherMatter))
                {
                    yield return (lower.Line, upper.Line);
                }
            }
        }
    }

    private static bool HasWhole(List<decimal> amounts, int first, int last) => Has(amounts, first, last, 1);

    private static bool HasHundredth(List<decimal> amounts, int first, int last) => Has(amounts, first, last, 0.01m);

    // The hole reaches from the amount before its first, or from that, to the one after its last.
    private static bool Has(List<decimal> amounts, int first, int last, decimal unit)
    {
        if (amounts.GetRange(first, last - first + 1).Exists(amount => amount % unit == 0))
        {
            return true;
        }

        // Every other amount is a figure, and stands for itself; those between stand for all between two figures.
        decimal low = first % 2 == 0 ? amounts[first] : amounts[first - 1];
        decimal high = last % 2 == 0 ? amounts[last] : amounts[last + 1];
        return (decimal.Floor(low / unit) + 1) * unit < high;
    }
}
