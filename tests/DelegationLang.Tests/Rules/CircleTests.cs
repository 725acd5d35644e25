using DelegationLang.Diagnostics;

namespace DelegationLang.Tests.Rules;

/// <summary>DL3007: delegations that go round, or to oneself.</summary>
public sealed class CircleTests
{
    [Theory]
    [InlineData("ICB delegates podiatry to Board.", "DL3007:Board")]
    [InlineData("Board delegates podiatry to ICB.", "DL3007:ICB")]
    [InlineData("ICB delegates podiatry to Chief with power to delegate.\nChief delegates podiatry to Accountable Officer.", "DL3007:Accountable Officer")]
    [InlineData("limits for podiatry of ICB:\n  - Lead up to £5\n  - Board above £5.", null)]
    [InlineData("limits for podiatry of ICB:\n  - Lead up to £5\n  - ICB above £5.", null)]
    [InlineData("Deal is a delegation agreement between ICB, Community Trust under NHS Act 2006 section 65Z5.\nICB delegates podiatry to Trust Board under Deal.", null)]
    public void To_oneself(string sentences, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(sentences));

    [Fact]
    public void A_circle_is_reported_once_at_the_sentence_that_closes_it()
    {
        Diagnostic finding = Assert.Single(RuleText.Find(
            """
            ICB delegates podiatry to Committee with power to delegate.
            Committee delegates podiatry to Director with power to delegate.
            Director delegates podiatry to Lead with power to delegate.
            Lead delegates podiatry to Committee.
            """));
        Assert.Equal("DL3007:Committee", RuleText.Short(finding));
        Assert.Equal("`Lead` delegates `podiatry` back to `Committee`, from whom it came", finding.Message);
        Assert.Equal(2, finding.Related.Length);
    }

    [Fact]
    public void What_goes_back_to_its_owner_is_the_fault_wherever_it_stands()
    {
        Assert.Equal(
            ["DL3007:Board"],
            RuleText.Findings("Committee delegates podiatry to Board.\nICB delegates community services to Committee with power to delegate."));
        Assert.Equal(
            ["DL3007:ICB"],
            RuleText.Findings(
                """
                Deal is a delegation agreement between ICB, Community Trust under NHS Act 2006 section 65Z5.
                ICB delegates podiatry to Community Trust under Deal with power to delegate.
                Community Trust delegates podiatry to ICB under Deal.
                """));
    }

    [Fact]
    public void A_circle_that_hangs_on_nothing_is_one_finding() =>
        Assert.Equal(
            ["DL3007:Director"],
            RuleText.Findings("Director delegates podiatry to Lead with power to delegate.\nLead delegates podiatry to Director with power to delegate."));

    [Fact]
    public void Two_circles_are_two_findings() =>
        Assert.Equal(
            ["DL3007:Committee", "DL3007:Committee"],
            RuleText.Findings(
                """
                ICB delegates podiatry, acute services to Committee with power to delegate.
                Committee delegates podiatry to Lead with power to delegate.
                Committee delegates acute services to Director with power to delegate.
                Lead delegates podiatry to Committee.
                Director delegates acute services to Committee.
                """));

    [Theory]
    // Different subjects, and the same one on different days, in different places, for different amounts, in different cases.
    [InlineData("Committee delegates podiatry to Lead with power to delegate.", "Lead delegates acute services to Committee.")]
    [InlineData("Committee delegates podiatry to Lead until 31 March 2027 with power to delegate.", "Lead delegates podiatry to Committee from 1 April 2027.")]
    [InlineData("Committee delegates podiatry to Lead at Leeds with power to delegate.", "Lead delegates podiatry to Committee at Bradford.")]
    [InlineData("Committee delegates podiatry to Lead up to £500 with power to delegate.", "Lead delegates podiatry to Committee above £500.")]
    [InlineData("Committee delegates podiatry to Lead when planned with power to delegate.", "Lead delegates podiatry to Committee unless planned.")]
    public void There_and_back_with_nothing_in_common_is_no_circle(string there, string back) =>
        Assert.Empty(RuleText.Findings(
            "ICB delegates podiatry to Committee, Lead with power to delegate.\nICB delegates acute services to Lead with power to delegate.\n" + there + "\n" + back));

    [Fact]
    public void Long_chains_and_large_circles_end()
    {
        const int Length = 3000;
        var text = new System.Text.StringBuilder();
        for (int i = 0; i <= Length; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"P{i} is an officer of ICB.\n");
        }

        text.Append("ICB delegates podiatry to P0 up to £1 million with power to delegate.\n");
        for (int i = 0; i < Length; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"P{i} delegates podiatry to P{i + 1} with power to delegate.\n");
        }

        string chain = text.ToString();
        Assert.Empty(RuleText.Findings(chain));
        Assert.Equal(["DL3007:P0"], RuleText.Findings(chain + $"P{Length} delegates podiatry to P0."));
        Assert.Equal(["DL3004:up to £2 million"], RuleText.Findings(chain + $"P{Length} delegates podiatry to Lead up to £2 million."));
    }
}
