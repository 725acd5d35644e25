namespace DelegationLang.Cli.Tests.Schemas;

/// <summary>That the validator of these tests lets through what a schema allows and nothing else.</summary>
public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", "1")]
    [InlineData("""{"type":["integer","null"]}""", "null", "1.5")]
    [InlineData("""{"enum":["a",1]}""", "1", "2")]
    [InlineData("""{"const":{"a":1}}""", """{"a":1}""", """{"a":2}""")]
    [InlineData("""{"properties":{"a":{"type":"number"}}}""", """{"b":"x"}""", """{"a":"x"}""")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", """{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"a":"b"}""", """{"a":1}""")]
    [InlineData("""{"required":["a"]}""", """{"a":1}""", """{"b":1}""")]
    [InlineData("""{"minProperties":1}""", """{"a":1}""", "{}")]
    [InlineData("""{"items":{"type":"boolean"}}""", "[true,false]", "[true,0]")]
    [InlineData("""{"minItems":1,"maxItems":2,"uniqueItems":true}""", "[1,2]", "[]")]
    [InlineData("""{"minItems":1,"maxItems":2,"uniqueItems":true}""", "[1]", "[1,2,3]")]
    [InlineData("""{"uniqueItems":true}""", "[{\"a\":1},{\"a\":2}]", "[{\"a\":1},{\"a\":1.0}]")]
    [InlineData("""{"minimum":-1,"maximum":1}""", "0", "-2")]
    [InlineData("""{"minimum":-1,"maximum":1}""", "1", "1.1")]
    [InlineData("""{"pattern":"^a+$"}""", "\"aa\"", "\"ab\"")]
    [InlineData("""{"minLength":1}""", "\"£\"", "\"\"")]
    [InlineData("""{"format":"uri"}""", "\"https://example.org/a%20b\"", "\"a b\"")]
    [InlineData("""{"format":"uri-reference"}""", "\"a/b%20c.delegation\"", "\"a/b c.delegation\"")]
    [InlineData("""{"format":"uuid"}""", "\"8f14e45f-ceea-467f-a8d2-5c5b0c1b1a2d\"", "\"8f14\"")]
    [InlineData("""{"format":"date-time"}""", "\"2026-05-01T12:00:00Z\"", "\"1 May 2026\"")]
    [InlineData("""{"anyOf":[{"type":"string"},{"minimum":5}]}""", "6", "4")]
    [InlineData("""{"oneOf":[{"minimum":5},{"minimum":1}]}""", "2", "6")]
    [InlineData("""{"allOf":[{"minimum":5},{"maximum":9}]}""", "7", "10")]
    [InlineData("""{"not":{"type":"string"}}""", "7", "\"a\"")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"type":"string"}}}""", "\"a\"", "1")]
    public void A_schema_allows_what_it_says(string schema, string valid, string invalid)
    {
        Assert.Empty(JsonSchema.Faults(schema, valid));
        Assert.NotEmpty(JsonSchema.Faults(schema, invalid));
    }

    [Theory]
    [InlineData("""{"unevaluatedProperties":false}""")]
    [InlineData("""{"properties":{"a":{"if":{}}}}""")]
    [InlineData("""{"format":"hostname"}""")]
    [InlineData("""{"$ref":"other.json"}""")]
    public void A_keyword_that_is_not_known_is_refused(string schema) =>
        Assert.Throws<NotSupportedException>(() => JsonSchema.Faults(schema, schema.Contains("format", StringComparison.Ordinal) ? "\"x\"" : """{"a":1}"""));
}
