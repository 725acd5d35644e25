using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Tests.CSharp;

/// <summary>What is read from the JSON in emitted C# is what was put in.</summary>
public sealed class EmittedDefinitionTests
{
    private static string Emit(EmitInput input) => new CSharpEmitter().Emit(input).Single().ToText();

    [Fact]
    public void Every_property_comes_back()
    {
        SpaceDefinition definition = Definitions.Everything([.. Definitions.HostileNames.Where(name => !name.Contains('\uD800'))]);
        SpaceDefinition read = EmittedCode.SpaceOf(EmittedCode.Load(Emit(Definitions.Around(definition)))).Definition;
        Assert.Equal(Dump.Of(definition), Dump.Of(read));
    }

    [Fact]
    public void An_empty_scheme_compiles() =>
        Assert.Equal(Dump.Of(new SpaceDefinition()), Dump.Of(EmittedCode.SpaceOf(EmittedCode.Load(Emit(Definitions.Around(new SpaceDefinition())))).Definition));

    [Fact]
    public void No_name_makes_the_compiler_complain_on_net_10() =>
        Assert.Empty(EmittedCode.Complaints(EmittedCode.ForNet10(Emit(Definitions.Around(Definitions.Everything())))));

    [Fact]
    public void No_name_makes_the_compiler_complain_on_net_8() =>
        Assert.Empty(EmittedCode.Complaints(EmittedCode.ForNet8(Emit(Definitions.Around(Definitions.Everything())))));

    [Theory]
    [InlineData("Answer")]
    [InlineData("System")]
    [InlineData("DelegationLang.Answer")]
    [InlineData("Scheme.Party.Parties")]
    [InlineData("Österreich.Gemeinde")]
    public void Any_namespace_will_do(string name) =>
        Assert.Empty(EmittedCode.Complaints(EmittedCode.ForNet8(Emit(Definitions.Around(Definitions.Everything()) with { Namespace = name }))));

    [Theory]
    [InlineData("")]
    [InlineData("A.")]
    [InlineData("A.class")]
    [InlineData("1A")]
    [InlineData("A B")]
    [InlineData("A;B")]
    [InlineData("DelegationLang.Policy")]
    [InlineData("DelegationLang.Policy.Answer")]
    public void What_is_no_namespace_is_refused(string name)
    {
        Assert.False(CSharpEmitter.IsNamespace(name));
        Assert.Throws<ArgumentException>(() => Emit(Definitions.Around(Definitions.Everything()) with { Namespace = name }));
    }
}
