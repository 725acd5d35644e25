using DelegationLang.Diagnostics;
using DelegationLang.Semantics;

namespace DelegationLang.Tests.Semantics;

/// <summary>Who takes no part in what: the sentences that are left, and wrong uses.</summary>
public sealed class RecusalTests
{
    private const string Given = "Hospital Trust delegates goods to Chief Executive or Finance Director up to £5,000.\n";

    [Theory]
    [InlineData("Finance Director takes no part in goods.", "Chief Executive: goods")]
    [InlineData("Finance Director takes no part in goods when in budget.", "Chief Executive: goods; Finance Director: goods unless in budget")]
    [InlineData("Finance Director takes no part in goods unless in budget.", "Chief Executive: goods; Finance Director: goods when in budget")]
    [InlineData("Finance Director takes no part in goods, which goes to Chair.", "Chief Executive: goods; Chair: goods")]
    [InlineData("Finance Director takes no part in goods when in budget, which goes to Chair.", "Chief Executive: goods; Finance Director: goods unless in budget; Chair: goods when in budget")]
    [InlineData("Finance Director takes no part in goods from 1 May 2026 until 31 May 2026.", "Chief Executive: goods; Finance Director: goods ..2026-04-30; Finance Director: goods 2026-06-01..")]
    [InlineData("Finance Director takes no part in surgery care.", "Chief Executive: goods; Finance Director: goods but not surgery care")]
    [InlineData("Finance Director takes no part in surgery care when in budget.", "Chief Executive: goods; Finance Director: goods but not surgery care; Finance Director: goods for surgery care unless in budget")]
    [InlineData("Chair takes no part in goods.", "Chief Executive or Finance Director: goods")]
    [InlineData("goods concerns Finance Director from 1 May 2026 until 31 May 2026.\nNobody takes part in what concerns them from 10 May 2026.", "Chief Executive: goods; Finance Director: goods ..2026-05-09; Finance Director: goods 2026-06-01..")]
    [InlineData("goods concerns Finance Director until 31 May 2026.\nNobody takes part in what concerns them from 1 June 2026.", "Chief Executive or Finance Director: goods")]
    public void Sentences_left(string sentence, string left)
    {
        SchemeModel model = SchemeText.BindSoundTrust(Given + sentence);

        Assert.Equal(left, string.Join("; ", model.Delegations.Select(Shown)));
        Assert.All(model.Delegations, part => Assert.NotNull(part.Terms.Limit));
    }

    [Theory]
    [InlineData("Finance Director takes no part in goods, which goes to Chair.\nChair takes no part in goods.", "Chief Executive: goods")]
    [InlineData("Chair takes no part in goods.\nFinance Director takes no part in goods, which goes to Chair.", "Chief Executive: goods")]
    [InlineData("Chair takes no part in goods, which goes to Governor.\nFinance Director takes no part in goods, which goes to Chair.", "Chief Executive: goods; Governor: goods")]
    [InlineData("Finance Director takes no part in goods, which goes to Chair.\nChair takes no part in goods, which goes to Finance Director.", "Chief Executive: goods")]
    [InlineData("Chair takes no part in goods, which goes to Finance Director.\nFinance Director takes no part in goods, which goes to Chair.", "Chief Executive: goods")]
    [InlineData("Chair takes no part in goods when in budget, which goes to Finance Director.\nFinance Director takes no part in goods, which goes to Chair.", "Chief Executive: goods; Chair: goods unless in budget")]
    [InlineData("Finance Director takes no part in goods.\nFinance Director takes no part in goods, which goes to Chair.", "Chief Executive: goods; Chair: goods")]
    [InlineData("Finance Director takes no part in goods, which goes to Chair.\nFinance Director takes no part in goods.", "Chief Executive: goods; Chair: goods")]
    [InlineData("Finance Director takes no part in goods.\nFinance Director takes no part in goods when in budget, which goes to Chair.", "Chief Executive: goods; Finance Director: goods but not goods unless in budget; Chair: goods when in budget")]
    public void Whoever_takes_no_part_is_given_nothing_by_others_who_take_none(string sentences, string left) =>
        Assert.Equal(left, string.Join("; ", SchemeText.BindSoundTrust(Given + sentences).Delegations.Select(Shown)));

    [Fact]
    public void Whoever_takes_over_stands_where_it_would_go_to_the_other() => Assert.Equal(
        "Chief Executive: goods; Governor: goods 2026-06-01..; Chair: goods ..2026-05-31",
        string.Join("; ", SchemeText.BindSoundTrust(Given + "Finance Director takes no part in goods, which goes to Chair.\nGovernor takes over from Chair on 1 June 2026.").Delegations.Select(Shown)));

