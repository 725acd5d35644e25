using DelegationLang.Diagnostics;
using DelegationLang.Rules;

namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>DL4006 and DL4009 are mended where it is certain what was meant.</summary>
public sealed class AgreementFixTests
{
    private const string Bodies =
        """
        use england.
        scheme Deals
          approved by Board on 1 March 2026
          in force from 1 April 2026.
        Vale ICB is an integrated care board.
        Board is the board of Vale ICB.
        Vale Council is a local authority.
        Vale Trust is an NHS trust.
        home care is a function of Vale ICB.
        eye care is a function of Vale ICB.
        eye surgery is a function of Vale ICB within surgery.

        """;

    private const string Deal = "Deal is a section 75 agreement between Vale ICB, Vale Council under NHS Act 2006 section 75 covering home care stating aims, payments, functions, services, staff and premises, duration, monitoring from 1 April 2026";

    [Theory]
    [InlineData(Deal + " reporting to Board quarterly and annually.", "home care to Vale Council", "home care to Vale Council under Deal")]
    [InlineData(Deal + " reporting to Board quarterly and annually.", "home care to Vale Council under NHS Act 2006 section 75 until 31 March 2027", "home care to Vale Council under Deal until 31 March 2027")]
    [InlineData(Deal + " reporting to Board quarterly and annually.", "eye care to Vale Council", null)]
    [InlineData(Deal + " reporting to Board quarterly and annually.", "home care to Vale Council under NHS Act 2006 section 65Z5", null)]
    [InlineData(Deal + " reporting to Board quarterly and annually until 30 June 2026.", "home care to Vale Council until 31 July 2026", null)]
    [InlineData(Deal + " reporting to Board quarterly and annually.", "home care to Vale Trust", null)]
    [InlineData("First is a delegation agreement between Vale ICB, Vale Trust under NHS Act 2006 section 65Z5.\nSecond is a delegation agreement between Vale ICB, Vale Trust under NHS Act 2006 section 65Z5.", "home care to Vale Trust", null)]
    [InlineData("First is a delegation agreement between Vale ICB, Vale Trust under NHS Act 2006 section 65Z5.", "home care to Vale Trust", "home care to Vale Trust under First")]
    public void The_one_agreement_that_can_be_meant_is_named(string agreements, string gift, string? mended)
    {
        string text = Bodies + agreements + $"\nVale ICB delegates {gift}.\n";
        Diagnostic finding = Assert.Single(Find(text), diagnostic => diagnostic.Code == "DL4009");

        if (mended is null)
        {
            Assert.Empty(finding.Fixes);
            return;
        }

        string after = RuleText.Apply(Assert.Single(finding.Fixes));
        Assert.EndsWith($"\nVale ICB delegates {mended}.\n", after, StringComparison.Ordinal);
        Assert.DoesNotContain(Find(after), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Code is "DL4009");
    }

    [Theory]
    [InlineData("Vale Council, Vale Trust", "`Deal` is between `Vale Council` and `Vale Trust`: `Vale ICB` is no party to it")]
    [InlineData("Vale ICB, Vale Trust", "`Deal` is between `Vale ICB` and `Vale Trust`: `Vale Council` is no party to it")]
    [InlineData("Vale ICB, Vale Council", null)]
    [InlineData("Vale ICB, Vale Trust, Vale Council", null)]
    [InlineData("Board, Vale Council", null)]
    public void An_agreement_of_others_is_none(string between, string? message)
    {
        string text = Bodies + $"Deal is a delegation agreement between {between} under NHS Act 2006 section 65Z5.\nVale ICB delegates home care to Vale Council under Deal.\n";

        Assert.Equal(message is null ? [] : [message], Find(text).Where(diagnostic => diagnostic.Code == "DL4009").Select(diagnostic => diagnostic.Message));
    }

    [Theory]
    [InlineData("Transport Committee", "`Local Government Act 1972 section 101` excludes every mayoral function, and `spatial plan` is one")]
    [InlineData("Mayor", null)]
    [InlineData("Authority Board", null)]
    public void No_committee_is_given_what_every_power_leaves_out(string holder, string? message)
    {
        string text = $"""
            use england.
            scheme Mayoral
              approved by Authority Board on 1 March 2026
              in force from 1 April 2026.
            River Authority is a combined authority.
            Authority Board is the board of River Authority.
            Mayor is the chair of Authority Board.
            Transport Committee is a committee of Authority Board reporting to Authority Board.
            spatial plan is a mayoral function of River Authority.
            buses is a function of River Authority.
            River Authority delegates buses to Transport Committee.
            River Authority delegates spatial plan to {holder}.
            """;

        Assert.Equal(message is null ? [] : [message], Find(text).Where(diagnostic => diagnostic.Code.StartsWith("DL4", StringComparison.Ordinal)).Select(diagnostic => diagnostic.Message));
    }

    [Fact]
    public void The_reports_that_the_law_asks_for_are_added_to_the_sentence()
    {
        string text = Bodies + Deal + ".\nVale ICB delegates home care to Vale Council under Deal reference \"1\".\n";
        Diagnostic finding = Assert.Single(Find(text), diagnostic => diagnostic.Code == "DL4006");

        string after = RuleText.Apply(Assert.Single(finding.Fixes));

        Assert.EndsWith("under Deal reference \"1\" reporting to Board quarterly and annually.\n", after, StringComparison.Ordinal);
        Assert.DoesNotContain(Find(after), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Code is "DL4006" or "DL6007");
    }

    [Fact]
    public void What_an_agreement_states_is_for_those_who_made_it()
    {
        string text = Bodies + "Thin is a section 75 agreement between Vale ICB, Vale Council under NHS Act 2006 section 75 stating aims.\n";

        Assert.Empty(Assert.Single(Find(text), diagnostic => diagnostic.Code == "DL4006").Fixes);
    }

    private static IEnumerable<Diagnostic> Find(string text) => RuleSet.Run(RuleText.Bind(text), new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics;
}
