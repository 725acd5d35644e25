using System.Text;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Diagnostics;
using DelegationLang.Text;
using DelegationLang.Workspaces.Fixing;

namespace DelegationLang.Cli.Commands;

/// <summary><c>check --fix</c> and <c>check --diff</c>: applies what is safe, or shows what that would change.</summary>
internal sealed class Mending(Host host)
{
    private readonly HashSet<string> shown = new(StringComparer.Ordinal);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private readonly List<Finding> mended = [];

    /// <summary>What was mended, at its place in the text as it was then.</summary>
    public IReadOnlyList<Finding> Mended => mended;

    /// <summary>Writes a project with its safe fixes; gives it as it is then.</summary>
    public OpenProject Fix(OpenProject project)
    {
        (OpenProject after, FixResult fixes) = project.Mend();
        if (fixes.Files.Length > 0)
        {
            new SourceFiles(project.Folder).Write(fixes.Files);
            Note(project, fixes);
        }

        return after;
    }

    /// <summary>Shows what <see cref="Fix"/> would change.</summary>
    public void Show(OpenProject project)
    {
        FixResult fixes = project.Mend().Fixes;
        var palette = new Palette(host.HasColour);
        foreach (FixedFile file in fixes.Files)
        {
            // Two paths may share a file.
            if (shown.Add(Path.GetFullPath(file.Path, project.Folder)))
            {
                LineDiff.Write(host.Output, palette, project.Files.Show(file.Path), TextOf(file.Before.AsSpan()), TextOf(file.After.AsSpan()));
            }
        }

        Note(project, fixes);
    }

    /// <summary>Says what was done, to standard error: the report is about what is left.</summary>
    /// <param name="isDone">Whether it was done, or only shown.</param>
    public void Report(bool isDone)
    {
        if (mended.Count == 0)
        {
            host.Error.WriteLine("delegation: there is nothing that can safely be mended.");
            return;
        }

        foreach ((Diagnostic diagnostic, FileNames files) in mended)
        {
            SourceLocation place = diagnostic.Location;
            string title = diagnostic.Fixes[0].Title;
            host.Error.WriteLine($"{files.Show(place.File)}:{place.Line}:{place.Column}: {diagnostic.Code}: {DisplayText.Harmless(title)}");
        }

        host.Error.WriteLine(
            $"delegation: {SeverityWords.Count(mended.Count, "fault")} {(isDone ? "mended" : "would be mended")} in {SeverityWords.Count(changed.Count, "file")}.");
    }

    private void Note(OpenProject project, FixResult fixes)
    {
        var seen = mended.Select(finding => finding.Key).ToHashSet(StringComparer.Ordinal);
        foreach ((Diagnostic diagnostic, CodeFix fix) in fixes.Applied)
        {
            var finding = new Finding(diagnostic with { Fixes = [fix] }, project.Files);
            if (!seen.Contains(finding.Key))
            {
                mended.Add(finding);
            }
        }

        changed.UnionWith(fixes.Files.Select(file => Path.GetFullPath(file.Path, project.Folder)));
    }

    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return Encoding.UTF8.GetString(bytes.StartsWith(mark) ? bytes[3..] : bytes);
    }
}
