using System.Collections.Immutable;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Comparison;

/// <summary>What is otherwise on a day than on the day before it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Changes">
/// The changes; never none. <see cref="SpaceChange.AskedBefore"/> is asked of the day before, and <see cref="SpaceChange.AskedAfter"/> of the day itself, both of
/// the same scheme.
/// </param>
public sealed record DayChanges(DateOnly Day, ImmutableArray<SpaceChange> Changes);

/// <summary>
/// What is otherwise in who may decide what on each day on which something in a scheme begins or ends: the scheme of the day before compared with that of
/// the day, for all days at once.
/// </summary>
public sealed class DayByDay
{
    private readonly JointScheme? scheme;
    private readonly SubjectClasses? classes;

    private DayByDay(JointScheme? scheme, SubjectClasses? classes, ImmutableArray<DayChanges> days, ImmutableArray<string> cutShort)
    {
        this.scheme = scheme;
        this.classes = classes;
        Days = days;
        CutShort = cutShort;
    }

    /// <summary>The days on which something is otherwise, in their order. On the first day of the scheme itself nothing is told: all of it begins then.</summary>
    public ImmutableArray<DayChanges> Days { get; }

    /// <summary>Subjects with more cases than are looked at, so that a change of them may be missing.</summary>
    public ImmutableArray<string> CutShort { get; }

    /// <summary>Compares each day of a scheme with the day before it.</summary>
    /// <param name="space">The scheme.</param>
    public static DayByDay Of(DecisionSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        DateRange force = space.Definition.InForce;
        var days = new DateRange(force.First == DateOnly.MaxValue ? force.First : force.First.AddDays(1), force.Last);
        if (force.IsEmpty || days.IsEmpty)
        {
            return new DayByDay(null, null, [], []);
        }

        SpaceDefinition before = DayShift.DayLater(space.Definition);
        var scheme = new JointScheme(before, space.Definition, isDayByDay: true);
        var classes = new SubjectClasses(scheme);
        var finder = new ChangeFinder(scheme, classes, days);
        finder.Find();

        var maker = new ChangeMaker(scheme, classes, new WitnessFinder(scheme, DecisionSpace.Create(before), space), days, space.Authority);
        return new DayByDay(
            scheme,
            classes,
            [
                .. finder.Groups.SelectMany(maker.Make)
                    .Select(change => change.AskedBefore is { } asked ? change with { AskedBefore = asked with { Day = asked.Day.AddDays(-1) } } : change)
                    .GroupBy(change => change.Days.First)
                    .OrderBy(day => day.Key)
                    .Select(day => new DayChanges(day.Key, [.. day])),
            ],
            [.. finder.CutShort.Select(atom => maker.NameOf(atom)).Distinct()]);
    }

    /// <summary>
    /// The first change of its day that covers a decision; where the decision leaves something open, the first that might. None where none does: then it is
    /// decided on that day as on the day before.
    /// </summary>
    /// <param name="decision">The decision.</param>
    public SpaceChange? ChangeOf(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (scheme is null || classes is null)
        {
            return null;
        }

        Atom subject = classes.Representative(new Atom(decision.Function, decision.Matter));
        return Days.FirstOrDefault(day => day.Day == decision.Day)?.Changes.FirstOrDefault(change => change.Bounds.MayHold(scheme.Definition, subject, decision));
    }
}
