namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>DL4001, DL4003, DL4004, DL4005, DL4009 and DL4010: from one organisation to another.</summary>
public sealed class AcrossTests
{
    [Theory]
    [InlineData("ICB delegates community care to City Council under Care Agreement.", null)]
    [InlineData("ICB delegates community care to Community Trust under Trust Agreement.", null)]
    [InlineData("ICB delegates community care to Community Trust under Open Agreement.", null)]
    [InlineData("ICB delegates community care to Community Trust under Understanding.", null)]
    [InlineData("ICB delegates community care to Trust Committee under Trust Agreement.", null)]
    [InlineData("ICB delegates community care to Trust Manager under Trust Agreement.", null)]
    [InlineData("ICB delegates community care to System Committee under System Agreement.", null)]
    [InlineData("ICB delegates care budget to City Council under Integration Agreement.", null)]
    [InlineData("ICB delegates community care to City Council under Payment.", "DL4001:Payment")]
    [InlineData("ICB delegates community care to City Council under NHS Act 2006 section 256.", "DL4001:NHS Act 2006 section 256")]
    [InlineData("ICB delegates community care to City Council under Local Government Act 1972 section 101.", "DL4001:Local Government Act 1972 section 101")]
    [InlineData("ICB delegates community care to Other ICB under Integration Agreement.", "DL4001:Integration Agreement")]
    [InlineData("ICB delegates community care to Nursing College.", "DL4001:Nursing College")]
    [InlineData("ICB delegates all matters to Nursing College.", "DL4001:Nursing College")]
    [InlineData("ICB delegates community care to Secretary of State.", "DL4001:Secretary of State")]
    [InlineData("City Council delegates planning to Moor Council under Executive Agreement.", "DL4001:Executive Agreement")]
    [InlineData("Nursing College delegates lectures to ICB.\nlectures is a function of Nursing College.", null)]
    [InlineData("Hospice delegates beds to Hospital Trust.\nbeds is a function of Hospice.", null)]
    public void A_power_for_these_bodies(string sentence, string? finding) => Check(sentence, finding);

    [Theory]
    [InlineData("Hospital Trust delegates surgery of the hand to City Council under Integration Agreement.", "DL4003:Integration Agreement")]
    [InlineData("Eye Agreement is a section 75 agreement between Hospital Trust, City Council under NHS Act 2006 section 75 stating aims, payments, functions, services, staff and premises, duration, monitoring reporting to Board quarterly and annually.\nHospital Trust delegates eye clinics to City Council under Eye Agreement.", null)]
    [InlineData("Hospital Trust delegates eye clinics to City Council under Integration Agreement.", "DL4009:Integration Agreement")]
    [InlineData("Hand Agreement is a delegation agreement between Hospital Trust, City Council under NHS Act 2006 section 65Z5.\nHospital Trust delegates surgery of the hand to City Council under Hand Agreement.", null)]
    [InlineData("surgery is a function of Hospital Trust.\nHospital Trust delegates surgery to City Council under Integration Agreement.", "DL4003:Integration Agreement")]
    [InlineData("awards is a matter of Hospital Trust.\nHospital Trust delegates awards for surgery of the hand to City Council under Integration Agreement.", "DL4003:Integration Agreement")]
    [InlineData("hand budget is a budget of Hospital Trust covering surgery of the hand.\nHospital Trust delegates hand budget to City Council under Integration Agreement.", "DL4003:Integration Agreement")]
    [InlineData("NHS England delegates trust directions to ICB under NHS Act 2006 section 65Z5.", "DL4003:NHS Act 2006 section 65Z5")]
    [InlineData("Mayoral Authority delegates mayoral transport to City Council under Local Government Act 1972 section 101.", "DL4003:Local Government Act 1972 section 101")]
    public void What_a_power_excludes(string sentence, string? finding) => Check(sentence, finding);

