using DelegationLang.Coverage;
using DelegationLang.Decisions;
using DelegationLang.Rules;
using DelegationLang.Semantics;
using DelegationLang.Tests.Rules;

namespace DelegationLang.Tests.Coverage;

/// <summary>What coverage says of each kind of thing that a scheme may say, or not say, of a subject.</summary>
public sealed class CoverageStatusTests
{
    private const string Prelude =
        """
        use england.
        scheme Cover
          approved by Meeting on 1 March 2026
          in force from 1 April 2026.
        Town Council is a local authority.
        Meeting is the board of Town Council.
        Cabinet is the cabinet of Town Council reporting to Meeting.
        Town Health Board is a health and wellbeing board of Town Council reporting to Meeting.
        Clerk is an officer of Town Council.
        Deputy Clerk is an officer of Town Council.
        Old Clerk is an officer of Town Council until 30 April 2026.
        Other Council is a local authority.
        parks is a function of Town Council.
        lawns is a function of Town Council within parks.
        ponds is a function of Town Council within parks.
        roads is an executive function of Town Council.
        planning is a council function of Town Council within development control.
        Town needs is a function of Town Health Board within joint strategic needs assessment.
        libraries is a function of Other Council.
        award is a matter of Town Council.
        urgent is a condition.

        """;

    [Theory]
    [InlineData("", "parks", CoverageStatus.Silent, "Meeting")]
    [InlineData("", "lawns", CoverageStatus.Silent, "Meeting")]
    [InlineData("", "roads", CoverageStatus.Silent, "Cabinet")]
    [InlineData("", "Town needs", CoverageStatus.Decided, "Town Health Board")]
    [InlineData("", "libraries", CoverageStatus.Elsewhere, "Other Council")]
    [InlineData("Town Council delegates lawns to Clerk.", "parks", CoverageStatus.InParts, "Meeting")]
    [InlineData("Town Council delegates lawns to Clerk.", "lawns", CoverageStatus.Decided, "Clerk")]
    [InlineData("Town Council delegates lawns to Clerk.", "ponds", CoverageStatus.Silent, "Meeting")]
    [InlineData("Town Council delegates parks to Clerk except ponds.", "ponds", CoverageStatus.Decided, "Meeting")]
    [InlineData("Town Council delegates parks to Clerk up to £500.", "ponds", CoverageStatus.Decided, "Clerk; Meeting")]
    [InlineData("Town Council delegates parks to Clerk with power to delegate.\nClerk delegates parks to Deputy Clerk.", "parks", CoverageStatus.Decided, "Deputy Clerk")]
    [InlineData("Town Council delegates parks to Clerk jointly with Deputy Clerk.", "parks", CoverageStatus.Decided, "Clerk+Deputy Clerk")]
    [InlineData("Town Council reserves parks to Meeting.", "lawns", CoverageStatus.Reserved, "Meeting")]
    [InlineData("Town Council reserves parks to Meeting.\nTown Council delegates all matters to Clerk even if reserved when urgent ratified by Meeting.", "parks", CoverageStatus.Reserved, "Meeting; Clerk")]
    [InlineData("Town Council reserves parks to Meeting above £500.\nTown Council delegates parks to Clerk up to £500.", "parks", CoverageStatus.Decided, "Meeting; Clerk")]
    [InlineData("Town Council delegates award to Clerk for roads.", "award", CoverageStatus.Decided, "Clerk; Meeting")]
    [InlineData("Town Council delegates all other matters to Clerk.", "award", CoverageStatus.Decided, "Clerk")]
    [InlineData("Town Council delegates parks to Old Clerk until 30 April 2026.", "parks", CoverageStatus.Decided, "Meeting")]
    [InlineData("Town Council delegates parks to Nobody Known.", "parks", CoverageStatus.Unclear, "Meeting")]
    [InlineData("Town Council reserves parks to Clerk.\nTown Council delegates parks to Deputy Clerk.", "parks", CoverageStatus.Reserved, "Clerk")]
    [InlineData("Town Council reserves award to Old Clerk until 30 April 2026.", "award", CoverageStatus.Decided, "Meeting")]
    [InlineData("ferries is a function of Town Council until 30 April 2026.\nTown Council delegates ferries to Clerk until 30 April 2026.", "ferries", CoverageStatus.Nobody, "")]
    public void A_subject_is(string sentences, string subject, CoverageStatus status, string deciders)
    {
        CoveredSubject covered = Assert.Single(Cover(Prelude + sentences).Subjects, covered => covered.Subject.Name == subject);

        Assert.Equal(deciders, string.Join("; ", covered.Deciders.Select(decider => string.Join('+', decider.Names))));
        Assert.Equal(status, covered.Status);
        Assert.Equal(status == CoverageStatus.Nobody, covered.WhyNobody.Length > 0);
    }

