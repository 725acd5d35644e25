using System.Globalization;
using DelegationLang.Diagnostics;
using DelegationLang.Rules;
using DelegationLang.Testing;

namespace DelegationLang.Tests.Rules;

/// <summary>The rules on whole schemes: the conformance cases, the files of mistakes, and the examples, which are to be free of findings.</summary>
public sealed class SampleRuleTests
{
    private static readonly HashSet<string> Codes = [.. RuleSet.Descriptors.Select(descriptor => descriptor.Code)];

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Repository.PathOf("tests", "samples", "conformance")).Select(NameOf).Order(StringComparer.Ordinal)];

    /// <summary>The files of mistakes, by folder and name: those of authors, and those that a lawyer would stop.</summary>
    public static TheoryData<string> Mistakes =>
    [
        .. ((string[])["mistakes", "unlawful"])
            .SelectMany(folder => Directory.GetFiles(Repository.PathOf("tests", "samples", folder), "*.delegation").Select(path => $"{folder}/{NameOf(path)}"))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Lawful => [.. Directory.GetFiles(Repository.PathOf("tests", "samples", "lawful"), "*.delegation").Select(NameOf).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Examples => [.. Directory.GetDirectories(Repository.PathOf("examples")).Where(folder => Directory.GetFiles(folder, "*.delegation").Length > 0).Select(NameOf).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_conformance_case_has_the_findings_it_names_and_no_others(string name)
    {
        string folder = Repository.PathOf("tests", "samples", "conformance", name);
        string expected = Path.Combine(folder, "diagnostics.tsv");
        List<(string Code, int First, int Last)> rows =
        [
            .. (File.Exists(expected) ? File.ReadAllLines(expected) : [])
                .Select(line => line.Split('\t'))
                .Where(cells => cells.Length == 2 && Codes.Contains(cells[0]))
                .Select(cells => (cells[0], Number(cells[1].Split('-')[0]), Number(cells[1].Split('-')[^1]))),
        ];

        Diagnostic[] findings = Run(DiagnosticSeverity.Warning, Path.Combine(folder, "scheme.delegation"));

        Assert.Equal(
            rows.Select(row => row.Code).Order(StringComparer.Ordinal),
            findings.Select(finding => finding.Code).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Contains(findings, finding =>
            finding.Code == row.Code && finding.Location.Line >= row.First && finding.Location.Line <= row.Last));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Each_mistake_is_found_once_in_the_sentence_after_the_comment(string name)
    {
        string path = Repository.PathOf(["tests", "samples", .. name.Split('/')]);
        string[] lines = File.ReadAllLines(path);
        var expected = new List<string>();
        for (int i = 0; i < lines.Length; i++)
        {
            string[] words = lines[i].Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
            if (words is ["//", "expect", var code, ..] && Codes.Contains(code))
            {
                int last = Array.FindIndex(lines, i, line => line.Trim().Length == 0);
                expected.AddRange(Enumerable.Range(i + 2, (last < 0 ? lines.Length : last) - i - 1).Select(line => $"{code}:{line}").Take(1));
            }
        }

        IEnumerable<string> found = Run(DiagnosticSeverity.Info, path)
            .Where(finding => finding.Severity >= DiagnosticSeverity.Warning || expected.Exists(row => row.StartsWith(finding.Code, StringComparison.Ordinal)))
            .Select(finding => $"{finding.Code}:{FirstLineOfSentence(lines, finding.Location.Line)}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Lawful))]
    public void What_is_lawful_is_free_of_findings(string name) =>
        Assert.Empty(Run(DiagnosticSeverity.Warning, Repository.PathOf("tests", "samples", "lawful", name)).Select(RuleText.Show));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_free_of_findings(string name) =>
        Assert.Empty(Run(DiagnosticSeverity.Warning, Directory.GetFiles(Repository.PathOf("examples", name), "*.delegation")).Select(RuleText.Show));

    private static Diagnostic[] Run(DiagnosticSeverity least, params string[] paths) =>
    [
        .. RuleSet.Run(RuleText.BindFiles(paths), new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics
            .Where(finding => finding.Severity >= least),
    ];

    private static int FirstLineOfSentence(string[] lines, int line)
    {
        int first = line;
        while (first > 1 && !lines[first - 2].StartsWith("//", StringComparison.Ordinal) && lines[first - 2].Trim().Length > 0)
        {
            first--;
        }

        return first;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string NameOf(string path) => Path.GetFileName(path);
}
