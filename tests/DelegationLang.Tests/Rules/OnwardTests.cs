using DelegationLang.Diagnostics;

namespace DelegationLang.Tests.Rules;

/// <summary>DL3002 to DL3005: whether a delegator holds what it delegates, may, and keeps within it.</summary>
public sealed class OnwardTests
{
    private const string Given = "ICB delegates community services to Committee up to £1 million until 31 March 2027 with power to delegate.\n";

    [Theory]
    [InlineData("Committee delegates community services to Lead.")]
    [InlineData("Committee delegates podiatry to Lead up to £1 million.")]
    [InlineData("Committee delegates podiatry to Lead below £1 million until 31 March 2027.")]
    [InlineData("Committee delegates community budget to Lead up to £5,000.")]
    [InlineData("Committee delegates award for podiatry to Lead up to £5,000.")]
    [InlineData("Committee delegates community services to Lead at Leeds from 1 May 2026.")]
    [InlineData("Committee delegates community services to Lead when urgent.")]
    [InlineData("Committee delegates community services to Lead except podiatry.")]
    // Different bases, currencies and VAT do not compare.
    [InlineData("Committee delegates community services to Lead up to £5 million per contract.")]
    [InlineData("Committee delegates community services to Lead up to £5 million excluding VAT.")]
    [InlineData("Committee delegates community services to Lead up to EUR 5,000,000.")]
    [InlineData("Committee delegates community services to Lead up to 10% of turnover.")]
    [InlineData("Committee delegates community services to Lead up to the lower of £3 million, 10% of turnover.")]
    // Whoever delegates by one's organisation needs nothing.
    [InlineData("Board delegates acute services to Lead up to £50 million.")]
    public void What_lies_within_what_is_held_is_in_order(string sentence) =>
        Assert.Empty(RuleText.Findings(Given + sentence));

    [Theory]
    [InlineData("Committee delegates acute services to Lead.", "DL3002:acute services")]
    [InlineData("Committee delegates seal to Lead.", "DL3002:seal")]
    [InlineData("Committee delegates award for acute services to Lead.", "DL3002:award")]
    [InlineData("Committee delegates pathology to Lead.", "DL3002:pathology")]
    [InlineData("Director delegates all matters to Lead.", "DL3002:Director")]
    [InlineData("ICB delegates pathology to Lead.", "DL3002:pathology")]
    [InlineData("ICB delegates surgery to Lead.", "DL3002:surgery")]
    [InlineData("Committee delegates community services to Lead up to £1,000,000.01.", "DL3004:up to £1,000,000.01")]
    [InlineData("Committee delegates podiatry to Lead up to £2 million.", "DL3004:up to £2 million")]
    [InlineData("Committee delegates community services to Lead above £1 million.", "DL3004:above £1 million")]
    [InlineData("Committee delegates community services to Lead at least £500,000 up to £2 million.", "DL3004:up to £2 million")]
    [InlineData("Committee delegates community services to Lead up to the lower of £3 million, £2 million.", "DL3004:up to the lower of £3 million, £2 million")]
    [InlineData("Committee delegates community services to Lead until 1 April 2027.", "DL3005:until 1 April 2027")]
    [InlineData("Committee delegates community services to Lead from 1 May 2026 until 30 June 2027.", "DL3005:until 30 June 2027")]
    [InlineData("Committee delegates community services to Lead for 2027/28.", "DL3005:for 2027/28")]
    public void What_goes_beyond_it_is_reported_where_it_stands(string sentence, string finding) =>
        Assert.Equal([finding], RuleText.Findings(Given + sentence));

    [Fact]
    public void One_fault_a_sentence_and_power_before_amounts_and_days()
    {
        Assert.Equal(
            ["DL3004:up to £2 million"],
            RuleText.Findings(Given + "Committee delegates community services to Lead up to £2 million until 31 March 2030."));
        Assert.Equal(
            ["DL3003:Director"],
            RuleText.Findings("ICB delegates podiatry to Director up to £5. Director delegates podiatry to Lead up to £6."));
    }

