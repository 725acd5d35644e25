namespace DelegationLang.Cli.Tests.Schemas;

/// <summary>That the check of these tests asks for what the library would leave out by default, and says where a fault is.</summary>
public sealed class SchemaCheckTests
{
    [Theory]
    [InlineData("""{"format":"uri"}""", "\"https://example.org/a%20b\"", "\"a b\"")]
    [InlineData("""{"format":"uri-reference"}""", "\"a/b%20c.delegation\"", "\"a/b c.delegation\"")]
    [InlineData("""{"format":"uuid"}""", "\"8f14e45f-ceea-467f-a8d2-5c5b0c1b1a2d\"", "\"8f14\"")]
    [InlineData("""{"format":"date-time"}""", "\"2026-05-01T12:00:00Z\"", "\"1 May 2026\"")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"type":"string"}}}""", "\"a\"", "1")]
    public void A_schema_allows_what_it_says(string schema, string valid, string invalid)
    {
        Assert.Empty(SchemaCheck.Faults(schema, valid));
        Assert.NotEmpty(SchemaCheck.Faults(schema, invalid));
    }

    [Theory]
    [InlineData("""{"unknown":false}""")]
    [InlineData("""{"$schema":"https://json-schema.org/draft/2020-12/schema","properties":{"a":{"tpye":"string"}}}""")]
    public void A_keyword_that_does_not_exist_is_refused(string schema) => Assert.Throws<Json.Schema.JsonSchemaException>(() => SchemaCheck.Faults(schema, """{"a":1}"""));

    [Fact]
    public void A_fault_has_its_place() => Assert.Contains(
        "/a/0", Assert.Single(SchemaCheck.Faults("""{"properties":{"a":{"items":{"type":"boolean"}}}}""", """{"a":[1]}""")), StringComparison.Ordinal);

    [Fact]
    public void What_is_published_leaves_room_and_what_is_closed_does_not()
    {
        const string Schema = """{"type":"object","properties":{"a":{}}}""";

        Assert.Empty(SchemaCheck.Faults(Schema, """{"b":1}"""));
        Assert.NotEmpty(SchemaCheck.Faults(SchemaCheck.Closed(Schema), """{"b":1}"""));
    }
}
