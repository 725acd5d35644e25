using DelegationLang.Diagnostics;
using DelegationLang.Rules;

namespace DelegationLang.Tests.Rules;

/// <summary>DL6004, DL6005, DL6006 and DL6009: who belongs to boards, committees and partnerships.</summary>
public sealed class MembershipRuleTests
{
    private const string Partners =
        """
        Trust Member is a trust partner member of Board.
        Practice Member is a primary care partner member of Board.
        Council Member is a local authority partner member of Board.
        First Partner is a partner member of Board.
        Second Partner is a partner member of Board.
        Third Partner is a partner member of Board.

        """;

    [Theory]
    [InlineData("Chair, Chief Executive, Trust Member, Practice Member, Council Member", null)]
    [InlineData("Chair, Chief Executive, First Partner, Second Partner, Third Partner", null)]
    [InlineData("Chair, Chief Executive, Trust Member, First Partner, Second Partner", null)]
    [InlineData("Chair, Chief Executive, three of First Partner", null)]
    [InlineData("Chief Executive, Trust Member, Practice Member, Council Member, Finance Director", "no chair")]
    [InlineData("Chair, Finance Director, Trust Member, Practice Member, Council Member", "no chief executive")]
    [InlineData("Chair, Chief Executive, Trust Member, Practice Member", "only 2 other members, where at least three are needed and no partner member nominated by local authorities")]
    [InlineData("Chair, Chief Executive, Trust Member, Practice Member, Finance Director", "no partner member nominated by local authorities")]
    [InlineData("Chair, Chief Executive, First Partner, Second Partner, Finance Director", "only 2 of the 3 partner members nominated by trusts, primary medical services and local authorities")]
    [InlineData("Chair, Chief Executive, Finance Director, Nursing Director, Deputy Chair", "no partner member nominated by trusts, primary medical services or local authorities")]
    public void The_board_of_an_integrated_care_board(string members, string? lacks)
    {
        Diagnostic[] findings = Find("DL6004", BodyText.Icb + Partners + $"Board is the board of ICB with members {members}.");
        Assert.Equal(lacks is null ? 0 : 1, findings.Length);
        Assert.All(findings, finding =>
        {
            Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
            Assert.Equal("with members " + members, RuleText.Words(finding.Location));
            Assert.EndsWith("it has " + lacks, finding.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_board_of_which_nothing_is_said_is_not_judged() =>
        Assert.Empty(Find("DL6004", BodyText.IcbWithBoard));

    [Fact]
    public void Nor_is_the_board_of_another_kind_of_body() =>
        Assert.Empty(Find("DL6004", BodyText.Trust.Replace("Board is the board of Trust.", "Board is the board of Trust with members Chair.", StringComparison.Ordinal)));

    [Fact]
    public void The_chair_may_be_named_by_chaired_by() =>
        Assert.Empty(Find(
            "DL6004", BodyText.Icb + Partners + "Board is the board of ICB chaired by Chair with members Chief Executive, Trust Member, Practice Member, Council Member."));

    [Fact]
    public void A_deputy_is_not_the_chief_executive_and_a_designation_may_be()
    {
        const string Members = "Chair, Deputy Chief Executive, Trust Member, Practice Member, Council Member";
        const string Deputy = "Deputy Chief Executive is an officer of ICB. Deputy Chief Executive deputises for Chief Executive. ";
        Assert.Single(Find("DL6004", BodyText.Icb + Partners + Deputy + $"Board is the board of ICB with members {Members}."));

        string text = BodyText.Icb.Replace("Chief Executive is an officer of ICB.", "Managing Director is an officer of ICB. Managing Director is also Chief Executive.", StringComparison.Ordinal);
        Assert.Empty(Find("DL6004", text + Partners + "Board is the board of ICB with members Chair, Managing Director, Trust Member, Practice Member, Council Member."));
    }

    [Theory]
    [InlineData("between Trust, Council", null)]
    [InlineData("between Board, Full Council", null)]
    [InlineData("between Trust, Board", "JC")]
    [InlineData("between Trust, Other Trust, Council", null)]
    [InlineData("of Board", "JC")]
    public void A_joint_committee_is_of_two_organisations_or_more(string between, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.FindIn("DL6005", BodyText.Trust + $"JC is a joint committee {between}."));

    [Fact]
    public void A_joint_committee_of_a_joint_committee_has_its_organisations() =>
        Assert.Empty(RuleText.FindIn("DL6005", BodyText.Trust + "JC is a joint committee between Trust, Council. Joint Panel is a joint committee of JC."));

    [Fact]
    public void An_integrated_care_partnership_is_a_joint_committee()
    {
        Diagnostic finding = Assert.Single(Find("DL6005", BodyText.IcbWithBoard + "Partnership is an integrated care partnership between ICB, Board."));
        Assert.Equal("`Partnership` is a joint committee of one organisation, `Example ICB`", finding.Message);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
    }

    [Fact]
    public void An_owner_that_nobody_declared_is_another_finding()
    {
        string text = BodyText.Trust + "JC is a joint committee between Trust, City Councill.";
        Assert.DoesNotContain(
            RuleSet.Run(RuleText.Bind(text, isSound: false), new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics,
            finding => finding.Code == "DL6005");
    }

    [Theory]
    [InlineData("with members Chair, Member, Chief Executive with quorum 3", null)]
    [InlineData("with members Chair, Member, Chief Executive with quorum 4", "with quorum 4")]
    [InlineData("with members Chair, three of Member with quorum 4", null)]
    [InlineData("with members Chair, three of Member with quorum 5", "with quorum 5")]
    [InlineData("with quorum 40", null)]
    [InlineData("with members Chair, Member chaired by Audit Chair with quorum 3", null)]
    [InlineData("with members Chair, Member chaired by Chair with quorum 3", "with quorum 3")]
    [InlineData("with members Chief Executive, Accounting Officer with quorum 2", "with quorum 2")]
    [InlineData("with members Pair, Chair with quorum 3", null)]
    [InlineData("with members Pair, Chair with quorum 4", "with quorum 4")]
    [InlineData("with members Open Panel, Chair with quorum 40", null)]
    [InlineData("with members Trust, Other Trust with quorum 3", "with quorum 3")]
    public void A_quorum_is_no_larger_than_the_membership(string clauses, string? finding)
    {
        const string Others = "Chief Executive is also Accounting Officer.\nPair is a committee of Board with members Audit Chair, Member.\nOpen Panel is a committee of Board.\n";
        Assert.Equal(finding is null ? [] : [finding], RuleText.FindIn("DL6006", BodyText.Trust + Others + $"Panel is a committee of Board {clauses}."));
    }

    [Fact]
    public void A_post_that_several_people_hold_cannot_be_counted()
    {
        const string Panel = "Panel is a committee of Board with members Chair, Member with quorum 5.\n";
        Diagnostic finding = Assert.Single(Find("DL6006", BodyText.Trust + Panel));
        Assert.Equal("`Panel` needs 5 people present and has 2 members", finding.Message);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        const string Several = "Trust delegates buying to Chief Executive after consulting two of Member.";
        Assert.Empty(Find("DL6006", BodyText.Trust + Panel + Several));
        Assert.Single(Find("DL6006", BodyText.Trust + Panel.Replace("Chair, Member", "Chair, three of Member", StringComparison.Ordinal) + Several));
    }

    [Theory]
    [InlineData("", "it", "does not say who belongs to it")]
    [InlineData("Council, Trust, DPH, GP Surgery, Voice", null, null)]
    [InlineData("Leeds Council Leader, Public Health Registrar, Trust Nurse, Director of Public Health, Primary Care Lead, Public Representative", null, null)]
    [InlineData("Council, Trust, Director of Public Health, GP Surgery", "public", "has nobody for the public")]
    [InlineData("Council, Director of Public Health, Healthwatch", "providers", "has nobody for primary care or providers")]
    [InlineData("Trust, GP Surgery, Voice", "council", "has nobody for the local authority or the director of public health")]
    public void Voices_in_a_place_partnership(string members, string? part, string? message)
    {
        const string People =
            """
            Leeds is a place of ICB.
            Council is a local authority.
            Trust is an NHS trust.
            GP Surgery is a general practice.
            Healthwatch is a local Healthwatch organisation.
            Director of Public Health is an officer of Council known as DPH.
            Leeds Council Leader is a councillor of Council.
            Public Health Registrar is an officer of Council.
            Trust Nurse is an officer of Trust.
            Primary Care Lead is a member of Partnership.
            Public Representative is a member of Partnership.
            Voice is a lay member of Partnership.

            """;
        string with = members.Length == 0 ? "" : $" with members {members}";
        Diagnostic[] findings = Find("DL6009", BodyText.IcbWithBoard + People + $"Partnership is a place partnership of ICB at Leeds{with}.");
        Assert.Equal(part is null ? 0 : 1, findings.Length);
        Assert.All(findings, finding =>
        {
            Assert.Contains(message ?? "", finding.Message, StringComparison.Ordinal);
            Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        });
    }

    [Fact]
    public void Other_partnerships_are_not_asked() =>
        Assert.Empty(Find("DL6009", BodyText.IcbWithBoard + "Collaborative is a provider collaborative of ICB. Partnership is a partnership of ICB."));

    private static Diagnostic[] Find(string code, string text) =>
    [
        .. RuleSet.Run(RuleText.Bind(text), new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics.Where(finding => finding.Code == code),
    ];
}
