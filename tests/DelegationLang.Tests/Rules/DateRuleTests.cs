using System.Globalization;
using DelegationLang.Diagnostics;
using DelegationLang.Rules;

namespace DelegationLang.Tests.Rules;

/// <summary>DL7001, DL7004 and DL7005: reviews, the scheme's own life, and the lives of those it names.</summary>
public sealed class DateRuleTests
{
    private const string Reviewed = "in force from 1 April 2026 review by 30 June 2026.";

    [Theory]
    [InlineData("2026-06-29", false)]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    [InlineData("2031-01-01", true)]
    public void The_review_of_a_scheme(string today, bool isFound) =>
        Assert.Equal(
            isFound ? ["review by 30 June 2026"] : [],
            RuleText.FindIn("DL7001", BodyText.Trust.Replace("in force from 1 April 2026.", Reviewed, StringComparison.Ordinal), Day(today)));

    [Fact]
    public void A_scheme_that_has_ended_needs_no_review()
    {
        string text = BodyText.Trust.Replace(
            "in force from 1 April 2026.", "in force from 1 April 2026 until 31 March 2027 review by 30 June 2026.", StringComparison.Ordinal);
        Assert.Single(RuleText.FindIn("DL7001", text, Day("2027-03-31")));
        Assert.Empty(RuleText.FindIn("DL7001", text, Day("2027-04-01")));
    }

    [Theory]
    [InlineData("Trust delegates buying to Chief Executive review by 30 June 2026.", 1)]
    [InlineData("Trust reserves buying to Board review by 30 June 2026.", 1)]
    [InlineData("limits for buying of Trust:\n  - Chief Executive up to £5 review by 30 June 2026\n  - Board above £5.", 1)]
    [InlineData("Trust delegates buying to Chief Executive until 30 June 2026 review by 30 June 2026.", 0)]
    [InlineData("Trust delegates buying to Chief Executive until 1 July 2026 review by 30 June 2026.", 1)]
    [InlineData("Trust delegates buying to Chief Executive review by 1 July 2026.", 0)]
    [InlineData("every delegation in this scheme: review by 30 June 2026.\nTrust delegates buying to Chief Executive.\nTrust delegates nursing to Chief Executive.", 1)]
    public void The_review_of_a_sentence(string sentence, int findings) =>
        Assert.Equal(
            Enumerable.Repeat("review by 30 June 2026", findings),
            RuleText.FindIn("DL7001", BodyText.Trust + sentence, Day("2026-07-01")));

    [Fact]
    public void An_overdue_review_names_both_days()
    {
        Diagnostic finding = Assert.Single(RuleSet.Run(
            RuleText.Bind(BodyText.Trust + "Trust delegates buying to Chief Executive review by 30 June 2026."),
            new RuleContext(new DateOnly(2026, 7, 1))).Diagnostics, finding => finding.Code == "DL7001");
        Assert.Equal("this sentence was to be reviewed by 30 June 2026, and today is 1 July 2026", finding.Message);
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
    }

    [Theory]
    [InlineData("Trust delegates buying to Chief Executive until 31 March 2026.", "until 31 March 2026")]
    [InlineData("Trust delegates buying to Chief Executive until 1 April 2026.", null)]
    [InlineData("Trust delegates buying to Chief Executive from 1 April 2020.", null)]
    [InlineData("Trust delegates buying to Chief Executive from 31 March 2029.", null)]
    [InlineData("Trust delegates buying to Chief Executive from 1 April 2029.", "from 1 April 2029")]
    [InlineData("Trust delegates buying to Chief Executive until 31 March 2035.", null)]
    [InlineData("Trust delegates buying to Chief Executive for 2025/26.", "for 2025/26")]
    [InlineData("Trust delegates buying to Chief Executive for 2026/27.", null)]
    [InlineData("Trust reserves buying to Board until 31 March 2026.", "until 31 March 2026")]
    [InlineData("Finance Director deputises for Chief Executive until 31 March 2026.", "until 31 March 2026")]
    [InlineData("limits for buying of Trust:\n  - Chief Executive up to £5 until 31 March 2026\n  - Board above £5.", "until 31 March 2026")]
    [InlineData("every delegation in this scheme: until 31 March 2026.\nTrust delegates buying to Chief Executive.\nTrust delegates nursing to Chief Executive.", "until 31 March 2026")]
    public void A_sentence_outside_the_life_of_the_scheme(string sentence, string? finding) =>
        Assert.Equal(
            finding is null ? [] : [finding],
            RuleText.FindIn("DL7004", BodyText.Trust.Replace("in force from 1 April 2026.", "in force from 1 April 2026 until 31 March 2029.", StringComparison.Ordinal) + sentence));

    [Fact]
    public void Before_or_after_is_said()
    {
        Diagnostic finding = Assert.Single(Find("DL7004", "Trust delegates buying to Chief Executive until 31 March 2026."));
        Assert.Equal("this ends on 31 March 2026, and the scheme comes into force on 1 April 2026", finding.Message);
    }

    private const string Mortals =
        """
        Interim Director is an officer of Trust until 30 September 2026.
        New Director is an officer of Trust from 1 October 2026.
        Old Committee is a committee of Board until 30 September 2026 reporting to Board.
        Interim Director is also Accounting Officer.
        Leeds is a place of Trust until 30 September 2026.
        Bradford is a place of Trust.
        Leeds Manager is an officer of Trust at Leeds reporting to Board.
        Aire Manager is an officer of Trust at Leeds, Bradford reporting to Board.
        care is a function of Trust.
        rounds is a function of Old Committee.
        Short Agreement is a delegation agreement between Trust, Other Trust covering care under NHS Act 2006 section 65Z5 until 30 September 2026.

        """;

