using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Tests.Semantics;

/// <summary>Several limits at once, none, for a time, and what nobody may decide.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("up to £50,000 per decision and up to £100,000 per year", "up to 50000 decision; up to 100000 year")]
    [InlineData("up to £50,000 per contract, up to £100,000 per year", "up to 50000 contract; up to 100000 year")]
    [InlineData("up to £50,000 per contract up to £100,000 in total up to £7 per year", "up to 50000 contract; up to 100000 total; up to 7 year")]
    [InlineData("above £5 up to £50,000 per contract and up to £100,000 per year excluding VAT", "up to 50000 contract Excluding; up to 100000 year Excluding")]
    [InlineData("up to £50,000 per contract when in budget, up to £100,000 per year", "up to 50000 contract; up to 100000 year")]
    [InlineData("up to £50,000", "up to 50000 decision")]
    [InlineData("any amount", "")]
    [InlineData("no limit when turnover above £10,000 up to £50,000", "")]
    [InlineData("unlimited, from 1 May 2026", "")]
    public void Limits_of_one_sentence(string clauses, string limits)
    {
        Terms terms = Assert.Single(SchemeText.BindSoundTrust($"Hospital Trust delegates goods to Chief Executive {clauses}.").Delegations).Terms;

        Assert.Equal(limits, string.Join("; ", (terms.Limit?.Each() ?? []).Select(limit =>
            $"up to {Assert.IsType<FixedAmount>(limit.Upper?.Amount).Value} {limit.Basis}{(limit.Vat == Vat.Unstated ? "" : " " + limit.Vat)}")));
        Assert.Equal(limits.Length == 0, terms.Unlimited is not null);
    }

    [Theory]
    [InlineData("Hospital Trust delegates goods to Chief Executive up to £50,000 per year and up to £100,000 per year.", "DL1005:up to £100,000 per year", "`up to £100,000 per year` has no effect")]
    [InlineData("Hospital Trust delegates goods to Chief Executive up to £100,000 per year and up to £50,000 per year.", "DL1005:up to £50,000 per year", "`up to £100,000 per year` has no effect")]
    [InlineData("Hospital Trust delegates goods to Chief Executive up to £100,000 any amount.", "DL1005:any amount", "gives a limit, and says that there is none")]
    [InlineData("Hospital Trust delegates goods to Chief Executive temporarily up to £5 until 1 May 2027.", "DL1005:temporarily", "no standing limit")]
    [InlineData("Hospital Trust delegates goods to Chief Executive up to £5.\nHospital Trust delegates goods to Chief Executive temporarily up to £6.", "DL1005:temporarily", "for how long")]
    [InlineData("Hospital Trust delegates goods to Chief Executive up to £5.\nHospital Trust delegates goods to Chief Executive temporarily up to £6 per year until 1 May 2027.", "DL1005:temporarily", "no standing limit")]
    [InlineData("Hospital Trust delegates goods to Chief Executive up to £5 until 1 May 2026.\nHospital Trust delegates goods to Chief Executive temporarily up to £6 from 2 May 2026 until 1 June 2026.", "DL1005:temporarily", "no standing limit")]
    [InlineData("Hospital Trust delegates goods to Chief Executive above £50 up to £90.\nHospital Trust delegates goods to Chief Executive temporarily up to £20 until 1 May 2027.", "DL7003:up to £20", "begins at £50, so up to £20 leaves nothing")]
    [InlineData("Hospital Trust delegates goods to Chief Executive above £50 up to £90.\nHospital Trust delegates goods to Chief Executive temporarily up to £50 until 1 May 2027.", "DL7003:up to £50", "begins at £50, so up to £50 leaves nothing")]
    [InlineData("Hospital Trust delegates goods to Chief Executive above £50 up to £90 per decision and up to £100 per year.\nHospital Trust delegates goods to Chief Executive temporarily up to £20 until 1 May 2027.", "DL7003:up to £20", "leaves nothing")]
    [InlineData("Nobody may decide goods jointly with Chair.", "DL1005:jointly with Chair", "cannot have `jointly with`")]
    [InlineData("Nobody may decide goodz.", "DL2001:goodz", "not declared")]
    [InlineData("Hospital Trust delegates goods within surgery care to Chair.", "DL1005:within surgery care", "cannot have `within`")]
    [InlineData("Hospital Trust delegates all other matters within Leeds to Chair.", "DL2003:Leeds", "is a place")]
    public void A_wrong_use_is_reported_once(string sentences, string finding, string message)
    {
        SchemeModel model = SchemeText.BindTrust(sentences);

        Diagnostic found = Assert.Single(model.Trees.SelectMany(tree => tree.Diagnostics).Concat(model.Diagnostics), diagnostic => diagnostic.Severity != DiagnosticSeverity.Info);
        Assert.Equal(finding, $"{found.Code}:{SchemeText.Words(found)}");
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hospital Trust delegates goods to Chief Executive temporarily up to £5 until 1 May 2027.")]
    [InlineData("Hospital Trust delegates goods to Chief Executive up to £5.\nHospital Trust delegates goods to Chief Executive temporarily up to £6.")]
    [InlineData("Hospital Trust delegates goods to Chief Executive up to £5.\nHospital Trust delegates goods to Chief Executive temporarily up to £6 per year until 1 May 2027.")]
    [InlineData("Hospital Trust delegates goods to Chief Executive above £50 up to £90.\nHospital Trust delegates goods to Chief Executive temporarily up to £20 until 1 May 2027.")]
    public void A_temporary_limit_in_place_of_nothing_gives_nobody_anything(string sentences)
    {
        SchemeModel model = SchemeText.BindTrust(sentences);

        Assert.True(model.Delegations[^1].HasErrors);
        Assert.All(model.Delegations.SkipLast(1), standing => Assert.False(standing.HasErrors));
    }

    [Fact]
    public void A_temporary_limit_changes_nothing_else_of_the_standing_sentence()
    {
        SchemeModel model = SchemeText.BindSoundTrust(
            "Hospital Trust delegates goods to Chief Executive up to £5,000 at Leeds after consulting Chair from 1 April 2026 with power to delegate.\n"
            + "Hospital Trust delegates goods to Chief Executive temporarily up to £9,000 until 30 June 2026 reference \"T\".");

        Assert.Equal(
            ["9000 2026-04-01..2026-06-30 T", "5000 2026-07-01.."],
            model.Delegations.OrderBy(part => part.Terms.From).Select(Shown));
        Assert.All(model.Delegations, part => Assert.True(part.Terms is { At.Length: 1, Steps.Length: 1, Onward.IsGiven: true }));
    }

    [Fact]
    public void A_temporary_limit_that_says_where_it_begins_may_lie_below_the_standing_one()
    {
        SchemeModel model = SchemeText.BindSoundTrust(
            "Hospital Trust delegates goods to Chief Executive above £50 up to £90.\n"
            + "Hospital Trust delegates goods to Chief Executive temporarily above £10 up to £20 until 30 June 2026.");

        Assert.Equal(["20 2026-04-01..2026-06-30", "90 2026-07-01.."], model.Delegations.OrderBy(part => part.Terms.Until ?? DateOnly.MaxValue).Select(Shown).Select(shown => shown.Replace(" ..", " 2026-04-01..", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("from 1 May 2025 until 30 June 2025", "90 ..")]
    [InlineData("from 1 March 2026 until 30 June 2026", "95 2026-03-01..2026-06-30|90 2026-07-01..")]
    public void On_days_before_the_scheme_a_temporary_limit_cuts_no_standing_sentence(string days, string parts)
    {
        SchemeModel model = SchemeText.BindTrust(
            $"Hospital Trust delegates goods to Chief Executive up to £90.\nHospital Trust delegates goods to Chief Executive temporarily up to £95 {days}.");

        Assert.Equal(parts.Split('|'), model.Delegations.Where(part => part.Terms.Temporarily is null || parts.Contains("95 ", StringComparison.Ordinal)).Select(Shown).Distinct());
    }

    [Theory]
    [InlineData("the raising of unlimited funds is a matter of Hospital Trust.\nHospital Trust delegates raising of unlimited funds to Chair.")]
    [InlineData("Temporarily Closed is a place of Hospital Trust.\nHospital Trust delegates goods to Chair at Temporarily Closed.")]
    [InlineData("posts filled temporarily is a matter of Hospital Trust.\nHospital Trust delegates posts filled temporarily to Chair any amount.")]
    [InlineData("matters of Hospital Trust:\n  - things of any amount.\nHospital Trust delegates things of any amount to Chair.")]
    public void The_words_are_plain_ones_in_names(string sentences) => SchemeText.BindSoundTrust(sentences);

    private static string Shown(DelegationStatement part) => $"{(part.Terms.Limit?.Upper?.Amount as FixedAmount)?.Value} {part.Terms.From:yyyy-MM-dd}..{part.Terms.Until:yyyy-MM-dd}{string.Concat(part.Terms.References.Select(one => " " + one))}";
}
