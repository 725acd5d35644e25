using DelegationLang.Diagnostics;

namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>DL4002: the law of each day.</summary>
public sealed class DaysTests
{
    // A power in force from 1 July 2022, and one that ended on 30 June 2022.
    private const string New = "Deal is a delegation agreement between ICB, Community Trust under NHS Act 2006 section 65Z5.\n";
    private const string Old = "Deal is a delegation agreement between NHS England, Hospital Trust under NHS Act 2006 section 13Z.\n";

    [Theory]
    [InlineData("from 30 June 2022", "from 1 January 2022", "30 June 2022")]
    [InlineData("from 1 July 2022", "from 1 January 2022", null)]
    [InlineData("from 2 July 2022", "from 1 January 2022", null)]
    [InlineData("", "from 30 June 2022", "30 June 2022")]
    [InlineData("", "from 1 July 2022", null)]
    [InlineData("until 31 December 2022", "from 30 June 2022", "30 June 2022")]
    public void The_day_on_which_a_power_begins(string dates, string inForce, string? day) =>
        Check(inForce, New + $"ICB delegates community care to Community Trust under Deal {dates}.", day);

    [Theory]
    [InlineData("until 29 June 2022", "from 1 January 2022", null)]
    [InlineData("until 30 June 2022", "from 1 January 2022", null)]
    [InlineData("until 1 July 2022", "from 1 January 2022", "1 July 2022")]
    [InlineData("", "from 1 January 2022", "1 July 2022")]
    [InlineData("", "from 1 January 2022 until 30 June 2022", null)]
    [InlineData("from 1 July 2022", "from 1 January 2022", "1 July 2022")]
    [InlineData("from 1 May 2023 until 1 June 2023", "from 1 January 2022", "1 May 2023")]
    public void The_day_on_which_a_power_ends(string dates, string inForce, string? day) =>
        Check(inForce, Old + $"NHS England delegates dental services to Hospital Trust under Deal {dates}.", day);

    [Fact]
    public void One_power_may_take_over_from_another()
    {
        const string Head = "from 1 January 2022";
        Check(
            Head,
            """
            Old Deal is a delegation agreement between NHS England, Hospital Trust under NHS Act 2006 section 13Z until 30 June 2022.
            New Deal is a delegation agreement between NHS England, Hospital Trust under NHS Act 2006 section 65Z5 from 1 July 2022.
            NHS England delegates dental services to Hospital Trust under Old Deal.
            NHS England delegates dental services to Hospital Trust under New Deal.
            """,
            null);
    }

    [Theory]
    [InlineData("until 30 March 2028", null)]
    [InlineData("until 31 March 2028", null)]
    [InlineData("until 1 April 2028", "1 April 2028")]
    [InlineData("from 1 April 2026", null)]
    [InlineData("from 31 March 2026", "31 March 2026")]
    [InlineData("from 1 April 2028", "1 April 2028")]
    [InlineData("", null)]
    public void The_days_of_an_agreement(string dates, string? day) =>
        Check("from 1 January 2026", $"ICB delegates community care to Community Trust under Trust Agreement {dates}.", day);

    [Fact]
    public void Days_said_of_every_delegation_count_as_left_out() =>
        Check("from 1 January 2026", "every delegation in this scheme: until 31 March 2030.\nICB delegates community care to Community Trust under Trust Agreement.", null);

    [Theory]
    [InlineData("ICB delegates community care to Place Committee under Trust Agreement until 1 April 2028.", "1 April 2028")]
    [InlineData("ICB entrusts community care to Community Trust under Provider Contract until 31 March 2029.", null)]
    [InlineData("ICB entrusts community care to Community Trust under Provider Contract until 1 April 2029.", "1 April 2029")]
    [InlineData("City Council delegates highways to City Officer under Local Government Act 2000 section 9E.", null)]
    public void Within_a_body_and_under_a_contract_too(string sentence, string? day) => Check("from 1 April 2026", sentence, day);

    [Theory]
    [InlineData("from 4 May 2012", null)]
    [InlineData("from 3 May 2012", "3 May 2012")]
    public void A_power_named_within_a_body(string inForce, string? day) =>
        Check(inForce, "City Council delegates highways to City Officer under Local Government Act 2000 section 9E.", day);

    [Theory]
    [InlineData("Passing Power is a power for integrated care board to delegate to NHS foundation trust covering community care until 30 June 2027.", "1 July 2027")]
    [InlineData("Passing Power is a power for integrated care board to delegate to NHS foundation trust covering community care.", null)]
    public void A_power_that_the_scheme_declares(string power, string? day) =>
        Check("from 1 April 2026", power + "\nICB delegates community care to Community Trust under Passing Power.", day);

    [Fact]
    public void What_a_party_inherits_from_its_own_grant_counts()
    {
        const string Power = "Passing Power is a power for integrated care board to delegate to NHS foundation trust until 30 June 2027.\n";
        Check(
            "from 1 April 2026",
            Power + "ICB delegates community care to Place Committee until 30 June 2027 with power to delegate.\nPlace Committee delegates community care to Community Trust under Passing Power.",
            null);
        Check(
            "from 1 April 2026",
            Power + "ICB delegates community care to Place Committee until 1 July 2027 with power to delegate.\nPlace Committee delegates community care to Community Trust under Passing Power.",
            "1 July 2027");
    }

    [Fact]
    public void The_lives_of_those_concerned_bound_the_days() =>
        Check(
            "from 1 January 2022",
            Old.Replace("Hospital Trust", "Short Trust", StringComparison.Ordinal)
                + "Short Trust is an NHS trust until 30 June 2022.\nNHS England delegates dental services to Short Trust under Deal.",
            null);

    [Fact]
    public void The_message_names_the_power_and_both_days()
    {
        Diagnostic finding = Assert.Single(LawText.Find(
            LawText.InForce("from 1 January 2022") + LawText.Bodies + Old + "NHS England delegates dental services to Hospital Trust under Deal until 31 March 2023."));

        Assert.Equal("`NHS Act 2006 section 13Z` is not in force on 1 July 2022, when this sentence is to have effect: its last day is 30 June 2022", finding.Message);
        Assert.Equal("DL4002:Deal", RuleText.Short(finding));
        Assert.EndsWith("under Deal until 30 June 2022.", RuleText.Apply(Assert.Single(finding.Fixes)), StringComparison.Ordinal);
    }

    private static void Check(string inForce, string sentences, string? day)
    {
        Diagnostic[] findings = LawText.Find(LawText.InForce(inForce) + LawText.Bodies + sentences);
        if (day is null)
        {
            Assert.Empty(findings.Select(RuleText.Show));
            return;
        }

        Diagnostic finding = Assert.Single(findings);
        Assert.Equal("DL4002", finding.Code);
        Assert.Contains($"not in force on {day},", finding.Message, StringComparison.Ordinal);
    }
}
