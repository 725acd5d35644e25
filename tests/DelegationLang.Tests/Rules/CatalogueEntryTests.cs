using DelegationLang.Diagnostics;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Rules;

/// <summary>
/// Entries of the catalogue in use: a scheme that gives what lies within one as the law allows raises nothing, and one that gives it otherwise is told so by
/// the right code.
/// </summary>
public sealed class CatalogueEntryTests
{
    private const string Council = """
        scheme Council scheme
          approved by Full Council on 10 March 2026
          in force from 1 April 2026.
        use england.
        Vale Council is a local authority known as Council.
        Full Council is the board of Council.
        Cabinet is the cabinet of Council reporting to Full Council.
        Regulatory Committee is a committee of Full Council reporting to Full Council.
        Ward Member is a councillor of Full Council.
        Chief Officer is an officer of Council.
        Hill Council is a local authority.
        Hill Deal is an agreement between Council, Hill Council covering local part under Local Government Act 1972 section 101.

        """;

    private const string Board = """
        scheme Board scheme
          approved by Board on 10 March 2026
          in force from 1 April 2026.
        use england.
        Vale ICB is an integrated care board known as ICB.
        Board is the board of ICB.
        Audit Committee is a committee of Board reporting to Board.
        Remuneration Committee is a committee of Board reporting to Board.
        local dentistry is a function of NHS England.
        Dental Deal is a delegation agreement between NHS England, ICB covering local dentistry under NHS Act 2006 section 65Z5.
        NHS England delegates local dentistry to ICB under Dental Deal reporting to NHS England annually.

        """;

    [Theory]
    [InlineData("planning applications")]
    [InlineData("planning obligations")]
    [InlineData("planning injunctions")]
    [InlineData("building preservation notices")]
    [InlineData("caravan site licences")]
    [InlineData("taxi and private hire driver licences")]
    [InlineData("skin piercing registration")]
    [InlineData("pet shop licences")]
    [InlineData("dog breeding licences")]
    [InlineData("zoo licences")]
    [InlineData("registration of commons and greens")]
    [InlineData("street deposits and excavations")]
    [InlineData("dairy approvals")]
    [InlineData("health and safety enforcement")]
    [InlineData("polling districts of a constituency")]
    [InlineData("community governance reviews")]
    [InlineData("smoke-free enforcement")]
    [InlineData("path creation agreements")]
    [InlineData("tree preservation")]
    public void A_function_that_is_not_the_executives_goes_to_a_committee_and_never_to_one_councillor(string entry)
    {
        string part = $"local part is a council function of Council within {entry}.\n";

        Assert.Equal([], Codes(Council + part + "Council delegates local part to Regulatory Committee.\n"));
        Assert.Equal(["DL4007"], Codes(Council + part + "Council delegates local part to Ward Member.\n"));
    }

    [Theory]
    [InlineData("casino resolution")]
    [InlineData("licensing policy statement")]
    [InlineData("early morning alcohol orders")]
    [InlineData("gambling policy statement")]
    [InlineData("change of governance arrangements")]
    [InlineData("considering the monitoring officer report")]
    [InlineData("considering the chief finance officer report")]
    [InlineData("council tax determinations")]
    [InlineData("budget and council tax calculations")]
    [InlineData("approving the appointment of the head of paid service")]
    [InlineData("adoption of the development plan")]
    [InlineData("adoption of the local transport plan")]
    [InlineData("adoption of the youth justice plan")]
    public void What_is_for_the_full_council_is_reserved_to_it_and_goes_to_nobody(string entry)
    {
        string part = $"local part is a matter of Council within {entry}.\n";

        Assert.Equal([], Codes(Council + part + "Council reserves local part to Full Council.\n"));
        Assert.Equal(["DL4014"], Codes(Council + part + "Council delegates local part to Chief Officer.\n"));
    }

    [Theory]
    [InlineData("licensing act functions")]
    [InlineData("premises licence reviews")]
    [InlineData("licensing register")]
    public void A_function_of_the_licensing_committee_goes_to_it_and_to_no_other_council(string entry)
    {
        string part = $"local part is a licensing function of Council within {entry}.\n";

        Assert.Equal([], Codes(Council + part + "Council delegates local part to Regulatory Committee.\n"));
        Assert.Equal(["DL4003"], Codes(Council + part + "Council delegates local part to Hill Council under Hill Deal reporting to Cabinet annually.\n"));
    }

    [Theory]
    [InlineData("board direction consultation")]
    [InlineData("authorisation of foundation trusts")]
    [InlineData("register of foundation trusts")]
    [InlineData("panel advising governors")]
    [InlineData("capital limits of foundation trusts")]
    [InlineData("granting foundation trust mergers")]
    [InlineData("granting foundation trust acquisitions")]
    public void What_NHS_England_keeps_by_regulation_is_not_passed_to_a_board(string entry)
    {
        Assert.Equal([], Codes(Board));
        Assert.Equal(["DL4003"], Codes(Board.Replace("covering local dentistry", "covering local dentistry, " + entry, StringComparison.Ordinal) + $"NHS England delegates {entry} to ICB under Dental Deal reporting to NHS England annually.\n"));
    }

    private static string[] Codes(string text) =>
    [
        .. Project.OfFile(MemoryFiles.Empty.With("a.delegation", text), "a.delegation").Compile(new DateOnly(2026, 5, 1)).Diagnostics
            .Where(finding => finding.Severity >= DiagnosticSeverity.Warning).Select(finding => finding.Code),
    ];
}
