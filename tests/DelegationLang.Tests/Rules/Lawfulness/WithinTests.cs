using DelegationLang.Diagnostics;
using DelegationLang.Rules;

namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>DL4007, DL4008, DL4012, DL4013 and DL4014: within one body.</summary>
public sealed class WithinTests
{
    [Theory]
    [InlineData("City Council delegates planning to Councillor.", "DL4007:Councillor")]
    [InlineData("City Council delegates planning to Leader.", "DL4007:Leader")]
    [InlineData("City Council delegates planning to Planning Chair.", "DL4007:Planning Chair")]
    [InlineData("City Council delegates planning to Planning Committee with power to delegate.\nPlanning Committee delegates planning to Planning Chair.", "DL4007:Planning Chair")]
    [InlineData("City Council delegates city contracts for planning to Planning Committee with power to delegate.\nPlanning Committee delegates city contracts for planning to Planning Chair.", "DL4007:Planning Chair")]
    [InlineData("hedges is a function of City Council within planning.\nCity Council delegates hedges to Planning Committee with power to delegate.\nPlanning Committee delegates all matters to Planning Chair.", "DL4007:Planning Chair")]
    [InlineData("hedges is a function of City Council within planning.\nCity Council delegates hedges to Planning Committee with power to delegate.\nPlanning Committee delegates all other matters to Planning Chair.", "DL4007:Planning Chair")]
    [InlineData("Moor Council delegates moor hedges to Moor Committee with power to delegate.\nMoor Committee delegates moor hedges to Moor Councillor.\nmoor hedges is a function of Moor Council.\nMoor Councillor is a councillor of Moor Board.", "DL4007:Moor Councillor")]
    [InlineData("City Council delegates planning to City Officer or Planning Chair.", "DL4007:Planning Chair")]
    [InlineData("city budget is a budget of City Council covering planning.\nCity Council delegates city budget to Planning Chair.", "DL4007:Planning Chair")]
    [InlineData("City Council delegates city contracts for planning to Planning Chair.", "DL4007:Planning Chair")]
    [InlineData("enforcement is a matter of City Council within planning.\nCity Council delegates enforcement to Councillor.", "DL4007:Councillor")]
    [InlineData("hedges is a function of City Council within development control.\nCity Council delegates hedges to Councillor.", "DL4007:Councillor")]
    [InlineData("City Council delegates planning to Councillor under Local Government and Public Involvement in Health Act 2007 section 236.", null)]
    [InlineData("City Council delegates planning to Planning Committee, City Officer.", null)]
    [InlineData("City Council delegates planning to Planning Panel.", null)]
    [InlineData("City Council delegates planning to Wellbeing Board.", null)]
    [InlineData("City Council delegates planning to Two Councils Committee.", null)]
    [InlineData("City Council delegates planning to Planning Chair jointly with City Officer.", "DL4007:Planning Chair")]
    [InlineData("City Council delegates planning to City Officer after consulting Planning Chair.", null)]
    [InlineData("City Council reserves planning to Full Council.", null)]
    [InlineData("City Council delegates social care to Councillor.", "i:DL4007:Councillor")]
    [InlineData("City Council delegates social care to Leader.", null)]
    [InlineData("City Council delegates social care to Planning Chair.", "DL4007:Planning Chair")]
    [InlineData("City Council delegates social care to Planning Chair jointly with City Officer.", "i:DL4007:Planning Chair")]
    [InlineData("City Council delegates city contracts to Leader.", "DL4007:Leader")]
    [InlineData("City Council delegates city contracts to Planning Committee.", null)]
    [InlineData("City Council delegates all other matters to Leader except setting the council tax, full borrowing.", "DL4007:Leader")]
    [InlineData("Group is a group of City Council.\nCity Council delegates planning to Group.", null)]
    public void A_function_of_the_council_as_such(string sentences, string? finding) => Check(sentences, finding);

