using DelegationLang.Diagnostics;

namespace DelegationLang.Cli.Rendering;

/// <summary>The summary by rule: one line for each code, how often it is reported and what it stands for, the gravest and then the most frequent first.</summary>
internal static class RuleSummary
{
    /// <summary>Writes the lines and an empty one after them; nothing where nothing is reported.</summary>
    public static void Write(TextWriter writer, Palette palette, IReadOnlyList<Finding> findings)
    {
        // A rule may report at two severities; each is a line.
        var lines = findings
            .GroupBy(finding => finding.Diagnostic.Code + SeverityWords.Of(finding.Diagnostic.Severity), StringComparer.Ordinal)
            .Select(alike => new Line(alike.First().Diagnostic, alike.Count()))
            .OrderByDescending(line => (int)line.Example.Severity)
            .ThenByDescending(line => line.Count)
            .ThenBy(line => line.Example.Code, StringComparer.Ordinal)
            .ToList();
        if (lines.Count == 0)
        {
            return;
        }

        int width = lines.Max(line => line.Count).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        foreach ((Diagnostic diagnostic, int count) in lines)
        {
            string number = count.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(width);
            string severity = SeverityWords.Of(diagnostic.Severity).PadRight("warning".Length);
            writer.WriteLine($"{number}  {palette.Of(diagnostic.Severity)}{severity}{palette.End}  {diagnostic.Code}  {MessageStyle.Sentence(diagnostic.Descriptor.Title).TrimEnd('.')}");
        }

        writer.WriteLine();
    }

    private sealed record Line(Diagnostic Example, int Count);
}
