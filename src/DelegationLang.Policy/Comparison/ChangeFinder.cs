using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Comparison;

/// <summary>Regions of several subjects in which the versions differ alike.</summary>
/// <param name="Days">The days, both ends included.</param>
/// <param name="Terms">The bounds.</param>
/// <param name="Pair">What the versions answer.</param>
internal sealed record ChangeGroup(DateRange Days, AuthorityTerms Terms, AnswerPair Pair)
{
    /// <summary>The subjects that it is told of, in the order of declaration, each with a point.</summary>
    public List<(Atom Subject, SurveyPoint Point)> Subjects { get; } = [];

    /// <summary>Matters in relation to functions of which it is so because it is so of one of the two.</summary>
    public List<Atom> Implied { get; } = [];

    /// <summary>
    /// Parts of the region of which it is so, for a matter in relation to a function, because it is so of one of the two, while others decide as well in both
    /// versions or more is told apart.
    /// </summary>
    public List<ChangedRegion> Folded { get; } = [];

    /// <summary>Matters in relation to functions of which it is not so, although it is so of one of the two.</summary>
    public List<Atom> Excepted { get; } = [];

    /// <summary>The rules of either version that bear on it and have changed.</summary>
    public SortedSet<int> Changed { get; } = [];

    /// <summary>Of each subject on what limits that bear on it count.</summary>
    public Dictionary<Atom, ImmutableArray<string>> Bases { get; } = [];
}

/// <summary>Finds every region in which two versions differ, and joins those that differ alike.</summary>
internal sealed class ChangeFinder
{
    // Beyond so many matters in relation to functions only those are looked at of which a sentence speaks, and it is said so.
    private const int MostPairs = 200_000;

    // Day by day each is looked at on many days.
    private const int MostPairsDayByDay = 20_000;

    private readonly JointScheme scheme;
    private readonly SubjectClasses classes;
    private readonly DateRange days;
    private readonly JointExplorer explorer;
    private readonly Dictionary<string, ChangeGroup> groups = new(StringComparer.Ordinal);
    private readonly List<ChangeGroup> ordered = [];
    private readonly HashSet<Atom> cutShort = [];
    private readonly List<DateOnly> deputyStarts;
    private readonly int mostPairs;

    /// <summary>Makes a finder.</summary>
    /// <param name="scheme">Both versions.</param>
    /// <param name="classes">What there is to compare.</param>
    /// <param name="days">The days to look at.</param>
    public ChangeFinder(JointScheme scheme, SubjectClasses classes, DateRange days)
    {
        this.scheme = scheme;
        this.classes = classes;
        this.days = days;
        explorer = new JointExplorer(scheme);
        mostPairs = scheme.IsDayByDay ? MostPairsDayByDay : MostPairs;
        deputyStarts = [.. (scheme.IsDayByDay ? [] : DeputyStarts(scheme.Before.Definition)).Concat(DeputyStarts(scheme.After.Definition)).Where(days.Contains).Distinct()];
    }

    /// <summary>What was found, in the order in which it was.</summary>
    public IReadOnlyList<ChangeGroup> Groups => ordered;

    /// <summary>Subjects with more cases than are looked at.</summary>
    public IReadOnlyCollection<Atom> CutShort => cutShort;

    /// <summary>Whether a rule says what no rule of the other version does.</summary>
    public bool IsChanged(int rule) => explorer.IsChanged(rule);

    /// <summary>Looks at every subject.</summary>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public void Find(CancellationToken cancellation = default)
    {
        if (days.IsEmpty)
        {
            return;
        }

        var touched = new TouchedSubjects(scheme, IsChanged);
        bool[] isTouched = [.. Enumerable.Range(0, scheme.Definition.Subjects.Length).Select(touched.Contains)];
        var alone = new Dictionary<Atom, List<Found>>();
        foreach (Atom atom in classes.Alone().Where(atom => isTouched[atom.Function >= 0 ? atom.Function : atom.Matter]))
        {
            cancellation.ThrowIfCancellationRequested();
            alone.Add(atom, Differences(atom));
            foreach (Found found in alone[atom])
            {
                ChangeGroup group = Group(found);
                group.Subjects.Add((atom, found.Point));
                group.Bases[atom] = found.Bases;
            }
        }

        foreach (Atom pair in Pairs(isTouched))
        {
            cancellation.ThrowIfCancellationRequested();
            Compare(pair, Of(alone, pair with { Matter = -1 }), Of(alone, pair with { Function = -1 }));
        }
    }

    private Atom[] Pairs(bool[] isTouched)
    {
        Atom[] pairs = [.. classes.Pairs(subject => isTouched[subject]).Take(mostPairs + 1)];
        if (pairs.Length <= mostPairs)
        {
            return pairs;
        }

        cutShort.Add(pairs[^1]);
        return [.. classes.PairsSpokenOf(subject => isTouched[subject]).Take(mostPairs)];
    }

    private static List<Found> Of(Dictionary<Atom, List<Found>> alone, Atom atom) => alone.GetValueOrDefault(atom) ?? [];

