using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DelegationLang.Cli.Tests.Schemas;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Emit.Tests.Json;

/// <summary>Every scheme.json is what the published schema says, and nothing in the schema is left out of every file by mistake.</summary>
public sealed class SchemaTests
{
    private static readonly string Published = File.ReadAllText(Repository.PathOf("schemas", "scheme.schema.json"));

    // What this version writes, it knows: the room for members of later versions is for programs that read.
    private static readonly string Schema = SchemaCheck.Closed(Published);

    public static TheoryData<string> Names => Samples.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Samples_and_examples_are_valid(string name) => Assert.Empty(SchemaCheck.Faults(Schema, Emit(Samples.Get(name))));

    [Fact]
    public void Random_schemes_are_valid()
    {
        for (int seed = 0; seed < Effort.Of(13, 300); seed++)
        {
            var scheme = RandomScheme.Make(seed, seed % 100, 0, hasFaults: seed % 4 == 0);
            string[] faults = [.. SchemaCheck.Faults(Schema, Emit(Samples.Compile(scheme.Text)))];
            Assert.True(faults.Length == 0, $"{string.Join('\n', faults.Take(5))}\n\n{scheme.Text}");
        }
    }

    [Theory]
    [InlineData("formatVersion")]
    [InlineData("fingerprint")]
    [InlineData("space")]
    [InlineData("delegations")]
    public void What_is_missing_is_noticed(string field)
    {
        JsonObject scheme = Read();
        Assert.True(scheme.Remove(field));
        Assert.NotEmpty(SchemaCheck.Faults(Schema, scheme.ToJsonString()));
    }

    [Theory]
    [InlineData("parties", "colour")]
    [InlineData("delegations", "colour")]
    [InlineData("sentences", "colour")]
    public void What_the_schema_does_not_know_is_noticed(string list, string field)
    {
        JsonObject scheme = Read();
        Assert.IsType<JsonObject>(scheme[list]?[0]).Add(field, "red");
        Assert.NotEmpty(SchemaCheck.Faults(Schema, scheme.ToJsonString()));
    }

    [Fact]
    public void Members_that_a_later_version_adds_are_allowed_anywhere()
    {
        JsonObject scheme = Read();
        AddTo(scheme);
        Assert.Empty(SchemaCheck.Faults(Published, scheme.ToJsonString()));

        static void AddTo(JsonNode? node)
        {
            foreach (JsonNode? item in node switch { JsonObject map => map.Select(member => member.Value).ToList(), JsonArray list => [.. list], _ => [] })
            {
                AddTo(item);
            }

            (node as JsonObject)?.Add("addedLater", "red");
        }
    }

    [Fact]
    public void An_amount_that_is_a_number_is_noticed()
    {
        string scheme = Emit(Samples.Get("west-yorkshire-icb"));
        string changed = Regex.Replace(scheme, "\"value\": \"([0-9]+)\"", "\"value\": $1");
        Assert.NotEqual(scheme, changed);
        Assert.NotEmpty(SchemaCheck.Faults(Schema, changed));
    }

    private static JsonObject Read() => Assert.IsType<JsonObject>(JsonNode.Parse(Emit(Samples.Get("deputy"))));

    private static string Emit(Sample sample) => new JsonEmitter().Emit(sample.Input).Single().ToText();
}
