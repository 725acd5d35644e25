using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Rules;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Tests.Reference;
using DelegationLang.Tests.Reference.Space;

namespace DelegationLang.Tests.Rules.Space;

/// <summary>How much was compared: a comparison of nothing proves nothing.</summary>
internal sealed class Totals
{
    public int Subjects { get; set; }

    public int Left { get; set; }

    /// <summary>Gaps in amounts, by the pairs of sentences on either side.</summary>
    public int Gaps { get; set; }

    /// <summary>Gaps in measures.</summary>
    public int MeasureGaps { get; set; }

    /// <summary>Gaps in days.</summary>
    public int DayGaps { get; set; }

    /// <summary>Gaps of less than a pound.</summary>
    public int SmallGaps { get; set; }

    public int Overlaps { get; set; }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Subjects} subjects, of which {Left} have too many points; {Gaps} gaps in amounts ({SmallGaps} small), {MeasureGaps} in measures, {DayGaps} in days, and {Overlaps} overlaps");
}

/// <summary>Compares what the search of a space found with what the grid of all its points shows.</summary>
internal sealed class SpaceComparison(SearchedSpace space, Scheme scheme, bool hasFaults, int mostCoordinates, Totals totals)
{
    private readonly List<string> faults = [];
    private readonly Dictionary<(Thing?, Thing?), (Grid Grid, List<Coordinates> All)> grids = [];

    /// <summary>What differs, in words.</summary>
    public List<string> Compare()
    {
        Dictionary<string, string> overlaps = [];
        List<OracleGap> gaps = [];
        bool isWhole = true;
        foreach ((Thing? function, Thing? matter) in Subjects())
        {
            totals.Subjects++;
            (Grid grid, List<Coordinates> all) = GridOf(function, matter);
            if (all.Count == 0 || grid.HasBothVats)
            {
                totals.Left++;
                isWhole = false;
                continue;
            }

            foreach ((string key, string at) in OverlapOracle.Find(scheme, grid, all))
            {
                overlaps.TryAdd(key, $"{function?.Name}/{matter?.Name} {at}");
            }

            // Tiers of one side that another side covers are no matter for pairs: the search looks at those where a sentence says `for` or `except`.
            gaps.AddRange(new GapOracle(grid, all).Find());
        }

        CompareOverlaps(overlaps, isWhole);
        CompareGaps(gaps);
        totals.Overlaps += overlaps.Count;
        totals.Gaps += space.Gaps.Count(gap => gap.Amount is not null);
        totals.DayGaps += space.Gaps.Count(gap => gap.Amount is null && gap.Measure is null);
        totals.MeasureGaps += space.Gaps.Count(gap => gap.Measure is not null);
        totals.SmallGaps += space.Gaps.Count(gap => gap.IsUnderOneUnit);
        return faults;
    }

    private void CompareOverlaps(Dictionary<string, string> wanted, bool isWhole)
    {
        var found = new HashSet<string>();
        foreach (SpaceOverlap overlap in space.Overlaps.Where(overlap => overlap.Point.Subject is not null))
        {
            (Grid grid, int day, Coordinates at) = Place(overlap.Point);
            List<string> keys = [.. Fill(grid, at).Select(full => string.Join(';', OverlapOracle.At(grid, full, day).Select(pair => SentenceKeys.Of(scheme, grid.Settings[day], pair.One, pair.Other)))).Distinct()];
            string first = LineOf(overlap.First) + " and " + LineOf(overlap.Second);
            string? key = keys.Count == 1 ? keys[0].Split(';').FirstOrDefault(k => k.Length > 0) : null;
            if (key is null)
            {
                faults.Add($"invented: overlap of lines {first} at {Show(overlap.Point)}: {string.Join(" | ", keys)}");
            }

            found.UnionWith(keys.SelectMany(k => k.Split(';')));
        }

        faults.AddRange(wanted.Where(pair => !found.Contains(pair.Key)).Select(pair => $"missed: overlap {pair.Key} at {pair.Value}"));
        if (isWhole && space.Overlaps.Count > 0 && wanted.Count == 0)
        {
            faults.Add("invented: no point overlaps at all");
        }
    }

    private void CompareGaps(List<OracleGap> wanted)
    {
        foreach (SpaceGap gap in space.Gaps)
        {
            Check(gap);
        }

        if (hasFaults)
        {
            return;
        }

        foreach (OracleGap gap in wanted)
        {
            List<SpaceGap> same = [.. space.Gaps.Where(found => (found.Amount is null) == (gap.Axis is null) && found.Measure?.Measure.DisplayName == gap.Measure?.Name && gap.Sides.Contains((LineOf(found.Below), LineOf(found.Above))))];
            if (same.Count == 0)
            {
                faults.Add($"missed: gap between {string.Join(" or ", gap.Sides)} for {gap.At}");
            }
            else if (gap.HasWhole && same.TrueForAll(found => found.IsUnderOneUnit))
            {
                faults.Add($"too small: gap between {string.Join(" or ", gap.Sides)} for {gap.At}");
            }
        }
    }

