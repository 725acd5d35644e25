using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Law;
using DelegationLang.Semantics;

namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>The library of charities: the same rules speak from its powers, and nothing of the English health service is built into them.</summary>
public sealed class CharityTests
{
    private const string Bodies =
        """
        School Trust is a charitable trust.
        Relief Charity is a charitable incorporated organisation.
        Arts Company is a charitable company.
        Rambling Club is an unincorporated charity.
        Investment House is a company.
        Sister Trust is a charitable trust.

        Trustees is the body of trustees of School Trust.
        Treasurer is a charity trustee of Trustees.
        Bursar is an officer of School Trust.
        Friends is a supporters group of School Trust.
        Relief Trustees is the body of trustees of Relief Charity.
        Relief Committee is a committee of Relief Trustees.
        Relief Members is a charity membership of Relief Charity.
        Relief Director is an officer of Relief Charity.
        Arts Board is the body of trustees of Arts Company.
        Arts Director is an officer of Arts Company.
        Arts Panel is a supporters group of Arts Company.
        Arts Volunteer is a member of Arts Board.
        House Manager is an officer of Investment House.

        endowment is a function of School Trust within asset management.
        appeals is a function of School Trust within raising of funds.
        school fees is a function of School Trust within trade that carries out the purpose.
        payments is a function of School Trust within carrying out decisions of trustees.
        scholarships is a function of School Trust.
        grants is a function of Relief Charity.
        changing the objects is a membership matter of Relief Charity.
        productions is a function of Arts Company.

        Endowment Agreement is an asset management agreement between School Trust, Investment House
          under Trustee Act 2000 section 15
          stating policy statement, compliance.
        Thin Agreement is an asset management agreement between School Trust, Investment House stating policy statement.
        Appeal Agreement is a fundraising agreement between School Trust, Investment House.
        Shop Contract is a contract between School Trust, Investment House.

        """;

    [Fact]
    public void The_library_is_sound_alone_and_beside_that_of_England()
    {
        Assert.Contains("charity", LawLibrary.Names);
        foreach (string use in (string[])["use charity.", "use charity.\nuse england."])
        {
            SchemeModel model = RuleText.Bind(use);
            Assert.Empty(model.Diagnostics);
            Assert.Empty(model.Trees.SelectMany(tree => tree.Diagnostics));
        }
    }

    [Theory]
    [InlineData("School Trust delegates appeals to Investment House under Appeal Agreement.", null)]
    [InlineData("School Trust delegates payments to Investment House.", null)]
    [InlineData("School Trust delegates scholarships to Investment House.", "DL4001:Investment House")]
    [InlineData("School Trust delegates scholarships to Sister Trust.", "DL4001:Sister Trust")]
    [InlineData("School Trust delegates scholarships to Bursar.", null)]
    [InlineData("Relief Charity delegates grants to Sister Trust.", "DL4001:Sister Trust")]
    [InlineData("Rambling Club delegates walks to Sister Trust.\nwalks is a function of Rambling Club.", "DL4001:Sister Trust")]
    [InlineData("School Trust delegates school fees to Investment House.", "DL4003:Investment House")]
    [InlineData("School Trust delegates school fees to Investment House under Trustee Act 2000 section 11.", "DL4003:Trustee Act 2000 section 11")]
    [InlineData("School Trust delegates scholarships to Friends.", "DL4004:Friends")]
    [InlineData("Arts Company delegates productions to Arts Panel.", "DL4004:Arts Panel")]
    [InlineData("School Trust delegates endowment to Investment House under Endowment Agreement.", null)]
    [InlineData("School Trust delegates endowment to Investment House.", "DL4009:Investment House")]
    [InlineData("School Trust delegates endowment to Investment House under Trustee Act 2000 section 15.", "DL4009:Trustee Act 2000 section 15")]
    [InlineData("School Trust delegates appeals to Investment House under Shop Contract.", "DL4010:Shop Contract")]
    [InlineData("School Trust entrusts appeals to Investment House under Shop Contract.", null)]
    [InlineData("School Trust entrusts appeals to Investment House under Appeal Agreement.", "DL4010:Appeal Agreement")]
    [InlineData("School Trust delegates scholarships to House Manager.", "w:DL4011:House Manager")]
    [InlineData("Relief Charity delegates changing the objects to Relief Committee.", "DL4007:Relief Committee")]
    [InlineData("Relief Charity reserves changing the objects to Relief Trustees.", "DL4007:Relief Trustees")]
    [InlineData("Relief Charity reserves changing the objects to Relief Members.", null)]
    [InlineData("Relief Charity delegates grants to Relief Committee, Relief Director.", null)]
    [InlineData("Arts Company delegates productions to Arts Director.", null)]
    [InlineData("School Trust delegates \"accountability for pupils\" to Bursar.\n\"accountability for pupils\" is a function of School Trust.", "w:DL4012:\"accountability for pupils\"")]
    [InlineData("new deed is a matter of School Trust within change of the governing document.", "w:DL4014:new deed")]
    [InlineData("new deed is a matter of School Trust within change of the governing document.\nSchool Trust reserves new deed to Trustees.", null)]
    [InlineData("new articles is a matter of Arts Company within change of the governing document.", null)]
    public void The_rules_speak_from_its_powers(string sentences, string? finding) =>
        Assert.Equal(
            [.. finding is null ? [] : (string[])[finding], "w:DL4006:Thin Agreement"],
            Findings(sentences).OrderBy(one => one == "w:DL4006:Thin Agreement"));

