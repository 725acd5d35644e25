using DelegationLang.Cli.Files;
using DelegationLang.Diagnostics;

namespace DelegationLang.Cli.Rendering;

/// <summary>The last line of a report for people: how many findings, in how much text.</summary>
internal static class ReportSummary
{
    /// <summary>Writes the line.</summary>
    public static void Write(TextWriter writer, Palette palette, IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<OpenProject> projects)
    {
        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var warnings = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        var infos = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Info);
        var colour = errors > 0 ? palette.Bad : warnings > 0 ? palette.Of(DiagnosticSeverity.Warning) : palette.Good;
        var findings = SeverityWords.Count(errors, "error") + (infos > 0 ? ", " : " and ") + SeverityWords.Count(warnings, "warning")
            + (infos > 0 ? " and " + SeverityWords.Count(infos, "remark") : "");
        var text = char.ToUpperInvariant(findings[0]) + findings[1..];
        writer.WriteLine($"{colour}{text}{palette.End} in {Extent(projects)}.");
        if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } first)
        {
            writer.WriteLine($"To read more about one of them: delegation explain {first.Code}");
        }
    }

    private static string Extent(IReadOnlyList<OpenProject> projects)
    {
        var sentences = projects.Sum(project => project.Compilation.Trees.Sum(tree => tree.Sentences.Length));
        var files = projects.Sum(project => project.Compilation.Trees.Length);
        var scenarios = projects.Sum(project => project.Compilation.Scenarios.Length);
        var held = projects.Sum(project => project.Compilation.Scenarios.Count(scenario => scenario.Passed));
        var text = $"{SeverityWords.Count(sentences, "sentence")} of {SeverityWords.Count(files, "file")}";
        return scenarios == 0 ? text
            : held == scenarios ? $"{text}; {(scenarios == 1 ? "the scenario holds" : $"all {scenarios} scenarios hold")}"
            : $"{text}; {held} of {SeverityWords.Count(scenarios, "scenario")} {(held == 1 ? "holds" : "hold")}";
    }
}
