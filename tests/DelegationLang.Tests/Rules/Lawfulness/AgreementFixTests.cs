using DelegationLang.Diagnostics;
using DelegationLang.Rules;

namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>DL4006 and DL4009 are mended where it is certain what was meant.</summary>
public sealed class AgreementFixTests
{
    private const string Bodies =
        """
        use england.
        scheme Deals
          approved by Board on 1 March 2026
          in force from 1 April 2026.
        Vale ICB is an integrated care board.
        Board is the board of Vale ICB.
        Vale Council is a local authority.
        Vale Trust is an NHS trust.
        home care is a function of Vale ICB.
        eye care is a function of Vale ICB.
        eye surgery is a function of Vale ICB within surgery.

        """;

    private const string Deal = "Deal is a section 75 agreement between Vale ICB, Vale Council under NHS Act 2006 section 75 covering home care stating aims, payments, functions, services, staff and premises, duration, monitoring from 1 April 2026";

    [Theory]
    [InlineData(Deal + " reporting to Board quarterly and annually.", "home care to Vale Council", "home care to Vale Council under Deal")]
    [InlineData(Deal + " reporting to Board quarterly and annually.", "home care to Vale Council under NHS Act 2006 section 75 until 31 March 2027", "home care to Vale Council under Deal until 31 March 2027")]
    [InlineData(Deal + " reporting to Board quarterly and annually.", "eye care to Vale Council", null)]
    [InlineData(Deal + " reporting to Board quarterly and annually.", "home care to Vale Council under NHS Act 2006 section 65Z5", null)]
    [InlineData(Deal + " reporting to Board quarterly and annually until 30 June 2026.", "home care to Vale Council until 31 July 2026", null)]
    [InlineData(Deal + " reporting to Board quarterly and annually.", "home care to Vale Trust", null)]
    [InlineData("First is a delegation agreement between Vale ICB, Vale Trust under NHS Act 2006 section 65Z5.\nSecond is a delegation agreement between Vale ICB, Vale Trust under NHS Act 2006 section 65Z5.", "home care to Vale Trust", null)]
    [InlineData("First is a delegation agreement between Vale ICB, Vale Trust under NHS Act 2006 section 65Z5.", "home care to Vale Trust", "home care to Vale Trust under First")]
    public void The_one_agreement_that_can_be_meant_is_named(string agreements, string gift, string? mended)
    {
        string text = Bodies + agreements + $"\nVale ICB delegates {gift}.\n";
        Diagnostic finding = Assert.Single(Find(text), diagnostic => diagnostic.Code == "DL4009");

        if (mended is null)
        {
            Assert.Empty(finding.Fixes);
            return;
        }

        string after = RuleText.Apply(Assert.Single(finding.Fixes));
        Assert.EndsWith($"\nVale ICB delegates {mended}.\n", after, StringComparison.Ordinal);
        Assert.DoesNotContain(Find(after), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Code is "DL4009");
    }

    [Fact]
    public void The_reports_that_the_law_asks_for_are_added_to_the_sentence()
    {
        string text = Bodies + Deal + ".\nVale ICB delegates home care to Vale Council under Deal reference \"1\".\n";
        Diagnostic finding = Assert.Single(Find(text), diagnostic => diagnostic.Code == "DL4006");

        string after = RuleText.Apply(Assert.Single(finding.Fixes));

        Assert.EndsWith("under Deal reference \"1\" reporting to Board quarterly and annually.\n", after, StringComparison.Ordinal);
        Assert.DoesNotContain(Find(after), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Code is "DL4006" or "DL6007");
    }

    [Fact]
    public void What_an_agreement_states_is_for_those_who_made_it()
    {
        string text = Bodies + "Thin is a section 75 agreement between Vale ICB, Vale Council under NHS Act 2006 section 75 stating aims.\n";

        Assert.Empty(Assert.Single(Find(text), diagnostic => diagnostic.Code == "DL4006").Fixes);
    }

    private static IEnumerable<Diagnostic> Find(string text) => RuleSet.Run(RuleText.Bind(text), new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics;
}
