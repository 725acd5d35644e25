using DelegationLang.Policy;
using DelegationLang.Policy.Comparison;
using DelegationLang.Policy.Definition;
using DelegationLang.Tests.Joining;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Comparison;

/// <summary>What is told of a change: of each that decides its own terms, nothing taken that is kept, and what has another name by it.</summary>
public sealed class ChangeWordsTests
{
    private const string Head = """
        scheme Trust Scheme
          version 1
          approved by Board on 1 March 2026
          in force from 1 April 2026.
        Trust is an organisation.
        Board is the board of Trust.
        Finance Committee is a committee of Board.
        Chief Executive is an officer of Trust.
        Finance Director is an officer of Trust.
        Chair is the chair of Board.
        buying is a matter of Trust.
        leases is a matter of Trust.
        urgent is a condition, normally false.

        """;

    private const string Urgent = "Trust delegates all matters to Chair jointly with Chief Executive even if reserved when urgent after consulting Finance Director ratified by Board.\n";

    [Theory]
    [InlineData( // Whoever decides by an exceptional power beside others is no part of it, nor are the terms of that power.
        Urgent + "Trust delegates buying to Finance Committee up to £50,000.",
        Urgent + "Trust delegates buying to Finance Committee up to £75,000.",
        "Finance Committee may decide buying up to £75,000 per decision; until now up to £50,000 per decision")]
    [InlineData(
        Urgent + "Trust delegates buying to Finance Committee.",
        Urgent + "Trust delegates buying to Finance Committee after approval of Board.",
        "Finance Committee may still decide buying, but now only after approval of Board")]
    [InlineData(
        Urgent + "Trust delegates buying to Finance Committee.",
        Urgent + "Trust delegates buying to Finance Director.",
        "Finance Director may decide buying in place of Finance Committee")]
    [InlineData( // What is otherwise of the exceptional power alone is told of it alone.
        Urgent + "Trust delegates buying to Finance Committee. Trust delegates leases to Finance Committee.",
        "Trust delegates all matters to Chair jointly with Chief Executive even if reserved when urgent after consulting Finance Committee ratified by Board. Trust delegates buying to Finance Committee. Trust delegates leases to Finance Committee.",
        "Chair jointly with Chief Executive may still decide buying and leases when urgent, but now only after consulting Finance Committee and no longer only after consulting Finance Director")]
    [InlineData( // Each on its own terms.
        "Trust delegates buying to Chief Executive up to £50,000 after consulting Chair. Trust delegates buying to Finance Director up to £20,000.",
        "Trust delegates buying to Chief Executive up to £50,000 after consulting Chair. Trust delegates buying to Finance Director up to £30,000.",
        "Finance Director may decide buying up to £30,000 per decision; until now up to £20,000 per decision")]
    [InlineData(
        "Trust delegates buying to Chief Executive after consulting Chair. Trust delegates buying to Finance Director after approval of Board.",
        "Trust delegates buying to Finance Committee.",
        "Finance Committee may decide buying in place of Chief Executive or Finance Director")]
    [InlineData(
        "Trust reserves buying to Board.",
        "Trust delegates buying to Chief Executive after consulting Chair. Trust delegates buying to Finance Director.",
        "Chief Executive or Finance Director may decide buying, Chief Executive after consulting Chair; until now it was reserved to Board")]
    [InlineData( // A limit that is shared out: whoever has a later line keeps what the earlier one gives.
        "Trust delegates buying to Chief Executive up to £50,000.",
        "limits for buying of Trust:\n  - Finance Director up to £20,000\n  - Chief Executive up to £50,000\n  - Board.",
        "Finance Director may decide buying up to £20,000; until now only Chief Executive could, who keeps authority above")]
    [InlineData(
        "limits for buying of Trust:\n  - Finance Director up to £20,000\n  - Chief Executive up to £50,000\n  - Board.",
        "Trust delegates buying to Chief Executive up to £50,000.",
        "Finance Director may no longer decide buying up to £20,000; only Chief Executive may")]
    [InlineData( // Nobody gains what nobody may decide.
        "",
        "Nobody may decide buying.",
        "Nobody may any longer decide buying; until now it stayed with Board")]
    [InlineData( // Another name and another limit.
        "Trust delegates buying to Officer A up to £50,000. Officer A is an officer of Trust.",
        "Trust delegates buying to Officer B up to £75,000. Officer B is an officer of Trust.",
        "Officer B may decide buying up to £75,000 per decision; until now up to £50,000 per decision")]
    public void A_change_is_told_in_one_sentence(string before, string after, string words) =>
        Assert.Equal([words], Compare(Head + before, Head + after).Changes.Select(change => change.Words));

    [Fact]
    public void Nobody_new_decides_where_nobody_may()
    {
        SpaceChange change = Assert.Single(Compare(Head, Head + "Nobody may decide buying.").Changes);

        Assert.Equal(ChangeCategory.Ended, change.Category);
    }

    [Theory]
    [InlineData("Officer A", "Officer B", "Deputy Officer A")]
    [InlineData("Officer B", "Officer A", "Deputy Officer B")]
    public void A_name_that_holds_a_renamed_one_stays_as_it_is(string old, string name, string longer)
    {
        string Text(string post) => Head + $"{post} is an officer of Trust.\n{longer} is an officer of Trust.\nTrust delegates buying to {post} after consulting {longer}.\nTrust delegates leases to {longer}.";
        SpaceComparison comparison = Compare(Text(old), Text(name));

        Assert.Equal([(old, name)], comparison.Renamed.Select(one => (one.Before, one.After)));
        Assert.Empty(comparison.Changes);
    }

    [Theory]
    [InlineData("Matron", "Head of Nothing")]
    [InlineData("Head of Nothing", "Matron")]
    public void A_name_that_a_joined_body_has_too_is_a_rename(string old, string name)
    {
        DecisionSpace Space(string post) => TwoTrusts.Compile(
            TwoTrusts.Hospital + $"{post} is an officer of Hospital Trust.\nbeds is a matter of Hospital Trust.\nHospital Trust delegates beds to {post}.\n",
            TwoTrusts.Community + "Matron is an officer of Community Trust.\ncots is a matter of Community Trust.\nCommunity Trust delegates cots to Matron.\n").JoinedEngine.Space;
        SpaceComparison comparison = SpaceComparison.Of(Space(old), Space(name), DateRange.Always);

        Assert.Equal([(old, name)], comparison.Renamed.Select(one => (one.Before, one.After)));
        Assert.Empty(comparison.Changes.Select(change => change.Words));
    }

    private static SpaceComparison Compare(string before, string after) => SpaceComparison.Of(Space(before), Space(after), DateRange.Always);

    private static DecisionSpace Space(string text) => Project.OfFile(MemoryFiles.Empty.With("main.delegation", text), "main.delegation").Compile(TwoTrusts.Today).Engine.Space;
}
