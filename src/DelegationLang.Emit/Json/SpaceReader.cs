using System.Collections.Immutable;
using System.Text.Json;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Json;

/// <summary>Reads a decision space that <see cref="SpaceWriter"/> wrote.</summary>
internal static class SpaceReader
{
    /// <summary>The definition. Every index in it lies within its list.</summary>
    public static SpaceDefinition Read(JsonNode node)
    {
        var definition = new SpaceDefinition
        {
            InForce = node.Days("inForce"),
            Parties = node.Objects("parties", Party),
            Subjects = node.Objects("subjects", Subject),
            Places = node.Objects("places", place => new PlaceDefinition(place.Text("name"), place.Index("within")) { Lifetime = place.Days("life") }),
            Conditions = node.Objects("conditions", condition => new ConditionDefinition(condition.Text("name"), condition.Truth("normally"))),
            Measures = node.Objects("measures", measure => new MeasureDefinition(measure.Text("name"), measure.Text("unit"), measure.Text("currency"))),
            Amounts = node.Objects("amounts", amount => new NamedAmountDefinition(amount.Text("name"), amount.Objects("figures", Figure))),
            Rules = node.Objects("rules", Rule),
            Deputies = node.Objects("deputies", Deputy),
        };
        IndexCheck.Run(definition);
        return definition;
    }

    private static DatedFigure Figure(JsonNode node) => new(node.Days("days"), node.Exact("value"), node.Text("currency"));

    private static PartyDefinition Party(JsonNode node) => new()
    {
        Name = node.Text("name"),
        Kind = node.Word("kind", PartyKind.Organisation),
        Lifetime = node.Days("life"),
        At = node.Integers("at"),
        Boards = node.Integers("boards"),
        Cabinets = node.Integers("cabinets"),
        Source = Source(node),
    };

    private static SubjectDefinition Subject(JsonNode node) => new()
    {
        Name = node.Text("name"),
        Kind = node.Word("kind", SubjectKind.Function),
        Parent = node.Index("within"),
        Owner = node.Index("owner"),
        IsExecutive = node.Flag("executive"),
        Lifetime = node.Days("life"),
        Covers = node.Integers("covers"),
        At = node.Integers("at"),
        Source = Source(node),
    };

    private static RuleDefinition Rule(JsonNode node) => new()
    {
        Kind = node.Word("kind", RuleKind.Delegation),
        IsEffective = !node.Flag("void"),
        Giver = node.Index("giver"),
        Holders = node.Lists("holders", JsonNode.Integer),
        Scope = node.Word("scope", RuleScope.Named),
        Subjects = node.Integers("subjects"),
        For = node.Integers("for"),
        Except = node.Integers("except"),
        KeptBack = node.Integers("keptBack"),
        At = node.Integers("at"),
        Days = node.Days("days"),
        Limit = Limit(node),
        Facts = Facts(node),
        IsExceptional = node.Flag("exceptional"),
        Onward = node.ObjectOrNone("onward") is { } onward
            ? new OnwardDefinition { To = onward.Integers("to"), Limit = Limit(onward), ConsentOf = onward.Index("consentOf") }
            : null,
        ApprovedBy = node.Index("approvedBy"),
        Steps = node.Texts("steps"),
        RatifiedBy = node.Text("ratifiedBy"),
        Under = node.Text("under"),
        Table = node.Index("table"),
        Source = Source(node),
        Reference = node.Text("reference"),
    };

    private static DeputyDefinition Deputy(JsonNode node) => new()
    {
        Deputy = node.Index("deputy"),
        Principal = node.Index("principal"),
        Except = node.Integers("except"),
        Days = node.Days("days"),
        Facts = Facts(node),
        Source = Source(node),
    };

    private static LimitDefinition? Limit(JsonNode node) => node.ObjectOrNone("limit") is not { } limit ? null : new LimitDefinition
    {
        Lower = Bound(limit, "lower"),
        Upper = Bound(limit, "upper"),
        Basis = limit.Text("basis"),
        Vat = limit.Word("vat", Vat.Unstated),
    };

    private static BoundDefinition? Bound(JsonNode node, string name) =>
        node.ObjectOrNone(name) is { } bound ? new BoundDefinition(bound.Objects("lowerOf", Term), bound.Flag("included")) : null;

    private static BoundTerm Term(JsonNode node) =>
        new(node.Word("kind", BoundTermKind.Figure), node.Exact("value"), node.Text("currency"), node.Index("index"));

    private static ImmutableArray<ImmutableArray<FactDefinition>> Facts(JsonNode node) => node.Lists("facts", Fact);

    private static FactDefinition Fact(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new SchemeJsonException($"{path} is not an object.");
        }

        var node = new JsonNode(element, path);
        return new FactDefinition
        {
            Condition = node.Index("condition"),
            Measure = node.Index("measure"),
            Lower = Bound(node, "lower"),
            Upper = Bound(node, "upper"),
            IsNegated = node.Flag("negated"),
        };
    }

    private static SourceReference Source(JsonNode node) =>
        node.ObjectOrNone("source") is { } source ? new SourceReference(source.Text("file"), source.Index("line")) : default;
}