    [Theory]
    [InlineData("City Council delegates highways to Planning Committee.", "DL4007:Planning Committee")]
    [InlineData("City Council delegates highways to Planning Panel.", "DL4007:Planning Panel")]
    [InlineData("East Committee is an area committee of Full Council.\nCabinet delegates highways to East Committee.\nEast Committee delegates highways to City Officer.", null)]
    [InlineData("East Committee is an area committee of Full Council.\nCity Council delegates highways to East Committee.", null)]
    [InlineData("East Committee is an area committee of Full Council.\nCity Council delegates planning to East Committee.", null)]
    [InlineData("Cabinet delegates highways to Planning Committee.", "DL4007:Planning Committee")]
    [InlineData("Cabinet delegates highways to Planning Committee under Local Government Act 2000 section 9E.", null)]
    [InlineData("City Council reserves highways to Full Council.", "DL4007:Full Council")]
    [InlineData("Full Council delegates highways to City Officer.", "DL4007:Full Council")]
    [InlineData("limits for highways of City Council:\n  - City Officer up to £5\n  - Full Council above £5.", "DL4007:Full Council")]
    [InlineData("limits for highways of City Council:\n  - City Officer up to £5\n  - Cabinet above £5.", null)]
    [InlineData("City Council delegates highways to Cabinet.", null)]
    [InlineData("City Council delegates highways to City Officer.", null)]
    [InlineData("City Council delegates highways to Wellbeing Board.", null)]
    [InlineData("Cabinet delegates highways to City Officer, Leader, Cabinet Committee.", null)]
    [InlineData("City Council reserves highways to Cabinet.", null)]
    [InlineData("City Council delegates highways to Leader.", null)]
    [InlineData("Moor Council delegates moor highways to Moor Committee.", null)]
    [InlineData("Moor Board delegates moor highways to Moor Officer.", null)]
    public void A_function_of_the_executive(string sentences, string? finding) => Check(sentences, finding);

    [Theory]
    [InlineData("City Council delegates planning to Cabinet.", "DL4007:Cabinet")]
    [InlineData("City Council delegates all other matters to Cabinet except setting the council tax, full borrowing.", "DL4007:Cabinet")]
    [InlineData("City Council delegates social care to Cabinet with power to delegate.\nCabinet delegates social care to City Officer.", null)]
    public void A_function_of_the_council_in_the_hands_of_the_executive(string sentences, string? finding) => Check(sentences, finding);

    [Fact]
    public void The_executive_neither_holds_a_function_of_the_council_by_a_wide_sentence_nor_gives_it_on() =>
        Assert.Equal(
            ["DL4007:Cabinet", "DL4007:Cabinet"],
            LawText.Findings(
                "Cabinet delegates planning to City Officer.\nCity Council delegates all other matters to Cabinet except setting the council tax, full borrowing with power to delegate."));

    [Theory]
    [InlineData("City Council delegates highways to Moor Council under Local Government Act 1972 section 101.", "DL4007:Local Government Act 1972 section 101")]
    [InlineData("City Council delegates highways to Moor Council under Councils Agreement.", "DL4007:Councils Agreement")]
    [InlineData("Cabinet delegates highways to Moor Council under Councils Agreement.", "DL4007:Councils Agreement")]
    [InlineData("City Council delegates highways to City Officer under Local Government Act 1972 section 101.", "DL4003:Local Government Act 1972 section 101")]
    public void A_function_of_the_executive_under_the_power_for_the_others(string sentences, string? finding) => Check(sentences, finding);

