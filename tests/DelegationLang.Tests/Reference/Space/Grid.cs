using DelegationLang.Syntax;

namespace DelegationLang.Tests.Reference.Space;

/// <summary>One place of a grid, the day aside: where, in which cases, and how much on each line of amounts.</summary>
internal sealed record Coordinates(
    Thing? Place, Dictionary<Thing, bool> Conditions, Dictionary<Thing, decimal> Measures, Dictionary<Axis, decimal> Amounts);

/// <summary>
/// Every point of one subject around each limit, day, place and fact of the sentences about it: each figure and something between each two, each
/// place and none, each condition so and not so, and a day of each run of days in which nothing begins or ends.
/// </summary>
internal sealed class Grid
{
    private readonly Scheme scheme;
    private readonly List<Rule> rules;
    private readonly List<Limit> limits;
    private readonly List<Fact> facts;
    private readonly VatSyntaxKind vat;

    public Grid(Scheme scheme, Thing? function, Thing? matter)
    {
        this.scheme = scheme;
        Settings = [.. DaysOf(scheme).Select(day => new Setting(scheme, function, matter, day))];
        Judges = [.. Settings.Select(setting => new PointJudge(setting))];
        rules = [.. Settings.SelectMany(setting => setting.Rules).Distinct()];
        limits = [.. rules.SelectMany(rule => rule.Limits.Append(rule.Onward?.Limit)).OfType<Limit>()];
        facts = [.. rules.SelectMany(rule => rule.Facts).SelectMany(anyOf => anyOf)];
        Axes = [.. limits.Select(limit => limit.Axis).Distinct()];
        vat = Axes.Select(axis => axis.Vat).FirstOrDefault(way => way != VatSyntaxKind.Unstated);
        HashSet<Axis> asGiven = [.. Axes.Where(axis => axis.Vat == VatSyntaxKind.Unstated
            && Axes.Exists(other => other.Currency == axis.Currency && other.Basis == axis.Basis && other.Vat != VatSyntaxKind.Unstated))];
        WithoutVat = asGiven;
        Axes.RemoveAll(asGiven.Contains);
        Axes = [.. Axes.Concat(asGiven.Select(axis => axis with { Vat = vat })).Distinct()];
    }

    /// <summary>What is settled on each of the days, the earliest first.</summary>
    public List<Setting> Settings { get; }

    /// <summary>A judge for each of the days.</summary>
    public List<PointJudge> Judges { get; }

    /// <summary>The lines of amounts that limits speak of.</summary>
    public List<Axis> Axes { get; private set; }

    /// <summary>Whether two ways of counting value added tax are in use, so that a figure may be read in either: this grid reads it in one.</summary>
    public bool HasBothVats => limits.Exists(limit => limit.Axis.Vat == VatSyntaxKind.Excluding) && limits.Exists(limit => limit.Axis.Vat == VatSyntaxKind.Including);

    private HashSet<Axis> WithoutVat { get; }

    /// <summary>The first day of each run of days in which nothing in the scheme begins or ends.</summary>
    public static List<DateOnly> DaysOf(Scheme scheme)
    {
        IEnumerable<(DateOnly? From, DateOnly? Until)> runs = scheme.Names.Things.Select(thing => (thing.From, thing.Until))
            .Concat(scheme.Names.Things.SelectMany(thing => thing.Sums).Select(sum => (sum.From, sum.Until)))
            .Concat(scheme.Rules.Select(rule => (rule.From, rule.Until)));
        DateOnly first = scheme.From ?? new DateOnly(2000, 1, 1);
        IEnumerable<DateOnly> starts = runs.SelectMany(run => new[] { run.From, run.Until?.AddDays(1) }).OfType<DateOnly>();
        return [.. starts.Append(first).Where(day => day >= first && !(day > scheme.Until)).Distinct().Order()];
    }

    /// <summary>The point of some coordinates on a day.</summary>
    public Point PointAt(Coordinates at, int day)
    {
        var point = new Point { Day = Settings[day].Day, WithoutVat = WithoutVat, Place = at.Place, Vat = vat };
        at.Conditions.ToList().ForEach(pair => point.Conditions[pair.Key] = pair.Value);
        at.Measures.ToList().ForEach(pair => point.Measures[pair.Key] = pair.Value);
        at.Amounts.ToList().ForEach(pair => point.Amounts[pair.Key] = pair.Value);
        return point;
    }

