using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Tests.Semantics;

/// <summary>What statements hold after binding.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("to Chair", "Chair")]
    [InlineData("to Chair, Chief Executive", "Chair|Chief Executive")]
    [InlineData("to\n  - Chair\n  - Chief Executive", "Chair|Chief Executive")]
    [InlineData("to Chair or Chief Executive", "Chair|Chief Executive")]
    [InlineData("to Chair jointly with Finance Director", "Chair+Finance Director")]
    [InlineData("to Chair jointly with Finance Director and Chief Executive", "Chair+Finance Director+Chief Executive")]
    [InlineData("to Chair jointly with Finance Director, Chief Executive", "Chair+Finance Director+Chief Executive")]
    [InlineData("to Chair jointly with Finance Director or Chief Executive", "Chair+Finance Director|Chair+Chief Executive")]
    [InlineData("to Chair or Chief Executive jointly with Finance Director", "Chair+Finance Director|Chief Executive+Finance Director")]
    [InlineData("to Chair, Chief Executive jointly with Finance Director or Board", "Chair+Finance Director|Chair+Board|Chief Executive+Finance Director|Chief Executive+Board")]
    [InlineData("to two of Governor", "Governor+Governor")]
    [InlineData("to two of Chair, Chief Executive, Finance Director", "Chair+Chief Executive|Chair+Finance Director|Chief Executive+Finance Director")]
    [InlineData("to Chair jointly with two of Governor", "Chair+Governor+Governor")]
    [InlineData("to Chair jointly with two of Governor jointly with Board", "Chair+Governor+Governor+Board")]
    [InlineData("to two of Governor jointly with two of Chair, Board, Chief Executive", "Governor+Governor+Chair+Board|Governor+Governor+Chair+Chief Executive|Governor+Governor+Board+Chief Executive")]
    public void Who_gets_it_alone_together_or_in_the_alternative(string clause, string groups)
    {
        SchemeModel model = SchemeText.BindSoundTrust($"Hospital Trust delegates goods {clause}.");

        Assert.Equal(groups, string.Join('|', SchemeText.Groups(Assert.Single(model.Delegations).Holders)));
    }

    [Fact]
    public void More_ways_to_choose_people_than_anybody_could_read_are_reported()
    {
        string posts = string.Concat(Enumerable.Range(1, 60).Select(i => $"Post {i} is an officer of HT.\n"));
        string names = string.Join(", ", Enumerable.Range(1, 60).Select(i => $"Post {i}"));

        SchemeModel model = SchemeText.BindTrust($"{posts}HT delegates goods to three of {names}.");

        Assert.Equal("DL1007", SchemeText.Single(model, "DL1007").Code);
        Assert.True(Assert.Single(model.Delegations).HasErrors);
    }

    [Fact]
    public void All_clauses_of_a_delegation_are_bound()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            invoice is a basis.
            late is a condition.
            seal is a matter of HT.
            section Buying
            HT delegates goods, all other matters to Finance Director for surgery care at Leeds
              above £50,000 up to the lower of £500,000, 10% of turnover per invoice excluding VAT
              from 1 May 2026 until 31 March 2028
              under NHS Act 2006 section 65Z5
              with reserved matters: seal
              except surgery care
              when in budget or late when contract length up to 5 years unless late
              after consulting Chair, Chief Executive after approval of Board or Audit Committee
              even if reserved
              with power to delegate to Chief Executive, Chair up to £10,000 per contract by consent of Board
              ratified by Board
              approved by Board on 3 March 2026
              reporting to Audit Committee quarterly
              recorded in "the ledger"
              review by 31 March 2027
              reference "4.2" note "careful".
            """);

        DelegationStatement delegation = Assert.Single(model.Delegations);
        Terms terms = delegation.Terms;
        Assert.False(delegation.HasErrors);
        Assert.Equal("Buying", delegation.Section?.Title);
        Assert.Equal([SubjectScope.Named, SubjectScope.AllOtherMatters], delegation.Subjects.Select(subject => subject.Scope));
        Assert.Equal("surgery care", Assert.Single(terms.For).Symbol.Name);
        Assert.Equal("Leeds", Assert.Single(terms.At).Symbol.Name);
        Assert.Equal(new FixedAmount(50_000m, "GBP"), terms.Limit?.Lower?.Amount);
        Assert.False(terms.Limit?.Lower?.IsIncluded);
        LowerOf lowest = Assert.IsType<LowerOf>(terms.Limit?.Upper?.Amount);
        Assert.Equal(new FixedAmount(500_000m, "GBP"), lowest.Items[0]);
        Assert.Equal((10m, "turnover"), lowest.Items[1] is PartOfMeasure part ? (part.Percent, part.Measure.Name) : default);
        Assert.True(terms.Limit?.Upper?.IsIncluded);
        Assert.Equal(("invoice", true, Vat.Excluding), (terms.Limit?.Basis, terms.Limit?.IsBasisStated, terms.Limit?.Vat));
        Assert.Equal((new DateOnly(2026, 5, 1), new DateOnly(2028, 3, 31)), (terms.From, terms.Until));
        Assert.False(terms.AreDatesAdded);
        Assert.Equal("NHS Act 2006 section 65Z5", terms.Under?.Symbol.Name);
        Assert.True(terms.IsSubjectToReservedMatters);
        Assert.Equal("seal", Assert.Single(terms.KeptBack).Symbol.Name);
        Assert.Equal("surgery care", Assert.Single(terms.Except).Symbol.Name);
        Assert.Equal(
            ["in budget|late", "contract length up to 5", "not late"],
            terms.Facts.Select(group => string.Join('|', group.AnyOf.Select(Describe))));
        Assert.Equal(
            ["Consulting Chair+Chief Executive", "Approval Board|Audit Committee"],
            terms.Steps.Select(step => $"{step.Kind} {string.Join('|', step.AnyOf.Select(SchemeText.Group))}"));
        Assert.True(terms.IsEvenIfReserved);
        Assert.True(terms.Onward?.IsGiven);
        Assert.Equal(["Chief Executive", "Chair"], terms.Onward?.To.Select(party => party.Symbol.Name));
        Assert.Equal((new FixedAmount(10_000m, "GBP"), "contract"), (terms.Onward?.Limit?.Upper?.Amount, terms.Onward?.Limit?.Basis));
        Assert.Equal("Board", terms.Onward?.ConsentOf?.Symbol.Name);
        Assert.Equal("Board", terms.RatifiedBy?.Symbol.Name);
        Assert.Equal(("Board", new DateOnly(2026, 3, 3)), (terms.ApprovedBy?.By.Symbol.Name, terms.ApprovedBy?.On));
        Assert.Equal(("Audit Committee", "quarterly"), Assert.Single(terms.ReportingTo.Select(reporting => (reporting.To.Name, reporting.Frequency))));
        Assert.Equal(["the ledger", "4.2", "careful"], [.. terms.RecordedIn, .. terms.References, .. terms.Notes]);
        Assert.Equal(new DateOnly(2027, 3, 31), terms.ReviewBy);
    }

    [Theory]
    [InlineData("up to £5", null, "5 incl", "decision")]
    [InlineData("below £5", null, "5", "decision")]
    [InlineData("above £5", "5", null, "decision")]
    [InlineData("at least £5 per contract", "5 incl", null, "contract")]
    [InlineData("at least £5 below £6 in total", "5 incl", "6", "total")]
    [InlineData("below £6 at least £5 per year", "5 incl", "6", "year")]
    [InlineData("up to 10% of £50", null, "5 incl", "decision")]
    [InlineData("when in budget up to £5", null, "5 incl", "decision")]
    [InlineData("up to £5 when in budget, contract length up to 2 years", null, "5 incl", "decision")]
    public void Bounds_belong_to_the_sentence(string clause, string? lower, string? upper, string basis)
    {
        AmountLimit? limit = Assert.Single(SchemeText.BindSoundTrust($"HT delegates goods to Chair {clause}.").Delegations).Terms.Limit;

        Assert.Equal((lower, upper, basis), (Bound(limit?.Lower), Bound(limit?.Upper), limit?.Basis));
    }

    [Fact]
    public void A_financial_year_gives_both_days()
    {
        Terms terms = Assert.Single(SchemeText.BindSoundTrust("HT delegates goods to Chair for 2026/27.").Delegations).Terms;

        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 31)), (terms.From, terms.Until));
    }

    [Theory]
    [InlineData("limits for goods of Hospital Trust:", "goods", "", "Hospital Trust")]
    [InlineData("limits for goods:", "goods", "", "Hospital Trust")]
    [InlineData("limits for goods, award of contract of Hospital Trust:", "goods|award of contract", "", "Hospital Trust")]
    [InlineData("limits for award of contract:", "award of contract", "", "Hospital Trust")]
    [InlineData("limits for award of contract of Hospital Trust:", "award of contract", "", "Hospital Trust")]
    [InlineData("limits for award of contract for surgery care:", "award of contract", "surgery care", "Hospital Trust")]
    [InlineData("limits for award of contract for surgery care of Hospital Trust:", "award of contract", "surgery care", "Hospital Trust")]
    [InlineData("limits for goods of Chief Executive:", "goods", "", "Chief Executive")]
    [InlineData("limits for libraries of City Council:", "libraries of City Council", "", "City Council")]
    [InlineData("limits for libraries, parks of City Council:", "libraries of City Council|parks of City Council", "", "City Council")]
    [InlineData("limits for Ventures work:", "Ventures work", "", "Ventures")]
    [InlineData("limits for all matters of Chief Executive:", "AllMatters", "", "Chief Executive")]
    [InlineData("limits for all matters:", "AllMatters", "", "Hospital Trust")]
    public void The_head_of_a_table_says_what_and_whose(string head, string subjects, string functions, string delegator)
    {
        SchemeModel model = SchemeText.BindSoundTrust($"""
            award of contract is a matter of HT.
            City Council is a local authority.
            libraries is a function of City Council.
            libraries is a function of HT.
            parks is a function of City Council.
            parks is a function of HT.
            Ventures is a committee of Board.
            Ventures work is a function of Ventures.
            {head}
              - Finance Director up to £5
              - Chair or Board up to £10 jointly with Governor.
            """);

        LimitsTable table = Assert.Single(model.Tables);
        Assert.Equal(subjects, string.Join('|', table.Subjects.Select(subject => subject.Symbol?.DisplayName ?? subject.Scope.ToString())));
        Assert.Equal(table.Lines, model.Delegations.AsEnumerable());
        Assert.Equal([0, 1], table.Lines.Select(line => line.TableIndex));
        Assert.All(table.Lines, line =>
        {
            Assert.Same(table, line.Table);
            Assert.Equal(delegator, line.Delegator?.Name);
            Assert.Equal(functions, string.Join('|', line.Terms.For.Select(function => function.Symbol.Name)));
            Assert.Equal(subjects.Split('|').Length, line.Subjects.Length);
        });
        Assert.Equal("Chair+Governor|Board+Governor", string.Join('|', SchemeText.Groups(table.Lines[1].Holders)));
    }

    [Fact]
    public void A_table_of_two_owners_must_say_whose_it_is()
    {
        SchemeModel model = SchemeText.BindTrust("""
            City Council is a local authority.
            parks is a function of City Council.
            limits for parks, goods:
              - Chair up to £5.
            """);

        Assert.Equal("goods", SchemeText.Words(SchemeText.Single(model, "DL2003")));
        Assert.True(Assert.Single(model.Delegations).HasErrors);
    }

    [Fact]
    public void A_fault_in_a_line_is_that_lines_alone()
    {
        SchemeModel model = SchemeText.BindTrust("""
            limits for goods:
              - Chair up to £5
              - Chairr up to £10
              - Board up to £40,00
              - Governor up to £20.
            matters of HT reserved to Board:
              - seal
              - signing when out of hours
              - borrowing until 31 June 2026
              - lending.
            """);

        Assert.Equal([false, true, true, false], model.Delegations.Select(line => line.HasErrors));
        Assert.Equal([false, true, true, false], model.Reservations.Select(line => line.HasErrors));
        Assert.All(model.Reservations, line => Assert.NotNull(Assert.Single(line.Subjects).Symbol));
        Assert.Equal(["DL2001:Chairr", "DL2001:out of hours"], SchemeText.Findings(model));
    }

    [Fact]
    public void A_fault_in_the_head_is_every_lines()
    {
        SchemeModel model = SchemeText.BindTrust("""
            limits for godds:
              - Chair up to £5
              - Board up to £10.
            matters of HT reserved to Bord:
              - seal
              - signing.
            """);

        Assert.All(model.Delegations.Concat<Statement>(model.Reservations), line => Assert.True(line.HasErrors));
        Assert.Equal(["DL2001:godds", "DL2001:Bord"], SchemeText.Findings(model));
        Assert.All(model.Reservations, line => Assert.Empty(line.Holders));
    }

    [Fact]
    public void Reserved_lists_declare_and_reserve()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            matters of Hospital Trust reserved to Board or Audit Committee:
              - "closing a service" reference "2.1" known as closure
              - grants above £5,000 for surgery care at Leeds when in budget from 1 May 2026 jointly with Chair.
            """);

        Assert.Equal(["closing a service", "grants"], model.Reservations.Select(line => Assert.Single(line.Subjects).Symbol?.Name));
        Assert.All(model.Reservations, line => Assert.Equal("Hospital Trust", line.Reserver?.Name));
        Assert.Equal("Board|Audit Committee", string.Join('|', SchemeText.Groups(model.Reservations[0].Holders)));
        Assert.Equal("2.1", Assert.Single(model.Reservations[0].Terms.References));
        Terms terms = model.Reservations[1].Terms;
        Assert.Equal(("5000", "surgery care", "Leeds", 1), (Bound(terms.Limit?.Lower), terms.For[0].Symbol.Name, terms.At[0].Symbol.Name, terms.Facts.Length));
        Assert.Equal(new DateOnly(2026, 5, 1), terms.From);
        Assert.Equal("Board+Chair|Audit Committee+Chair", string.Join('|', SchemeText.Groups(model.Reservations[1].Holders)));
        SubjectSymbol grants = SchemeText.Get<SubjectSymbol>(model, "grants");
        Assert.Equal(DateRange.Always, grants.Lifetime);
        Assert.Equal("closing a service", SchemeText.Get<SubjectSymbol>(model, "closure").Name);
    }

    [Fact]
    public void Every_delegation_adds_what_a_sentence_does_not_give()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            late is a condition.
            every delegation in this scheme: when in budget up to £5,000 until 31 March 2028 reporting to Board after consulting Chair subject to reserved matters.
            HT delegates goods to Finance Director.
            HT delegates goods to Chief Executive up to £9 until 31 March 2027 unless late reporting to Audit Committee after consulting Governor.
            HT entrusts surgery care to Chief Executive from 1 May 2026.
            HT reserves surgery care to Board.
            limits for goods:
              - Chair above £1.
            """);

        Terms bare = model.Delegations[0].Terms;
        Assert.Equal(("5000 incl", true), (Bound(bare.Limit?.Upper), bare.IsLimitAdded));
        Assert.Equal((true, true, false), (bare.AreDatesAdded, bare.IsUntilAdded, bare.IsFromAdded));
        Assert.Equal("in budget", Assert.Single(bare.Facts).AnyOf[0].Symbol.Name);
        Assert.True(bare.IsSubjectToReservedMatters);
        Assert.Equal("Board", Assert.Single(bare.ReportingTo).To.Name);

        Terms own = model.Delegations[1].Terms;
        Assert.Equal(("9 incl", false, false), (Bound(own.Limit?.Upper), own.IsLimitAdded, own.AreDatesAdded));
        Assert.Equal(["late", "in budget"], own.Facts.Select(group => group.AnyOf[0].Symbol.Name));
        Assert.Equal("Audit Committee", Assert.Single(own.ReportingTo).To.Name);
        Assert.Equal("Governor", SchemeText.Group(Assert.Single(own.Steps).AnyOf[0]));

        Assert.True(model.Delegations[2].IsEntrusted);
        Assert.Equal((false, true, false), (model.Delegations[2].Terms.IsFromAdded, model.Delegations[2].Terms.IsUntilAdded, model.Delegations[2].Terms.AreDatesAdded));
        Assert.Equal((null, "1"), (Bound(model.Delegations[3].Terms.Limit?.Upper), Bound(model.Delegations[3].Terms.Limit?.Lower)));
        Assert.Same(Terms.None, Assert.Single(model.Reservations).Terms);
    }

    [Fact]
    public void A_sections_clauses_are_its_own()
    {
        SchemeModel model = SchemeText.BindSound(
            SchemeText.Trust + """
                section One
                HT delegates goods to Chair.
                every delegation in this section: reference "one" jointly with Governor.
                section Two
                HT delegates goods to Board.
                """,
            "HT delegates goods to Chief Executive.\nsection One\nHT delegates goods to Finance Director.\nevery delegation in this scheme: reference \"all\".");

        Assert.Equal(["one", "all", "all", "all"], model.Delegations.Select(delegation => Assert.Single(delegation.Terms.References)));
        Assert.Equal("Chair+Governor", SchemeText.Groups(model.Delegations[0].Holders).Single());
        Assert.Equal("Board", SchemeText.Groups(model.Delegations[1].Holders).Single());
        Assert.Equal(["One", "Two", null, "One"], model.Delegations.Select(delegation => delegation.Section?.Title));
        Assert.Equal([0, 1, 2, 3], model.Delegations.Select(delegation => delegation.Order));
    }

    [Fact]
    public void What_amounts_count_may_be_said_once_for_all()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            every delegation in this scheme: per contract excluding VAT.
            HT delegates goods to Finance Director up to £5.
            HT delegates goods to Chief Executive up to £5 per year.
            """);

        Assert.Equal(
            [("contract", Vat.Excluding), ("year", Vat.Excluding)],
            model.Delegations.Select(delegation => (delegation.Terms.Limit?.Basis ?? "", delegation.Terms.Limit?.Vat ?? default)));
    }

    [Fact]
    public void Deputies_involvement_and_scenarios_are_bound()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            Finance Director deputises for Chief Executive, Chair when in budget except goods from 1 May 2026.
            Chair recommends goods to Board.
            Chair advises Board on goods, surgery care.
            Audit Committee oversees goods.
            Board consults Chair before goods.
            scenario "s": goods for surgery care at Leeds worth £5 per contract on 1 May 2026 when in budget, contract length is 4 years is decided by Board.
            """);

        DeputyStatement deputy = Assert.Single(model.Deputies);
        Assert.Equal("Finance Director", deputy.Deputy?.Name);
        Assert.Equal(["Chief Executive", "Chair"], deputy.Principals.Select(party => party.Name));
        Assert.Equal(("goods", new DateOnly(2026, 5, 1), 1), (deputy.Terms.Except[0].Symbol.Name, deputy.Terms.From, deputy.Terms.Facts.Length));
        Assert.Equal(
            ["Recommends Chair Board goods", "Advises Chair Board goods,surgery care", "Oversees Audit Committee  goods", "Consults Board Chair goods"],
            model.Involvements.Select(one =>
                $"{one.Verb} {one.Actor} {string.Join(',', one.Others)} {string.Join(',', one.Subjects.Select(subject => subject.Symbol))}"));
        Assert.False(Assert.Single(model.Scenarios).HasErrors);
        Assert.Equal([0, 1, 2, 3, 4, 5], model.Deputies.Concat<Statement>(model.Involvements).Concat(model.Scenarios).Select(statement => statement.Order));
    }

    [Fact]
    public void A_sentence_in_error_still_carries_what_resolved()
    {
        SchemeModel model = SchemeText.BindTrust("""
            HT reserves goods, nonsense to Bord for surgery care until 31 March 2027.
            HT delegates goods to Chair at Nowhere up to £5.
            """);

        ReservationStatement reservation = Assert.Single(model.Reservations);
        Assert.True(reservation.HasErrors);
        Assert.Equal("goods", Assert.Single(reservation.Subjects).Symbol?.Name);
        Assert.Empty(reservation.Holders);
        Assert.Equal("surgery care", Assert.Single(reservation.Terms.For).Symbol.Name);
        Assert.Equal(new DateOnly(2027, 3, 31), reservation.Terms.Until);
        DelegationStatement delegation = Assert.Single(model.Delegations);
        Assert.True(delegation.HasErrors);
        Assert.Equal("5 incl", Bound(delegation.Terms.Limit?.Upper));
        Assert.Equal("Chair", SchemeText.Groups(delegation.Holders).Single());
    }

    [Fact]
    public void Findings_are_sorted_by_file_and_place()
    {
        SchemeModel model = SchemeText.Bind("X1 delegates Y1 to Z1.\nX2 delegates Y2 to Z2 at P2.", "X3 delegates Y3 to Z3.");

        Assert.Equal(["X1", "Y1", "Z1", "X2", "Y2", "Z2", "P2", "X3", "Y3", "Z3"], model.Diagnostics.Select(SchemeText.Words));
    }

    private static string? Bound(AmountBound? bound) =>
        bound is { Amount: FixedAmount figure } ? figure.Value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + (bound.IsIncluded ? " incl" : "") : null;

    private static string Describe(Fact fact) =>
        $"{(fact.IsNegated ? "not " : "")}{fact.Symbol.Name}{(fact.Upper is { Amount: FixedAmount figure } ? " up to " + figure.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")}";
}