    [Theory]
    [InlineData("until 31 March 2026", "from 1 April 2026", null)]
    [InlineData("until 1 April 2026", "from 1 April 2026", "DL4007:Planning Committee")]
    [InlineData("from 1 May 2026", "until 30 April 2026", null)]
    [InlineData("from 1 May 2026", "until 1 May 2026", "DL4007:Planning Committee")]
    public void The_executive_counts_while_there_is_one(string cabinet, string delegation, string? finding) =>
        Assert.Equal(
            finding is null ? [] : [finding],
            LawText.Findings(
                $"City Council delegates highways to Planning Committee {delegation}.",
                bodies: LawText.Bodies.Replace("the cabinet of City Council.", $"the cabinet of City Council {cabinet}.", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Cabinet", null)]
    [InlineData("Leader", null)]
    [InlineData("City Officer", null)]
    [InlineData("Councillor", "DL4014:waste plan")]
    public void An_urgent_decision_may_depart_from_the_policy_framework(string party, string? finding)
    {
        const string Plan = "waste plan is a policy framework matter of City Council.\nurgent is a condition, normally false.\n";
        Check($"{Plan}City Council delegates waste plan to {party} even if reserved when urgent ratified by Full Council.", finding);
        Assert.NotEmpty(LawText.Findings($"{Plan}City Council delegates waste plan to {party}."));
    }

    [Theory]
    [InlineData("City Council delegates planning to City Officer jointly with Councillor.", "DL4007:Councillor")]
    [InlineData("City Council delegates planning to both City Officer and Councillor.", "DL4007:both City Officer and Councillor")]
    [InlineData("limits for planning of City Council:\n  - City Officer jointly with Councillor up to £5\n  - Full Council.", "DL4007:Councillor")]
    public void Of_several_together_the_one_who_may_not_is_marked(string sentence, string finding) => Check(sentence, finding);

    [Theory]
    [InlineData("Wellbeing Board delegates needs assessment to City Officer.", "DL4008:City Officer")]
    [InlineData("Wellbeing Board delegates needs assessment to Councillor.", "DL4008:Councillor")]
    [InlineData("Wellbeing Board delegates needs assessment to Wellbeing Panel.", null)]
    [InlineData("Wellbeing Board delegates needs assessment to Wellbeing Panel with power to delegate.\nWellbeing Panel delegates needs assessment to City Officer.", "DL4008:City Officer")]
    [InlineData("City Council delegates social care to Wellbeing Board with power to delegate.\nWellbeing Board delegates social care to Wellbeing Panel with power to delegate.\nWellbeing Panel delegates social care to City Officer.", null)]
    [InlineData("City Council delegates planning to Planning Committee with power to delegate.\nPlanning Committee delegates planning to Planning Panel with power to delegate.\nPlanning Panel delegates planning to City Officer.", null)]
    [InlineData("City Council delegates social care to Wellbeing Board under Health and Social Care Act 2012 section 196 with power to delegate.\nWellbeing Board delegates social care to City Officer.", null)]
    [InlineData("City Council delegates social care to Wellbeing Board with power to delegate.\nWellbeing Board delegates social care to City Officer.", null)]
    [InlineData("City Council delegates social care to Wellbeing Board under Local Government Act 1972 section 102 with power to delegate.\nWellbeing Board delegates social care to City Officer.", "DL4008:City Officer")]
    [InlineData("City Council delegates assessments to Wellbeing Board under Health and Social Care Act 2012 section 196 with power to delegate.\nassessments is a function of City Council within joint strategic needs assessment.\nWellbeing Board delegates assessments to City Officer.", "DL4008:City Officer")]
    [InlineData("City Council delegates planning to Planning Committee with power to delegate.\nPlanning Committee delegates planning to City Officer.", null)]
    public void A_group_with_powers_of_its_own(string sentences, string? finding) => Check(sentences, finding);

    [Theory]
    [InlineData("accountability for safety", "accountability")]
    [InlineData("Accountability", "Accountability")]
    [InlineData("full accountability and liability for community services", "accountability")]
    [InlineData("transfer of liability to places", "liability")]
    [InlineData("holding legal liability", "liability")]
    [InlineData("overall financial accountability", "accountability")]
    [InlineData("public liability", null)]
    [InlineData("liability insurance", null)]
    [InlineData("settlement of liability claims", null)]
    [InlineData("admission of liability", null)]
    [InlineData("limitation of liability in contracts", null)]
    [InlineData("accountability framework", null)]
    [InlineData("reports on accountability and performance", null)]
    [InlineData("insurance against liability", null)]
    [InlineData("reliability of lifts", null)]
    public void Names_that_say_that_accountability_passes(string name, string? burden) => Assert.Equal(burden, AccountabilityPassed.BurdenIn(name));

    [Theory]
    [InlineData("ICB delegates \"accountability for care\" to Place Committee.", "w:DL4012:\"accountability for care\"")]
    [InlineData("ICB entrusts \"accountability for care\" to Community Trust under Provider Contract.", "w:DL4012:\"accountability for care\"")]
    [InlineData("limits for accountability for care of ICB:\n  - Director up to £5\n  - Place Committee up to £50.", "w:DL4012:accountability for care")]
    [InlineData("ICB reserves \"accountability for care\" to Board.", null)]
    public void Accountability(string sentence, string? finding) => Check("\"accountability for care\" is a matter of ICB.\n" + sentence, finding);

    [Fact]
    public void What_a_foundation_trust_gives_to_others_than_its_directors_is_remarked_on_once()
    {
        Check("Community Trust delegates wards to Trust Chief, Trust Committee.", null);
        Check("Community Trust delegates wards to Trust Chief with power to delegate.\nTrust Chief delegates wards to Trust Manager.", null);
        Check("Hospital Trust delegates eye clinics to Ward Clerk.\nWard Clerk is an officer of Hospital Trust.", null);
        Check("ICB delegates community care to Director, Chair, Lay Member, Place Committee.", null);

        Diagnostic finding = LawText.Single("Community Trust delegates wards to Trust Manager up to £5.\nTrust Board delegates wards to Trust Clerk, Council of Governors.");
        Assert.Equal("DL4013:Trust Manager", RuleText.Short(finding));
        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.Contains("and so do 2 other parties (nobody has checked", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("City Council delegates setting the council tax to City Officer.", "DL4014:setting the council tax")]
    [InlineData("City Council delegates setting the council tax to Cabinet.", "DL4014:setting the council tax")]
    [InlineData("City Council delegates setting the council tax to Moor Council under Councils Agreement.", "DL4014:setting the council tax")]
    [InlineData("City Council delegates setting the council tax to City Officer even if reserved when urgent ratified by Full Council.\nurgent is a condition.", "DL4014:setting the council tax")]
    [InlineData("City Council delegates full borrowing to City Officer.", "DL4014:full borrowing")]
    [InlineData("borrowing is a matter of City Council.\nCity Council delegates borrowing to City Officer.", "DL4014:borrowing")]
    [InlineData("code of conduct of members is a matter of City Council.\nCity Council delegates code of conduct of members to City Officer.", "DL4014:code of conduct of members")]
    [InlineData("limits for full borrowing of City Council:\n  - City Officer up to £5\n  - Full Council above £5.", "DL4014:full borrowing")]
    [InlineData("limits for full borrowing of City Council:\n  - Full Council above £5.", null)]
    [InlineData("City Council reserves setting the council tax to Full Council.", null)]
    [InlineData("City Council delegates city contracts to City Officer.", null)]
    [InlineData("City Council delegates all other matters to City Officer.", "DL4014:all other matters")]
    [InlineData("City Council delegates all other matters to City Officer except setting the council tax, full borrowing.", null)]
    [InlineData("borrowing is a matter of ICB.\nICB delegates borrowing to Director.", null)]
    [InlineData("setting the precept is a matter of ICB within council tax and precept.\nICB delegates setting the precept to Director.", null)]
    public void What_only_the_board_may_decide(string sentences, string? finding) => Check(sentences, finding);

    [Theory]
    [InlineData("changing the rules is a matter of ICB within constitution change.", "w:DL4014:changing the rules")]
    [InlineData("constitution change is a matter of ICB.", "w:DL4014:constitution change")]
    [InlineData("changing the rules is a matter of Hospital Trust within constitution change.", null)]
    [InlineData("Hospital Board is the board of Hospital Trust.\nchanging the rules is a matter of Hospital Trust within constitution change.", "w:DL4014:changing the rules")]
    [InlineData("changing the rules is a matter of City Council within constitution change.", "w:DL4014:changing the rules")]
    [InlineData("changing the rules is a matter of City Council within constitution change.\nCity Council reserves changing the rules to Planning Committee.", "w:DL4014:changing the rules")]
    [InlineData("changing the rules is a matter of City Council within constitution change.\nCity Council reserves changing the rules to Full Council.", null)]
    [InlineData("changing the rules is a matter of City Council within constitution change.\nFull Council reserves all matters to Full Council.", null)]
    [InlineData("matters of ICB reserved to Board:\n  - changing the rules within constitution change.", null)]
    [InlineData("matters of ICB:\n  - changing the rules within constitution change\n  - changing one rule within changing the rules.\nICB reserves changing the rules to Board.", null)]
    [InlineData("changing the rules is a matter of Community Trust within constitution change.\nCommunity Trust reserves changing the rules to Trust Board jointly with Council of Governors.", null)]
    [InlineData("changing the rules is a matter of Hospice within constitution change.", null)]
    public void What_a_scheme_should_reserve(string sentences, string? finding) => Check(sentences, finding);

    [Fact]
    public void The_sentence_that_reserves_it_is_offered()
    {
        Diagnostic finding = LawText.Single("changing the rules is a matter of City Council within constitution change.");
        string mended = RuleText.Apply(Assert.Single(finding.Fixes));
        Assert.EndsWith("\n\nCity Council reserves changing the rules to Full Council.\n", mended, StringComparison.Ordinal);
        Assert.Empty(LawText.Find(mended));
    }

    [Fact]
    public void A_reservation_that_could_not_be_understood_may_have_kept_it() =>
        Assert.Empty(LawText.Findings("changing the rules is a matter of ICB within constitution change.\nICB reserves changing teh rules to Board.", isSound: false));

    private static void Check(string sentences, string? finding) => Assert.Equal(finding is null ? [] : [finding], LawText.Findings(sentences));
}
