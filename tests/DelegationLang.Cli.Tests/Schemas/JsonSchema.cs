using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DelegationLang.Cli.Tests.Schemas;

/// <summary>
/// Validates JSON against a schema. Of the keywords of JSON Schema it knows those that the schemas of these tests use, and refuses a schema with
/// any other, so that nothing is ever passed over in silence. CI asks a validator in general use as well (<c>tests/schemas</c>).
/// </summary>
internal sealed partial class JsonSchema
{
    private static readonly string[] Annotations =
        ["$schema", "$id", "id", "$comment", "$defs", "definitions", "title", "description", "default", "examples"];

    private readonly JsonElement root;
    private readonly List<string> faults = [];

    private JsonSchema(JsonElement root) => this.root = root;

    /// <summary>What is wrong with an instance, each fault with its place; empty when it is valid.</summary>
    /// <exception cref="NotSupportedException">The schema uses a keyword that is not known here.</exception>
    public static IReadOnlyList<string> Faults(string schema, string instance)
    {
        using var schemaDocument = JsonDocument.Parse(schema);
        using var instanceDocument = JsonDocument.Parse(instance);
        var check = new JsonSchema(schemaDocument.RootElement);
        check.Check(schemaDocument.RootElement, instanceDocument.RootElement, "");
        return check.faults;
    }