    [Fact]
    public void What_was_taken_over_may_be_given_back() => Assert.Equal(
        "Chief Executive: goods; Finance Director: goods ..2026-05-31; Chair: goods 2026-06-01..2026-06-30; Finance Director: goods 2026-07-01..",
        string.Join("; ", SchemeText.BindSoundTrust(Given + "Chair takes over from Finance Director on 1 June 2026 for goods.\nFinance Director takes over from Chair on 1 July 2026 for goods.").Delegations.Select(Shown)));

    [Fact]
    public void Those_who_act_together_act_without_nobody()
    {
        SchemeModel model = SchemeText.BindSoundTrust("Hospital Trust delegates goods to any two of Chief Executive, Finance Director, Chair.\nChair takes no part in goods.");

        Assert.Equal("Chief Executive+Finance Director: goods", string.Join("; ", model.Delegations.Select(Shown)));
    }

    [Fact]
    public void Whom_it_goes_to_is_no_second_authority_beside_the_others() =>
        Assert.Empty(Rules.RuleText.FindOnly("DL5002", "ICB delegates award to Chief or Director.\nDirector takes no part in award, which goes to Lead."));

    [Fact]
    public void Nobody_left_it_stays_with_whoever_gave_it()
    {
        SchemeModel model = SchemeText.BindSoundTrust("Hospital Trust delegates goods to Chief Executive jointly with Finance Director.\nFinance Director takes no part in goods when in budget.");

        Assert.Equal("Chief Executive+Finance Director: goods unless in budget", string.Join("; ", model.Delegations.Select(Shown)));
    }

    [Theory]
    [InlineData("Finance Director takes no part in goodz.", "DL2001:goodz", "not declared")]
    [InlineData("Finance Director takes no part in Leeds.", "DL2003:Leeds", "is a place")]
    [InlineData("Finance Director takes no part in goods up to £5.", "DL1005:up to £5", "cannot have `up to`")]
    [InlineData("Finance Director takes no part in goods at Leeds.", "DL1005:at Leeds", "cannot have `at`")]
    [InlineData("Hospital Trust delegates goods to Chair which goes to Chief Executive.", "DL1005:which goes to Chief Executive", "cannot have `which goes to`")]
    [InlineData("Chair takes no part in goods, which goes to Finance Director.", "DL1005:goods", "nothing goes to `Finance Director`")]
    [InlineData("gowns is a matter of Hospital Trust.\nlimits for gowns of Hospital Trust:\n  - Chair, Governor up to £5\n  - Board above £5.\nChair takes no part in gowns.", "DL1005:gowns", "a line of a table")]
    [InlineData("Hospital Trust delegates all other matters to Chair.\ngowns is a matter of Hospital Trust.\nChair takes no part in gowns when in budget.", "DL1005:gowns", "without naming it")]
    public void A_wrong_use_is_reported_once(string sentences, string finding, string message)
    {
        SchemeModel model = SchemeText.BindTrust(Given + sentences);

        Diagnostic found = Assert.Single(model.Trees.SelectMany(tree => tree.Diagnostics).Concat(model.Diagnostics), diagnostic => diagnostic.Severity != DiagnosticSeverity.Info);
        Assert.Equal(finding, $"{found.Code}:{SchemeText.Words(found)}");
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }

    private static string Shown(DelegationStatement part)
    {
        string facts = string.Concat(part.Terms.Facts.Select(group => $" {(group.AnyOf[0].IsNegated ? "unless" : "when")} {string.Join(" or ", group.AnyOf.Select(fact => fact.Symbol.Name))}"));
        string days = part.Terms is { From: null, Until: null } ? "" : $" {part.Terms.From:yyyy-MM-dd}..{part.Terms.Until:yyyy-MM-dd}";
        string kept = part.Terms.KeptBack.IsEmpty ? "" : $" but not {string.Join(", ", part.Terms.KeptBack.Select(one => one.Symbol.Name))}";
        string functions = part.Terms.For.IsEmpty ? "" : $" for {string.Join(", ", part.Terms.For.Select(one => one.Symbol.Name))}";
        return $"{string.Join(" or ", SchemeText.Groups(part.Holders))}: {string.Join(", ", part.Subjects.Select(subject => subject.Symbol?.Name))}{functions}{kept}{facts}{days}";
    }
}
