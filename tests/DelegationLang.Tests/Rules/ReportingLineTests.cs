using DelegationLang.Diagnostics;

namespace DelegationLang.Tests.Rules;

/// <summary>DL6007: lines of reports from those who decide back to those who let them.</summary>
public sealed class ReportingLineTests
{
    private const string Bodies =
        """
        Silent Committee is a committee of Board.
        Quality Committee is a committee of Board reporting to Board.
        Working Panel is a sub-committee of Quality Committee reporting to Quality Committee.
        Audit Committee is a committee of Board reporting to Council Treasurer.
        Leeds is a place of Trust.
        Leeds Director is an officer of Trust at Leeds.
        Leeds Manager is an officer of Trust at Leeds reporting to Working Panel.
        Cabinet is the cabinet of City Council reporting to Full Council.
        Cabinet Panel is a committee of Cabinet reporting to Cabinet.
        roads is an executive function of City Council.
        libraries is a function of City Council.
        care is a function of Trust.
        Agreement is a delegation agreement between Trust, Other Trust covering care under NHS Act 2006 section 65Z5 reporting to Board.
        Care Contract is a lead provider contract between Trust, Other Trust covering care.
        Quiet Agreement is a delegation agreement between Trust, Other Trust covering care under NHS Act 2006 section 65Z5.

        """;

    [Theory]
    [InlineData("Trust delegates buying to Silent Committee.", "Silent Committee")]
    [InlineData("Trust delegates buying to Silent Committee reporting to Board.", null)]
    [InlineData("Trust delegates buying to Silent Committee reporting to Quality Committee.", null)]
    [InlineData("Trust delegates buying to Silent Committee reporting to Council Treasurer.", "Silent Committee")]
    [InlineData("Trust delegates buying to Quality Committee.", null)]
    [InlineData("Trust delegates buying to Working Panel.", null)]
    [InlineData("Trust delegates buying to Audit Committee.", "Audit Committee")]
    [InlineData("every delegation in this scheme: reporting to Board.\nTrust delegates buying to Silent Committee.", null)]
    [InlineData("Trust delegates buying to Chief Executive.", null)]
    [InlineData("Trust delegates buying to Chair.", null)]
    [InlineData("Trust delegates buying to Leeds Director.", "Leeds Director")]
    [InlineData("Trust delegates buying to Leeds Manager.", null)]
    [InlineData("Trust delegates buying to Board above £5.", null)]
    [InlineData("Trust delegates buying to Chief Executive jointly with Silent Committee.", "Chief Executive")]
    public void A_group_or_a_party_at_a_place(string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.FindIn("DL6007", BodyText.Trust + Bodies + sentence));

    [Theory]
    [InlineData("Trust delegates care to Other Trust under Agreement.", null)]
    [InlineData("Trust delegates care to Other Trust under Quiet Agreement.", "Other Trust")]
    [InlineData("Trust delegates care to Other Trust under Quiet Agreement reporting to Trust annually.", null)]
    [InlineData("Trust entrusts care to Other Trust under Care Contract.", "Other Trust")]
    public void Another_organisation(string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.FindIn("DL6007", BodyText.Trust + Bodies + sentence));

    [Theory]
    [InlineData("Cabinet delegates roads to Cabinet Panel.", null)]
    [InlineData("City Council delegates roads to Cabinet Panel.", null)]
    [InlineData("City Council delegates libraries to Cabinet Panel.", null)]
    [InlineData("City Council delegates libraries to Cabinet with power to delegate.\nCabinet delegates libraries to Cabinet Panel.", null)]
    public void A_cabinet_is_its_council_in_executive_functions(string sentences, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.FindIn("DL6007", BodyText.Trust + Bodies + sentences));

    [Theory]
    [InlineData("Town Cabinet is the cabinet of Town Council.", null)]
    [InlineData("Town Cabinet is a committee of Town Meeting.", "Town Cabinet")]
    public void A_cabinet_acts_for_its_council_in_whatever_it_is_given(string cabinet, string? finding) => Assert.Equal(
        finding is null ? [] : [finding],
        RuleText.FindIn(
            "DL6007",
            $"""
            use england.
            Town Council is a local authority.
            Town Meeting is the board of Town Council.
            {cabinet}
            virement is a matter of Town Council.
            Town Council delegates virement to Town Cabinet up to £100,000.
            """));

    [Fact]
    public void The_line_leads_to_whoever_gave_it()
    {
        const string Given = "Trust delegates buying to Quality Committee with power to delegate.\n";
        Assert.Empty(Find(Given + "Quality Committee delegates buying to Working Panel."));
        Assert.Empty(Find(Given + "Quality Committee delegates buying to Leeds Manager."));
        Diagnostic finding = Assert.Single(Find(Given + "Quality Committee delegates buying to Finance Panel.\nFinance Panel is a committee of Board reporting to Board."));
        Assert.Equal("`Finance Panel` decides for `Quality Committee`, and no line of reports leads from it back to `Quality Committee`", finding.Message);
        Assert.Empty(finding.Fixes);
    }

    [Fact]
    public void It_is_said_once_of_each_party_and_delegator_and_mended_in_its_declaration()
    {
        Diagnostic finding = Assert.Single(Find("Trust delegates buying to Silent Committee.\nTrust delegates nursing to Silent Committee.\nlimits for care of Trust:\n  - Silent Committee up to £5."));
        Assert.Equal("`Silent Committee` decides for `Hospital Trust` and reports to nobody", finding.Message);
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
        string mended = RuleText.Apply(Assert.Single(finding.Fixes));
        Assert.Contains("Silent Committee is a committee of Board reporting to Board.", mended, StringComparison.Ordinal);
        Assert.Empty(RuleText.FindIn("DL6007", mended));
    }

    [Fact]
    public void A_table_states_the_top_tier_and_plain_employees()
    {
        const string Table = "limits for buying of Trust:\n  - Chief Executive up to £5\n  - Quality Committee up to £50\n  - Board above £50.";
        Assert.Empty(Find(Table));
    }

    private static Diagnostic[] Find(string sentences) =>
    [
        .. DelegationLang.Rules.RuleSet.Run(RuleText.Bind(BodyText.Trust + Bodies + sentences), new(new DateOnly(2026, 5, 1))).Diagnostics
            .Where(finding => finding.Code == "DL6007"),
    ];
}
