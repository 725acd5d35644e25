using System.Collections.Immutable;
using System.Reflection;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Tests.CSharp;

/// <summary>Typed names: each leads to its own thing, none is missing, and what must not be mixed up does not compile.</summary>
public sealed class EmittedNamesTests
{
    public static TheoryData<string> Names => Samples.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_thing_has_a_name_that_leads_to_it(string name)
    {
        Assembly assembly = EmittedCode.Load(Emit(Samples.Get(name)));
        SpaceDefinition space = EmittedCode.SpaceOf(assembly).Definition;
        Check(assembly, ["Parties"], [.. space.Parties.Select(party => party.Name)]);
        Check(assembly, ["Functions", "Matters", "Budgets"], [.. space.Subjects.Select(subject => subject.Name)]);
        Check(assembly, ["Places"], [.. space.Places.Select(place => place.Name)]);
        Check(assembly, ["Conditions"], [.. space.Conditions.Select(condition => condition.Name)]);
        Check(assembly, ["Measures"], [.. space.Measures.Select(measure => measure.Name)]);
    }

    [Fact]
    public void What_bears_one_name_after_another_is_told_apart_by_its_days()
    {
        Sample sample = Samples.Compile("""
            scheme A
              approved by Board on 1 March 2026
              in force from 1 April 2026.
            Dale Trust is an NHS trust.
            use england.
            Board is the board of Dale Trust.
            Panel is a forum of Dale Trust until 31 March 2027.
            Panel is a committee of Board from 1 April 2027 until 31 March 2028.
            Panel is a sub-committee of Board from 1 April 2028.
            """);
        Type parties = EmittedCode.Load(Emit(sample)).GetTypes().Single(type => type.Name == "Parties");
        Assert.Equal(
            ["PanelFrom1April2027", "PanelFrom1April2028", "PanelUntil31March2027"],
            parties.GetProperties().Select(property => property.Name).Where(name => name.StartsWith("Panel", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Money.Pounds(1m) + Money.Euros(1m)")]
    [InlineData("Money.Pounds(1m).PerContract + Money.Pounds(1m).PerYear")]
    [InlineData("Money.Pounds(1m).PerContract < Money.Pounds(1m).PerContract.ExcludingVat")]
    [InlineData("Money.Pounds(1m).ExcludingVat == Money.Pounds(1m).IncludingVat")]
    [InlineData("Scheme.WhoDecides(Matters.Goods).Worth(100m)")]
    [InlineData("Scheme.WhoDecides(Parties.ChiefExecutive)")]
    [InlineData("Scheme.May(Matters.Goods, Matters.Goods)")]
    [InlineData("Scheme.WhoDecides(Matters.Goods).On(System.DateTime.MinValue)")]
    [InlineData("Scheme.WhoDecides(Matters.Goods).When(Matters.Goods)")]
    public void What_must_not_be_mixed_up_does_not_compile(string expression)
    {
        Assert.NotEmpty(EmittedCode.Complaints(EmittedCode.ForNet10(Emit(Samples.Get("deputy")), Program(expression))));
    }

    [Fact]
    public void What_may_be_said_compiles() => Assert.Empty(EmittedCode.Complaints(EmittedCode.ForNet10(Emit(Samples.Get("deputy")), Program(
        "Scheme.May(Parties.ChiefExecutive, Matters.Goods).Worth((Money.Pounds(1m) + Money.Pounds(2m)).PerContract.ExcludingVat).When(Conditions.InBudget).OutcomeOn(new System.DateOnly(2026, 5, 1))"))));

    private static string Program(string expression) => $$"""
        using DelegationLang.Policy;
        using SchemeOfDelegation;
        internal static class Program
        {
            public static object Run() => {{expression}};
        }
        """;

    private static string Emit(Sample sample) => new CSharpEmitter().Emit(sample.Input).Single().ToText();

    private static void Check(Assembly assembly, string[] classes, ImmutableArray<string> names)
    {
        var found = new HashSet<int>();
        foreach (string className in classes)
        {
            Type type = assembly.GetType("SchemeOfDelegation." + className, throwOnError: true) ?? throw new InvalidOperationException(className);
            foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            {
                object value = property.GetValue(null) ?? throw new InvalidOperationException(property.Name);
                int index = Assert.IsType<int>(value.GetType().GetProperty("Index")?.GetValue(value));
                Assert.True(found.Add(index), property.Name);
                Assert.Equal(names[index], value.ToString());
                Assert.StartsWith(Identifiers.FromName(names[index]), property.Name, StringComparison.Ordinal);
            }
        }

        Assert.Equal(names.Length, found.Count);
    }
}
