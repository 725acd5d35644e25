using DelegationLang.Diagnostics;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Joining;

/// <summary>That each difference between what two bodies declare is told once, with both sentences.</summary>
public sealed class AlikeTests
{
    [Theory]
    [InlineData("a delegation agreement between", "a memorandum between", "DL4020", "a delegation agreement here, and a memorandum")]
    [InlineData("covering wheelchairs under", "covering wheelchairs, health visiting under", "DL4020", "covering wheelchairs here, and covering wheelchairs and health visiting")]
    [InlineData("until 31 March 2028", "until 31 March 2029", "DL4020", "until 31 March 2028 here, and in force from 1 April 2026 until 31 March 2029")]
    [InlineData("65Z5 from", "65Z5 worth £3 million from", "DL4020", "without a sum here, and worth £3 million")]
    [InlineData("under NHS Act 2006 section 65Z5 from", "under NHS Act 2006 section 65Z6 from", "DL4020", "under NHS Act 2006 section 65Z5 here, and under NHS Act 2006 section 65Z6")]
    [InlineData("up to £2 million per year", "up to £3 million per year", "DL4021", "up to £2 million per year here, and up to £3 million per year")]
    [InlineData("up to £2 million per year", "", "DL4021", "up to £2 million per year here, and for any amount")]
    [InlineData("wheelchairs to Community Trust", "wheelchairs to Community Trust at North", "DL4021", "everywhere here, and at North")]
    [InlineData("wheelchairs to Community Trust", "wheelchairs to Community Trust when urgent", "DL4021", "on no condition here, and when urgent")]
    [InlineData("wheelchairs to Community Trust", "wheelchairs to Community Trust from 1 May 2026", "DL4021", "and from 1 May 2026 until 31 March 2028")]
    [InlineData("with power to delegate", "with power to delegate up to £1 million per year", "DL4021", "with power to delegate here, and with power to delegate up to £1 million per year")]
    [InlineData("wheelchairs to Community Trust", "wheelchairs to Community Trust after approval of Hospital Trust", "DL4021", "with nothing to come first here, and after approval of Hospital Trust")]
    public void A_difference_is_told_with_both_sentences(string here, string there, string code, string words)
    {
        Compilation compilation = TwoTrusts.Compile(community: TwoTrusts.Community.Replace(here, there, StringComparison.Ordinal));

        Diagnostic? finding = compilation.Diagnostics.FirstOrDefault(finding => finding.Code == code && finding.Message.Contains(words, StringComparison.Ordinal));
        Assert.True(finding is not null, string.Join('\n', compilation.Diagnostics.Select(found => found.Code + " " + found.Message)));
        Assert.Equal("main.delegation", finding.Location.File);
        Assert.Equal("../community/main.delegation", Assert.Single(finding.Related).Location.File);
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
        Assert.Single(compilation.Diagnostics, found => found.Code.StartsWith("DL402", StringComparison.Ordinal));
    }

    [Fact]
    public void What_only_one_of_the_two_says_is_told_once()
    {
        string[] lines = TwoTrusts.Community.Split('\n');
        var without = string.Join('\n', lines.Where(line => !line.Contains("Wheelchair Agreement", StringComparison.Ordinal) && !line.Contains("delegates wheelchairs", StringComparison.Ordinal)));
        Diagnostic here = Assert.Single(TwoTrusts.Compile(community: without).Diagnostics, finding => finding.Code.StartsWith("DL402", StringComparison.Ordinal));
        Assert.Equal(("DL4022", "The scheme of “Community Trust” declares no agreement “Wheelchair Agreement”"), (here.Code, here.Message));

        string[] own = TwoTrusts.Hospital.Split('\n');
        var less = string.Join('\n', own.Where(line => !line.Contains("Wheelchair Agreement", StringComparison.Ordinal)));
        Diagnostic there = Assert.Single(TwoTrusts.Compile(less).Diagnostics, finding => finding.Code.StartsWith("DL402", StringComparison.Ordinal));
        Assert.Equal("DL4022", there.Code);
        Assert.Equal("../community/main.delegation", Assert.Single(there.Related).Location.File);
    }

    [Fact]
    public void An_agreement_by_another_name_is_the_same_where_it_covers_the_same()
    {
        var community = TwoTrusts.Community.Replace("Wheelchair Agreement", "Agreement on Wheelchairs", StringComparison.Ordinal);

        Assert.Empty(TwoTrusts.Codes(TwoTrusts.Compile(community: community)));
    }

    [Fact]
    public void Errors_there_are_told_here_and_take_nothing_else_away()
    {
        Compilation compilation = TwoTrusts.Compile(community: TwoTrusts.Community + "Community Trust delegates nursing to Head of Nothing.\n");

        Assert.Equal(["DL2017"], TwoTrusts.Codes(compilation));
        Assert.Equal(["Head of Nursing"], compilation.JoinedEngine.Ask("who decides health visiting worth £1?", TwoTrusts.Today).Deciders.ToArray());
    }
}