    [Theory]
    [InlineData("Trust delegates buying to Interim Director.", "Interim Director")]
    [InlineData("Trust delegates buying to Interim Director until 30 September 2026.", null)]
    [InlineData("Trust delegates buying to Interim Director until 1 October 2026.", "Interim Director")]
    [InlineData("Trust delegates buying to Interim Director until 29 September 2026.", null)]
    [InlineData("Trust delegates buying to Accounting Officer.", "Accounting Officer")]
    [InlineData("Trust delegates buying to New Director.", null)]
    [InlineData("Trust delegates buying to New Director from 1 October 2026.", null)]
    [InlineData("Trust delegates buying to New Director from 30 September 2026.", "New Director")]
    [InlineData("Trust delegates buying to Chief Executive jointly with Interim Director.", "Interim Director")]
    [InlineData("Trust delegates care to Chief Executive at Leeds.", "Leeds")]
    [InlineData("Trust delegates care to Chief Executive at Leeds until 30 September 2026.", null)]
    [InlineData("Trust delegates care to Leeds Manager.", "Leeds Manager")]
    [InlineData("Trust delegates care to Aire Manager.", null)]
    [InlineData("Trust delegates care to Old Committee until 30 September 2026 with power to delegate.\nOld Committee delegates care to Chief Executive.", null)]
    [InlineData("Old Committee delegates rounds to Chief Executive.", "Old Committee")]
    [InlineData("Old Committee delegates rounds to Chief Executive until 30 September 2026.", null)]
    [InlineData("every delegation in this scheme: until 30 September 2026.\nTrust delegates buying to Interim Director.", null)]
    [InlineData("limits for buying of Trust:\n  - Interim Director up to £5 until 30 September 2026\n  - New Director up to £5 from 1 October 2026\n  - Board above £5.", null)]
    [InlineData("limits for buying of Trust:\n  - Interim Director up to £5\n  - Board above £5.", "Interim Director")]
    public void Dates_past_the_life_of_a_party_or_a_place(string sentences, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], Find("DL7005", Mortals + sentences).Select(found => RuleText.Words(found.Location)));

    [Fact]
    public void An_agreement_or_the_scheme_may_end_in_time()
    {
        const string Partner = "Third Trust is an NHS trust until 30 September 2026.\n"
            + "Third Agreement is a delegation agreement between Trust, Third Trust covering care under NHS Act 2006 section 65Z5 until 30 September 2026.\n";
        Assert.Empty(Find("DL7005", Mortals + Partner + "Trust delegates care to Third Trust under Third Agreement reporting to Board."));

        string text = BodyText.Trust.Replace("in force from 1 April 2026.", "in force from 1 April 2026 until 30 September 2026.", StringComparison.Ordinal);
        Assert.Empty(RuleText.FindIn("DL7005", text + Mortals + "Trust delegates buying to Interim Director."));
    }

    [Fact]
    public void An_organisation_that_ends_is_said_once()
    {
        string text = BodyText.Trust.Replace("Hospital Trust is an NHS trust known as Trust.", "Hospital Trust is an NHS trust known as Trust until 31 March 2027.", StringComparison.Ordinal);
        Assert.Equal(["Trust"], RuleText.FindIn("DL7005", text + "Trust delegates buying to Chief Executive.\nTrust delegates nursing to Chief Executive."));
        Assert.Equal(
            ["Trust"],
            RuleText.FindIn("DL7005", text + "Trust delegates buying to Chief Executive until 31 March 2027.\nTrust delegates nursing to Chief Executive until 1 April 2027."));
    }

    [Theory]
    [InlineData("Trust delegates buying to Interim Director.", "Trust delegates buying to Interim Director until 30 September 2026.")]
    [InlineData("Trust delegates buying to Interim Director up to £5.", "Trust delegates buying to Interim Director up to £5 until 30 September 2026.")]
    [InlineData("Trust delegates buying to Interim Director until 31 March 2027 reference \"1\".", "Trust delegates buying to Interim Director until 30 September 2026 reference \"1\".")]
    [InlineData("limits for buying of Trust:\n  - Interim Director up to £5\n  - Board above £5.", "  - Interim Director up to £5 until 30 September 2026\n")]
    public void It_is_mended_by_an_end(string sentence, string mended)
    {
        Diagnostic finding = Assert.Single(Find("DL7005", Mortals + sentence));
        string text = RuleText.Apply(Assert.Single(finding.Fixes));
        Assert.Contains(mended, text, StringComparison.Ordinal);
        Assert.Empty(RuleText.FindIn("DL7005", text));
    }

    [Fact]
    public void A_party_with_no_day_in_common_is_another_finding()
    {
        string text = BodyText.Trust + Mortals + "Trust delegates buying to Interim Director from 1 October 2026.";
        Assert.DoesNotContain(
            RuleSet.Run(RuleText.Bind(text, isSound: false), new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics,
            finding => finding.Code == "DL7005");
    }

    private static Diagnostic[] Find(string code, string sentences) =>
    [
        .. RuleSet.Run(RuleText.Bind(BodyText.Trust + sentences), new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics.Where(finding => finding.Code == code),
    ];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
