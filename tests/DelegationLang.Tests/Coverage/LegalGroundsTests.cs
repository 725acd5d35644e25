using DelegationLang.Coverage;
using DelegationLang.Semantics;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Coverage;

/// <summary>On which powers of the law a sentence rests though it names none.</summary>
public sealed class LegalGroundsTests
{
    private const string Council = """
        scheme Grounds
          version 1
          approved by Full Council on 10 March 2026
          in force from 1 April 2026.
        use england.
        Vale Council is a local authority known as Council.
        Full Council is the board of Council.
        Cabinet is the cabinet of Council reporting to Full Council.
        Roads Member is an executive member of Council.
        Planning Committee is a committee of Full Council reporting to Full Council.
        Planning Panel is a sub-committee of Planning Committee reporting to Planning Committee.
        Planner is an officer of Council reporting to Planning Committee.
        Solicitor is a monitoring officer of Council.
        Moor Council is a local authority.
        hedges is a function of Council.
        trees is a council function of Council.
        roads is an executive function of Council.
        the tax is a matter of Council within council tax and precept.

        """;

    [Theory]
    [InlineData("Council delegates hedges to Planner.", "Local Government Act 1972 section 101")]
    [InlineData("Full Council delegates hedges to Planning Committee.", "Local Government Act 1972 section 101")]
    [InlineData("Council delegates all other matters to Planner.", "Local Government Act 1972 section 101")]
    [InlineData("Council delegates trees to Planning Committee.", "SI 2000/2853 regulation 2")]
    [InlineData("Council delegates roads to Cabinet.", "Local Government Act 2000 section 9E")]
    [InlineData("Cabinet delegates roads to Planner.", "Local Government Act 2000 section 9E")]
    [InlineData("Council reserves the tax to Full Council.", "Local Government Act 1972 section 101(6)")]
    [InlineData("Council reserves hedges to Full Council.", "")]
    [InlineData("Council delegates hedges to Planner under Local Government Act 1972 section 101.", "")]
    [InlineData("Council delegates hedges to Planning Committee.\nPlanning Committee delegates hedges to Planning Panel.\nPlanning Panel delegates hedges to Planner.", "Local Government Act 1972 section 101, Local Government Act 1972 section 101(2), Local Government Act 1972 section 101(2)")]
    [InlineData("Cabinet delegates roads to Roads Member.\nRoads Member delegates roads to Planner.", "Local Government Act 2000 section 9E, Local Government Act 2000 section 9E(3)")]
    public void A_sentence_rests_on_a_power_that_it_does_not_name(string sentences, string powers) => Assert.Equal(
        powers,
        string.Join(", ", GroundsOf(sentences).SelectMany(ground => ground.Statements.Select(statement => (statement.Order, ground.Power.Name))).OrderBy(pair => pair.Order).Select(pair => pair.Name)));

    [Fact]
    public void A_post_rests_on_the_power_that_asks_for_it_and_other_powers_bind_the_body()
    {
        LegalGround[] grounds = [.. GroundsOf("Council delegates hedges to Planner.")];

        Assert.Equal("Solicitor", Assert.Single(grounds, ground => ground.Power.Name == "Local Government and Housing Act 1989 section 5").Posts.Single().Name);
        Assert.Contains(grounds, ground => !ground.IsReliedOn && ground.Power.Name == "NHS Act 2006 section 75");
        Assert.DoesNotContain(grounds, ground => ground.Power.Name == "NHS Act 2006 section 7A");
    }

    [Fact]
    public void A_sentence_in_error_rests_on_nothing_and_without_a_library_there_is_no_law()
    {
        Assert.DoesNotContain(GroundsOf("Council delegates hedges to Planner.", _ => false), ground => !ground.Statements.IsEmpty);
        Assert.Empty(LegalGrounds.Of(ModelOf(Council.Replace("use england.\n", "", StringComparison.Ordinal)), _ => true));
    }

    [Fact]
    public void The_list_of_a_scheme_names_what_it_rests_on() =>
        Assert.Contains(LawLists.UsedBy(ModelOf(Council + "Council delegates hedges to Planner.")), entry => entry.Name == "Local Government Act 1972 section 101");

    private static IEnumerable<LegalGround> GroundsOf(string sentences, Func<Statement, bool>? isEffective = null) => LegalGrounds.Of(ModelOf(Council + sentences), isEffective ?? (statement => !statement.HasErrors));

    private static SchemeModel ModelOf(string text) => Project.OfFile(MemoryFiles.Empty.With("a.delegation", text), "a.delegation").Compile(new DateOnly(2026, 5, 1)).Model;
}
