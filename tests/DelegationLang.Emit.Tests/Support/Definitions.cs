using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>Decision spaces made by hand, for what no sentence would say in one scheme.</summary>
internal static class Definitions
{
    /// <summary>Names that try to break out of wherever they are put, and names that come to one identifier.</summary>
    public static readonly ImmutableArray<string> HostileNames =
    [
        "Board", "class", "O'Brien & Sons (Leeds)", "OBrien and Sons Leeds", "111 Service", "1 11", "11 1", "Équipe d’Été", "Equipe d Ete", "*/ } </summary>",
        "\"quoted\" \\ back", "line\u2028separator", "tab\there", "{brace} $\"{x}\"", "\u202Eesrever", "\u05D0\u05D1\u05D2", "日本", "!!!", "???", "Equals",
        "GetHashCode", "Parties", "Subjects", "Places", "Party", "<script>alert(1)</script>", "a\0b", "\uD83D\uDE00", "\uD800", "--", "]]>", "&amp;", "café", "cafe\u0301",
    ];

    /// <summary>A space in which every property of every part is used.</summary>
    /// <param name="hostile">The names that try to break out; all of them when none are given.</param>
    public static SpaceDefinition Everything(ImmutableArray<string> hostile = default)
    {
        ImmutableArray<string> names = hostile.IsDefault ? HostileNames : hostile;
        var days = new DateRange(new DateOnly(2026, 4, 1), new DateOnly(2028, 3, 31));
        var source = new SourceReference("main.delegation", 7);
        var limit = new LimitDefinition
        {
            Lower = new BoundDefinition([new BoundTerm(BoundTermKind.Figure, 0.01m, "GBP")], IsIncluded: false),
            Upper = new BoundDefinition(
            [
                new BoundTerm(BoundTermKind.Figure, 79228162514264337593543950335m, "EUR"),
                new BoundTerm(BoundTermKind.PartOfAmount, 0.1m, "", 0),
                new BoundTerm(BoundTermKind.PartOfMeasure, 1m, "", 1),
            ], IsIncluded: true) { IsHighest = true },
            Basis = "population block",
            Vat = Vat.Excluding,
            Also = new LimitDefinition { Upper = new BoundDefinition([new BoundTerm(BoundTermKind.Figure, 100_000m, "GBP")], IsIncluded: true), Basis = "year" },
        };
        ImmutableArray<ImmutableArray<FactDefinition>> facts =
        [
            [new FactDefinition { Condition = 1, IsNegated = true }, new FactDefinition { Measure = 0, Upper = new BoundDefinition([new BoundTerm(BoundTermKind.Figure, 5m)], true) }],
            [new FactDefinition { Measure = 1, IsNegated = true, Lower = new BoundDefinition([new BoundTerm(BoundTermKind.Figure, 1.5m, "GBP")], false) }],
        ];
        return new SpaceDefinition
        {
            InForce = new DateRange(new DateOnly(2026, 4, 1), DateOnly.MaxValue),
            Parties =
            [
                .. names.Select(name => new PartyDefinition { Name = name, Kind = PartyKind.Role }),
                new PartyDefinition { Name = "ICB", Kind = PartyKind.Organisation, Boards = [0], Cabinets = [1, 2], Leaders = [3], Source = source },
                new PartyDefinition { Name = "Leeds Committee", Kind = PartyKind.Group, At = [0, 1], Lifetime = days, IfNotAgreed = [1, 2] },
            ],
            Subjects =
            [
                .. names.Select(name => new SubjectDefinition { Name = name, Kind = SubjectKind.Matter }),
                new SubjectDefinition { Name = "podiatry", Kind = SubjectKind.Function, Parent = 1, Owner = names.Length, IsExecutive = true, Lifetime = days, Source = source },
                new SubjectDefinition { Name = "budget", Kind = SubjectKind.Budget, Covers = [0, 1], At = [1] },
            ],
            Places = [new PlaceDefinition("Leeds", 1) { Lifetime = days }, new PlaceDefinition("Yorkshire"), .. names.Select(name => new PlaceDefinition(name))],
            Conditions = [new ConditionDefinition("in budget", true), new ConditionDefinition("urgent", false), new ConditionDefinition("open"), .. names.Select(name => new ConditionDefinition(name))],
            Measures = [new MeasureDefinition("contract length", "years"), new MeasureDefinition("claims budget", "pounds", "GBP"), .. names.Select(name => new MeasureDefinition(name, name))],
            Amounts = [new NamedAmountDefinition("threshold", [new DatedFigure(days, 139_688m, "GBP"), new DatedFigure(DateRange.From(new DateOnly(2028, 4, 1), null), 0.5m, "EUR")])],
            Rules =
            [
                new RuleDefinition
                {
                    Kind = RuleKind.Entrustment, IsEffective = false, Giver = 3, Holders = [[1, 2], [4, 4]], Scope = RuleScope.AllOtherMatters, Within = [2], Subjects = [1, 2], For = [3], Except = [4],
                    KeptBack = [5], Barred = [new LegalBar(5, "an Act */ \u2028 \"section 1\"")], At = [0, 1], Days = days, Limit = limit, Facts = facts, IsExceptional = true,
                    Onward = new OnwardDefinition { To = [1, 2], Limit = limit, ConsentOf = 3, Law = "a third Act \"section 3(2)\" */" }, ApprovedBy = 2, Steps = ["after consulting */", "after approval of \"B\""], Needed = [1, 3],
                    RatifiedBy = "Board", RatifiedWithin = "28 */ days", Successions = [new SuccessionDefinition(1, 2, new DateOnly(2026, 10, 1), source), new SuccessionDefinition(2, 3, new DateOnly(2027, 10, 1), default)], Under = "section 75 agreement", Table = 2, Source = source, Reference = "4.2 \u2028", Class = "chief */ officer",
                },
                new RuleDefinition { Kind = RuleKind.Reservation, Scope = RuleScope.AllMatters, IsForbidden = true },
                new RuleDefinition { Onward = new OnwardDefinition(), Limit = new LimitDefinition { Upper = limit.Upper, Vat = Vat.Including } },
            ],
            Kept = [new KeptByLaw(2, names.Length, "another Act */ \u2028 \"section 2\"")],
            Deputies = [new DeputyDefinition { Deputy = 1, Principal = 2, For = [1], Except = [3], Days = days, Facts = facts, Source = source }],
            Involvements =
            [
                new InvolvementDefinition { Kind = InvolvementKind.Oversees, Party = 1, Others = [2, 3], IsOfAll = true, Subjects = [1], For = [2], Except = [3], At = [1], Days = days, Limit = new LimitDefinition { Upper = new BoundDefinition([new BoundTerm(BoundTermKind.Figure, 5m, "GBP")], IsIncluded: true) }, Facts = facts, Source = source },
                new InvolvementDefinition { Kind = InvolvementKind.Consulted, Party = 2 },
            ],
        };
    }

    /// <summary>A scheme without sentences around a space.</summary>
    public static EmitInput Around(SpaceDefinition definition, SchemeInfo? info = null) => new(Model(info ?? new SchemeInfo { Title = "*/ </summary> \u2028 \"A\"", Version = "1\\" }), DecisionSpace.Create(definition));

    private static SchemeModel Model(SchemeInfo info) => new()
    {
        Info = info, Trees = [], Kinds = [], Symbols = [], Delegations = [], Tables = [], Reservations = [], Deputies = [], Involvements = [], Scenarios = [],
        Names = new NoNames(), NameTable = Parsing.NameTable.Empty, Diagnostics = [],
    };

    private sealed class NoNames : INameLookup
    {
        public ImmutableArray<Symbol> Find(string name) => [];

        public string? Suggest(string name, params ReadOnlySpan<SymbolFamily> families) => null;

        public string? FindBasis(string name) => null;
    }
}