    [Fact]
    public void Power_to_delegate_must_be_given()
    {
        Diagnostic finding = Assert.Single(RuleText.Find("ICB delegates podiatry to Committee.\nCommittee delegates podiatry to Lead."));
        Assert.Equal("DL3003:Committee", RuleText.Short(finding));
        Assert.Equal("`Committee` was given `podiatry` without power to delegate it", finding.Message);
        Assert.Contains("let `Example ICB` delegate it to `Lead` itself", finding.Help, StringComparison.Ordinal);
        Assert.Equal("Committee", RuleText.Words(Assert.Single(finding.Related).Location));

        finding = Assert.Single(RuleText.Find("ICB delegates podiatry to Committee without power to delegate.\nCommittee delegates podiatry to Lead."));
        Assert.Equal("without power to delegate", RuleText.Words(Assert.Single(finding.Related).Location));
    }

    [Theory]
    [InlineData("ICB delegates podiatry to Committee with power to delegate to Lead.\nCommittee delegates podiatry to Lead.", null)]
    [InlineData("ICB delegates podiatry to Committee with power to delegate to Lead.\nCommittee delegates podiatry to Director.", "DL3003:Director")]
    [InlineData("ICB delegates podiatry to Committee with power to delegate to Lead.\nCommittee delegates podiatry to Lead, Director.", "DL3003:Director")]
    [InlineData("ICB delegates podiatry to Committee with power to delegate to Accountable Officer.\nCommittee delegates podiatry to Chief.", null)]
    public void Delegates_may_be_limited(string sentences, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(sentences));

    [Theory]
    [InlineData("Committee delegates podiatry to Lead up to £100,000.", null)]
    [InlineData("Committee delegates podiatry to Lead.", null)]
    [InlineData("Committee delegates podiatry to Lead up to £100,000.01.", "DL3003:up to £100,000.01")]
    [InlineData("Committee delegates podiatry to Lead up to £2 million.", "DL3004:up to £2 million")]
    public void Amounts_of_onward_delegation_may_be_limited(string sentence, string? finding) =>
        Assert.Equal(
            finding is null ? [] : [finding],
            RuleText.Findings("ICB delegates podiatry to Committee up to £1 million with power to delegate up to £100,000.\n" + sentence));

    [Theory]
    [InlineData("Committee delegates podiatry to Lead approved by Board on 24 March 2026.", null)]
    [InlineData("Committee delegates podiatry to Lead approved by ICB on 24 March 2026.", null)]
    [InlineData("Committee delegates podiatry to Lead.", "DL3003:Committee")]
    [InlineData("Committee delegates podiatry to Lead approved by Chair on 24 March 2026.", "DL3003:approved by Chair on 24 March 2026")]
    public void Consent_must_be_shown(string sentence, string? finding) =>
        Assert.Equal(
            finding is null ? [] : [finding],
            RuleText.Findings("ICB delegates podiatry to Committee with power to delegate by consent of Board.\n" + sentence));

    [Fact]
    public void An_organisation_gives_what_another_gave_it_to_its_own_people_unless_told_otherwise()
    {
        const string Agreement = "Agreement is a delegation agreement between Community Trust, ICB covering pathology under NHS Act 2006 section 65Z5 until 31 March 2029.\n";
        Assert.Empty(RuleText.Findings(Agreement + "Community Trust delegates pathology to ICB under Agreement.\nICB delegates pathology to Committee."));
        Assert.Equal(
            ["DL3003:ICB"],
            RuleText.Findings(Agreement + "Community Trust delegates pathology to ICB under Agreement without power to delegate.\nICB delegates pathology to Committee."));
        Assert.Equal(
            ["DL3003:Committee"],
            RuleText.Findings(Agreement + "Community Trust delegates pathology to ICB under Agreement.\nICB delegates pathology to Committee.\nCommittee delegates pathology to Lead."));
        Assert.Empty(RuleText.Findings(Agreement + "Community Trust delegates pathology to Board under Agreement with power to delegate.\nICB delegates pathology to Committee."));
        Assert.Equal(
            ["DL3005:until 1 April 2029"],
            RuleText.Findings(Agreement + "Community Trust delegates pathology to ICB under Agreement with power to delegate.\nBoard delegates pathology to Committee until 1 April 2029."));
    }

