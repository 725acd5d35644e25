using DelegationLang.Diagnostics;
using DelegationLang.Rules;

namespace DelegationLang.Tests.Rules;

/// <summary>DL3006, DL3011 to DL3014 and DL6008: what one sentence shows by itself.</summary>
public sealed class SentenceRuleTests
{
    [Theory]
    [InlineData("ICB delegates podiatry to Leeds Committee at Bradford.", "DL3006:Bradford")]
    [InlineData("ICB delegates podiatry to Leeds Committee at Leeds.", null)]
    [InlineData("ICB delegates podiatry to Leeds Committee at Headingley.", null)]
    [InlineData("ICB delegates podiatry to Leeds Committee at System.", null)]
    [InlineData("ICB delegates podiatry to Committee at Bradford.", null)]
    [InlineData("ICB delegates podiatry to Leeds Committee at Leeds, Bradford.", "DL3006:Bradford")]
    [InlineData("ICB delegates podiatry to Leeds Lead, Bradford Lead at Leeds, Bradford.", null)]
    [InlineData("ICB delegates podiatry to Leeds Lead, Bradford Lead at Leeds.", "DL3006:Leeds")]
    [InlineData("ICB delegates Leeds budget to Bradford Lead.", "DL3006:Leeds budget")]
    [InlineData("ICB delegates Leeds budget to Leeds Lead.", null)]
    [InlineData("ICB delegates whole budget to Leeds Lead.", null)]
    public void A_party_of_one_place_given_authority_for_another(string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(sentence));

    [Theory]
    [InlineData("ICB delegates podiatry to Committee with power to delegate up to £100,000.", "DL3011:up to £100,000")]
    [InlineData("ICB delegates podiatry to Committee up to £1 million with power to delegate up to £100,000.", null)]
    [InlineData("ICB delegates podiatry to Committee up to £100,000 with power to delegate.", null)]
    [InlineData("every delegation in this scheme: up to £1 million.\nICB delegates podiatry to Committee with power to delegate up to £100,000.", "DL3011:up to £100,000")]
    public void A_limit_on_onward_delegation_alone(string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(sentence));

    [Theory]
    [InlineData("note the annual accounts", "note")]
    [InlineData("Receive reports", "Receive")]
    [InlineData("recommend approval of the budget", "recommend")]
    [InlineData("be consulted on appointments", "be consulted")]
    [InlineData("review and scrutinise spending", "review")]
    [InlineData("consider and approve the budget", null)]
    [InlineData("review of contracts", null)]
    [InlineData("lead provider contracts", null)]
    [InlineData("report writing", null)]
    [InlineData("approve the annual plan", null)]
    [InlineData("award of contract", null)]
    [InlineData("preparedness", null)]
    [InlineData("endorse", null)]
    public void The_first_word_of_a_matter(string name, string? verb) =>
        Assert.Equal(verb, NonDecidingMatter.NonDecidingVerb(name));

    [Fact]
    public void A_matter_that_decides_nothing()
    {
        const string Matter = "\"note the annual accounts\" is a matter of ICB.\n";
        Diagnostic finding = Assert.Single(RuleText.Find(Matter + "ICB delegates \"note the annual accounts\" to Committee."));
        Assert.Equal("DL3012:\"note the annual accounts\"", RuleText.Short(finding));
        Assert.Equal(
            "to note is not to decide: `note the annual accounts` gives `Committee` no authority (a rule of practice, not of law)",
            finding.Message);
        Assert.Equal(
            ["DL3012:note the annual accounts"],
            RuleText.Findings(Matter + "limits for note the annual accounts of ICB:\n  - Lead up to £5\n  - Director up to £50."));
        Assert.Empty(RuleText.Findings(Matter + "ICB reserves \"note the annual accounts\" to Board."));
        Assert.Empty(RuleText.Findings("\"receive referrals\" is a function of ICB.\nICB delegates \"receive referrals\" to Committee."));
    }

