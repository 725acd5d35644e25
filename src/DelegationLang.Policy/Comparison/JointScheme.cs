using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Comparison;

/// <summary>
/// Two versions of a scheme that share one numbering of everything, so that both can be asked of the same point. Each has places in its lists for what
/// only the other has, and these say nothing: the rules of the later version come first, those of the earlier behind them.
/// </summary>
internal sealed class JointScheme
{
    // Something that is not there: it lives on no day.
    private static readonly DateRange Never = new(DateOnly.MinValue.AddDays(1), DateOnly.MinValue);
    private static readonly RuleDefinition Nothing = new() { IsEffective = false };

    private readonly SpaceDefinition before;
    private readonly SpaceDefinition after;
    private readonly Renumbering renumbering;

    /// <summary>Joins two versions.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    /// <param name="isDayByDay">Whether the earlier one is the later one a day before (see <see cref="DayShift"/>).</param>
    public JointScheme(SpaceDefinition before, SpaceDefinition after, bool isDayByDay = false)
    {
        IsDayByDay = isDayByDay;
        this.before = before;
        this.after = after;
        Names = new NameAlignment(before, after);
        renumbering = new Renumbering(Names.NumberOf, Names.Modernise, after.Amounts.Length, after.Rules.Select(rule => rule.Table).Append(-1).Max() + 1);
        ImmutableArray<RuleDefinition> earlier = [.. before.Rules.Select(renumbering.Of)];
        RuleDefinition[] absentEarlier = [.. earlier.Select(_ => Nothing)];
        RuleDefinition[] absentLater = [.. after.Rules.Select(_ => Nothing)];
        SpaceDefinition viewBefore = new()
        {
            Parties = Entries(NameFamily.Party, Party, isBefore: true),
            Subjects = Entries(NameFamily.Subject, Subject, isBefore: true),
            Places = Entries(NameFamily.Place, Place, isBefore: true),
            Conditions = Entries(NameFamily.Condition, Condition, isBefore: true),
            Measures = Entries(NameFamily.Measure, Measure, isBefore: true),
            Amounts = [.. after.Amounts, .. before.Amounts],
            Kept = [.. before.Kept.Select(renumbering.Of)],
            Rules = [.. absentLater, .. earlier],
            Deputies = [.. before.Deputies.Select(renumbering.Of)],
        };
        SpaceDefinition viewAfter = viewBefore with
        {
            Parties = Entries(NameFamily.Party, Party, isBefore: false),
            Subjects = Entries(NameFamily.Subject, Subject, isBefore: false),
            Places = Entries(NameFamily.Place, Place, isBefore: false),
            Conditions = Entries(NameFamily.Condition, Condition, isBefore: false),
            Measures = Entries(NameFamily.Measure, Measure, isBefore: false),
            Kept = after.Kept,
            Rules = [.. after.Rules, .. absentEarlier],
            Deputies = after.Deputies,
        };
        int[] moved = [.. Enumerable.Range(0, viewAfter.Places.Length).Where(place => !Line(viewBefore, place).SequenceEqual(Line(viewAfter, place)))];
        Moved = moved.Length == 0 ? null : new RuleEntry(after.Rules.Length + before.Rules.Length, [.. moved]);
        Before = new SpaceIndex(viewBefore);
        After = new SpaceIndex(viewAfter);
        Definition = viewAfter with
        {
            Parties = [.. viewAfter.Parties.Zip(viewBefore.Parties, (now, then) => now with { At = [.. now.At.Union(then.At)] })],
            Rules = [.. after.Rules, .. earlier, Nothing],
        };
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        ContentOf = [.. Contents(viewAfter, after.Rules, numbers, RuleDays.Told), .. Contents(viewBefore, earlier, numbers, RuleDays.Told)];
        EffectOf = [.. Contents(viewAfter, after.Rules, numbers, RuleDays.LeftOut), .. Contents(viewBefore, earlier, numbers, RuleDays.LeftOut)];
        DeputiesBefore = Contents(viewBefore, viewBefore.Deputies, numbers, RuleDays.Told);
        DeputiesAfter = Contents(viewAfter, viewAfter.Deputies, numbers, RuleDays.Told);
        DeputyEffectsBefore = Contents(viewBefore, viewBefore.Deputies, numbers, RuleDays.LeftOut);
        DeputyEffectsAfter = Contents(viewAfter, viewAfter.Deputies, numbers, RuleDays.LeftOut);
    }

    /// <summary>Whether the earlier version is the later one a day before: then both have the same rules in the same order.</summary>
    public bool IsDayByDay { get; }

    /// <summary>The names, on one numbering.</summary>
    public NameAlignment Names { get; }

    /// <summary>The earlier version. It goes on for ever, so that what the later one says can be compared with it on any day.</summary>
    public SpaceIndex Before { get; }