    [Theory]
    [InlineData("Committee delegates community services to Lead.", "DL3002:community services")]
    [InlineData("Committee delegates community budget to Lead.", "DL3002:community budget")]
    [InlineData("Committee delegates podiatry, nursing to Lead.", "DL3002:nursing")]
    [InlineData("Committee delegates podiatry to Lead.", null)]
    public void Wider_than_given(string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings("ICB delegates podiatry to Committee with power to delegate.\n" + sentence));

    [Fact]
    public void Wider_gives_way_to_what_else_is_wrong() =>
        Assert.Equal(["DL3003:Committee"], RuleText.Findings("ICB delegates podiatry to Committee.\nCommittee delegates community services to Lead."));

    [Theory]
    [InlineData("Committee delegates award for podiatry to Lead.", null)]
    [InlineData("Committee delegates award to Lead.", null)]
    [InlineData("Committee delegates award of lease for community services to Lead.", null)]
    [InlineData("Committee delegates award for acute services to Lead.", "DL3002:award")]
    [InlineData("Committee delegates award for podiatry, acute services to Lead.", "DL3002:award")]
    [InlineData("Committee delegates podiatry to Lead.", "DL3002:podiatry")]
    public void A_matter_held_for_some_functions(string sentence, string? finding) =>
        Assert.Equal(
            finding is null ? [] : [finding],
            RuleText.Findings("ICB delegates award to Committee for community services with power to delegate.\n" + sentence));

    [Fact]
    public void What_is_carved_out_is_not_held()
    {
        const string Grant = "ICB delegates community services to Committee except podiatry with power to delegate.\n";
        Assert.Empty(RuleText.Findings(Grant + "Committee delegates community services to Lead."));
        Assert.Empty(RuleText.Findings(Grant + "Committee delegates nursing to Lead."));
        Assert.Equal(["DL3002:podiatry"], RuleText.Findings(Grant + "Committee delegates podiatry to Lead."));
        Assert.Equal(
            ["DL3002:podiatry"],
            RuleText.Findings("ICB delegates community services to Committee with reserved matters: podiatry with power to delegate. ICB reserves seal to Board.\nCommittee delegates podiatry to Lead."));
    }

    [Theory]
    [InlineData("ICB delegates community services to Leeds Committee with power to delegate.\nLeeds Committee delegates community services to Lead at Headingley.", null)]
    [InlineData("ICB delegates community services to Leeds Committee with power to delegate.\nLeeds Committee delegates community services to Lead at Bradford.", "DL3002:Bradford")]
    [InlineData("ICB delegates community services to Leeds Committee with power to delegate.\nLeeds Committee delegates community services to Lead at System.", "DL3002:System")]
    [InlineData("ICB delegates community services to Leeds Committee with power to delegate.\nLeeds Committee delegates community services to Bradford Lead.", "DL3002:Bradford Lead")]
    [InlineData("ICB delegates community services to Leeds Committee with power to delegate.\nLeeds Committee delegates community services to Leeds Lead.", null)]
    [InlineData("ICB delegates Leeds budget to Committee with power to delegate.\nCommittee delegates community services to Lead at Bradford.", "DL3002:Bradford")]
    [InlineData("ICB delegates podiatry to Committee at Leeds, Bradford with power to delegate.\nCommittee delegates podiatry to Lead at Headingley, Bradford.", null)]
    public void Places_are_those_of_the_delegator(string sentences, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(sentences));

