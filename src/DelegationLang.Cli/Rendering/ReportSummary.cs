using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Workspaces;
using DelegationLang.Workspaces.Fixing;

namespace DelegationLang.Cli.Rendering;

/// <summary>The last line of a report for people: how many findings, in how much text.</summary>
internal static class ReportSummary
{
    /// <summary>Writes the line, and what to do next.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="palette">The colours.</param>
    /// <param name="findings">What is reported.</param>
    /// <param name="exempted">What is not, because authors exempted it.</param>
    /// <param name="extent">How much was checked.</param>
    /// <param name="isMended">Whether what can safely be mended has been.</param>
    public static void Write(
        TextWriter writer, Palette palette, IReadOnlyList<Finding> findings, IReadOnlyList<Finding> exempted, ReportExtent extent, bool isMended = false)
    {
        int errors = Finding.Count(findings, DiagnosticSeverity.Error);
        int warnings = Finding.Count(findings, DiagnosticSeverity.Warning);
        int infos = Finding.Count(findings, DiagnosticSeverity.Info);
        string colour = errors > 0 ? palette.Bad : warnings > 0 ? palette.Of(DiagnosticSeverity.Warning) : palette.Good;
        string counts = SeverityWords.Count(errors, "error") + (infos > 0 ? ", " : " and ") + SeverityWords.Count(warnings, "warning")
            + (infos > 0 ? " and " + SeverityWords.Count(infos, "remark") : "");
        writer.WriteLine($"{colour}{char.ToUpperInvariant(counts[0])}{counts[1..]}{palette.End} in {Extent(extent, Exempted(exempted))}.");
        int mendable = isMended ? 0 : findings.Count(finding => SafeFixes.Of(finding.Diagnostic) is not null);
        if (mendable > 0)
        {
            writer.WriteLine($"{(mendable == 1 ? "1 of them" : $"{mendable} of them")} can be mended by: delegation check --fix");
        }

        if (findings.FirstOrDefault(finding => finding.Diagnostic.Severity == DiagnosticSeverity.Error) is { } first)
        {
            writer.WriteLine($"To read more about one of them: delegation explain {first.Diagnostic.Code}");
        }
    }

    private static string Extent(ReportExtent extent, string exempted)
    {
        (int files, int sentences, int scenarios, int held) = extent;
        string text = $"{SeverityWords.Count(sentences, "sentence")} of {SeverityWords.Count(files, "file")}{exempted}";
        return scenarios == 0 ? text
            : held == scenarios ? $"{text}; {(scenarios == 1 ? "the scenario holds" : $"all {scenarios} scenarios hold")}"
            : $"{text}; {held} of {SeverityWords.Count(scenarios, "scenario")} {(held == 1 ? "holds" : "hold")}";
    }

    // Whoever exempts an error must not come to believe that the sentence now works.
    private static string Exempted(IReadOnlyList<Finding> exempted)
    {
        int errors = 0;
        foreach (Finding finding in exempted)
        {
            errors += finding.Exemption is { IsInError: true } ? 1 : 0;
        }

        string inError = errors switch
        {
            0 => "",
            1 => " (1 of them an error: its sentence stays without effect)",
            _ => $" ({errors} of them errors: their sentences stay without effect)",
        };
        return exempted.Count == 0 ? "" : $"; {SeverityWords.Count(exempted.Count, "finding")} exempted{inError}";
    }
}

/// <summary>How much was checked.</summary>
/// <param name="Files">How many files.</param>
/// <param name="Sentences">How many sentences stand in them.</param>
/// <param name="Scenarios">How many scenarios were tried.</param>
/// <param name="Held">How many of them hold.</param>
internal sealed record ReportExtent(int Files, int Sentences, int Scenarios, int Held)
{
    /// <summary>That of one compilation.</summary>
    public static ReportExtent Of(Compilation compilation)
    {
        int sentences = 0, held = 0;
        foreach (SyntaxTree tree in compilation.Trees)
        {
            sentences += tree.Sentences.Length;
        }

        foreach (ScenarioResult scenario in compilation.Scenarios)
        {
            held += scenario.Passed ? 1 : 0;
        }

        return new ReportExtent(compilation.Trees.Length, sentences, compilation.Scenarios.Length, held);
    }

    /// <summary>This and another.</summary>
    public ReportExtent And(ReportExtent other) => new(Files + other.Files, Sentences + other.Sentences, Scenarios + other.Scenarios, Held + other.Held);
}