    /// <summary>The later version, on every day.</summary>
    public SpaceIndex After { get; }

    /// <summary>Both together, for what bounds and words need; nobody can be asked by it.</summary>
    public SpaceDefinition Definition { get; }

    /// <summary>What each rule says, as a number: equal for rules that say the same.</summary>
    public int[] ContentOf { get; }

    /// <summary>What each rule says on a day on which it holds, as a number: equal for rules that differ only in their days.</summary>
    public int[] EffectOf { get; }

    /// <summary>What each deputy of the earlier version is on a day on which it stands in, as a number.</summary>
    public int[] DeputyEffectsBefore { get; }

    /// <summary>What each deputy of the later version is on a day on which it stands in, as a number.</summary>
    public int[] DeputyEffectsAfter { get; }

    /// <summary>What each deputy of the earlier version is, as a number.</summary>
    public int[] DeputiesBefore { get; }

    /// <summary>What each deputy of the later version is, as a number.</summary>
    public int[] DeputiesAfter { get; }

    /// <summary>The places that do not lie within the same places in both versions, as what a rule would ask about; none where there are none.</summary>
    public RuleEntry? Moved { get; }

    /// <summary>How many rules the later version has: those of the earlier have higher numbers.</summary>
    public int AfterRules => after.Rules.Length;

    private static IEnumerable<int> Line(SpaceDefinition definition, int place)
    {
        for (int at = place; at >= 0; at = definition.Places[at].Parent)
        {
            yield return at;
        }
    }

    private static RuleText Texts(SpaceDefinition view, RuleDays days) => new(view, (_, index) => index.ToString(CultureInfo.InvariantCulture), text => text, days);

    private static int[] Contents(SpaceDefinition view, IEnumerable<RuleDefinition> rules, Dictionary<string, int> numbers, RuleDays days) =>
        [.. rules.Select(Texts(view, days).Of).Select(text => NumberOf(text, numbers))];

    private static int[] Contents(SpaceDefinition view, IEnumerable<DeputyDefinition> deputies, Dictionary<string, int> numbers, RuleDays days) =>
        [.. deputies.Select(Texts(view, days).Of).Select(text => NumberOf(text, numbers))];

    private static int NumberOf(string text, Dictionary<string, int> numbers)
    {
        if (!numbers.TryGetValue(text, out int number))
        {
            numbers.Add(text, number = numbers.Count);
        }

        return number;
    }

    private ImmutableArray<T> Entries<T>(NameFamily family, Func<int, int, bool, T> entry, bool isBefore) =>
        [.. Enumerable.Range(0, Names.Count(family)).Select(number => entry(Names.BeforeIndexOf(family, number), Names.AfterIndexOf(family, number), isBefore))];

    private PartyDefinition Party(int then, int now, bool isBefore) => isBefore
        ? then >= 0 ? renumbering.Of(before.Parties[then]) with { Name = now >= 0 ? after.Parties[now].Name : Names.Modernise(before.Parties[then].Name) } : after.Parties[now] with { Lifetime = Never, At = [], Boards = [], Cabinets = [], Leaders = [] }
        : now >= 0 ? after.Parties[now] : renumbering.Of(before.Parties[then]) with { Lifetime = Never, At = [], Boards = [], Cabinets = [], Leaders = [] };

    private SubjectDefinition Subject(int then, int now, bool isBefore) => isBefore
        ? then >= 0 ? renumbering.Of(before.Subjects[then]) with { Name = NameOf(then, now) } : Absent(after.Subjects[now])
        : now >= 0 ? after.Subjects[now] : Absent(renumbering.Of(before.Subjects[then]));

    private string NameOf(int then, int now) => now >= 0 ? after.Subjects[now].Name : before.Subjects[then].Name;

    // It keeps what makes it a function or a matter of something, and nobody holds it.
    private static SubjectDefinition Absent(SubjectDefinition subject) => subject with { Owner = -1, Lifetime = Never };

    // What is not there yet lies where it will lie: until then it is a part of that.
    private PlaceDefinition Place(int then, int now, bool isBefore)
    {
        PlaceDefinition place = (isBefore ? then >= 0 : now < 0) ? renumbering.Of(before.Places[then]) : after.Places[now];
        return now >= 0 ? place with { Name = after.Places[now].Name } : place;
    }

    private ConditionDefinition Condition(int then, int now, bool isBefore) => (isBefore ? then >= 0 : now < 0)
        ? before.Conditions[then] with { Name = now >= 0 ? after.Conditions[now].Name : before.Conditions[then].Name }
        : after.Conditions[now];

    private MeasureDefinition Measure(int then, int now, bool isBefore) => (isBefore ? then >= 0 : now < 0)
        ? before.Measures[then] with { Name = now >= 0 ? after.Measures[now].Name : before.Measures[then].Name }
        : after.Measures[now];
}