    [Fact]
    public void What_an_unchecked_power_leaves_out_is_a_remark() =>
        Assert.Equal(
            ["i:DL4013:Arts Volunteer"],
            Findings("Arts Company delegates productions to Arts Volunteer.").Where(one => !one.Contains("Thin", StringComparison.Ordinal)));

    /// <summary>These days were read in accounts of the Act alone: they warn.</summary>
    [Theory]
    [InlineData("until 6 March 2024", "", null)]
    [InlineData("until 7 March 2024", "", "DL4002:Charities Act 2011 section 280")]
    [InlineData("until 31 March 2025", "until 6 March 2024", null)]
    [InlineData("until 31 March 2025", "until 7 March 2024", "DL4002:Charities Act 2011 section 280")]
    [InlineData("until 31 March 2025", "from 7 March 2024", "DL4002:Charities Act 2011 section 280")]
    public void On_the_day_on_which_its_law_changes(string inForce, string dates, string? finding) =>
        Assert.Equal(
            finding is null ? [] : [finding],
            LawText.Find($"""
                scheme Charity
                  version 1
                  approved by Trustees on 1 January 2024
                  in force from 1 January 2024 {inForce}.
                use charity.
                {Bodies}
                new deed is a matter of School Trust within change of the governing document.
                School Trust reserves new deed to Trustees under Charities Act 2011 section 280 {dates}.
                """).Where(one => one.Code == "DL4002" && one.Severity == DiagnosticSeverity.Warning).Select(RuleText.Short));

    [Fact]
    public void Members_decide_what_is_theirs_and_the_trustees_the_rest()
    {
        var engine = DecisionEngine.Create(
            RuleText.Bind("scheme Charity\n  version 1\n  in force from 1 April 2026.\nuse charity.\n" + Bodies), new HashSet<Statement>());

        Assert.Equal("Relief Members", Decider("changing the objects"));
        Assert.Equal("Relief Trustees", Decider("grants"));

        string Decider(string subject) =>
            Assert.Single(engine.Ask($"who decides {subject} on 1 May 2026?", new DateOnly(2026, 5, 1)).Deciders);
    }

    private static string[] Findings(string sentences) => LawText.Findings(
        sentences,
        """
        scheme Charity
          version 1
          approved by Trustees on 1 March 2026
          in force from 1 April 2026.
        use charity.

        """,
        Bodies);
}