    // What is so of a function, or of a matter, is told once for all that it is in relation to.
    private void Compare(Atom pair, List<Found> function, List<Found> matter)
    {
        var told = new HashSet<Found>(ReferenceEqualityComparer.Instance);
        foreach (Found found in Differences(pair))
        {
            if (function.Concat(matter).FirstOrDefault(wider => wider.Key == found.Key) is { } same)
            {
                told.Add(same);
                Group(same).Implied.Add(pair);
                Group(same).Bases[pair] = found.Bases;
            }
            else if ((function.Concat(matter).FirstOrDefault(wider => found.IsPartOf(wider, scheme.Definition)) ?? Whole(pair, found, function, matter)) is { } outer)
            {
                told.Add(outer);
                Group(outer).Folded.Add(new ChangedRegion(ImmutableDictionary<Atom, ImmutableArray<string>>.Empty.Add(pair, found.Bases), found.Region.Terms, found.Days));
            }
            else
            {
                Group(found).Subjects.Add((pair, found.Point));
                Group(found).Bases[pair] = found.Bases;
            }
        }

        foreach (Found found in function.Concat(matter).Where(found => !told.Contains(found)))
        {
            Group(found).Excepted.Add(pair);
        }
    }

    // A function or a matter that only one version has: all of it comes or goes, whatever it is in relation to.
    private Found? Whole(Atom pair, Found found, List<Found> function, List<Found> matter) =>
        (IsInOneAlone(pair.Function) ? function : IsInOneAlone(pair.Matter) ? matter : []).FirstOrDefault(wider => wider.Days.Contains(found.Days));

    private bool IsInOneAlone(int subject) => scheme.Names.BeforeIndexOf(NameFamily.Subject, subject) < 0 || scheme.Names.AfterIndexOf(NameFamily.Subject, subject) < 0
        || scheme.Before.Subjects[subject].Lifetime != scheme.After.Subjects[subject].Lifetime;

    private ChangeGroup Group(Found found)
    {
        if (!groups.TryGetValue(found.Key, out ChangeGroup? group))
        {
            groups.Add(found.Key, group = new ChangeGroup(found.Days, found.Region.Terms, found.Region.Pair));
            ordered.Add(group);
        }

        group.Changed.UnionWith(found.Changed);
        return group;
    }

    private List<Found> Differences(Atom atom)
    {
        var all = new List<Found>();
        var current = new Dictionary<string, int>(StringComparer.Ordinal);
        DateOnly[] starts = Starts(atom);
        for (int i = 0; i < starts.Length; i++)
        {
            // From one day to the next only what begins or ends that day makes a difference.
            var run = new DateRange(starts[i], scheme.IsDayByDay ? starts[i] : i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : days.Last);
            Differences found = explorer.Explore(atom, run.First);
            if (found.IsCutShort)
            {
                cutShort.Add(atom);
            }

            var next = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (DifferingRegion region in found.Regions)
            {
                if (current.TryGetValue(region.Terms.Key, out int known))
                {
                    all[known] = all[known] with { Days = all[known].Days with { Last = run.Last } };
                }
                else
                {
                    known = all.Count;
                    all.Add(new Found(run, region, [.. found.Changed], found.Bases));
                }

                next.TryAdd(region.Terms.Key, known);
            }

            current = next;
        }

        return all;
    }

    private DateOnly[] Starts(Atom atom)
    {
        var starts = new SortedSet<DateOnly>(deputyStarts);
        starts.UnionWith(new LifeCuts(scheme.After, atom.Function, atom.Matter).Starts().Where(days.Contains));
        if (!scheme.IsDayByDay)
        {
            starts.Add(days.First);
            starts.UnionWith(new LifeCuts(scheme.Before, atom.Function, atom.Matter).Starts().Where(days.Contains));
        }

        return [.. starts];
    }

    // Deputies are no part of what may bear on a subject: they come and go on days of their own.
    private static IEnumerable<DateOnly> DeputyStarts(SpaceDefinition definition) => definition.Deputies
        .SelectMany(deputy => (DateRange[])[deputy.Days, definition.Parties[deputy.Deputy].Lifetime])
        .SelectMany(range => (DateOnly?[])[range.HasFirst ? range.First : null, range.HasLast ? range.Last.AddDays(1) : null])
        .OfType<DateOnly>();

    /// <summary>A region of one subject, over the days on which it is so.</summary>
    private sealed record Found(DateRange Days, DifferingRegion Region, int[] Changed, ImmutableArray<string> Bases)
    {
        public SurveyPoint Point => Region.Point with { Day = Days.First };

        /// <summary>Whether it lies in a wider region, and what is otherwise in it is a part of what is there.</summary>
        public bool IsPartOf(Found wider, SpaceDefinition definition) =>
            wider.Days.Contains(Days) && delta.Value.IsPartOf(wider.delta.Value) && wider.Region.Terms.Holds(Region.Terms, definition);

        private string? key;

        private readonly Lazy<AnswerDelta> delta = new(() => new AnswerDelta(Region.Pair.Before, Region.Pair.After));

        /// <summary>Equal for regions that differ alike on the same days. One is compared with many others, so it is made once, when its days are known.</summary>
        public string Key => key ??= string.Create(CultureInfo.InvariantCulture, $"{Days.First.DayNumber} {Days.Last.DayNumber} {Region.Terms.Key}");
    }
}
