using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using DelegationLang.Decisions;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>Answers of the engine and of the script in one shape, to be compared.</summary>
internal static class AnswerAsJson
{
    private static readonly string[] Lists = ["deciders", "steps", "duties", "exceptional", "keepAuthority", "reasons", "assumed", "dependsOn"];

    /// <summary>An answer of the engine.</summary>
    public static JsonObject Of(Answer answer, bool isCase = false)
    {
        var json = new JsonObject
        {
            ["outcome"] = answer.Outcome.ToString(),
            ["jointly"] = answer.Jointly,
            ["underContract"] = answer.UnderContract,
            ["alternatives"] = new JsonArray([.. answer.Alternatives.Select(group => Texts(group))]),
            ["deciders"] = Texts(answer.Deciders),
            ["steps"] = Texts(answer.Steps),
            ["duties"] = Texts(answer.Duties),
            ["exceptional"] = Texts(answer.Exceptional),
            ["keepAuthority"] = Texts(answer.KeepAuthority),
            ["reasons"] = Texts(answer.Reasons),
            ["assumed"] = Texts(answer.Assumed),
            ["dependsOn"] = Texts(answer.DependsOn),
            ["chain"] = new JsonArray([.. answer.Chain.Select(link => (JsonNode)(link.Party + "|" + link.Via + "|" + Source(link.Source) + "|" + link.Reference + "|" + link.Rule.ToString(CultureInfo.InvariantCulture)))]),
            ["deputies"] = new JsonArray([.. answer.Deputies.Select(deputy => (JsonNode)(deputy.Party + "|" + deputy.For + "|" + deputy.When + "|" + Source(deputy.Source)))]),
        };
        if (!isCase)
        {
            json["cases"] = new JsonArray([.. answer.Cases.Select(one => (JsonNode)new JsonObject { ["when"] = Texts(one.When), ["answer"] = Of(one.Answer, isCase: true) })]);
            json["summary"] = AnswerText.Summarise(answer);
        }

        return json;
    }

    /// <summary>An answer of the script.</summary>
    public static JsonObject OfScript(JsonObject answer, bool isCase = false)
    {
        var json = new JsonObject
        {
            ["outcome"] = answer["outcome"]?.DeepClone(),
            ["jointly"] = answer["jointly"]?.DeepClone(),
            ["underContract"] = answer["underContract"]?.DeepClone(),
            ["alternatives"] = answer["alternatives"]?.DeepClone(),
        };
        foreach (string name in Lists)
        {
            json[name] = answer[name]?.DeepClone() ?? new JsonArray();
        }

        json["chain"] = new JsonArray([.. Items(answer, "chain").Select(link => (JsonNode)$"{link["party"]}|{link["via"]}|{link["source"]}|{link["reference"]}|{link["rule"]}")]);
        json["deputies"] = new JsonArray([.. Items(answer, "deputies").Select(deputy => (JsonNode)$"{deputy["party"]}|{deputy["for"]}|{deputy["when"]}|{deputy["source"]}")]);
        if (!isCase)
        {
            json["cases"] = new JsonArray([.. Items(answer, "cases").Select(one => (JsonNode)new JsonObject
            {
                ["when"] = one["when"]?.DeepClone(),
                ["answer"] = OfScript(one["answer"]?.AsObject() ?? [], isCase: true),
            })]);
            json["summary"] = answer["summary"]?.DeepClone();
        }

        return json;
    }

    private static IEnumerable<JsonObject> Items(JsonObject answer, string name) => (answer[name]?.AsArray() ?? []).OfType<JsonObject>();

    private static JsonArray Texts(ImmutableArray<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static string Source(SourceReference source) => string.IsNullOrEmpty(source.File) ? "" : string.Create(CultureInfo.InvariantCulture, $"{source.File}:{source.Line}");
}
