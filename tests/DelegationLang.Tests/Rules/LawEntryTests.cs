using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Rules;

/// <summary>Entries of the library of England, each with sentences that it allows and others that are found by a code: no entry is there for show.</summary>
public sealed class LawEntryTests
{
    private static readonly string Folder = Repository.PathOf("tests", "samples", "law-entries");

    private static readonly string[][] Rows = [.. File.ReadLines(Path.Combine(Folder, "entries.tsv")).Select(line => line.Split('\t'))];

    public static TheoryData<string, string, string, string, string> Entries
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string>();
            foreach (string[] cells in Rows)
            {
                data.Add(cells[0], cells[1], cells[2], cells[3], cells[4]);
            }

            return data;
        }
    }

    [Fact]
    public void At_least_forty_entries_of_the_library_are_tried()
    {
        HashSet<string> names = [.. LawLists.Of("england").SelectMany(entry => entry.Symbol.Aliases.Prepend(entry.Name))];

        Assert.InRange(Rows.Select(row => row[1]).Distinct().Count(), 40, int.MaxValue);
        Assert.All(Rows, row => Assert.Contains(row[1], names));
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void What_the_entry_allows_is_left_alone_and_what_it_does_not_is_found(string scheme, string entry, string lawful, string unlawful, string code)
    {
        Assert.True(entry.Length > 0);
        Assert.Equal([], Codes(scheme, lawful));
        Assert.Equal([code], Codes(scheme, unlawful));
    }

    /// <summary>A sum of the catalogue that changed has its sum of each day, and is only there where a scheme speaks of it.</summary>
    [Theory]
    [InlineData("£5,193,000", "1 May 2026", Outcome.Yes)]
    [InlineData("£5,193,000.01", "1 May 2026", Outcome.No)]
    [InlineData("£5,372,609", "31 December 2025", Outcome.Yes)]
    [InlineData("£5,372,609", "1 January 2026", Outcome.No)]
    public void A_sum_of_the_catalogue_is_that_of_the_day(string sum, string day, Outcome outcome)
    {
        string text = File.ReadAllText(Path.Combine(Folder, "trust.delegation")).Replace("in force from 1 April 2026", "in force from 1 April 2025", StringComparison.Ordinal)
            + "leases is a matter of Trust.\nTrust delegates leases to Director up to concession threshold including VAT.\n";
        Compilation compilation = Project.OfFile(MemoryFiles.Empty.With("a.delegation", text), "a.delegation").Compile(new DateOnly(2026, 5, 1));

        Assert.Equal(outcome, compilation.Engine.Ask($"may Director decide leases worth {sum} including VAT on {day}?", new DateOnly(2026, 5, 1)).Outcome);
        Assert.DoesNotContain(compilation.Model.Symbols, symbol => symbol.Name == "utilities works threshold");
    }

    // What a library whose text nobody has read says is only remarked on, and counts here too.
    private static string[] Codes(string scheme, string sentences)
    {
        string text = File.ReadAllText(Path.Combine(Folder, scheme + ".delegation")) + sentences.Replace("\\n", "\n", StringComparison.Ordinal) + "\n";
        return [.. Project.OfFile(MemoryFiles.Empty.With("a.delegation", text), "a.delegation").Compile(new DateOnly(2026, 5, 1)).Diagnostics
            .Where(finding => finding.Severity == DiagnosticSeverity.Error || finding.Code.StartsWith("DL4", StringComparison.Ordinal))
            .Select(finding => finding.Code)];
    }
}