    [Fact]
    public void The_sentences_that_carve_it_out_or_are_in_error_are_named()
    {
        SchemeCoverage coverage = Cover(Prelude + "Town Council delegates parks to Clerk except ponds.\nTown Council delegates award to Nobody Known.\n");
        int first = Prelude.Count(c => c == '\n') + 1;

        Assert.Equal(first, Assert.Single(coverage.Subjects.Single(covered => covered.Subject.Name == "ponds").Sentences).Line);
        Assert.Equal(first + 1, Assert.Single(coverage.Subjects.Single(covered => covered.Subject.Name == "award").Sentences).Line);
    }

    [Theory]
    [InlineData("", "joint local health and wellbeing strategy; licensing and registration; council tax and precept; constitution change; contested licence application")]
    [InlineData("taxis is a function of Town Council within licensing and registration.", "joint local health and wellbeing strategy; council tax and precept; constitution change; contested licence application")]
    [InlineData("council tax setting is a matter of Town Council within council tax and precept.", "joint local health and wellbeing strategy; licensing and registration; constitution change; contested licence application")]
    [InlineData("Clerk recommends constitution change to Meeting.", "joint local health and wellbeing strategy; licensing and registration; council tax and precept; contested licence application")]
    [InlineData("Constitution Change is a matter of Town Council.", "joint local health and wellbeing strategy; licensing and registration; council tax and precept; contested licence application")]
    public void What_is_never_mentioned(string sentences, string unmentioned)
    {
        SchemeCoverage coverage = Cover(Prelude + sentences);

        // What partnerships under section 75 leave out is the same in each case.
        Assert.Equal(
            unmentioned,
            string.Join("; ", coverage.NeverMentioned.Where(found => found.Powers.Any(speaking => speaking.Power.Name is not ("NHS Act 2006 section 75" or "SI 2000/617 regulation 6"))).Select(found => found.Subject.Name)));
        Assert.True(coverage.HasLawList);
    }

    [Fact]
    public void What_is_another_bodys_by_law_is_not_asked_of_this_one()
    {
        SchemeCoverage coverage = Cover("use england.\nVale ICB is an integrated care board.\nBoard is the board of Vale ICB.\n");

        Assert.DoesNotContain(coverage.NeverMentioned, found => found.Subject.Name == "NHS trust directions");
        Assert.Contains(coverage.NeverMentioned, found => found.Subject.Name == "constitution change" && found.Powers is [{ Covers: true }]);
        Assert.Contains(coverage.NeverMentioned, found => found.Subject.Name == "surgery" && found.Powers is [{ Covers: false }]);
    }

    [Fact]
    public void What_guidance_lists_for_places_is_told_for_a_board_with_places_alone()
    {
        const string Board = """
            use england.
            Vale ICB is an integrated care board.
            Board is the board of Vale ICB.
            podiatry is a function of Vale ICB.
            dental contracts is a function of Vale ICB.
            blood tests is a function of Vale ICB also searched as "diagnostics".
            therapy is a function of Vale ICB.
            mental health money is a budget of Vale ICB covering therapy.

            """;
        SchemeCoverage coverage = Cover(Board + """
            Dale is a place of Vale ICB.
            Director is an officer of Vale ICB at Dale.
            Lead is an officer of Vale ICB.
            Vale ICB delegates podiatry, mental health money to Director.
            Vale ICB delegates dental contracts to Lead.
            """);

        Assert.Equal("community mental health: Dale; community services: Dale", string.Join("; ", coverage.ForPlaces.Where(work => !work.Places.IsEmpty).Select(work => $"{work.Name}: {string.Join(", ", work.Places)}").Order(StringComparer.Ordinal)));
        Assert.Equal("other primary care, community diagnostics", string.Join(", ", coverage.ForPlaces.Where(work => work.Places.IsEmpty && !work.Subjects.IsEmpty).Select(work => work.Name)));
        Assert.Equal(8, coverage.ForPlaces.Length);
        Assert.All(coverage.ForPlaces, work => Assert.StartsWith("NHS England", work.Source, StringComparison.Ordinal));
        Assert.Empty(Cover(Board).ForPlaces);
        Assert.Empty(Cover(Prelude + "Dale is a place of Town Council.\n").ForPlaces);
    }

    private static SchemeCoverage Cover(string text)
    {
        var asOf = new DateOnly(2026, 5, 1);
        SchemeModel model = RuleText.Bind(text, isSound: false);
        RuleResult rules = RuleSet.Run(model, new RuleContext(asOf));
        return CoverageSurvey.Of(model, DecisionEngine.Create(model, rules.InError), rules.InError, asOf);
    }
}
