using DelegationLang.Diagnostics;
using DelegationLang.Rules;

namespace DelegationLang.Tests.Rules;

/// <summary>DL5007 to DL5009: what budgets come to, and who has which.</summary>
public sealed class BudgetRuleTests
{
    private const string Places =
        """
        System is a place of ICB.
        Leeds is a place of ICB within System.
        Headingley is a neighbourhood of ICB within Leeds.
        Bradford is a place of ICB within System.
        Committee is a committee of Board reporting to Board.
        Leeds Committee is a committee of Board at Leeds reporting to Board.
        Leeds Director is an officer of ICB at Leeds reporting to Leeds Committee.
        Bradford Committee is a committee of Board at Bradford reporting to Board.
        Aire Director is an officer of ICB at Leeds, Bradford reporting to Board.
        Headingley Team is a committee of Board at Headingley reporting to Leeds Committee.
        nursing is a function of ICB.
        podiatry is a function of ICB.
        award is a matter of ICB.

        """;

    [Theory]
    [InlineData("worth £5 million for 2026/27", "worth £3 million for 2026/27", "worth £2 million for 2026/27", false)]
    [InlineData("worth £5 million for 2026/27", "worth £3 million for 2026/27", "worth £2,000,000.01 for 2026/27", true)]
    [InlineData("worth £5 million for 2026/27", "worth £3 million for 2026/27", "worth £3 million for 2027/28", false)]
    [InlineData("worth £5 million for 2026/27", "worth £3 million", "worth £2.1 million for 2026/27", true)]
    [InlineData("worth £5 million", "worth £3 million for 2026/27", "worth £2.1 million for 2026/27", true)]
    [InlineData("worth £5 million", "worth £3 million", "worth £2.1 million", true)]
    [InlineData("worth £5 million", "worth £3 million", "worth £2 million", false)]
    [InlineData("worth £5 million for 2026/27", "worth £3 million for 2026/27", "worth EUR 4 million for 2026/27", false)]
    [InlineData("worth £5 million for 2026/27", "worth £3 million for 2026/27", "", false)]
    [InlineData("", "worth £3 million for 2026/27", "worth £3 million for 2026/27", false)]
    [InlineData("worth £5 million", "worth £4 million until 30 September 2026", "worth £4 million from 1 October 2026", false)]
    [InlineData("worth £5 million", "worth £4 million until 30 September 2026", "worth £4 million from 30 September 2026", true)]
    [InlineData("worth £5 million for 2026/27", "worth £4 million for 2026/27 until 30 September 2026", "worth £4 million for 2026/27 from 1 October 2026", true)]
    public void Parts_and_the_whole(string whole, string first, string second, bool isFound)
    {
        string text = BodyText.IcbWithBoard + "nursing is a function of ICB.\n"
            + $"whole is a budget of ICB covering nursing {whole}.\n"
            + $"first part is a budget of ICB within whole {first}.\n"
            + $"second part is a budget of ICB within whole {second}.\n";
        Assert.Equal(isFound ? 1 : 0, RuleText.FindIn("DL5007", text).Length);
    }

    [Fact]
    public void What_is_wrong_is_said_with_the_figures()
    {
        Diagnostic finding = Assert.Single(Find(
            "DL5007",
            "whole is a budget of ICB worth £5 million for 2026/27.\n"
            + "first part is a budget of ICB within whole worth £3 million for 2026/27.\n"
            + "second part is a budget of ICB within whole.\n"
            + "third part is a budget of ICB within second part worth £2.5 million for 2026/27."));
        Assert.Equal("the budgets within `whole` add up to £5.5 million for 2026/27, £500,000 more than its £5 million", finding.Message);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        Assert.Equal(["£3 million of it", "£2.5 million of it"], finding.Related.Select(related => related.Label));
    }

    [Fact]
    public void Each_level_is_judged_by_itself() =>
        Assert.Single(Find(
            "DL5007",
            "whole is a budget of ICB worth £5 million.\n"
            + "first part is a budget of ICB within whole worth £5 million.\n"
            + "second part is a budget of ICB within first part worth £3 million.\n"
            + "third part is a budget of ICB within first part worth £2.5 million."));

