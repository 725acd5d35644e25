using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Rules;

/// <summary>DL7002: authority from before its approval, and DL8001: references.</summary>
public sealed class RetrospectiveTests
{
    [Theory]
    [InlineData("Trust delegates buying to Chief Executive.", null)]
    [InlineData("Trust delegates buying to Chief Executive from 1 March 2026.", null)]
    [InlineData("Trust delegates buying to Chief Executive from 28 February 2026.", "from 28 February 2026")]
    [InlineData("Trust delegates buying to Chief Executive from 1 May 2026 approved by Board on 1 May 2026.", null)]
    [InlineData("Trust delegates buying to Chief Executive from 30 April 2026 approved by Board on 1 May 2026.", "from 30 April 2026")]
    [InlineData("Trust delegates buying to Chief Executive approved by Board on 1 April 2026.", null)]
    [InlineData("Trust delegates buying to Chief Executive approved by Board on 2 April 2026.", "approved by Board on 2 April 2026")]
    [InlineData("Trust delegates buying to Chief Executive from 30 April 2026 approved by Board.", null)]
    [InlineData("Trust delegates buying to Chief Executive from 28 February 2026 until 28 February 2026.", null)]
    [InlineData("Trust delegates buying to Chief Executive for 2026/27.", null)]
    [InlineData("Trust delegates buying to Chief Executive for 2026/27 approved by Board on 2 April 2026.", "for 2026/27")]
    [InlineData("Trust reserves buying to Board from 1 January 2020.", null)]
    [InlineData("limits for buying of Trust:\n  - Chief Executive up to £5 from 1 January 2026\n  - Board above £5.", "from 1 January 2026")]
    [InlineData("every delegation in this scheme: from 1 January 2026.\nTrust delegates buying to Chief Executive.\nTrust delegates nursing to Chief Executive.", "from 1 January 2026")]
    public void A_delegation_starts_on_the_day_of_its_approval_or_later(string sentence, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], RuleText.FindIn("DL7002", BodyText.Trust + sentence));

    [Fact]
    public void Authority_from_another_organisation_was_approved_there()
    {
        const string Received = "care is a function of Other Trust.\n"
            + "Care Agreement is a delegation agreement between Other Trust, Trust covering care under NHS Act 2006 section 65Z5 from 1 July 2022.\n"
            + "Other Trust delegates care to Trust under Care Agreement from 1 July 2022 reporting to Other Trust.\n";
        Assert.Empty(RuleText.FindIn("DL7002", BodyText.Trust + Received));
    }

    [Fact]
    public void An_agreement_may_begin_after_the_approval()
    {
        string text = BodyText.Trust + "care is a function of Trust.\n"
            + "Care Agreement is a delegation agreement between Trust, Other Trust covering care under NHS Act 2006 section 65Z5 from 1 May 2026.\n"
            + "Trust delegates care to Other Trust under Care Agreement approved by Board on 21 April 2026 reporting to Board.\n";
        Assert.Empty(RuleText.FindIn("DL7002", text));
    }

    [Fact]
    public void A_scheme_in_force_before_its_approval_is_said_once()
    {
        string text = BodyText.Trust.Replace("approved by Board on 1 March 2026", "approved by Board on 2 April 2026", StringComparison.Ordinal);
        Assert.Empty(RuleText.FindIn("DL7002", text));
        Assert.Equal(
            ["in force from 1 April 2026"],
            RuleText.FindIn("DL7002", text + "Trust delegates buying to Chief Executive.\nTrust delegates nursing to Chief Executive."));
        Assert.Empty(RuleText.FindIn("DL7002", text + "Trust delegates buying to Chief Executive from 2 April 2026."));
    }

    [Theory]
    [InlineData("Trust delegates buying to Chief Executive up to £50,000 from 1 July 2022 reference \"9\".", false)]
    [InlineData("Trust delegates buying to chief executive\n  from 1 July 2022, up to £50,000\n  note \"As before.\".", false)]
    [InlineData("Trust delegates buying to Chief Executive up to £60,000 from 1 July 2022.", true)]
    [InlineData("Trust delegates buying to Finance Director up to £50,000 from 1 July 2022.", true)]
    [InlineData("Trust delegates nursing to Chief Executive up to £50,000 from 1 July 2022.", true)]
    [InlineData("Trust delegates buying to Chief Executive up to £50,000 from 1 July 2022 with power to delegate.", true)]
    [InlineData("limits for leases of Trust:\n  - Chief Executive up to £5 from 1 July 2022\n  - Board above £5.", false)]
    [InlineData("limits for leases of Trust:\n  - Chief Executive up to £6 from 1 July 2022\n  - Board above £6.", true)]
    public void What_stands_unchanged_in_the_version_before_was_approved_then(string sentence, bool isFound)
    {
        string earlier = BodyText.Trust.Replace("1 March 2026", "1 June 2022", StringComparison.Ordinal).Replace("1 April 2026", "1 July 2022", StringComparison.Ordinal)
            + "use \"more.delegation\".\nleases is a matter of Trust.\nlimits for leases of Trust:\n  - Chief Executive up to £5 from 1 July 2022\n  - Board above £5.\n";
        const string More = "Trust delegates buying to Chief Executive up to £50,000 from 1 July 2022 reference \"4.2\".\n";
        string now = BodyText.Trust.Replace("version 1", "version 2 supersedes \"old/earlier.delegation\"", StringComparison.Ordinal)
            + "leases is a matter of Trust.\n" + sentence;
        MemoryFiles files = MemoryFiles.Empty.With("now.delegation", now).With("old/earlier.delegation", earlier).With("old/more.delegation", More);

        Assert.Equal(isFound ? 1 : 0, Count(files));
    }

    [Fact]
    public void Where_the_version_before_cannot_be_read_nothing_is_said()
    {
        string now = BodyText.Trust.Replace("version 1", "version 2 supersedes \"earlier.delegation\"", StringComparison.Ordinal)
            + "Trust delegates buying to Chief Executive from 1 July 2022.";
        Assert.Equal(0, Count(MemoryFiles.Empty.With("now.delegation", now)));
        Assert.Equal(1, Count(MemoryFiles.Empty.With("now.delegation", now).With("earlier.delegation", BodyText.Trust)));
    }

    [Theory]
    [InlineData("Trust delegates buying to Chief Executive.", "this deciding sentence has no reference")]
    [InlineData("Trust delegates buying to Chief Executive reference \"1\".", null)]
    [InlineData("Trust delegates buying to Chief Executive. Trust reserves nursing to Board.", "this deciding sentence and one other have no reference")]
    [InlineData("Trust delegates buying to Chief Executive reference \"1\". Trust reserves nursing to Board.", "this deciding sentence has no reference")]
    [InlineData("matters of Trust reserved to Board:\n  - seal\n  - accounts\n  - plan.", "this deciding sentence and 2 others have no reference")]
    [InlineData("matters of Trust reserved to Board:\n  - seal reference \"1\"\n  - accounts reference \"2\".", null)]
    [InlineData("Trust delegates buying to Chief Executive up to £5 reference \"1\". Trust reserves buying to Board reference \"1\".", null)]
    [InlineData("Trust delegates buying, nursing to Chief Executive up to £5 reference \"1\". Trust delegates buying to Chair jointly with Chief Executive above £5 up to £9 reference \"1\".", null)]
    [InlineData("Trust delegates buying for nursing to Chief Executive reference \"1\". Trust delegates buying to Chief Executive up to £5 reference \"1\".", "the reference `1` is used twice")]
    [InlineData("Trust delegates buying to Chief Executive up to £5 reference \"1\". Trust delegates all other matters to Chief Executive reference \"1\".", "the reference `1` is used twice")]
    [InlineData("limits for buying of Trust:\n  - Chief Executive up to £5\n  - Board above £5.", null)]
    [InlineData("every delegation in this scheme: reference \"1\".\nTrust delegates buying to Chief Executive. Trust delegates nursing to Chief Executive.", null)]
    [InlineData("Trust delegates buying to Chief Executive reference \"1\". Trust delegates nursing to Chief Executive reference \"1 \".", "the reference `1` is used twice")]
    [InlineData("matters of Trust reserved to Board:\n  - seal reference \"A1\"\n  - accounts reference \"a1\".", "the reference `a1` is used twice")]
    [InlineData("limits for buying of Trust:\n  - Chief Executive up to £5 reference \"1\"\n  - Board above £5 reference \"1\".", null)]
    [InlineData("limits for buying of Trust:\n  - Chief Executive up to £5 reference \"1\"\n  - Board above £5.\nTrust delegates nursing to Chief Executive reference \"1\".", "the reference `1` is used twice")]
    public void References(string sentences, string? message)
    {
        Diagnostic[] findings =
        [
            .. DelegationLang.Rules.RuleSet.Run(RuleText.Bind(BodyText.Trust + sentences), new(new DateOnly(2026, 5, 1))).Diagnostics
                .Where(finding => finding.Code == "DL8001"),
        ];
        Assert.Equal(message is null ? [] : [message], findings.Select(finding => finding.Message));
        Assert.All(findings, finding => Assert.Equal(DiagnosticSeverity.Info, finding.Severity));
    }

    private static int Count(MemoryFiles files)
    {
        ImmutableArray<Diagnostic> diagnostics = Project.OfFile(files, "now.delegation").Compile(new DateOnly(2026, 5, 1)).Diagnostics;
        Assert.DoesNotContain(diagnostics, finding => finding.Severity == DiagnosticSeverity.Error);
        return diagnostics.Count(finding => finding.Code == "DL7002");
    }
}