    [Fact]
    public void Two_grants_that_together_cover_are_enough()
    {
        const string Years =
            """
            ICB delegates podiatry to Committee up to £1 million for 2026/27 with power to delegate.
            ICB delegates podiatry to Committee up to £2 million for 2027/28 with power to delegate.

            """;
        Assert.Empty(RuleText.Findings(Years + "Committee delegates podiatry to Lead up to £5 from 1 April 2026 until 31 March 2028."));
        Assert.Equal(["DL3005:until 1 April 2028"], RuleText.Findings(Years + "Committee delegates podiatry to Lead from 1 April 2026 until 1 April 2028."));
        Assert.Equal(
            ["DL3004:up to £2 million"],
            RuleText.Findings(Years + "Committee delegates podiatry to Lead up to £2 million from 1 April 2026 until 31 March 2028."));
        Assert.Empty(RuleText.Findings(Years + "Committee delegates podiatry to Lead up to £2 million from 1 April 2027."));

        const string Places =
            """
            ICB delegates podiatry to Committee at Leeds with power to delegate.
            ICB delegates podiatry to Committee at Bradford with power to delegate.

            """;
        Assert.Empty(RuleText.Findings(Places + "Committee delegates podiatry to Lead at Leeds, Bradford."));
        Assert.Equal(["DL3002:System"], RuleText.Findings(Places + "Committee delegates podiatry to Lead at System."));

        const string Tiers =
            """
            ICB delegates podiatry to Committee up to £1 million with power to delegate.
            ICB delegates podiatry to Committee above £1 million up to £3 million when planned with power to delegate.

            """;
        Assert.Empty(RuleText.Findings(Tiers + "Committee delegates podiatry to Lead at least £1 up to £3 million."));
        Assert.Equal(["DL3004:up to £3 million"], RuleText.Findings(Tiers + "Committee delegates podiatry to Lead at least £1 up to £3 million unless planned."));
    }

    [Fact]
    public void A_gap_between_the_years_is_a_gap()
    {
        const string Years =
            """
            ICB delegates podiatry to Committee for 2026/27 with power to delegate.
            ICB delegates podiatry to Committee for 2028/29 with power to delegate.

            """;
        Assert.Equal(["DL3005:from 1 April 2026"], RuleText.Findings(Years + "Committee delegates podiatry to Lead from 1 April 2026 until 31 March 2029."));
        Assert.Empty(RuleText.Findings(Years + "Committee delegates podiatry to Lead from 1 May 2026."));
    }

    [Fact]
    public void Shares_of_a_measure_compare_by_their_share()
    {
        const string Grant = "ICB delegates podiatry to Committee up to 10% of turnover with power to delegate.\n";
        Assert.Empty(RuleText.Findings(Grant + "Committee delegates podiatry to Lead up to 10% of turnover."));
        Assert.Empty(RuleText.Findings(Grant + "Committee delegates podiatry to Lead up to £1 million."));
        Assert.Equal(["DL3004:up to 10.1% of turnover"], RuleText.Findings(Grant + "Committee delegates podiatry to Lead up to 10.1% of turnover."));
        Assert.Equal(
            ["DL3004:up to £501"],
            RuleText.Findings("ICB delegates podiatry to Committee up to the lower of £500, 10% of turnover with power to delegate.\nCommittee delegates podiatry to Lead up to £501."));
        Assert.Equal(
            ["DL3004:up to the lower of £501, 11% of turnover"],
            RuleText.Findings("ICB delegates podiatry to Committee up to the lower of £500, 10% of turnover with power to delegate.\nCommittee delegates podiatry to Lead up to the lower of £501, 11% of turnover."));
    }

    [Theory]
    [InlineData("up to threshold", "up to threshold", null)]
    [InlineData("up to threshold", "up to £135,018", null)]
    [InlineData("up to threshold", "up to £139,688", "DL3004:up to £139,688")]
    [InlineData("up to threshold", "up to £139,688 until 31 December 2026", null)]
    [InlineData("up to threshold", "up to £139,688 until 1 January 2027", "DL3004:up to £139,688")]
    [InlineData("up to threshold", "up to £139,688 from 1 April 2026 until 1 January 2027", "DL3004:up to £139,688")]
    [InlineData("up to £139,688", "up to threshold", null)]
    [InlineData("up to £135,018", "up to threshold", "DL3004:up to threshold")]
    [InlineData("up to £135,018 from 1 January 2027", "up to threshold", null)]
    [InlineData("up to £135,018", "up to 50% of threshold", null)]
    public void Named_sums_compare_on_each_day(string held, string given, string? finding) =>
        Assert.Equal(
            finding is null ? [] : [finding],
            RuleText.Findings($"ICB delegates podiatry to Committee {held} with power to delegate.\nCommittee delegates podiatry to Lead {given}."));

