using DelegationLang.Diagnostics;
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
    [InlineData("NHS Act 2006 section 65Z5", 4, 7)]
    [InlineData("NHS Act 2006 section 65Z6", 4, 7)]
    [InlineData("NHS Act 2006 section 75", 6, 6)]
    [InlineData("NHS Act 2006 section 76", 1, 0)]
    [InlineData("NHS Act 2006 section 256", 2, 0)]
    [InlineData("Local Government Act 1972 section 101", 4, 7)]
    [InlineData("Local Government Act 1972 section 102", 4, 3)]
    [InlineData("Local Government Act 1972 section 113", 7, 1)]
    [InlineData("Local Government Act 2000 section 9E", 3, 6)]
    [InlineData("Local Government Act 2000 section 9EA", 3, 1)]
    [InlineData("Health and Social Care Act 2012 section 194", 1, 0)]
    [InlineData("Health and Social Care Act 2012 section 196", 2, 2)]
    [InlineData("Health and Social Care Act 2012 section 196(1)", 1, 1)]
    [InlineData("SI 2013/218 regulation 3", 1, 1)]
    [InlineData("Local Government Act 1972 section 101(6)", 1, 0)]
    [InlineData("NHS Act 2006 Schedule 1B paragraph 15", 1, 1)]
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
        Assert.Equal(["executive function", "executive matter"], executive.CoveredKinds.Select(kind => kind.Name));
        PowerSymbol discharge = SchemeText.Get<PowerSymbol>(model, "Local Government Act 1972 section 101");
        Assert.Equal(
            ["executive function", "executive matter", "mayoral function", "full council matter", "licensing function", "health scrutiny function"],
            discharge.ExcludedKinds.Select(kind => kind.Name));
        Assert.Equal(
            ["council tax and precept", "borrowing", "members' code of conduct", "members' allowances scheme"],
            discharge.Excludes.Select(matter => matter.Name));
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

    [Fact]
    public void A_power_may_say_of_several_bodies_to_whom_each_delegates_and_how_it_is_used()
    {
        SchemeModel model = SchemeText.BindSound("""
            pact is a kind of agreement.
            Pact Act is a power
              for charity to delegate to company reporting to board quarterly and annually
              for company, officer to delegate to charity
              under pact
              stating cause, end.
            """);

        PowerSymbol power = SchemeText.Get<PowerSymbol>(model, "Pact Act");
        Assert.Equal(
            ["charity > company: quarterly and annually", "company, officer > charity: "],
            power.Grants.Select(grant => $"{Names(grant.Delegators)} > {Names(grant.Delegates)}: {grant.Reports}"));
        Assert.Equal("pact", power.Agreement?.Name);
        Assert.Equal(["cause", "end"], power.Stating.AsEnumerable());
        Assert.True(power.IsVerified);
        Assert.False(SchemeText.Get<PowerSymbol>(SchemeText.BindSound("Guess is an unverified power for charity."), "Guess").IsVerified);

        static string Names(IEnumerable<PowerParty> parties) => string.Join(", ", parties.Select(party => party.Kind?.Name));
    }

    [Theory]
    [InlineData("Act is a power for charity to delegate to company to delegate to charity.", "DL1005", "to delegate to charity")]
    [InlineData("Act is a power for charity to delegate to company under committee.", "DL2003", "committee")]
    [InlineData("Act is a power for charity to delegate to company under agreemnt.", "DL2008", "agreemnt")]
    [InlineData("Act is a power for charity to delegate to company reporting to Nobody.", "DL2001", "Nobody")]
    public void What_a_power_says_amiss_is_reported(string sentence, string code, string words)
    {
        SchemeModel model = SchemeText.Bind(sentence);
        Diagnostic finding = Assert.Single(model.Diagnostics, finding => finding.Severity == DiagnosticSeverity.Error);
        Assert.Equal((code, words), (finding.Code, finding.Location.Source.ToString(finding.Location.Span)));
    }

    [Fact]
    public void A_group_and_a_budget_rest_on_the_power_of_their_agreement_wherever_it_is_declared()
    {
        SchemeModel model = SchemeText.BindSound("""
            use england.
            Trust is an NHS trust.
            Group is a committee of Trust under Deal.
            Pool is a budget of Trust under Deal.
            Deal is a delegation agreement under NHS Act 2006 section 65Z5.
            """);

        Assert.Equal("Deal", SchemeText.Get<PartySymbol>(model, "Group").Agreement?.Name);
        Assert.Equal("NHS Act 2006 section 65Z5", SchemeText.Get<PartySymbol>(model, "Group").Under?.Name);
        Assert.Equal("NHS Act 2006 section 65Z5", SchemeText.Get<SubjectSymbol>(model, "Pool").Under?.Name);
    }

    [Fact]
    public void Which_groups_act_for_their_organisation_in_which_subjects_is_for_the_powers_to_say()
    {
        SchemeModel model = SchemeText.BindSound("""
            use england.
            inner cabinet is a kind of cabinet.
            Table is an inner cabinet.
            """);

        Assert.Equal(["cabinet", "elected mayor", "inner cabinet", "leader"], model.Kinds.Where(kind => kind.IsExecutiveBody).Select(kind => kind.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["executive function", "executive matter", "mayoral function"], model.Kinds.Where(kind => kind.IsExecutive).Select(kind => kind.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(SchemeText.BindSound("cabinet is a kind of group.\nTable is a cabinet.").Kinds, kind => kind.IsExecutiveBody);
    }
}
