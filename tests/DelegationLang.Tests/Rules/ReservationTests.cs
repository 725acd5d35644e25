using DelegationLang.Diagnostics;
using DelegationLang.Rules;

namespace DelegationLang.Tests.Rules;

/// <summary>DL3001, and DL3008 to DL3010: what reservations take away, and what sentences say of them.</summary>
public sealed class ReservationTests
{
    private const string Reserved = "ICB reserves podiatry, award to Board.\n";

    [Theory]
    [InlineData("ICB delegates podiatry to Committee.", "DL3001:podiatry")]
    [InlineData("Board delegates podiatry to Committee.", "DL3001:podiatry")]
    [InlineData("ICB delegates podiatry to Committee up to £5 when planned at Leeds.", "DL3001:podiatry")]
    [InlineData("ICB delegates acute services, podiatry to Committee.", "DL3001:podiatry")]
    [InlineData("ICB delegates award of lease to Committee.", "DL3001:award of lease")]
    [InlineData("ICB delegates award to Committee for community services.", "DL3001:award")]
    [InlineData("ICB delegates seal to Committee for podiatry.", "DL3001:seal")]
    [InlineData("ICB entrusts podiatry to Community Trust.", "DL3001:podiatry")]
    // A wider subject of which a part is reserved is normal.
    [InlineData("ICB delegates community services to Committee.", null)]
    [InlineData("ICB delegates community budget to Committee.", null)]
    [InlineData("ICB delegates all other matters to Committee.", null)]
    [InlineData("ICB delegates seal to Committee for community services.", null)]
    [InlineData("ICB delegates podiatry to Committee even if reserved when urgent ratified by Board.", null)]
    public void A_subject_that_is_wholly_reserved(string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(Reserved + sentence));

    [Theory]
    [InlineData("ICB reserves podiatry to Committee.", "ICB delegates podiatry to Committee up to £5.", null)]
    [InlineData("ICB reserves podiatry to Accountable Officer.", "ICB delegates podiatry to Chief.", null)]
    [InlineData("ICB reserves podiatry to Committee.", "ICB delegates podiatry to Committee, Lead.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Committee.", "ICB delegates podiatry to Committee jointly with Lead.", null)]
    [InlineData("ICB reserves podiatry to Committee.", "Committee delegates podiatry to Lead.", "DL3001:podiatry")]
    public void A_reservation_to_the_delegate_itself_is_no_obstacle(string reservation, string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(reservation + "\n" + sentence));

