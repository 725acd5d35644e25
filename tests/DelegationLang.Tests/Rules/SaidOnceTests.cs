using DelegationLang.Diagnostics;

namespace DelegationLang.Tests.Rules;

/// <summary>What is wrong in one way in several places is said once, with all the places.</summary>
public sealed class SaidOnceTests
{
    [Fact]
    public void Matters_to_some_and_functions_to_others_whoever_gives_them()
    {
        Diagnostic finding = Assert.Single(RuleText.InSpace("""
            ICB delegates award to Lead.
            ICB delegates community services to Chief with power to delegate.
            ICB delegates seal to Chief with power to delegate.
            Chief delegates seal to Lead.
            Chief delegates podiatry to Director.
            """).Where(diagnostic => diagnostic.Code == "DL5002"));

        Assert.Equal("Lead", RuleText.Words(finding.Location));
        Assert.Contains("so it is with every matter", finding.Message, StringComparison.Ordinal);
        Assert.Equal(["given by the function", "so too is this matter"], finding.Related.Select(related => related.Label));
    }

    [Fact]
    public void A_reference_used_again_and_again()
    {
        Diagnostic finding = Assert.Single(RuleText.FindOnly("DL8001", """
            ICB delegates award to Lead reference "7".
            ICB delegates podiatry to Director reference "7".
            ICB delegates nursing to Director reference "7".
            """));

        Assert.Equal("the reference `7` is used 3 times", finding.Message);
        Assert.Equal(["used first here", "and used here"], finding.Related.Select(related => related.Label));
    }
}
