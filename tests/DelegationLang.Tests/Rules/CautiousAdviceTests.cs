using DelegationLang.Diagnostics;

namespace DelegationLang.Tests.Rules;

/// <summary>What a report advises never gives anybody more authority than was written.</summary>
public sealed class CautiousAdviceTests
{
    [Theory]
    [InlineData("up to £10,000", "up to £15,000")]
    [InlineData("up to £15,000", "up to £10,000")]
    [InlineData("below £10,000", "up to £10,000")]
    public void Of_a_limit_that_is_stated_twice_only_the_narrower_is_written_over_the_wider(string first, string second)
    {
        string narrower = first.StartsWith("below", StringComparison.Ordinal) || first.Contains("10,000", StringComparison.Ordinal) ? first : second;
        Diagnostic finding = Assert.Single(RuleText.FindOnly("DL5006", $"ICB delegates podiatry to Director {first}.\nICB delegates podiatry to Director {second}.\n"));
        string mended = RuleText.Apply(Assert.Single(finding.Fixes));

        Assert.Equal(2, mended.Split(narrower + ".").Length - 1);
    }

    [Fact]
    public void Of_limits_of_which_neither_is_within_the_other_none_is_written_over_the_other()
    {
        Diagnostic finding = Assert.Single(RuleText.FindOnly(
            "DL5006", "ICB delegates podiatry to Director above £5,000 up to £20,000.\nICB delegates podiatry to Director up to £10,000.\n"));

        Assert.Empty(finding.Fixes);
    }

    [Fact]
    public void Advice_that_reaches_nobody_who_decides_is_no_reason_to_let_them_decide()
    {
        Diagnostic finding = Assert.Single(RuleText.FindOnly("DL3016", "ICB delegates podiatry to Director.\nLead advises Chief on podiatry.\n"));

        Assert.Equal("name whoever decides `podiatry` instead, or leave the sentence out", finding.Help);
    }

    [Fact]
    public void Whoever_may_not_pass_something_on_is_not_simply_told_to_be_given_the_power()
    {
        Diagnostic finding = Assert.Single(RuleText.FindOnly("DL3003", "ICB delegates podiatry to Director.\nDirector delegates podiatry to Lead.\n"));

        Assert.StartsWith("let `ICB` delegate it to `Lead` itself", finding.Help.Replace("Example ICB", "ICB", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