    [Theory]
    // Amounts, to the penny.
    [InlineData("ICB reserves podiatry to Board above £1 million.", "ICB delegates podiatry to Lead.", null)]
    [InlineData("ICB reserves podiatry to Board above £1 million.", "ICB delegates podiatry to Lead above £1 million.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board above £1 million.", "ICB delegates podiatry to Lead at least £1 million.", null)]
    [InlineData("ICB reserves podiatry to Board above £1 million.", "ICB delegates podiatry to Lead at least £1,000,000.01.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board above £1 million.", "ICB delegates podiatry to Lead above £2 million per contract.", null)]
    [InlineData("ICB reserves podiatry to Board above £1 million per contract.", "ICB delegates podiatry to Lead above £2 million per contract up to £3 million.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board up to £1 million.\nICB reserves podiatry to Chair above £1 million.", "ICB delegates podiatry to Lead.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board below £1 million.\nICB reserves podiatry to Chair above £1 million.", "ICB delegates podiatry to Lead.", null)]
    [InlineData("ICB reserves podiatry to Board above threshold.", "ICB delegates podiatry to Lead above threshold.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board above threshold.", "ICB delegates podiatry to Lead above £139,688.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board above threshold.", "ICB delegates podiatry to Lead above £135,018.", null)]
    [InlineData("ICB reserves podiatry to Board above threshold.", "ICB delegates podiatry to Lead above £135,018 from 1 January 2027.", "DL3001:podiatry")]
    // Days.
    [InlineData("ICB reserves podiatry to Board until 31 March 2027.", "ICB delegates podiatry to Lead.", null)]
    [InlineData("ICB reserves podiatry to Board until 31 March 2027.", "ICB delegates podiatry to Lead until 31 March 2027.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board until 31 March 2027.", "ICB delegates podiatry to Lead until 1 April 2027.", null)]
    [InlineData("ICB reserves podiatry to Board until 31 March 2027.\nICB reserves podiatry to Chair from 1 April 2027.", "ICB delegates podiatry to Lead.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board until 31 March 2027.\nICB reserves podiatry to Chair from 2 April 2027.", "ICB delegates podiatry to Lead.", null)]
    // Places.
    [InlineData("ICB reserves podiatry to Board at Leeds.", "ICB delegates podiatry to Lead.", null)]
    [InlineData("ICB reserves podiatry to Board at Leeds.", "ICB delegates podiatry to Lead at Headingley.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board at Leeds.", "ICB delegates podiatry to Leeds Lead.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board at Leeds.", "ICB delegates Leeds budget to Lead.", null)]
    [InlineData("ICB reserves community services to Board at Leeds.", "ICB delegates Leeds budget to Lead.", "DL3001:Leeds budget")]
    [InlineData("ICB reserves podiatry to Board at Leeds.\nICB reserves podiatry to Chair at Bradford.", "ICB delegates podiatry to Lead at Bradford, Leeds.", "DL3001:podiatry")]
    // Facts.
    [InlineData("ICB reserves podiatry to Board unless planned.", "ICB delegates podiatry to Lead.", null)]
    [InlineData("ICB reserves podiatry to Board unless planned.", "ICB delegates podiatry to Lead when planned.", null)]
    [InlineData("ICB reserves podiatry to Board unless planned.", "ICB delegates podiatry to Lead unless planned.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board unless planned.\nICB reserves podiatry to Chair when planned.", "ICB delegates podiatry to Lead.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board when planned or urgent.", "ICB delegates podiatry to Lead when planned, urgent.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board when planned, urgent.", "ICB delegates podiatry to Lead when planned or urgent.", null)]
    [InlineData("ICB reserves podiatry to Board when contract length above 5 years.", "ICB delegates podiatry to Lead when contract length above 5 years.", "DL3001:podiatry")]
    [InlineData("ICB reserves podiatry to Board when contract length above 5 years.", "ICB delegates podiatry to Lead when contract length at least 5 years.", null)]
    // Subjects.
    [InlineData("ICB reserves community services, acute services to Board.", "ICB delegates whole budget to Lead.", "DL3001:whole budget")]
    [InlineData("ICB reserves community services to Board.", "ICB delegates whole budget to Lead.", null)]
    [InlineData("ICB reserves community budget to Board.", "ICB delegates community services to Lead.", null)]
    [InlineData("ICB reserves community services to Board except podiatry.", "ICB delegates podiatry to Lead.", null)]
    [InlineData("ICB reserves community services to Board except podiatry.", "ICB delegates nursing to Lead.", "DL3001:nursing")]
    [InlineData("ICB reserves award to Board for community services.", "ICB delegates award to Lead.", null)]
    [InlineData("ICB reserves award to Board for community services.", "ICB delegates award to Lead for podiatry.", "DL3001:award")]
    [InlineData("ICB reserves award to Board for community services.\nICB reserves award to Chair for acute services.", "ICB delegates award to Lead for podiatry, acute services.", "DL3001:award")]
    [InlineData("ICB reserves all matters to Board.", "ICB delegates seal to Lead.", "DL3001:seal")]
    [InlineData("ICB reserves all other matters to Board.", "ICB delegates seal to Lead.", null)]
    // Of somebody else's reservation nothing is taken here.
    [InlineData("Community Trust reserves pathology to Trust Board.", "ICB delegates podiatry to Lead.", null)]
    public void The_whole_must_lie_within_what_is_reserved(string reservations, string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(reservations + "\n" + sentence));

    [Fact]
    public void Reservations_above_in_the_chain_count_too()
    {
        const string Given = "ICB delegates community services, award to Committee with power to delegate.\n";
        Assert.Equal(["DL3001:podiatry"], RuleText.Findings("ICB reserves podiatry to Board.\n" + Given + "Committee delegates podiatry to Lead."));
        Assert.Equal(["DL3001:seal"], RuleText.Findings("ICB reserves seal to Board.\n" + Given + "Committee delegates seal for podiatry to Lead."));
        Assert.Equal(["DL3001:seal"], RuleText.Findings("ICB reserves seal to Board.\n" + Given + "Committee delegates seal to Lead."));

        // A committee's reservation is out of what it gives itself.
        Assert.Equal(["DL3001:podiatry"], RuleText.Findings(Given + "Committee reserves podiatry to Committee.\nCommittee delegates podiatry to Lead."));
        Assert.Empty(RuleText.Findings(Given + "Committee reserves podiatry to Committee.\nICB delegates podiatry to Lead."));
    }

