using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Tests.Semantics;

/// <summary>What symbols hold after their declarations were bound.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void An_organisation_has_its_aliases_code_notes_and_life()
    {
        SchemeModel model = SchemeText.BindSound("""
            Example ICB is an organisation known as ICB, "the board" with code QXX from 1 July 2022 until 31 March 2027
              note "first" note "second" reference "A.1".
            """);

        PartySymbol organisation = SchemeText.Get<PartySymbol>(model, "icb");
        Assert.Equal("Example ICB", organisation.Name);
        Assert.Equal(["ICB", "the board"], organisation.Aliases.ToArray());
        Assert.Equal("QXX", organisation.Code);
        Assert.Equal(["first", "second"], organisation.Notes.ToArray());
        Assert.Equal(["A.1"], organisation.References.ToArray());
        Assert.Equal(new DateRange(new DateOnly(2022, 7, 1), new DateOnly(2027, 3, 31)), organisation.Lifetime);
        Assert.Same(organisation, SchemeText.Get<PartySymbol>(model, "The Board"));
        Assert.True(organisation.IsOrganisation);
        Assert.False(organisation.IsFromLibrary);
    }

    [Fact]
    public void A_group_has_its_people_and_its_rules()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            Place Committee is a joint committee between Hospital Trust, City Council at Leeds
              chaired by Chair with members Chair, two of Governor, Chief Executive with quorum 3
              hosted by City Council reporting to Board, Council under NHS Act 2006 section 65Z6.
            City Council is a local authority.
            Council is the board of City Council.
            """);

        PartySymbol committee = SchemeText.Get<PartySymbol>(model, "Place Committee");
        Assert.Equal(["Hospital Trust", "City Council"], committee.Owners.Select(owner => owner.Name));
        Assert.Equal("Leeds", Assert.Single(committee.At).Name);
        Assert.Equal("Chair", committee.Chair?.Name);
        Assert.Equal([("Chair", 1), ("Governor", 2), ("Chief Executive", 1)], committee.Members.Select(member => (member.Party.Name, member.Count)));
        Assert.Equal(3, committee.Quorum);
        Assert.Equal("City Council", committee.Host?.Name);
        Assert.Equal(["Board", "Council"], committee.ReportsTo.Select(party => party.Name));
        Assert.Equal("NHS Act 2006 section 65Z6", committee.Under?.Name);
    }

    [Theory]
    [InlineData("Chair, Chief Executive, two of Governor")]
    [InlineData("Chair, Chief Executive and two of Governor")]
    [InlineData("Chair and Chief Executive and two of Governor")]
    public void Members_are_listed_as_people_list_them(string members)
    {
        SchemeModel model = SchemeText.BindSoundTrust($"Panel is a committee of Board with members {members}.");

        Assert.Equal([("Chair", 1), ("Chief Executive", 1), ("Governor", 2)], SchemeText.Get<PartySymbol>(model, "Panel").Members.Select(member => (member.Party.Name, member.Count)));
    }

    [Theory]
    [InlineData("is an officer of Hospital Trust and City Council")]
    [InlineData("is an officer of Hospital Trust, City Council")]
    [InlineData("is an officer between Hospital Trust, City Council")]
    [InlineData("is an officer between HT and City Council")]
    public void A_joint_appointment_has_two_owners(string words)
    {
        SchemeModel model = SchemeText.BindSoundTrust($"Joint Director {words}.\nCity Council is a local authority.");

        Assert.Equal(["Hospital Trust", "City Council"], SchemeText.Get<PartySymbol>(model, "Joint Director").Owners.Select(owner => owner.Name));
    }

    [Fact]
    public void A_name_with_and_is_one_owner_when_it_is_declared()
    {
        SchemeModel model = SchemeText.BindSound("Health and Care is an organisation.\nHealth is an organisation.\nCare is an organisation.\nX is a board of Health and Care.");

        Assert.Equal("Health and Care", Assert.Single(SchemeText.Get<PartySymbol>(model, "X").Owners).Name);
    }

    [Fact]
    public void Subjects_have_parents_powers_and_sums()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            podiatry is a function of Hospital Trust within surgery care under NHS Act 2006 section 75.
            podiatry budget is a budget of Hospital Trust within care budget covering podiatry, surgery care
              worth £420 million for 2026/27 at Leeds.
            care budget is a budget of Hospital Trust worth care sum.
            care sum is an amount of £500 million.
            award is a matter of Hospital Trust within podiatry.
            """);

        SubjectSymbol podiatry = SchemeText.Get<SubjectSymbol>(model, "podiatry");
        Assert.Equal("surgery care", podiatry.Parent?.Name);
        Assert.Equal("NHS Act 2006 section 75", podiatry.Under?.Name);
        SubjectSymbol budget = SchemeText.Get<SubjectSymbol>(model, "podiatry budget");
        Assert.True(budget.IsBudget);
        Assert.Equal("care budget", budget.Parent?.Name);
        Assert.Equal(["podiatry", "surgery care"], budget.Covers.Select(function => function.Name));
        Assert.Equal((420_000_000m, "GBP", 2026), Assert.Single(budget.Worth.Select(worth => (worth.Value, worth.Currency, worth.YearFrom ?? 0))));
        Assert.Equal("Leeds", Assert.Single(budget.At).Name);
        Assert.Equal(DateRange.Always, budget.Lifetime);
        Worth whole = Assert.Single(SchemeText.Get<SubjectSymbol>(model, "care budget").Worth);
        Assert.Equal((500_000_000m, null), (whole.Value, whole.YearFrom));
        Assert.Equal("podiatry", SchemeText.Get<SubjectSymbol>(model, "award").Parent?.Name);
    }

    [Fact]
    public void Agreements_have_parties_functions_a_power_and_what_they_state()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            City Council is a local authority.
            Partnership Agreement is a section 75 agreement between Hospital Trust, City Council covering surgery care
              under NHS Act 2006 section 75 worth £5 million stating aims, payments, monitoring
              reporting to Board quarterly and annually from 1 April 2026 until 31 March 2028.
            """);

        AgreementSymbol agreement = SchemeText.Get<AgreementSymbol>(model, "Partnership Agreement");
        Assert.Equal(["Hospital Trust", "City Council"], agreement.Owners.Select(owner => owner.Name));
        Assert.Equal("surgery care", Assert.Single(agreement.Covers).Name);
        Assert.Equal("NHS Act 2006 section 75", agreement.Under?.Name);
        Assert.Equal(["aims", "payments", "monitoring"], agreement.Stating.ToArray());
        Assert.Equal(("Board", "quarterly and annually"), Assert.Single(agreement.Reporting.Select(reporting => (reporting.To.Name, reporting.Frequency))));
        Assert.Equal(new DateOnly(2028, 3, 31), agreement.Lifetime.Last);
        Assert.Equal(5_000_000m, Assert.Single(agreement.Worth).Value);
    }

    [Fact]
    public void Facts_have_units_defaults_and_judges()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            urgent is a condition, normally false, judged by Chair.
            public concern is a condition normally true.
            price is a measure in EUR judged by Finance Director.
            absence is a measure in days of absence.
            head count is a measure.
            """);

        ConditionSymbol urgent = SchemeText.Get<ConditionSymbol>(model, "urgent");
        Assert.False(urgent.Normally);
        Assert.Equal("Chair", urgent.JudgedBy?.Name);
        Assert.True(SchemeText.Get<ConditionSymbol>(model, "public concern").Normally);
        Assert.Null(SchemeText.Get<ConditionSymbol>(model, "in budget").Normally);
        MeasureSymbol price = SchemeText.Get<MeasureSymbol>(model, "price");
        Assert.Equal("EUR", price.Currency);
        Assert.Equal("Finance Director", price.JudgedBy?.Name);
        Assert.Equal("GBP", SchemeText.Get<MeasureSymbol>(model, "turnover").Currency);
        MeasureSymbol absence = SchemeText.Get<MeasureSymbol>(model, "absence");
        Assert.Equal("days of absence", absence.Unit);
        Assert.False(absence.IsMoney);
        Assert.Equal("", SchemeText.Get<MeasureSymbol>(model, "head count").Unit);
    }

    [Fact]
    public void An_amount_may_be_declared_again_for_other_days()
    {
        SchemeModel model = SchemeText.BindSound("""
            threshold is an amount of £139,688 until 31 December 2025.
            threshold is an amount of £135,018 from 1 January 2026.
            """);

        AmountSymbol threshold = SchemeText.Get<AmountSymbol>(model, "threshold");
        Assert.Same(threshold, Assert.Single(model.Symbols));
        Assert.Equal(
            [(new DateOnly(2025, 12, 31), 139_688m), (DateOnly.MaxValue, 135_018m)],
            threshold.Values.Select(value => (value.Days.Last, value.Value)));
    }

    [Theory]
    [InlineData("matters of Hospital Trust:", "SubjectSymbol", "matter")]
    [InlineData("functions of Hospital Trust:", "SubjectSymbol", "function")]
    [InlineData("places of Hospital Trust:", "PlaceSymbol", "place")]
    public void A_list_declares_each_of_its_lines(string head, string type, string kind)
    {
        SchemeModel model = SchemeText.BindSoundTrust(head + "\n  - first thing known as one reference \"1\"\n  - \"second, thing\" within first thing.");

        Symbol first = Assert.Single(model.Names.Find("one"));
        Assert.Equal((type, kind), (first.GetType().Name, first.Kind.Name));
        Assert.Equal("Hospital Trust", Assert.Single(first.Owners).Name);
        Assert.Equal(["1"], first.References.ToArray());
        Symbol second = Assert.Single(model.Names.Find("second, thing"));
        Assert.Equal(first, second is SubjectSymbol subject ? subject.Parent : Assert.IsType<PlaceSymbol>(second).Parent);
        Assert.Equal("- \"second, thing\" within first thing", second.Declaration.Source.ToString(second.Declaration.Span));
    }

    [Fact]
    public void Subjects_of_nobody_are_those_of_the_own_organisation()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            City Council is a local authority.
            libraries is a function of City Council.
            mobile libraries is a function within libraries.
            seal is a matter.
            care budget is a budget covering surgery care.
            cataract is a function within surgery.
            """);

        Assert.Equal("Hospital Trust", model.OwnOrganisation?.Name);
        Assert.Equal("Hospital Trust", Assert.Single(SchemeText.Get<SubjectSymbol>(model, "seal").Owners).Name);
        Assert.Equal("Hospital Trust", Assert.Single(SchemeText.Get<SubjectSymbol>(model, "care budget").Owners).Name);
        Assert.Equal("City Council", Assert.Single(SchemeText.Get<SubjectSymbol>(model, "mobile libraries").Owners).Name);
        Assert.Equal("Hospital Trust", Assert.Single(SchemeText.Get<SubjectSymbol>(model, "cataract").Owners).Name);
        Assert.Empty(SchemeText.Get<SubjectSymbol>(model, "surgery").Owners);
    }

    [Fact]
    public void A_designation_belongs_to_whoever_holds_it()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            Finance Director is also Section 151 Officer under Local Government Act 1972 section 113 from 1 May 2026.
            Chief Executive is also Accountable Officer.
            Accountable Officer is an officer of Hospital Trust.
            Hospital Trust delegates goods to Section 151 Officer.
            """);

        PartySymbol designation = SchemeText.Get<PartySymbol>(model, "section 151 officer");
        Assert.Equal("Finance Director", designation.HeldBy?.Name);
        Assert.Equal("Hospital Trust", Assert.Single(designation.Owners).Name);
        Assert.Equal("Local Government Act 1972 section 113", designation.Under?.Name);
        Assert.Equal(new DateOnly(2026, 5, 1), designation.Lifetime.First);
        Assert.True(designation.IsRole);
        Assert.Contains(designation, model.Symbols);
        Assert.Equal("Chief Executive", SchemeText.Get<PartySymbol>(model, "Accountable Officer").HeldBy?.Name);
    }

    [Fact]
    public void A_designation_may_pass_from_one_holder_to_the_next()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            Finance Director is also Senior Risk Owner until 31 May 2026.
            Chief Executive is also Senior Risk Owner from 1 June 2026.
            """);

        PartySymbol designation = SchemeText.Get<PartySymbol>(model, "Senior Risk Owner");
        Assert.Equal(["Finance Director", "Chief Executive"], designation.Designations.Select(held => held.Holder.Name));
        Assert.Equal(DateRange.Always, designation.Lifetime);
    }

    [Fact]
    public void Two_holders_of_a_designation_on_one_day_are_reported()
    {
        SchemeModel model = SchemeText.BindTrust("""
            Finance Director is also Senior Risk Owner until 1 June 2026.
            Chief Executive is also Senior Risk Owner from 1 June 2026.
            """);

        Assert.Equal("Senior Risk Owner", SchemeText.Words(SchemeText.Single(model, "DL2002")));
    }

    [Fact]
    public void The_scheme_sentence_is_bound()
    {
        SchemeModel model = SchemeText.BindSound("""
            scheme Example Scheme
              version 3.1
              approved by Board on 24 March 2026
              in force from 1 April 2026 until 31 March 2028
              review by 31 March 2027
              interpreted by Chair
              supersedes "earlier.delegation"
              note "n" reference "r".
            ICB is an organisation.
            Board is the board of ICB.
            Chair is the chair of Board.
            """);

        Assert.Equal("Example Scheme", model.Info.Title);
        Assert.Equal("3.1", model.Info.Version);
        Assert.Equal("Board", model.Info.ApprovedBy?.By.Symbol.Name);
        Assert.Equal(new DateOnly(2026, 3, 24), model.Info.ApprovedBy?.On);
        Assert.Equal(new DateRange(new DateOnly(2026, 4, 1), new DateOnly(2028, 3, 31)), model.Info.InForce);
        Assert.Equal(new DateOnly(2027, 3, 31), model.Info.ReviewBy);
        Assert.Equal("Chair", model.Info.InterpretedBy?.Symbol.Name);
        Assert.Equal("earlier.delegation", model.Info.Supersedes);
        Assert.Equal(["n", "r"], model.Info.Notes.Concat(model.Info.References));
        Assert.Equal("ICB", model.OwnOrganisation?.Name);
    }

    [Theory]
    [InlineData("A is an organisation.\nB is an organisation.\nX is the board of B.", "B")]
    [InlineData("A is an organisation.", "A")]
    [InlineData("A is an organisation.\nB is an organisation.", null)]
    [InlineData("A is an organisation.\nB is an organisation.\nX is the board of A.\nY is the board of B.", null)]
    [InlineData("scheme S approved by C.\nA is an organisation.\nB is an organisation.\nX is the board of A.\nY is the board of B.\nC is a sub-committee of D.\nD is a committee of Y.", "B")]
    [InlineData("scheme S approved by A.\nA is an organisation.\nB is an organisation.\nX is the board of B.", "A")]
    public void The_own_organisation_is_the_one_whose_group_approved(string sentences, string? own) =>
        Assert.Equal(own, SchemeText.Bind(sentences.Replace("scheme S ", "scheme S\n  ", StringComparison.Ordinal)).OwnOrganisation?.Name);
}
