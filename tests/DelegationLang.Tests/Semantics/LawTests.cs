using DelegationLang.Law;
using DelegationLang.Semantics;

namespace DelegationLang.Tests.Semantics;

/// <summary>The library of England binds without any fault, and its powers say what they say.</summary>
public sealed class LawTests
{
    [Fact]
    public void The_library_is_sound()
    {
        SchemeModel model = SchemeText.BindSound("use england.");

        Assert.Empty(SchemeText.Findings(model, withInfo: true));
        Assert.All(model.Symbols, symbol => Assert.True(symbol.IsFromLibrary));
        Assert.Null(model.OwnOrganisation);
        Assert.Contains("england", LawLibrary.Names);
        Assert.Null(LawLibrary.TryGet("utopia"));
        Assert.Same(LawLibrary.TryGet("england"), LawLibrary.TryGet("England"));
    }

    [Theory]
    [InlineData("NHS Act 2006 section 65Z5", 4, 6)]
    [InlineData("NHS Act 2006 section 65Z6", 4, 6)]
    [InlineData("NHS Act 2006 section 75", 6, 6)]
    [InlineData("NHS Act 2006 section 76", 1, 0)]
    [InlineData("NHS Act 2006 section 256", 2, 0)]
    [InlineData("Local Government Act 1972 section 101", 2, 5)]
    [InlineData("Local Government Act 1972 section 102", 2, 3)]
    [InlineData("Local Government Act 1972 section 113", 6, 1)]
    [InlineData("Local Government Act 2000 section 9E", 2, 5)]
    [InlineData("Local Government Act 2000 section 9EA", 2, 1)]
    [InlineData("Health and Social Care Act 2012 section 194", 1, 0)]
    [InlineData("Health and Social Care Act 2012 section 196", 2, 2)]
    [InlineData("Health and Social Care Act 2012 section 196(1)", 1, 1)]
    [InlineData("SI 2013/218 regulation 3", 1, 1)]
    [InlineData("Local Government Act 1972 section 101(6)", 1, 0)]
    [InlineData("NHS Act 2006 Schedule 1B paragraph 14", 1, 1)]
    public void Each_power_has_its_parties(string name, int delegators, int delegates)
    {
        PowerSymbol power = SchemeText.Get<PowerSymbol>(SchemeText.BindSound("use england."), name);

        Assert.Equal((delegators, delegates), (power.Delegators.Length, power.Delegates.Length));
        Assert.All(power.Delegators.Concat(power.Delegates), party => Assert.True(party.Kind is null != party.Party is null));
        Assert.True(power.Lifetime.HasFirst);
    }

    [Fact]
    public void A_power_may_name_parties_kinds_and_functions()
    {
        SchemeModel model = SchemeText.BindSound("use england.");

        PowerSymbol exercise = SchemeText.Get<PowerSymbol>(model, "NHS Act 2006 section 65Z5");
        Assert.Equal(["NHS England"], exercise.Delegators.Select(party => party.Party?.Name).OfType<string>());
        Assert.Contains(exercise.Excludes, function => function.Name == "foundation trust applications");
        Assert.Equal(new DateOnly(2022, 7, 1), exercise.Lifetime.First);
        PowerSymbol executive = SchemeText.Get<PowerSymbol>(model, "Local Government Act 2000 section 9E");
        Assert.Equal(["executive function"], executive.CoveredKinds.Select(kind => kind.Name));
        PowerSymbol discharge = SchemeText.Get<PowerSymbol>(model, "Local Government Act 1972 section 101");
        Assert.Equal(["executive function", "mayoral function"], discharge.ExcludedKinds.Select(kind => kind.Name));
        Assert.Equal(["council tax and precept", "borrowing", "members' code of conduct"], discharge.Excludes.Select(matter => matter.Name));
    }

    [Fact]
    public void A_scheme_may_declare_a_power_of_its_own()
    {
        SchemeModel model = SchemeText.BindSound("""
            trust is a kind of charity.
            Charities Act is a power for trust and company to delegate to committee, Helper covering function except giving from 1 May 2026.
            Helper is a company.
            giving is a function.
            """);

        PowerSymbol power = SchemeText.Get<PowerSymbol>(model, "Charities Act");
        Assert.Equal(["trust", "company"], power.Delegators.Select(party => party.Kind?.Name));
        Assert.Equal("Helper", power.Delegates[1].Party?.Name);
        Assert.Equal("function", Assert.Single(power.CoveredKinds).Name);
        Assert.Equal("giving", Assert.Single(power.Excludes).Name);
    }
}