    [Fact]
    public void Nothing_is_said_of_what_a_reserved_matter_would_have_given() =>
        Assert.Equal(
            ["DL3001:podiatry"],
            RuleText.Findings(
                """
                ICB reserves podiatry to Board.
                ICB delegates podiatry to Committee with power to delegate.
                Committee delegates podiatry to Lead.
                """));

    [Fact]
    public void Reserved_says_more_than_not_held() =>
        Assert.Equal(["DL3001:seal"], RuleText.Findings("ICB reserves seal to Board.\nCommittee delegates seal to Lead."));

    [Fact]
    public void Both_sentences_are_shown()
    {
        Diagnostic finding = Assert.Single(RuleText.Find(Reserved + "ICB delegates award to Committee."));
        Assert.Equal("`award` is reserved to `Board`, so `Example ICB` cannot delegate it to `Committee`", finding.Message);
        RelatedLocation related = Assert.Single(finding.Related);
        Assert.Equal("reserved to `Board` here", related.Label);
        Assert.Equal("award", RuleText.Words(related.Location));
    }

    [Theory]
    [InlineData("ICB delegates podiatry to Lead except community services.", "DL3008:community services")]
    [InlineData("ICB delegates podiatry, nursing to Lead except podiatry, nursing.", "DL3008:podiatry")]
    [InlineData("ICB delegates award of lease to Lead except award.", "DL3008:award")]
    [InlineData("ICB delegates seal for podiatry to Lead except community services.", "DL3008:community services")]
    [InlineData("ICB delegates community services to Lead except podiatry, nursing.", null)]
    [InlineData("ICB delegates podiatry to Lead at least £5,000 up to £5,000.", null)]
    [InlineData("ICB delegates podiatry to Lead when planned unless planned.", "DL3008:planned")]
    [InlineData("ICB delegates podiatry to Lead when contract length above 5 years when contract length below 5 years.", "DL3008:contract length")]
    [InlineData("ICB delegates all matters to Lead.", null)]
    [InlineData("ICB reserves all matters to Board. ICB delegates all matters to Lead.", "DL3008:all matters")]
    public void Nothing_left(string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(sentence));

    [Theory]
    [InlineData("ICB delegates podiatry to Lead with reserved matters.", "DL3009:with reserved matters")]
    [InlineData("ICB reserves seal to Board. ICB delegates podiatry to Lead subject to reserved matters.", null)]
    [InlineData("Community Trust reserves pathology to Trust Board. ICB delegates podiatry to Lead with reserved matters.", "DL3009:with reserved matters")]
    [InlineData("ICB reserves seal to Board. ICB delegates podiatry to Committee with power to delegate. Committee delegates podiatry to Lead with reserved matters.", "DL3009:with reserved matters")]
    [InlineData("ICB delegates podiatry to Lead with reserved matters: award.", null)]
    [InlineData("every delegation in this scheme: subject to reserved matters. ICB delegates podiatry to Lead. ICB delegates nursing to Lead.", "DL3009:subject to reserved matters")]
    public void With_reserved_matters_where_none_are(string sentences, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.Findings(sentences));

    [Fact]
    public void Reserved_matters_unsaid_is_reported_once_and_mended_by_one_sentence()
    {
        const string Sentences = "ICB reserves seal to Board.\nICB delegates podiatry to Lead.\nICB delegates nursing to Lead.\n";
        RuleResult result = RuleText.Run(Sentences);
        Diagnostic finding = Assert.Single(result.Diagnostics, finding => finding.Code == "DL3010");
        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.Equal("this delegation and one other do not say that reserved matters stay reserved", finding.Message);
        Assert.Empty(result.InError);

        string mended = RuleText.Apply(Assert.Single(finding.Fixes));
        Assert.Contains("from 1 April 2026.\n\nevery delegation in this scheme: subject to reserved matters.\n", mended, StringComparison.Ordinal);
        Assert.Empty(RuleText.FindIn("DL3010", mended));
    }

    [Theory]
    [InlineData("ICB delegates podiatry to Lead.")]
    [InlineData("ICB reserves seal to Board. ICB delegates podiatry to Lead subject to reserved matters.")]
    [InlineData("Community Trust reserves pathology to Trust Board. ICB delegates podiatry to Lead.")]
    [InlineData("ICB reserves seal to Board. ICB delegates seal to Lead even if reserved when urgent ratified by Board.")]
    [InlineData("ICB reserves seal to Board.\nlimits for podiatry of ICB:\n  - Board above £5.")]
    public void Reserved_matters_unsaid_only_where_somebody_reserves_and_delegates(string sentences) =>
        Assert.Empty(RuleText.FindOnly("DL3010", sentences));
}
