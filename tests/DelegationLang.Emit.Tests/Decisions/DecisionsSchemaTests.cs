using System.Text.Json.Nodes;
using DelegationLang.Cli.Tests.Schemas;
using DelegationLang.Emit.Decisions;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Emit.Tests.Decisions;

/// <summary>Every decisions.json is what the published schema says, and the same at each build.</summary>
public sealed class DecisionsSchemaTests
{
    // What this version writes, it knows: the room for members of later versions is for programs that read.
    private static readonly string Schema = SchemaCheck.Closed(File.ReadAllText(Repository.PathOf("schemas", "decisions.schema.json")));

    [Fact]
    public void What_is_written_is_valid()
    {
        foreach (Sample sample in Samples.All.Where((_, i) => Effort.IsLong || i % 4 == 0).Append(SignedScheme.Sample))
        {
            string[] faults = [.. SchemaCheck.Faults(Schema, Emit(sample))];
            Assert.True(faults.Length == 0, $"{sample.Name}\n{string.Join('\n', faults.Take(5))}");
        }

        for (int seed = 0; seed < Effort.Of(2, 300); seed++)
        {
            var scheme = RandomScheme.Make(seed, seed * 17 % 100, 0);
            string[] faults = [.. SchemaCheck.Faults(Schema, Emit(Samples.Compile(scheme.Text)))];
            Assert.True(faults.Length == 0, $"{string.Join('\n', faults.Take(5))}\n\n{scheme.Text}");
        }
    }

    [Theory]
    [InlineData("formatVersion")]
    [InlineData("trees")]
    [InlineData("scenarios")]
    public void What_is_missing_is_noticed(string field)
    {
        JsonObject file = JsonNode.Parse(Emit(SignedScheme.Sample))?.AsObject() ?? [];
        Assert.True(file.Remove(field));
        Assert.NotEmpty(SchemaCheck.Faults(Schema, file.ToJsonString()));
    }

    [Fact]
    public void The_same_scheme_gives_the_same_bytes() => Assert.Equal(Emit(SignedScheme.Sample), Emit(SignedScheme.Sample));

    private static string Emit(Sample sample) => new DecisionsEmitter().Emit(sample.Input).Single().ToText();
}