    [Theory]
    [InlineData("ICB delegates community care to Citizens Forum.", "DL4004:Citizens Forum")]
    [InlineData("ICB delegates community care to Place Partnership.", "DL4004:Place Partnership")]
    [InlineData("ICB delegates community care to Trust Forum.", "DL4004:Trust Forum")]
    [InlineData("ICB delegates community care to Clinic Company.", "DL4004:Clinic Company")]
    [InlineData("ICB delegates community care to Village Practice.", "DL4004:Village Practice")]
    [InlineData("ICB delegates community care to Hospice.", "DL4004:Hospice")]
    [InlineData("ICB delegates community care to Hospice under Care Agreement.", "DL4004:Hospice")]
    [InlineData("City Council delegates social care to Clinic Company.", "DL4004:Clinic Company")]
    [InlineData("ICB delegates community care to Director jointly with Citizens Forum.", "DL4004:Citizens Forum")]
    [InlineData("ICB delegates all other matters to Citizens Forum.", "DL4004:Citizens Forum")]
    [InlineData("ICB reserves community care to Citizens Forum.", "DL4004:Citizens Forum")]
    [InlineData("limits for contracts of ICB:\n  - Citizens Forum up to £5\n  - Director up to £10.", "DL4004:Citizens Forum")]
    [InlineData("Panel is a partnership.\nICB delegates community care to Panel.", "DL4004:Panel")]
    [InlineData("ICB delegates community care to Place Committee.", null)]
    [InlineData("ICB delegates community care to Board jointly with Chair.", null)]
    [InlineData("ICB delegates community care to Team.\nTeam is a group of ICB.", null)]
    [InlineData("working party is a kind of group.\nTeam is a working party of ICB.\nICB delegates community care to Team.", null)]
    [InlineData("Our Power is a power for integrated care board to delegate to college.\nworking party is a kind of group.\nTeam is a working party of ICB.\nICB delegates community care to Team.", null)]
    [InlineData("Our Power is a power for integrated care board to delegate to college.\nICB delegates community care to Nursing College.", null)]
    [InlineData("Our Power is a power for integrated care board to delegate to college.\nICB delegates community care to Nursing College under Our Power.", null)]
    [InlineData("Our Power is a power for integrated care board to delegate to charity.\nICB delegates community care to Hospice under Our Power.", null)]
    [InlineData("steering forum is a kind of forum.\nTeam is a steering forum of ICB.\nICB delegates community care to Team.", "DL4004:Team")]
    [InlineData("ICB entrusts community care to Hospice under Provider Contract.", null)]
    [InlineData("Citizens Forum advises Board on community care.", null)]
    [InlineData("beds is a function of Hospice.\nPanel is a forum of Hospice.\nHospice delegates beds to Panel.", null)]
    public void Who_can_hold_authority(string sentence, string? finding) => Check(sentence, finding);

    [Theory]
    [InlineData("City Council delegates social care to ICB under NHS Act 2006 section 65Z5.", "DL4005:NHS Act 2006 section 65Z5")]
    [InlineData("City Council delegates social care to ICB under Care Agreement.", "DL4005:Care Agreement")]
    [InlineData("City Council delegates social care to ICB under Grant.", "DL4005:Grant")]
    [InlineData("City Council delegates social care to ICB under NHS Act 2006 section 75.", "DL4005:NHS Act 2006 section 75")]
    [InlineData("City Council delegates social care to ICB.", "DL4005:ICB")]
    [InlineData("City Council delegates social care to Place Committee.", "DL4005:Place Committee")]
    [InlineData("City Council delegates social care to Director.", "DL4005:Director")]
    [InlineData("City Council delegates all matters to ICB.", "DL4005:ICB")]
    [InlineData("City Council delegates social care to Integrated Committee under Care Agreement.", "DL4005:Care Agreement")]
    [InlineData("City Council delegates social care to Integrated Committee under Integration Agreement.", null)]
    [InlineData("City Council delegates social care to ICB under Integration Agreement.", null)]
    [InlineData("City Council delegates social care to ICB under Short Integration Agreement.", null)]
    [InlineData("City Council delegates social care to Place Committee under Integration Agreement.", null)]
    [InlineData("City Council delegates social care to Director under Integration Agreement.", null)]
    [InlineData("City Council delegates social care to Joint Director.", null)]
    [InlineData("Full Council delegates social care to Joint Director.", null)]
    [InlineData("City Council reserves social care to Place Committee.", "DL4005:Place Committee")]
    public void The_one_way_for_what_a_council_holds(string sentence, string? finding) => Check(sentence, finding);