    /// <summary>
    /// The schema without room for members that it does not know. What is published leaves that room, for those that later versions add; what this
    /// version writes has no use for it.
    /// </summary>
    public static string Closed(string schema)
    {
        var root = JsonNode.Parse(schema) ?? throw new ArgumentException("There is no schema.", nameof(schema));
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
            foreach (var item in inner.ToList())
            {
                Close(item);
            }

            if (node is JsonObject { } schema && schema["type"] is JsonValue type && type.ToString() == "object" && schema["properties"] is JsonObject)
            {
                schema.TryAdd("additionalProperties", false);
            }
        }
    }

    private bool IsValid(JsonElement schema, JsonElement value)
    {
        var trial = new JsonSchema(root);
        trial.Check(schema, value, "");
        return trial.faults.Count == 0;
    }

    private void Check(JsonElement schema, JsonElement value, string place)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            Require(schema.ValueKind == JsonValueKind.True, place, "must not be here");
            return;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            CheckKeyword(schema, keyword, value, place);
        }
    }

    private void CheckKeyword(JsonElement schema, JsonProperty keyword, JsonElement value, string place)
    {
        var wanted = keyword.Value;
        switch (keyword.Name)
        {
            case "$ref":
                Check(Resolve(wanted.GetString() ?? ""), value, place);
                break;
            case "type":
                Require(HasType(wanted, value), place, $"is no {wanted}");
                break;
            case "enum":
                Require(wanted.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), place, $"is {value}, none of {wanted}");
                break;
            case "const":
                Require(JsonElement.DeepEquals(wanted, value), place, $"is not {wanted}");
                break;
            case "anyOf":
                Require(wanted.EnumerateArray().Any(one => IsValid(one, value)), place, "fits none of anyOf");
                break;
            case "oneOf":
                Require(wanted.EnumerateArray().Count(one => IsValid(one, value)) == 1, place, "fits not exactly one of oneOf");
                break;
            case "allOf":
                foreach (var one in wanted.EnumerateArray())
                {
                    Check(one, value, place);
                }

                break;
            case "not":
                Require(!IsValid(wanted, value), place, "fits what it must not");
                break;
            case "properties" or "required" or "additionalProperties" or "minProperties":
                if (value.ValueKind == JsonValueKind.Object)
                {
                    CheckObject(schema, keyword, value, place);
                }

                break;
            case "items" or "minItems" or "maxItems" or "uniqueItems":
                if (value.ValueKind == JsonValueKind.Array)
                {
                    CheckArray(keyword, value, place);
                }

                break;
            case "minimum":
                Require(value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= wanted.GetDecimal(), place, $"is below {wanted}");
                break;
            case "maximum":
                Require(value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= wanted.GetDecimal(), place, $"is above {wanted}");
                break;
            case "pattern" or "format" or "minLength":
                if (value.ValueKind == JsonValueKind.String)
                {
                    CheckText(keyword, value.GetString() ?? "", place);
                }

                break;
            default:
                if (!Annotations.Contains(keyword.Name))
                {
                    throw new NotSupportedException($"The keyword {keyword.Name} is not known.");
                }

                break;
        }
    }

    private void CheckObject(JsonElement schema, JsonProperty keyword, JsonElement value, string place)
    {
        switch (keyword.Name)
        {
            case "properties":
                foreach (var property in keyword.Value.EnumerateObject())
                {
                    if (value.TryGetProperty(property.Name, out var member))
                    {
                        Check(property.Value, member, $"{place}/{property.Name}");
                    }
                }

                break;
            case "required":
                foreach (var name in keyword.Value.EnumerateArray())
                {
                    Require(value.TryGetProperty(name.GetString() ?? "", out _), place, $"lacks {name}");
                }

                break;
            case "minProperties":
                Require(value.EnumerateObject().Count() >= keyword.Value.GetInt32(), place, $"has fewer than {keyword.Value} members");
                break;
            default:
                var hasNames = schema.TryGetProperty("properties", out var known);
                foreach (var member in value.EnumerateObject().Where(member => !hasNames || !known.TryGetProperty(member.Name, out _)))
                {
                    Check(keyword.Value, member.Value, $"{place}/{member.Name}");
                }

                break;
        }
    }

    private void CheckArray(JsonProperty keyword, JsonElement value, string place)
    {
        var items = value.EnumerateArray().ToList();
        switch (keyword.Name)
        {
            case "items":
                for (var i = 0; i < items.Count; i++)
                {
                    Check(keyword.Value, items[i], string.Create(CultureInfo.InvariantCulture, $"{place}/{i}"));
                }

                break;
            case "minItems":
                Require(items.Count >= keyword.Value.GetInt32(), place, $"has fewer than {keyword.Value} items");
                break;
            case "maxItems":
                Require(items.Count <= keyword.Value.GetInt32(), place, $"has more than {keyword.Value} items");
                break;
            default:
                var isRepeated = items.Where((item, index) => items.Take(index).Any(other => JsonElement.DeepEquals(other, item))).Any();
                Require(!keyword.Value.GetBoolean() || !isRepeated, place, "holds one item twice");
                break;
        }
    }

    private void CheckText(JsonProperty keyword, string text, string place)
    {
        switch (keyword.Name)
        {
            case "pattern":
                Require(Regex.IsMatch(text, keyword.Value.GetString() ?? "", RegexOptions.ECMAScript), place, $"“{text}” does not fit {keyword.Value}");
                break;
            case "minLength":
                Require(text.EnumerateRunes().Count() >= keyword.Value.GetInt32(), place, "is too short");
                break;
            default:
                Require(HasFormat(keyword.Value.GetString() ?? "", text), place, $"“{text}” is no {keyword.Value}");
                break;
        }
    }

    private static bool HasFormat(string format, string text) => format switch
    {
        "uri" => UriCharacters().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _),
        "uri-reference" => UriCharacters().IsMatch(text) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && text.Contains('T', StringComparison.Ordinal),
        _ => throw new NotSupportedException($"The format {format} is not known."),
    };

    private static bool HasType(JsonElement wanted, JsonElement value) =>
        wanted.ValueKind == JsonValueKind.Array
            ? wanted.EnumerateArray().Any(one => HasType(one, value))
            : wanted.GetString() switch
            {
                "object" => value.ValueKind == JsonValueKind.Object,
                "array" => value.ValueKind == JsonValueKind.Array,
                "string" => value.ValueKind == JsonValueKind.String,
                "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
                "null" => value.ValueKind == JsonValueKind.Null,
                "number" => value.ValueKind == JsonValueKind.Number,
                "integer" => value.ValueKind == JsonValueKind.Number && value.GetDecimal() % 1 == 0,
                var other => throw new NotSupportedException($"The type {other} is not known."),
            };

    private JsonElement Resolve(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new NotSupportedException($"The reference {reference} leads out of the schema.");
        }

        return reference[2..].Split('/').Aggregate(root, (at, part) => at.GetProperty(part));
    }

    private void Require(bool isSo, string place, string fault)
    {
        if (!isSo)
        {
            faults.Add($"{(place.Length == 0 ? "/" : place)} {fault}");
        }
    }

    // The characters of RFC 3986, a % only before two hexadecimal figures.
    [GeneratedRegex(@"^(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$")]
    private static partial Regex UriCharacters();
}
