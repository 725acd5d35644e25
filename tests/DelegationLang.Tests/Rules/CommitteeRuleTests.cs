using DelegationLang.Diagnostics;
using DelegationLang.Rules;

namespace DelegationLang.Tests.Rules;

/// <summary>DL6001 to DL6003: the committees that a body must have, and who may chair them.</summary>
public sealed class CommitteeRuleTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("Audit Committee is a committee of Board.", true)]
    [InlineData("Remuneration Committee is a committee of Board.", true)]
    [InlineData("Audit Committee is a committee of Board. Remuneration Committee is a committee of Board.", false)]
    [InlineData("Audit and Risk Committee is a committee of Board. Nominations and Remuneration Committee is a committee of Board.", false)]
    [InlineData("Assurance Committee is an audit committee of Board. People Committee is a remuneration committee of ICB.", false)]
    [InlineData("Assurance Committee is a committee of Board known as Audit Committee. Remuneration Committee is a committee of Board.", false)]
    [InlineData("Auditor Panel is a committee of Board. Remuneration Committee is a committee of Board.", true)]
    [InlineData("Audit Committee is a forum of ICB. Remuneration Committee is a committee of Board.", true)]
    public void An_integrated_care_board_needs_both(string committees, bool isFound) =>
        Assert.Equal(isFound ? ["Example ICB"] : [], RuleText.FindIn("DL6001", BodyText.IcbWithBoard + committees));

    [Fact]
    public void What_is_missing_is_named_in_one_finding()
    {
        Diagnostic both = Assert.Single(Find("DL6001", BodyText.IcbWithBoard));
        Assert.Equal("`Example ICB` has no audit committee and no remuneration committee; an integrated care board must have both", both.Message);
        Assert.Equal(DiagnosticSeverity.Warning, both.Severity);
        Assert.Equal(RuleBasis.Law, both.Descriptor.Basis);

        Diagnostic one = Assert.Single(Find("DL6001", BodyText.IcbWithBoard + "Audit Committee is a committee of Board."));
        Assert.Equal("`Example ICB` has no remuneration committee; an integrated care board must have both", one.Message);
    }

    [Fact]
    public void A_committee_shared_with_another_board_counts()
    {
        const string Shared = "Other ICB is an integrated care board. Joint Audit Committee is a joint committee between ICB, Other ICB. "
            + "Joint Remuneration Committee is a joint committee between ICB, Other ICB.";
        Assert.Empty(Find("DL6001", BodyText.IcbWithBoard + Shared));
    }

    [Fact]
    public void A_committee_of_another_body_does_not()
    {
        const string Others = "Trust is an NHS trust. Trust Board is the board of Trust. "
            + "Audit Committee is a committee of Trust Board. Remuneration Committee is a committee of Trust Board.";
        Assert.Single(Find("DL6001", BodyText.IcbWithBoard + Others));
    }

    [Theory]
    [InlineData("until 31 March 2027", null, "no audit committee on 1 April 2027")]
    [InlineData("until 31 March 2027", "from 1 April 2027", null)]
    [InlineData("until 31 March 2027", "from 2 April 2027", "no audit committee on 1 April 2027")]
    [InlineData("until 31 March 2027", "from 1 January 2027", null)]
    [InlineData("from 1 April 2026", null, null)]
    [InlineData("from 2 April 2026", null, "no audit committee on 1 April 2026")]
    public void On_each_day_of_the_scheme(string days, string? next, string? lacks)
    {
        string text = BodyText.IcbWithBoard + "Remuneration Committee is a committee of Board.\nAudit Committee is a committee of Board " + days + ".\n"
            + (next is null ? "" : $"Audit and Risk Committee is a committee of Board {next}.");
        Diagnostic[] findings = Find("DL6001", text);
        Assert.Equal(lacks is null ? 0 : 1, findings.Length);
        Assert.All(findings, finding => Assert.Contains(lacks ?? "", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Other_bodies_are_not_asked()
    {
        Assert.Empty(Find("DL6001", BodyText.Trust));
        const string NotOwn = "Example ICB is an integrated care board. ICB Board is the board of Example ICB.";
        Assert.Empty(Find("DL6001", BodyText.Trust + NotOwn));
    }

    [Fact]
    public void A_committee_that_could_not_be_read_may_be_the_one()
    {
        string text = BodyText.IcbWithBoard + "Remuneration Committee is a committee of Board.\nAudit Committee is a comittee of Boardd.\n";
        Assert.DoesNotContain(
            RuleSet.Run(RuleText.Bind(text, isSound: false), new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics,
            finding => finding.Code == "DL6001");
    }

    [Theory]
    [InlineData("Finance Director", true)]
    [InlineData("Chair", true)]
    [InlineData("Joint Director", true)]
    [InlineData("Audit Chair", false)]
    [InlineData("Member", false)]
    [InlineData("Council Treasurer", false)]
    [InlineData("Accounting Officer", true)]
    public void Who_chairs_an_audit_committee(string chair, bool isFound)
    {
        string text = BodyText.Trust + $"Chief Executive is also Accounting Officer.\nAudit Committee is a committee of Board chaired by {chair}.";
        Assert.Equal(isFound ? ["chaired by " + chair] : [], RuleText.FindIn("DL6002", text));
    }

    [Fact]
    public void The_chair_of_the_audit_committee_may_be_a_post_of_its_own()
    {
        const string Committee = "Audit Committee is a committee of Board. Head of Audit is a chair of Audit Committee. ";
        Assert.Empty(RuleText.FindIn("DL6002", BodyText.Trust + Committee));
        Diagnostic finding = Assert.Single(Find("DL6002", BodyText.Trust + Committee + "Finance Director is also Head of Audit."));
        Assert.Equal(
            "`Audit Committee` is chaired by `Head of Audit` (who is also `Finance Director`), an officer of `Hospital Trust` (a rule of practice, not of law)",
            finding.Message);
        Assert.Equal(RuleBasis.Local, finding.Descriptor.Basis);
    }

    [Theory]
    [InlineData("Chair", true)]
    [InlineData("Audit Chair", true)]
    [InlineData("Head of Audit", true)]
    [InlineData("Member", false)]
    [InlineData("Chief Executive", false)]
    public void Who_chairs_a_remuneration_committee(string chair, bool isFound)
    {
        string text = BodyText.Trust + "Audit Chair is also Head of Audit.\nAudit Committee is a committee of Board chaired by Audit Chair.\n"
            + $"Remuneration Committee is a committee of Board chaired by {chair}.";
        Assert.Equal(isFound ? ["chaired by " + chair] : [], RuleText.FindIn("DL6003", text));
    }

    [Fact]
    public void One_committee_for_both_has_one_chair() =>
        Assert.Empty(RuleText.FindIn("DL6003", BodyText.Trust + "Audit and Remuneration Committee is a committee of Board chaired by Audit Chair."));

    [Fact]
    public void The_audit_chair_of_another_body_is_another_matter() =>
        Assert.Empty(RuleText.FindIn(
            "DL6003",
            BodyText.Trust + "Audit Committee is a committee of Full Council chaired by Member.\nRemuneration Committee is a committee of Board chaired by Member."));

    [Fact]
    public void A_board_that_names_its_chair_has_that_one_alone()
    {
        string text = BodyText.Trust.Replace("Board is the board of Trust.", "Board is the board of Trust chaired by Chair.", StringComparison.Ordinal)
            + "Vice Chair is a chair of Board.\nAudit Committee is a committee of Board chaired by Vice Chair.";
        Assert.Empty(RuleText.FindIn("DL6002", text));
    }

    private static Diagnostic[] Find(string code, string text) =>
    [
        .. RuleSet.Run(RuleText.Bind(text), new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics.Where(finding => finding.Code == code),
    ];
}