    [Fact]
    public void What_a_council_gave_goes_on_within_the_board_and_to_others_only_in_the_same_way()
    {
        const string Given = "City Council delegates social care to ICB under Integration Agreement with power to delegate.\n";
        Check(Given + "ICB delegates social care to Place Committee.", null);
        Check(Given + "ICB delegates social care to Hospital Trust under Integration Agreement.", "DL4001:Integration Agreement");
        Check(Given + "ICB delegates social care to Hospital Trust under Open Agreement.", "DL4005:Open Agreement");
        Check(Given + "ICB delegates social care to City Council under Integration Agreement.", null);
    }

    [Fact]
    public void What_rests_on_a_sentence_in_error_is_not_reported_too()
    {
        Check(
            """
            City Council delegates social care to ICB under Care Agreement with power to delegate.
            ICB delegates social care to Hospital Trust under Open Agreement.
            """,
            "DL4005:Care Agreement");
        Check(
            """
            ICB delegates social care to Hospital Trust under Open Agreement.
            City Council delegates social care to ICB under Care Agreement with power to delegate.
            """,
            "DL4005:Care Agreement");
    }

    [Theory]
    [InlineData("ICB delegates community care to City Council under NHS Act 2006 section 65Z5.", "DL4009:NHS Act 2006 section 65Z5")]
    [InlineData("ICB delegates community care to Community Trust under NHS Act 2006 section 65Z6.", "DL4009:NHS Act 2006 section 65Z6")]
    [InlineData("ICB delegates community care to City Council under NHS Act 2006 section 75.", "DL4009:NHS Act 2006 section 75")]
    [InlineData("ICB delegates community care to City Council.", "DL4009:City Council")]
    [InlineData("ICB delegates community care to Full Council.", "DL4009:Full Council")]
    [InlineData("ICB delegates community care to System Committee.", "DL4009:System Committee")]
    [InlineData("ICB delegates community care to Integrated Committee.", "DL4009:Integrated Committee")]
    [InlineData("ICB delegates all matters to Community Trust.", "DL4009:Community Trust")]
    [InlineData("NHS England delegates dental services to ICB.", "DL4009:ICB")]
    [InlineData("Odd Agreement is a section 256 agreement between ICB, City Council under NHS Act 2006 section 65Z5.\nICB delegates community care to City Council under Odd Agreement.", "DL4009:Odd Agreement")]
    [InlineData("City Council delegates planning to Moor Council under Local Government Act 1972 section 101.", "w:DL4009:Local Government Act 1972 section 101")]
    [InlineData("City Council delegates social care to Moor Council.", null)]
    [InlineData("City Council delegates planning to Moor Council.", "w:DL4009:Moor Council")]
    [InlineData("City Council delegates planning to Moor Council under Councils Agreement.", null)]
    [InlineData("City Council delegates planning to Moor Committee under Councils Agreement.", null)]
    [InlineData("City Council delegates highways to Moor Council under Local Government Act 2000 section 9EA.", null)]
    [InlineData("City Council delegates highways to Moor Council under Executive Agreement.", null)]
    [InlineData("City Council delegates planning to Two Councils Committee under Local Government Act 1972 section 102.", null)]
    [InlineData("City Council delegates planning to Two Councils Committee.", null)]
    [InlineData("Joint Group is a joint committee between ICB, Other ICB under System Agreement.\nICB delegates community care to Joint Group.", null)]
    [InlineData("Joint Group is a joint committee between ICB, Other ICB under NHS Act 2006 section 65Z6.\nICB delegates community care to Joint Group.", "DL4009:Joint Group")]
    [InlineData("Joint Group is a joint committee between ICB, City Council under Care Agreement.\nCity Council delegates social care to Joint Group.", "DL4005:Joint Group")]
    [InlineData("Joint Group is a joint committee between ICB, City Council under Integration Agreement.\nCity Council delegates social care to Joint Group.", null)]
    [InlineData("Pool is a pooled fund of ICB covering community care under Integration Agreement.\nICB delegates Pool to City Council.", null)]
    [InlineData("ICB delegates community care to Place Committee under NHS Act 2006 section 65Z5.", null)]
    public void An_agreement_where_the_law_asks_for_one(string sentence, string? finding) => Check(sentence, finding);

