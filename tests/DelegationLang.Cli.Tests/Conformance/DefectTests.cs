using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Conformance;

/// <summary>Every defect that was found in published schemes has a sample, and is found in it: by a diagnostic, or by what is answered.</summary>
public sealed class DefectTests
{
    /// <summary>The defect, where it was published, its sample, and the code that finds it; none where the answers show it.</summary>
    public static TheoryData<string, string, string, string?> Defects => new()
    {
        { "a consultee read as a decider", "councils; terms of land deals", "consultee-is-no-decider", null },
        { "a consultee read as a decider", "a combined authority", "consultation-widened", null },
        { "a gap at a boundary", "a foundation trust, exactly £1,000", "order-value-gap", "DL5001" },
        { "a gap at a boundary", "a borough, exactly £5,000", "virement-gap", "DL5001" },
        { "an overlap at a boundary", "a trust, exactly £10,000", "two-rules-at-ten-thousand", "DL5002" },
        { "an overlap at a boundary", "a borough, bands that share their ends", "quotation-overlap", "DL5002" },
        { "silence on a value", "a commissioning group, above £1.5 million", "no-top-tier", "DL5004" },
        { "a holder replaced on a date", "a district, from cabinet to committee", "cabinet-to-committees", null },
        { "a post that is no longer there", "a district, a chief executive", "post-abolished", "DL2007" },
        { "a post that is no longer there", "a borough, a chief executive", "post-made-redundant", "DL7005" },
        { "a post that is no longer there", "a city, a director", "post-ends-powers-go-on", "DL7005" },
        { "an urgent power that nobody ratifies", "a foundation trust, its row taken away", "urgent-power-nobody-confirms", "DL6008" },
        { "a group without executive power told to approve", "trusts, the row turned round", "advice-taken-for-approval", "DL4004" },
        { "figures with VAT beside figures without", "councils", "vat-mixed", "DL5005" },
        { "a review that is overdue", "a foundation trust", "review-passed", "DL7001" },
        { "a scheme used after its end", "an ambulance trust", "validity-over", null },
        { "limits adopted after they began", "a board", "limits-after-the-start", "DL7002" },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_defect_is_found_in_its_sample(string defect, string published, string sample, string? code)
    {
        var scheme = ConformanceCase.Load(sample);

        if (code is null)
        {
            Assert.True(scheme.Questions.Length > 1, $"{defect} ({published}) is found by nothing");
            Assert.Empty(scheme.Diagnostics);
        }
        else
        {
            ExpectedDiagnostic expected = Assert.Single(scheme.Diagnostics);
            Assert.Equal(code, expected.Code);
            Assert.Single(scheme.Compilation.Diagnostics, diagnostic => diagnostic.Code == code);
        }
    }

    [Fact]
    public void Every_sample_stands_in_the_table_and_on_the_page()
    {
        string[] samples = [.. Directory.EnumerateDirectories(Repository.PathOf("tests", "samples", "defects")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        string page = File.ReadAllText(Repository.PathOf("tests", "samples", "defects", "README.md"));

        Assert.Equal(samples, Defects.Select(row => (string)row[2]).Order(StringComparer.Ordinal));
        Assert.All(samples, sample => Assert.Contains($"| `{sample}` |", page, StringComparison.Ordinal));
    }
}
