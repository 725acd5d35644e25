namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>What no rule of law may call an error, however sure the library is of its neighbours: the text was not read, may have been amended, or lawyers differ.</summary>
public sealed class NeverAnErrorTests
{
    [Theory]
    // Decisions contrary to the budget or to a plan, urgent ones among them.
    [InlineData("spending outside the budget is a matter of City Council within city contracts.\nCity Council delegates spending outside the budget to City Officer.")]
    [InlineData("departure from the local plan is a matter of City Council.\nurgent is a condition.\nCity Council delegates departure from the local plan to City Officer when urgent.")]
    [InlineData("amending the plan is a matter of City Council within amendment of a policy framework plan.\nCity Council delegates amending the plan to City Officer.")]
    // Planning: sections 319ZZB to 319ZZF of the 1990 Act, with arrangements whose regulations were not seen.
    [InlineData("City Council delegates schedule 1 planning applications to City Officer.")]
    [InlineData("City Council delegates schedule 1 planning applications to Planning Committee.")]
    [InlineData("City Council delegates schedule 2 planning applications to Planning Committee.\nPlanning Committee delegates schedule 2 planning applications to City Officer.")]
    [InlineData("City Council delegates schedule 2 planning applications to Planning Panel.")]
    // Nobody else under Schedule 1B paragraph 11, and the bar of the private sector.
    [InlineData("Adviser is a role of ICB.\nICB delegates district nursing to Adviser.")]
    [InlineData("Practice Partner is a partner member of Board.\nICB delegates district nursing to Practice Partner.")]
    // Who may sit to discharge patients: read in an old revision.
    [InlineData("Managers Panel is a committee of Trust Board with members Trust Clerk, Trust Manager.\nleave of patients is a function of Community Trust within discharge of detained patients.\nCommunity Trust delegates leave of patients to Managers Panel.")]
    [InlineData("Hospital Board is the board of Hospital Trust.\nHospital Manager is an officer of Hospital Trust.\nleave of patients is a function of Hospital Trust within discharge of detained patients.\nHospital Trust delegates leave of patients to Hospital Manager.")]
    // NHS trusts: as made the regulations name no officers, though every trust gives them limits.
    [InlineData("Hospital Board is the board of Hospital Trust.\nHospital Manager is an officer of Hospital Trust.\nHospital Trust delegates eye clinics to Hospital Manager up to £5,000.")]
    [InlineData("Hospital Board is the board of Hospital Trust.\nHospital Member is a member of Hospital Board.\nHospital Trust delegates eye clinics to Hospital Member.")]
    // The councils' side of the partnership regulations, as made in 2000.
    [InlineData("Adoption Agreement is a section 75 agreement between ICB, City Council covering family placements under NHS Act 2006 section 75 stating aims, payments, functions, services, staff and premises, duration, monitoring reporting to Board quarterly and annually.\nfamily placements is a function of City Council within adoption of children.\nCity Council delegates family placements to ICB under Adoption Agreement reporting to Full Council quarterly and annually.")]
    // A governor who is a director too.
    [InlineData("Staff Governor is a member of Council of Governors.\nTrust Chief is also Staff Governor.\nCommunity Trust delegates wards to Trust Chief.")]
    // The council tax reduction scheme.
    [InlineData("council tax reduction scheme is a matter of City Council.\nCity Council delegates council tax reduction scheme to City Officer.")]
    [InlineData("council tax reduction scheme is a matter of City Council.\nCity Council delegates council tax reduction scheme to Cabinet.")]
    // Plans whose duty may have ended.
    [InlineData("the library plan is a function of City Council within annual library plan.\nCity Council delegates the library plan to City Officer.")]
    [InlineData("the community plan is a function of City Council within community care plan.\nCity Council delegates the community plan to Cabinet.")]
    // One councillor for a ward of one member: section 236 of the 2007 Act and section 14A.
    [InlineData("North Ward is a ward.\nward grants is a function of City Council.\nCity Council delegates ward grants to Councillor at North Ward under Local Government and Public Involvement in Health Act 2007 section 236.")]
    // A committee that passes health scrutiny to an officer.
    [InlineData("reviewing health services is a function of City Council within health scrutiny.\nCity Council delegates reviewing health services to Planning Committee.\nPlanning Committee delegates reviewing health services to City Officer.")]
    public void It_is_a_warning_or_a_remark_at_most(string sentences) =>
        Assert.DoesNotContain(LawText.Findings(sentences, isSound: false), finding => !finding.StartsWith("w:", StringComparison.Ordinal) && !finding.StartsWith("i:", StringComparison.Ordinal));
}
