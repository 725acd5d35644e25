using DelegationLang.Diagnostics;

namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>DL4006: what an agreement has to state.</summary>
public sealed class AgreementTests
{
    private const string All = "stating aims, payments, functions, services, staff and premises, duration, monitoring";
    private const string Use = "ICB delegates community care to City Council under Deal";

    [Theory]
    [InlineData("", "its aims, its payments, its functions, its services, its staff and premises, its duration or its monitoring")]
    [InlineData("stating aims", "its payments, its functions, its services, its staff and premises, its duration or its monitoring")]
    [InlineData("stating aims, payments, functions, services, staff, duration, monitoring", "its staff and premises")]
    [InlineData("stating payments, functions, services, staff and premises, duration, monitoring", "its aims")]
    [InlineData(All, null)]
    [InlineData("stating aims and outcomes, payments and how they vary, functions, kinds of service, staff, goods and premises, duration and ending, monitoring", null)]
    [InlineData("stating monitoring, duration, \"staff and premises\", services, functions, payments, aims", null)]
    public void Its_content(string stating, string? missing)
    {
        Diagnostic[] findings = LawText.Find(LawText.InForce("from 1 April 2026") + LawText.Bodies + $"Deal is a section 75 agreement between ICB, City Council {stating}.");
        if (missing is null)
        {
            Assert.Empty(findings);
            return;
        }

        Diagnostic finding = Assert.Single(findings);
        Assert.Equal("DL4006:Deal", RuleText.Short(finding));
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
        Assert.Equal($"`Deal` does not state {missing}", finding.Message);
    }

    [Theory]
    [InlineData("", "reporting to Board quarterly and annually", null)]
    [InlineData("", "reporting to Board quarterly, annually", null)]
    [InlineData("", "reporting to Board monthly and yearly", null)]
    [InlineData("reporting to Board quarterly and annually", "", null)]
    [InlineData("reporting to Board annually", "reporting to Board quarterly", null)]
    [InlineData("", "reporting to Board quarterly", "quarterly and annually")]
    [InlineData("", "reporting to Board annually", "quarterly and annually")]
    [InlineData("", "reporting to Board", "quarterly and annually")]
    [InlineData("", "", "quarterly and annually")]
    public void The_reports_of_a_council_that_exercises_functions_of_the_health_service(string inAgreement, string inSentence, string? reports) =>
        Check(
            $"Deal is a section 75 agreement between ICB, City Council {All} {inAgreement}.\n{Use} {inSentence}.",
            reports is null ? null : $"`Deal` says nothing of reporting {reports}, though `City Council` is given functions under it");

    [Fact]
    public void The_other_way_about_reports_are_asked_for_as_well() =>
        Check(
            $"Deal is a section 75 agreement between ICB, City Council {All}.\nCity Council delegates social care to ICB under Deal.",
            "`Deal` says nothing of reporting quarterly and annually, though `Example ICB` is given functions under it");

    [Fact]
    public void Both_are_one_finding() =>
        Check(
            $"Deal is a section 75 agreement between ICB, City Council stating aims, payments, functions, services, duration, monitoring.\n{Use}.",
            "`Deal` does not state its staff and premises, and says nothing of reporting quarterly and annually, though `City Council` is given functions under it");

    [Theory]
    [InlineData("Deal is a delegation agreement between ICB, City Council.")]
    [InlineData("Deal is a section 256 agreement between ICB, City Council.")]
    [InlineData("Deal is a section 75 agreement between Hospice, Clinic Company.")]
    public void Other_agreements_are_left_alone(string declaration) => Check(declaration, null);

    [Fact]
    public void An_agreement_under_the_power_counts_whatever_it_is_called() =>
        Check(
            "Deal is a memorandum between ICB, City Council under NHS Act 2006 section 75 stating aims, payments, functions, services, staff and premises, duration.",
            "`Deal` does not state its monitoring");

    private static void Check(string sentences, string? message) =>
        Assert.Equal(
            message is null ? [] : [message],
            LawText.Find(LawText.InForce("from 1 April 2026") + LawText.Bodies + sentences).Select(finding => finding.Message));
}