    [Fact]
    public void What_every_delegation_adds_counts_as_left_out() =>
        Assert.Empty(RuleText.Findings(
            "every delegation in this scheme: up to £5 million until 31 March 2030.\n" + Given + "Committee delegates podiatry to Lead."));

    [Fact]
    public void Limits_are_those_of_the_whole_chain() =>
        Assert.Equal(
            ["DL3004:up to £600,000"],
            RuleText.Findings(
                """
                ICB delegates podiatry to Committee up to £500,000 with power to delegate.
                Committee delegates podiatry to Director with power to delegate.
                Director delegates podiatry to Lead up to £600,000.
                """));

    [Fact]
    public void A_residual_is_held_for_what_nobody_names()
    {
        const string Residual = "ICB delegates acute services to Committee.\nICB delegates all other matters to Chief with power to delegate.\n";
        Assert.Empty(RuleText.Findings(Residual + "Chief delegates podiatry, seal to Director."));
        Assert.Empty(RuleText.Findings(Residual + "Accountable Officer delegates podiatry to Director."));
        Assert.Equal(["DL3002:acute services"], RuleText.Findings(Residual + "Chief delegates acute services to Director."));
        Assert.Equal(["DL3002:pathology"], RuleText.Findings(Residual + "Chief delegates pathology to Director."));
        Assert.Empty(RuleText.Findings(Residual + "Chief delegates all other matters to Director."));
        Assert.Equal(
            ["DL3003:Chief"],
            RuleText.Findings("ICB delegates all other matters to Chief.\nChief delegates all other matters to Director."));
    }

    [Fact]
    public void Held_only_together_is_not_held_alone() =>
        Assert.Equal(
            ["DL3002:Chair"],
            RuleText.Findings("ICB delegates podiatry to Chair jointly with Chief with power to delegate.\nChair delegates podiatry to Lead."));

    [Fact]
    public void A_designation_that_passes_from_post_to_post_gives_to_each() =>
        Assert.Empty(RuleText.Findings(
            """
            Director is also Finance Officer until 30 September 2026.
            Lead is also Finance Officer from 1 October 2026.
            ICB delegates podiatry to Finance Officer with power to delegate.
            Director delegates podiatry to Leeds Lead.
            Lead delegates podiatry to Bradford Lead.
            Finance Officer delegates podiatry to Leeds Lead.
            """));

    [Fact]
    public void A_subject_of_a_group_is_its_own()
    {
        const string Owned = "needs assessment is a function of Committee.\n";
        Assert.Empty(RuleText.Findings(Owned + "Committee delegates needs assessment to Lead up to £5 million."));
        Assert.Equal(["DL3002:needs assessment"], RuleText.Findings(Owned + "ICB delegates needs assessment to Lead."));
    }

    [Fact]
    public void Each_line_of_a_table_is_judged_and_its_head_reported_once()
    {
        Assert.Equal(
            ["DL3003:podiatry"],
            RuleText.Findings(
                """
                ICB delegates podiatry to Committee.
                limits for podiatry of Committee:
                  - Lead up to £100
                  - Director up to £1,000.
                """).Select(finding => finding.StartsWith("DL3003", StringComparison.Ordinal) ? "DL3003:podiatry" : finding));
        Assert.Equal(
            ["DL3004:up to £2 million"],
            RuleText.Findings(
                """
                ICB delegates podiatry to Committee up to £1 million with power to delegate.
                limits for podiatry of Committee:
                  - Lead up to £100,000
                  - Director up to £2 million
                  - Committee above £100,000.
                """));
    }

