using System.Collections.Immutable;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Policy.Tests;

/// <summary>Builds small decision spaces by name, so that a test reads like a scheme.</summary>
internal sealed class SmallSpace
{
    private readonly List<PartyDefinition> parties = [];
    private readonly List<SubjectDefinition> subjects = [];
    private readonly List<PlaceDefinition> places = [];
    private readonly List<ConditionDefinition> conditions = [];
    private readonly List<MeasureDefinition> measures = [];
    private readonly List<RuleDefinition> rules = [];
    private readonly List<DeputyDefinition> deputies = [];

    public static DateOnly Day { get; } = new(2026, 5, 1);

    public int Organisation(string name, params int[] boards) => Add(parties, new PartyDefinition { Name = name, Boards = [.. boards] });

    public int Party(string name, PartyKind kind = PartyKind.Role, params int[] at) =>
        Add(parties, new PartyDefinition { Name = name, Kind = kind, At = [.. at] });

    public int Function(string name, int owner, int parent = -1) =>
        Add(subjects, new SubjectDefinition { Name = name, Owner = owner, Parent = parent });

    public int Matter(string name, int owner, int parent = -1) =>
        Add(subjects, new SubjectDefinition { Name = name, Kind = SubjectKind.Matter, Owner = owner, Parent = parent });

    public int Place(string name, int parent = -1) => Add(places, new PlaceDefinition(name, parent));

    public int Condition(string name, bool? normally = null) => Add(conditions, new ConditionDefinition(name, normally));

    public int Measure(string name, string unit, string currency = "") => Add(measures, new MeasureDefinition(name, unit, currency));

    public void Deputy(int deputy, int principal) => deputies.Add(new DeputyDefinition { Deputy = deputy, Principal = principal });

    public int Rule(RuleDefinition rule) => Add(rules, rule);

    public int Delegate(int giver, int subject, int holder, LimitDefinition? limit = null, OnwardDefinition? onward = null) =>
        Rule(new RuleDefinition { Giver = giver, Subjects = [subject], Holders = [[holder]], Limit = limit, Onward = onward });

    public int Reserve(int giver, int subject, int holder) =>
        Rule(new RuleDefinition { Kind = RuleKind.Reservation, Giver = giver, Subjects = [subject], Holders = [[holder]] });

    public DecisionSpace Build() => DecisionSpace.Create(new SpaceDefinition
    {
        Parties = [.. parties],
        Subjects = [.. subjects],
        Places = [.. places],
        Conditions = [.. conditions],
        Measures = [.. measures],
        Rules = [.. rules],
        Deputies = [.. deputies],
    });

    public static LimitDefinition UpTo(decimal figure, string basis = "decision", Vat vat = Vat.Unstated) =>
        new() { Upper = Figure(figure, true), Basis = basis, Vat = vat };

    public static LimitDefinition Between(decimal above, decimal upTo) =>
        new() { Lower = Figure(above, false), Upper = Figure(upTo, true) };

    public static BoundDefinition Figure(decimal figure, bool isIncluded) =>
        new([new BoundTerm(BoundTermKind.Figure, figure, "GBP")], isIncluded);

    public static Decision About(int function = -1, int matter = -1, decimal? worth = null, int place = -1) => new()
    {
        Function = function,
        Matter = matter,
        Place = place,
        Day = Day,
        Amount = worth is decimal value ? new AskedAmount(value) : null,
    };

    private static int Add<T>(List<T> list, T item)
    {
        list.Add(item);
        return list.Count - 1;
    }
}