    private void Check(SpaceGap gap)
    {
        (Grid grid, int day, Coordinates at) = Place(gap.Point);
        foreach (Coordinates full in Fill(grid, at))
        {
            var oracle = new GapOracle(grid, [full]);
            string seat = gap.Keeper.DisplayName;
            if (!oracle.IsSilent(full, day, seat))
            {
                faults.Add($"invented: gap between lines {LineOf(gap.Below)} and {LineOf(gap.Above)} for {seat} at {Show(gap.Point)}");
            }
            else if (!Sides(gap, grid, oracle, full, day, seat))
            {
                faults.Add($"not between: lines {LineOf(gap.Below)} and {LineOf(gap.Above)} for {seat} at {Show(gap.Point)}");
            }
        }
    }

    private bool Sides(SpaceGap gap, Grid grid, GapOracle oracle, Coordinates full, int day, string seat)
    {
        if (gap.Measure is { } measure)
        {
            Thing thing = full.Measures.Keys.First(key => key.Name == measure.Measure.DisplayName);
            bool Beside(int line, Func<decimal, bool> side) => grid.All(mostCoordinates).Select(each => each.Measures[thing]).Distinct().Where(side)
                .Any(value => oracle.LinesOf(full with { Measures = new(full.Measures) { [thing] = value } }, day, seat).Contains(line));
            return Beside(LineOf(gap.Below), value => value < measure.Value) && Beside(LineOf(gap.Above), value => value > measure.Value);
        }

        if (gap.Amount is not { } amount)
        {
            return Enumerable.Range(0, day).Any(d => oracle.LinesOf(full, d, seat).Contains(LineOf(gap.Below)))
                && Enumerable.Range(day + 1, grid.Settings.Count - day - 1).Any(d => oracle.LinesOf(full, d, seat).Contains(LineOf(gap.Above)));
        }

        Axis axis = AxisOf(amount);
        decimal value = full.Amounts[axis];
        bool On(int line, Func<decimal, bool> side) => grid.FiguresOn(axis, full).Where(side)
            .Any(figure => oracle.LinesOf(full with { Amounts = new(full.Amounts) { [axis] = figure } }, day, seat).Contains(line));
        return On(LineOf(gap.Below), figure => figure < value) && On(LineOf(gap.Above), figure => figure > value);
    }

    private IEnumerable<(Thing? Function, Thing? Matter)> Subjects()
    {
        List<Thing> functions = [.. scheme.Names.Things.Where(thing => thing.Sort == Sort.Function && !thing.IsFromLibrary)];
        List<Thing> matters = [.. scheme.Names.Things.Where(thing => thing.Sort == Sort.Matter && !thing.IsFromLibrary)];
        foreach (Thing function in functions)
        {
            yield return (function, null);
        }

        foreach (Thing matter in matters)
        {
            Thing? own = FunctionOf(matter);
            yield return (own, matter);
            foreach (Thing function in functions.Where(function => own is null && function != own))
            {
                yield return (function, matter);
            }
        }
    }

    private static Thing? FunctionOf(Thing matter)
    {
        Thing? thing = matter;
        while (thing is not null && thing.Sort != Sort.Function)
        {
            thing = thing.Within;
        }

        return thing;
    }

    private (Grid Grid, List<Coordinates> All) GridOf(Thing? function, Thing? matter)
    {
        if (!grids.TryGetValue((function, matter), out (Grid, List<Coordinates>) found))
        {
            var grid = new Grid(scheme, function, matter);
            grids.Add((function, matter), found = (grid, grid.All(mostCoordinates)));
        }

        return found;
    }

    private (Grid Grid, int Day, Coordinates At) Place(SpacePoint point)
    {
        Thing? Subject(Symbol? subject) => subject is null ? null : scheme.FindSubject(subject.DisplayName);
        (Grid grid, _) = GridOf(Subject(point.Function), Subject(point.Matter));
        int day = grid.Settings.FindLastIndex(setting => setting.Day <= point.Day);
        var at = new Coordinates(
            point.Place is null ? null : scheme.Names.Find(point.Place.DisplayName, thing => thing.Sort == Sort.Place),
            point.Conditions.ToDictionary(condition => Fact(condition.Condition), condition => condition.IsSo),
            point.Measures.ToDictionary(measure => Fact(measure.Measure), measure => measure.Value),
            point.Amounts.ToDictionary(amount => AxisOf(amount), amount => amount.Value));
        return (grid, day, at);

        Thing Fact(Symbol fact) => scheme.Names.Find(fact.DisplayName, thing => thing.Sort is Sort.Condition or Sort.Measure)!;
    }

    // What a point leaves out makes no difference, so it holds with anything in its place.
    private static IEnumerable<Coordinates> Fill(Grid grid, Coordinates at)
    {
        for (int choice = 0; choice < 3; choice++)
        {
            yield return grid.Filled(at, choice);
        }
    }

    private static Axis AxisOf(SpaceAmount amount) => new(
        amount.Currency, amount.Basis, amount.Vat switch { Vat.Excluding => VatSyntaxKind.Excluding, Vat.Including => VatSyntaxKind.Including, _ => VatSyntaxKind.Unstated });

    private static int LineOf(Statement statement) => statement.Location.Line;

    private static string Show(SpacePoint point) => PointPhrases.Subject(point) + PointPhrases.Rest(point);
}