    [Theory]
    [InlineData("ICB delegates community care to Community Trust under Provider Contract.", "DL4010:Provider Contract")]
    [InlineData("ICB delegates community care to Clinic Company under Provider Contract.", "DL4010:Provider Contract")]
    [InlineData("ICB entrusts community care to Community Trust under Provider Contract.", null)]
    [InlineData("ICB entrusts community care to Community Trust under Trust Agreement.", "DL4010:Trust Agreement")]
    [InlineData("ICB entrusts community care to Community Trust under NHS Act 2006 section 65Z5.", "DL4010:NHS Act 2006 section 65Z5")]
    [InlineData("ICB entrusts community care to Community Trust.", "DL4010:Community Trust")]
    [InlineData("Service Contract is a contract between ICB, Community Trust.\nICB entrusts community care to Community Trust under Service Contract.", null)]
    [InlineData("beds is a function of Hospice.\nHospice entrusts beds to Community Trust.", null)]
    public void Contracts(string sentence, string? finding) => Check(sentence, finding);

    [Fact]
    public void The_word_for_a_contract_is_offered()
    {
        Diagnostics.Diagnostic finding = LawText.Single("ICB delegates community care to Community Trust under Provider Contract.");
        Assert.EndsWith("ICB entrusts community care to Community Trust under Provider Contract.", RuleText.Apply(Assert.Single(finding.Fixes)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ICB delegates community care to Trust Manager.", "w:DL4011:Trust Manager")]
    [InlineData("ICB delegates community care to Director jointly with Trust Manager.", "w:DL4011:Trust Manager")]
    [InlineData("ICB delegates community care to Partner.\nPartner is an officer of Village Practice.", "w:DL4011:Partner")]
    [InlineData("ICB delegates community care to City Officer.", "w:DL4011:City Officer")]
    [InlineData("Care Lead is an officer of City Council seconded to ICB.\nICB delegates community care to Care Lead.", null)]
    [InlineData("Care Lead is an officer of City Council seconded to Other ICB.\nICB delegates community care to Care Lead.", "w:DL4011:Care Lead")]
    [InlineData("Care Lead is an officer of Community Trust seconded to City Council.\nCity Council delegates social care to Care Lead.", null)]
    [InlineData("ICB delegates community care to City Officer under Local Government Act 1972 section 113.", null)]
    [InlineData("City Council delegates social care to Director under Local Government Act 1972 section 113.", null)]
    [InlineData("ICB delegates community care to Place Member.", "w:DL4011:Place Member")]
    [InlineData("ICB delegates community care to Place Committee with power to delegate.\nPlace Committee delegates community care to Place Member.", null)]
    [InlineData("ICB delegates community care to Place Chair.", null)]
    [InlineData("ICB delegates community care to Director, Chair, Lay Member, Joint Director.", null)]
    [InlineData("Post is an officer.\nICB delegates community care to Post.", null)]
    [InlineData("Director is also Caldicott Guardian.\nICB delegates community care to Caldicott Guardian.", null)]
    [InlineData("Trust Manager is also Caldicott Guardian.\nICB delegates community care to Caldicott Guardian.", "w:DL4011:Caldicott Guardian")]
    [InlineData("beds is a function of Hospice.\nHospice delegates beds to Director.", null)]
    public void Persons_who_are_not_of_the_body(string sentence, string? finding) => Check(sentence, finding);

    private static void Check(string sentences, string? finding) => Assert.Equal(finding is null ? [] : [finding], LawText.Findings(sentences));
}
