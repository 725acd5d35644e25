using System.Globalization;
using System.Text.Json.Nodes;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>A question as the script takes it, and as the engine does.</summary>
internal sealed record AskQuestion(string Subject, string Pair, Decision Decision, string Words)
{
    public override string ToString() => Words;

    /// <summary>
    /// Whether the page words by their ratio what the engine words by a figure: where a limit is a part of a measure that is said, but the sum counts
    /// something else than the limit does.
    /// </summary>
    /// <param name="definition">The scheme.</param>
    /// <param name="asked">What was asked.</param>
    /// <param name="engine">What the engine depends on.</param>
    /// <param name="page">What the page depends on, in words.</param>
    public static bool IsByRatio(SpaceDefinition definition, Decision asked, Answer engine, string page) =>
        engine.DependsOn.Contains("amount") && asked.Measures.Keys.Any(measure => page.Contains(definition.Measures[measure].Name, StringComparison.Ordinal));

    /// <summary>The question for the script.</summary>
    public JsonObject ToJson() => new()
    {
        ["subject"] = Subject,
        ["pair"] = Pair,
        ["place"] = Decision.Place,
        ["day"] = Decision.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["isDaySaid"] = !Decision.IsDayAssumed,
        ["amount"] = Decision.Amount is { } amount
            ? new JsonObject { ["value"] = amount.Value.ToString(CultureInfo.InvariantCulture), ["currency"] = amount.Currency, ["basis"] = amount.Basis, ["vat"] = (int)amount.Vat }
            : null,
        ["conditions"] = new JsonObject([.. Decision.Conditions.Select(fact => KeyValuePair.Create(fact.Key.ToString(CultureInfo.InvariantCulture), (JsonNode?)JsonValue.Create(fact.Value)))]),
        ["measures"] = new JsonObject([.. Decision.Measures.Select(fact => KeyValuePair.Create(fact.Key.ToString(CultureInfo.InvariantCulture), (JsonNode?)JsonValue.Create(fact.Value.ToString(CultureInfo.InvariantCulture))))]),
    };
}
