using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Joining;

/// <summary>That what a scheme settles for its own parties stays as it is when another is joined, in whatever way it is asked.</summary>
public sealed class JoinedAuthorityTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    private const string Own = """
        scheme Own
          version 1
          approved by Board on 1 March 2026
          in force from 1 April 2026.
        use england.
        use scheme "../council" for Vale Council.
        NHS Vale Integrated Care Board is an integrated care board known as ICB.
        Board is the board of ICB.
        Chief Executive is an officer of ICB reporting to Board.
        Finance Director is an officer of ICB reporting to Board.
        Manager is an officer of ICB reporting to Board.
        Vale Council is a local authority.
        podiatry is a function of ICB.
        ICB Agreement is a delegation agreement between ICB, Vale Council covering podiatry under NHS Act 2006 section 65Z5 from 1 April 2026 until 31 March 2028.
        ICB delegates podiatry to Chief Executive jointly with Finance Director up to £5,000 excluding VAT.
        ICB delegates podiatry to Vale Council above £5,000 with power to delegate under ICB Agreement.

        """;

    private const string Council = """
        scheme Council
          version 1
          approved by Full Council on 1 March 2026
          in force from 1 April 2026.
        use england.
        Vale Council is a local authority.
        Full Council is the board of Vale Council.
        Director is an officer of Vale Council reporting to Full Council.
        NHS Vale Integrated Care Board is an integrated care board known as ICB.
        podiatry is a function of ICB.
        ICB Agreement is a delegation agreement between ICB, Vale Council covering podiatry under NHS Act 2006 section 65Z5 from 1 April 2026 until 31 March 2028.
        ICB delegates podiatry to Vale Council above £5,000 with power to delegate under ICB Agreement.
        Vale Council delegates podiatry to Director up to £30,000 per contract including VAT.

        """;

    [Theory]
    [InlineData("may Chief Executive jointly with Finance Director decide podiatry worth £5,000?", Outcome.Yes)]
    [InlineData("may Chief Executive jointly with Manager decide podiatry worth £5,000?", Outcome.No)]
    [InlineData("may Chief Executive decide podiatry worth £5,000?", Outcome.No)]
    public void Who_may_is_answered_as_alone(string question, Outcome outcome)
    {
        Compilation compilation = Compile();

        Assert.Equal(outcome, compilation.Engine.Ask(question, Today).Outcome);
        Assert.Equal(outcome, compilation.JoinedEngine.Ask(question, Today).Outcome);
    }

    [Fact]
    public void Where_a_party_stands_and_what_signatures_come_to_is_as_alone()
    {
        Compilation compilation = Compile();
        (DecisionSpace? alone, DecisionSpace? joined) = (compilation.Engine.Space, compilation.JoinedEngine.Space);
        int Party(string name) => Enumerable.Range(0, alone.Definition.Parties.Length).Single(i => alone.Definition.Parties[i].Name == name);
        var decision = new Decision
        {
            Function = Enumerable.Range(0, alone.Definition.Subjects.Length).Single(i => alone.Definition.Subjects[i].Name == "podiatry"),
            Day = Today,
            Amount = new AskedAmount(5_000, "GBP", "", Vat.Unstated),
        };

        Assert.Equal("allowed once: jointly with Finance Director", alone.StandingOf(Party("Chief Executive"), decision).ToString());
        Assert.Equal("allowed once: jointly with Finance Director", joined.StandingOf(Party("Chief Executive"), decision).ToString());
        Assert.Equal("no", joined.StandingOf(Party("Manager"), decision).ToString());
        Assert.Equal(StandingKind.Depends, joined.StandingOf(Party("Vale Council"), decision with { Amount = null }).Kind);
    }

    private static Compilation Compile()
    {
        Compilation compilation = Project.OfFolder(MemoryFiles.Empty.With("main.delegation", Own).With("../council/main.delegation", Council)).Compile(Today);
        Assert.Empty(compilation.Errors);
        Assert.Empty(TwoTrusts.Codes(compilation));
        return compilation;
    }
}