    [Fact]
    public void Nothing_is_reported_because_of_a_sentence_in_error()
    {
        // The middle sentence has no power to give; what it would have given is taken as given.
        Assert.Equal(
            ["DL3003:Committee"],
            RuleText.Findings(
                """
                ICB delegates podiatry to Committee up to £1 million.
                Committee delegates podiatry to Director up to £5 million with power to delegate.
                Director delegates podiatry to Lead up to £5 million.
                """));
    }

    [Theory]
    [InlineData("ICB delegates podiatry to Comittee with power to delegate.\nCommittee delegates podiatry to Lead.")]
    [InlineData("ICB delegates podiatri to Committee with power to delegate.\nCommittee delegates podiatry to Lead.")]
    [InlineData("ICB delegates podiatry to Committee up to £40,00 with power to delegate.\nCommittee delegates podiatry to Lead up to £5 million.")]
    [InlineData("ICB delegats podiatry to Committee with power to delegate.\nCommittee delegates podiatry to Lead.")]
    [InlineData("ICB delegates podiatry Committee with power to delegate.\nCommittee delegates podiatry to Lead.")]
    [InlineData("ICB delegates podiatry to Committee wth power to delegate.\nCommittee delegates podiatry to Lead.")]
    [InlineData("ICB delegats community budget to Committee with power to delegate.\nCommittee delegates podiatry to Lead.")]
    [InlineData("ICB delegates all other matters to Cheif with power to delegate.\nChief delegates podiatry to Director with power to delegate.\nDirector delegates podiatry to Lead.")]
    [InlineData("ICB delegates podiatry to Committee.\nICB delegates all matters to Comittee with power to delegate.\nCommittee delegates podiatry to Lead.")]
    [InlineData("ICB delegates podiatry to Committee with power to delegate to Leed.\nCommittee delegates podiatry to Lead.")]
    [InlineData("dentistry is a function of IBC.\nICB delegates dentistry to Lead.")]
    [InlineData("functions of Community Trsut:\n  - dentistry.\nDentist is an executive director of Community Trust.\nCommunity Trust delegates dentistry to Trust Board jointly with Dentist.")]
    [InlineData("ICB resurves seal to Board.\nICB delegates podiatry to Lead with reserved matters.")]
    public void Nothing_is_reported_because_of_a_sentence_that_could_not_be_understood(string sentences) =>
        Assert.Empty(RuleText.Findings(sentences, isSound: false));

    [Fact]
    public void What_is_wrong_for_another_reason_is_reported_all_the_same() =>
        Assert.Equal(
            ["DL3002:acute services", "DL3003:Director"],
            RuleText.Findings(
                """
                ICB delegates podiatri to Leeds Committee with power to delegate.
                ICB delegates nursing to Director.
                Committee delegates acute services to Lead.
                Director delegates nursing to Lead.
                """,
                isSound: false));

    [Fact]
    public void A_finding_shows_what_is_held_and_how_to_mend_it()
    {
        Diagnostic finding = Assert.Single(RuleText.Find(Given + "Committee delegates community services to Lead up to £2 million."));
        Assert.Equal("`up to £2 million` is above what `Committee` holds of `community services`: at most £1 million", finding.Message);
        Assert.Equal("`Committee` holds at most £1 million by this sentence", Assert.Single(finding.Related).Label);
        Assert.Contains("Committee delegates community services to Lead up to £1 million.", RuleText.Apply(Assert.Single(finding.Fixes)), StringComparison.Ordinal);

        finding = Assert.Single(RuleText.Find(Given + "Committee delegates community services to Lead until 31 March 2028."));
        Assert.Equal("31 March 2028 is after the last day on which `Committee` holds `community services`, 31 March 2027", finding.Message);

        finding = Assert.Single(RuleText.Find(Given + "Committee delegates acute services to Lead."));
        Assert.Equal("`Committee` does not hold `acute services`, so it cannot delegate it to `Lead`", finding.Message);
        Assert.Equal("`Committee` holds `community services` by this sentence", Assert.Single(finding.Related).Label);
        Assert.Contains("let `Example ICB` delegate `acute services` to `Committee`", finding.Help, StringComparison.Ordinal);
    }
}
