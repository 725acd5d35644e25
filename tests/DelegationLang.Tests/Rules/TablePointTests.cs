using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Rules;

/// <summary>What is said of tables of limits: lines in the wrong order, holes, and whose authority a later line keeps.</summary>
public sealed class TablePointTests
{
    private const string Start = BodyText.Trust + """

        Ward Manager is an officer of Trust held by several people.
        losses is a matter of Trust.
        rents is a matter of Trust.
        rent length is a measure in years.

        """;

    [Fact]
    public void Lines_from_the_top_down_are_told_one_by_one_and_put_in_order()
    {
        const string Table = "limits for losses of Trust:\n  - Board above £50,000\n  - Chief Executive up to £50,000\n  - Ward Manager up to £5,000.\n";
        Diagnostic finding = Assert.Single(Find(Table + "limits for rents of Trust:\n  - Ward Manager up to £1\n  - Board above £1.\n", "DL5010"));

        Assert.Equal(("Nothing is left under the line of “Ward Manager”: wherever it applies, a line before it decides", DiagnosticSeverity.Warning), (finding.Message, finding.Severity));
        string mended = RuleText.Apply(Assert.Single(finding.Fixes));
        Assert.Contains("  - Ward Manager up to £5,000\n  - Chief Executive up to £50,000\n  - Board above £50,000.", mended, StringComparison.Ordinal);
        Assert.DoesNotContain(Compile(mended).Diagnostics, one => one.Code == "DL5010");
    }

    [Theory]
    [InlineData("below 3 years", "above 3 years", "“rent length” is 3 years")]
    [InlineData("up to 3 years", "above 3 years", null)]
    [InlineData("below 3 years", "at least 3 years", null)]
    public void Holes_are_found_in_measures_with_an_example(string lower, string upper, string? example)
    {
        Diagnostic[] found = [.. Find($"limits for rents of Trust:\n  - Ward Manager when rent length {lower}\n  - Chief Executive when rent length {upper}.\n", "DL5001")];

        Assert.Equal(example is null ? 0 : 1, found.Length);
        Assert.All(found, one => Assert.Contains(example!, one.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_later_line_keeps_its_authority_by_the_table_and_whoever_acts_jointly_on_it_has_no_part_in_an_earlier_one()
    {
        Compilation compilation = Compile(Start + """
            limits for losses of Trust:
              - Ward Manager up to £1,000
              - Finance Director up to £5,000
              - Chief Executive up to £50,000 jointly with Finance Director
              - Board above £50,000.
            """);
        Answer answer = compilation.Engine.Ask("who decides losses worth £500 on 1 May 2026?", new DateOnly(2026, 5, 1));

        Assert.Equal(["Hospital Trust", "Board", "Finance Director", "Ward Manager"], answer.Chain.Select(link => link.Party));
        Assert.Contains("by its own line of the table", answer.Chain[2].Via, StringComparison.Ordinal);
        Assert.DoesNotContain("delegation", answer.Chain[2].Via, StringComparison.Ordinal);
    }

    private static IEnumerable<Diagnostic> Find(string sentences, string code) => Compile(Start + sentences).Diagnostics.Where(finding => finding.Code == code);

    private static Compilation Compile(string text) =>
        Project.OfFile(MemoryFiles.Empty.With("main.delegation", text), "main.delegation").Compile(new DateOnly(2026, 5, 1));
}