    [Theory]
    [InlineData("ICB delegates nursing to Leeds Committee.", "nursing")]
    [InlineData("ICB delegates nursing to Committee.", null)]
    [InlineData("ICB delegates award to Leeds Committee.", null)]
    [InlineData("ICB delegates nursing to Leeds Committee.\nICB delegates podiatry to Leeds Committee.", "nursing")]
    [InlineData("ICB delegates nursing to Leeds Committee.\nICB delegates nursing budget to Leeds Director.", null)]
    [InlineData("ICB delegates nursing to Headingley Team.\nICB delegates nursing budget to Leeds Director.", null)]
    [InlineData("ICB delegates nursing to Bradford Committee.\nICB delegates nursing budget to Leeds Director.", "nursing")]
    [InlineData("ICB delegates nursing to Leeds Committee.\nLeeds share is a budget of ICB covering nursing within nursing budget at Leeds.", null)]
    [InlineData("ICB delegates all matters to Leeds Committee.", null)]
    [InlineData("ICB delegates nursing budget to Leeds Committee.", null)]
    [InlineData("spare money is a budget of ICB.\nICB delegates spare money to Leeds Committee.", "spare money")]
    [InlineData("spare money is a budget of ICB.\nICB delegates spare money, nursing to Leeds Committee.", null)]
    public void A_place_has_functions_and_money(string sentences, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], Find("DL5008", "nursing budget is a budget of ICB covering nursing.\n" + sentences).Select(found => RuleText.Words(found.Location)));

    [Theory]
    [InlineData("ICB delegates whole to Leeds Committee, Bradford Committee.", true)]
    [InlineData("ICB delegates whole to Leeds Committee.\nICB delegates whole to Bradford Committee.", true)]
    [InlineData("ICB delegates whole to Leeds Committee.", false)]
    [InlineData("ICB delegates whole to Aire Director.", false)]
    [InlineData("ICB delegates whole to Leeds Committee, Leeds Director.", false)]
    [InlineData("ICB delegates whole to Leeds Committee, Committee.", false)]
    [InlineData("ICB delegates whole to Leeds Committee, Headingley Team.", false)]
    [InlineData("ICB delegates whole to Leeds Committee with power to delegate.\nLeeds Committee delegates whole to Leeds Director.", false)]
    [InlineData("Leeds share is a budget of ICB within whole at Leeds.\nICB delegates whole to Leeds Committee, Bradford Committee.", true)]
    [InlineData("Leeds share is a budget of ICB within whole at Leeds.\nBradford share is a budget of ICB within whole at Bradford.\nICB delegates whole to Leeds Committee, Bradford Committee.", false)]
    [InlineData("Leeds share is a budget of ICB within whole at Leeds.\nBradford share is a budget of ICB within Leeds share at Bradford.\nICB delegates whole to Leeds Committee, Bradford Committee.", false)]
    [InlineData("ICB delegates nursing to Leeds Committee, Bradford Committee.", false)]
    public void One_budget_for_several_places(string sentences, bool isFound) =>
        Assert.Equal(isFound ? ["whole"] : [], Find("DL5009", "whole is a budget of ICB covering nursing.\n" + sentences).Select(found => RuleText.Words(found.Location)));

    [Fact]
    public void The_places_that_lack_a_share_are_named()
    {
        Diagnostic finding = Assert.Single(Find(
            "DL5009",
            "whole is a budget of ICB covering nursing.\nLeeds share is a budget of ICB within whole at Leeds.\nICB delegates whole to Leeds Committee, Bradford Committee."));
        Assert.Equal(
            "`whole` is given to `Leeds Committee` and `Bradford Committee`, and nothing says how much of it is for `Bradford` (a rule of practice, not of law)",
            finding.Message);
        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.Equal(RuleBasis.Local, finding.Descriptor.Basis);
    }

    private static Diagnostic[] Find(string code, string sentences) =>
    [
        .. RuleSet.Run(RuleText.Bind(BodyText.IcbWithBoard + Places + sentences), new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics
            .Where(finding => finding.Code == code),
    ];
}