    [Theory]
    [InlineData("ICB delegates podiatry to Chief after consulting Chief.", "DL3013:after consulting Chief")]
    [InlineData("ICB delegates podiatry to Chief after consulting Accountable Officer.", "DL3013:after consulting Accountable Officer")]
    [InlineData("ICB delegates podiatry to Accountable Officer after approval of Chief.", "DL3013:after approval of Chief")]
    [InlineData("ICB delegates podiatry to Chief after consulting Chief, Chair.", null)]
    [InlineData("ICB delegates podiatry to Chief or Chair after consulting Chief.", "DL3013:after consulting Chief")]
    [InlineData("ICB delegates podiatry to Chief after consulting Chief or Chair.", null)]
    [InlineData("ICB delegates podiatry to Chief jointly with Chair after consulting Chair.", "DL3013:after consulting Chair")]
    [InlineData("ICB delegates podiatry to Chief jointly with Accountable Officer.", "DL3013:jointly with Accountable Officer")]
    [InlineData("ICB delegates podiatry to Chief jointly with Chief.", "DL3013:jointly with Chief")]
    [InlineData("ICB delegates podiatry to Chief jointly with Chair.", null)]
    [InlineData("ICB delegates podiatry to two of Lead.", "DL3017:two of Lead")]
    [InlineData("ICB delegates podiatry to Chair jointly with two of Lead after consulting Director.", "DL3017:Chair")]
    [InlineData("ICB delegates podiatry to Lead after consulting two of Lead.", "DL3017:Lead")]
    [InlineData("ICB delegates podiatry to Chief ratified by Chief.", "DL3013:Chief")]
    [InlineData("ICB delegates podiatry to Chief ratified by Accountable Officer.", "DL3013:Accountable Officer")]
    [InlineData("ICB delegates podiatry to Chief ratified by Board.", null)]
    [InlineData("ICB delegates podiatry to Chief with power to delegate by consent of Chief.", "DL3013:Chief")]
    [InlineData("ICB delegates podiatry to Chief with power to delegate by consent of Board.", null)]
    [InlineData("Chief consults Accountable Officer before podiatry.", "DL3013:Chief consults Accountable Officer before podiatry.")]
    [InlineData("Chief consults Chair before podiatry.", null)]
    [InlineData("Committee recommends podiatry to Board.", null)]
    public void Acting_with_oneself(string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(sentence));

    [Theory]
    [InlineData("ICB delegates podiatry to Lead after approval of Board.", "DL3014:after approval of Board")]
    [InlineData("Board delegates podiatry to Lead after approval of ICB.", "DL3014:after approval of ICB")]
    [InlineData("ICB delegates podiatry to Lead after approval of Chair.", null)]
    [InlineData("ICB delegates podiatry to Lead after approval of Board or Chair.", null)]
    [InlineData("ICB delegates podiatry to Lead after recommendation of Committee.", null)]
    [InlineData("ICB delegates podiatry to Lead after consulting Board.", null)]
    public void The_delegators_own_approval_each_time(string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(sentence));

    [Theory]
    [InlineData("ICB delegates podiatry to Chair even if reserved when urgent ratified by Board.", null)]
    [InlineData("ICB delegates podiatry to Chair even if reserved when urgent ratified by ICB.", null)]
    [InlineData("ICB delegates podiatry to Chair even if reserved when urgent.", "DL6008:even if reserved")]
    [InlineData("ICB delegates podiatry to Chair even if reserved ratified by Board.", "DL6008:even if reserved")]
    [InlineData("ICB delegates podiatry to Chair even if reserved.", "DL6008:even if reserved")]
    [InlineData("ICB delegates podiatry to Chair even if reserved unless planned ratified by Board.", "DL6008:even if reserved")]
    [InlineData("ICB delegates podiatry to Chair even if reserved when urgent ratified by Committee.", "DL6008:Committee")]
    [InlineData("ICB delegates podiatry to Chair even if reserved when urgent ratified by Trust Board.", "DL6008:Trust Board")]
    [InlineData("every delegation in this scheme: when urgent.\nICB delegates podiatry to Chair even if reserved ratified by Board.", "DL6008:even if reserved")]
    public void A_power_over_reserved_matters(string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(sentence));

    [Fact]
    public void A_sentence_in_error_says_nothing_more()
    {
        RuleResult result = RuleText.Run("Committee delegates podiatry to Leeds Committee at Bradford after approval of Committee with power to delegate up to £5.");
        Assert.Equal(["DL3002:podiatry"], result.Diagnostics.Where(IsOfSentence).Select(RuleText.Short));
        Assert.Single(result.InError);

        result = RuleText.Run("ICB delegates podiatry to Chairr after consulting Chair with reserved matters.", isSound: false);
        Assert.DoesNotContain(result.Diagnostics, IsOfSentence);
        Assert.Empty(result.InError);

        static bool IsOfSentence(Diagnostic finding) => finding.Code != "DL5003" && RuleText.Words(finding.Location) != "Example ICB";
    }

    [Fact]
    public void Every_rule_has_a_code_of_its_own_and_a_name()
    {
        Assert.Equal(RuleSet.Descriptors.Length, RuleSet.Descriptors.Select(descriptor => descriptor.Code).Distinct().Count());
        Assert.All(RuleSet.Descriptors, descriptor =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)+$", descriptor.Name);
            Assert.False(descriptor.DefaultSeverity == DiagnosticSeverity.Error && descriptor.Basis is RuleBasis.Local or RuleBasis.Unverified);
        });
    }
}
