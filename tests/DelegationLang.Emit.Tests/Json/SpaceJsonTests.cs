using System.Text;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Tests.Json;

/// <summary>What is read from the space of scheme.json is what was put in.</summary>
public sealed class SpaceJsonTests
{
    [Fact]
    public void Every_property_comes_back()
    {
        // Half a surrogate pair is no character: UTF-8 cannot hold it, and a file that is read cannot have one.
        SpaceDefinition definition = Definitions.Everything([.. Definitions.HostileNames.Where(name => !name.Contains('\uD800'))]);
        Assert.Equal(Dump.Of(definition), Dump.Of(Read(Write(definition))));
    }

    [Fact]
    public void An_empty_space_comes_back() => Assert.Equal(Dump.Of(new SpaceDefinition()), Dump.Of(Read(Write(new SpaceDefinition()))));

    [Theory]
    [InlineData("""{"rules":[{"giver":3}]}""")]
    [InlineData("""{"rules":[{"giver":-2}]}""")]
    [InlineData("""{"rules":[{"holders":[[0]]}]}""")]
    [InlineData("""{"rules":[{"holders":[0]}]}""")]
    [InlineData("""{"rules":{}}""")]
    [InlineData("""{"rules":[3]}""")]
    [InlineData("""{"rules":[{"kind":"Gift"}]}""")]
    [InlineData("""{"rules":[{"kind":"0"}]}""")]
    [InlineData("""{"rules":[{"facts":[[{"condition":0}]]}]}""")]
    [InlineData("""{"rules":[{"facts":[[{}]]}]}""")]
    [InlineData("""{"rules":[{"limit":{"upper":{"included":true}}}]}""")]
    [InlineData("""{"rules":[{"limit":{"upper":{"lowerOf":[{"value":"ten"}]}}}]}""")]
    [InlineData("""{"rules":[{"limit":{"upper":{"lowerOf":[{"value":10}]}}}]}""")]
    [InlineData("""{"rules":[{"days":{"from":"1 April 2026"}}]}""")]
    [InlineData("""{"rules":[{"void":"yes"}]}""")]
    [InlineData("""{"subjects":[{"name":"A","within":1},{"name":"B","within":0}]}""")]
    [InlineData("""{"places":[{"name":"A","within":0}]}""")]
    [InlineData("""{"parties":[{"name":7}]}""")]
    public void What_is_wrong_is_refused(string json) => Assert.Throws<SchemeJsonException>(() => Read(json));

    private static string Write(SpaceDefinition definition)
    {
        using var stream = new MemoryStream();
        using (var json = new JsonFields(stream))
        {
            json.Object(() => new SpaceWriter(json).Write(definition));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static SpaceDefinition Read(string json) =>
        LoadedScheme.Load(Encoding.UTF8.GetBytes($$"""{"format":"delegation-scheme","formatVersion":1,"scheme":{},"names":[],"space":{{json}}}""")).Space.Definition;
}
