using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace DelegationLang.Cli.Tests.Schemas;

/// <summary>Validates JSON against a schema, formats included; refuses a schema with a keyword that does not exist. CI asks another validator as well (<c>tests/schemas</c>).</summary>
internal static class SchemaCheck
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Schemas = new(StringComparer.Ordinal);

    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    /// <summary>What is wrong with an instance, each fault with its place; empty when it is valid.</summary>
    public static IReadOnlyList<string> Faults(string schema, string instance)
    {
        JsonSchema known = Schemas.GetOrAdd(schema, Read);
        using var document = JsonDocument.Parse(instance);
        EvaluationResults result = known.Evaluate(document.RootElement, Options);
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors?.Select(error => $"{detail.InstanceLocation} {error.Value}") ?? [])];
    }

    // Each with a registry of its own: the same schema is tried with and without room for more.
    // Without the name of a draft no keyword is let pass that is not known; the schema of SARIF has some of an older draft.
    private static JsonSchema Read(string schema)
    {
        JsonObject root = JsonNode.Parse(schema)?.AsObject() ?? throw new ArgumentException("There is no schema.", nameof(schema));
        if (!root.ContainsKey("definitions"))
        {
            root.Remove("$schema");
        }

        return JsonSchema.FromText(root.ToJsonString(), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
    }

    /// <summary>
    /// The schema without room for members that it does not know. What is published leaves that room, for those that later versions add; what this
    /// version writes has no use for it.
    /// </summary>
    public static string Closed(string schema)
    {
        JsonNode root = JsonNode.Parse(schema) ?? throw new ArgumentException("There is no schema.", nameof(schema));
        Close(root);
        return root.ToJsonString();

        static void Close(JsonNode? node)
        {
            IEnumerable<JsonNode?> inner = node switch
            {
                JsonObject map => map.Select(member => member.Value),
                JsonArray list => list,
                _ => [],
            };
            foreach (JsonNode? item in inner.ToList())
            {
                Close(item);
            }

            if (node is JsonObject { } schema && schema["type"] is JsonValue type && type.ToString() == "object" && schema["properties"] is JsonObject)
            {
                schema.TryAdd("additionalProperties", false);
            }
        }
    }
}