    /// <summary>All coordinates; none at all where there are more than <paramref name="most"/>.</summary>
    public List<Coordinates> All(int most)
    {
        List<Coordinates> all = [new Coordinates(null, [], [], [])];
        all = [.. all.SelectMany(at => Places().Select(place => at with { Place = place }))];
        foreach (Thing condition in facts.Select(fact => fact.Thing).Where(thing => thing.Sort == Sort.Condition).Distinct())
        {
            all = [.. all.SelectMany(at => new[] { true, false }.Select(so => at with { Conditions = With(at.Conditions, condition, so) }))];
        }

        foreach (Thing measure in MeasuresUsed())
        {
            all = all.Count > most ? [] : [.. all.SelectMany(at => ValuesOf(measure).Select(value => at with { Measures = With(at.Measures, measure, value) }))];
        }

        foreach (Axis axis in Axes)
        {
            all = all.Count > most ? [] : [.. all.SelectMany(at => FiguresOn(axis, at).Select(value => at with { Amounts = With(at.Amounts, axis, value) }))];
        }

        return all.Count > most ? [] : all;
    }

    /// <summary>Coordinates with something for all that they leave open.</summary>
    public Coordinates Filled(Coordinates at, int choice)
    {
        var full = new Coordinates(at.Place, new(at.Conditions), new(at.Measures), new(at.Amounts));
        foreach (Fact fact in facts.Where(fact => fact.Thing.Sort == Sort.Condition))
        {
            full.Conditions.TryAdd(fact.Thing, choice % 2 == 0);
        }

        MeasuresUsed().ForEach(measure => full.Measures.TryAdd(measure, choice * 1_000m));
        Axes.ForEach(axis => full.Amounts.TryAdd(axis, choice * 7_001m));
        return full;
    }

    /// <summary>The amounts worth trying on a line: each figure that a limit has there on any day, the middle between each two, nothing, and more than any.</summary>
    public List<decimal> FiguresOn(Axis axis, Coordinates at)
    {
        List<decimal> figures = [];
        for (int day = 0; day < Settings.Count; day++)
        {
            Point point = PointAt(at, day);
            figures.AddRange(limits.Where(limit => point.AsGiven(limit.Axis) == axis)
                .SelectMany(limit => limit.Bounds).SelectMany(bound => bound.LowerOf).Select(leaf => leaf.At(point)).OfType<decimal>());
        }

        return Around(figures);
    }

    private static Dictionary<TKey, TValue> With<TKey, TValue>(Dictionary<TKey, TValue> values, TKey key, TValue value)
        where TKey : notnull => new(values) { [key] = value };

    private static List<decimal> Around(IEnumerable<decimal> figures)
    {
        List<decimal> sorted = [.. figures.Append(0).Distinct().Order()];
        return [.. sorted.Concat(sorted.Zip(sorted.Skip(1), (low, high) => (low + high) / 2)).Append(sorted[^1] + 1).Order()];
    }

    private IEnumerable<Thing?> Places()
    {
        bool matters = rules.Exists(rule => rule.At.Count > 0
            || rule.Alternatives.Exists(group => group.Exists(party => party.At.Count > 0))
            || rule.Subjects.Exists(subject => subject.At.Count > 0));
        return matters ? scheme.Places.Prepend(null) : [null];
    }

    private List<Thing> MeasuresUsed() =>
    [
        .. facts.Select(fact => fact.Thing).Concat(Leaves().Select(leaf => leaf.Of).OfType<Thing>())
            .Where(thing => thing.Sort == Sort.Measure).Distinct(),
    ];

    /// <summary>The measures of which nothing is a part.</summary>
    public List<Thing> PlainMeasures => [.. MeasuresUsed().Where(measure => !Leaves().Any(leaf => leaf.Of == measure))];

    private IEnumerable<Leaf> Leaves() =>
        limits.SelectMany(limit => limit.Bounds).Concat(facts.SelectMany(fact => fact.Bounds)).SelectMany(bound => bound.LowerOf);

    // What a measure is compared with itself, and where a part of it meets another figure.
    private List<decimal> ValuesOf(Thing measure)
    {
        List<decimal> others = [];
        for (int day = 0; day < Settings.Count; day++)
        {
            Point point = PointAt(new Coordinates(null, [], [], []), day);
            others.AddRange(Leaves().Where(leaf => leaf.Of is not { Sort: Sort.Measure }).Select(leaf => leaf.At(point)).OfType<decimal>());
        }

        IEnumerable<decimal> parts = Leaves().Where(leaf => leaf.Of == measure && leaf.Factor > 0).Select(leaf => leaf.Factor).Append(1);
        return Around(parts.Distinct().SelectMany(part => others.Select(other => other / part)));
    }
}
