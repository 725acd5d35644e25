using System.Globalization;
using DelegationLang.Cli.Commands;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Diagnostics;
using DelegationLang.Emit.Changes;
using DelegationLang.Policy;

namespace DelegationLang.Cli.Watching;

/// <summary>Builds a scheme, and again whenever one of its files changes. While it has errors, the last site without stays on the disk.</summary>
/// <param name="host">The machine.</param>
/// <param name="path">The PATH as given.</param>
/// <param name="output">The folder to write to, as given.</param>
/// <param name="emit">What to write, as given.</param>
/// <param name="asOf">The day that <em>today</em> means; none for the real one, which may change while the scheme is watched.</param>
internal sealed class SchemeWatch(Host host, string path, string output, IReadOnlyList<string> emit, DateOnly? asOf)
{
    /// <summary>The version with which each build is compared, as <c>diff</c> takes it; empty for none.</summary>
    public string Former { get; init; } = "";

    private string built = "";
    private bool wasFine;

    /// <summary>The full path of the project folder.</summary>
    /// <exception cref="CommandFailure">There is nothing at PATH, or a pipe or a device.</exception>
    public string Folder
    {
        get
        {
            string full = host.FullPath(path.Length > 0 ? path : throw new CommandFailure("a path must not be empty"));
            FileKind.RefuseStream(path, full);
            return Directory.Exists(full) ? full
                : File.Exists(full) && Path.GetDirectoryName(full) is { } folder ? folder
                : throw new CommandFailure($"there is no file or folder {path}");
        }
    }

    /// <summary>Watches until the session is ended.</summary>
    /// <param name="site">Shows the site in browsers; none where nobody asked for it.</param>
    /// <param name="end">Ends the session.</param>
    /// <exception cref="CommandFailure">There is nothing at PATH, or nothing can be written.</exception>
    public void Run(PreviewSite? site, CancellationToken end)
    {
        using var changes = new FolderChanges(Folder, Directory.Exists(host.FullPath(path)) ? "" : Path.GetFileName(host.FullPath(path)));
        Build(changes, site, isFirst: true);
        host.Error.WriteLine($"Watching {path}. Ctrl+C ends it.");
        host.Error.Flush();
        while (changes.Wait(end))
        {
            if (changes.Look(built) != built)
            {
                Build(changes, site, isFirst: false);
            }
        }
    }

    private void Build(FolderChanges changes, PreviewSite? site, bool isFirst)
    {
        // What they are like before they are read: a change while they are read shows the next time.
        built = changes.Look(built);
        BuildOutcome outcome;
        try
        {
            OpenProject project = new Phases(host).Compile(path, asOf ?? host.Today());
            built = changes.Follow(project.Disk, built);
            outcome = Build(project, site, isFirst);
        }
        catch (CommandFailure fault) when (!(isFirst && fault is OutputFailure))
        {
            outcome = new BuildOutcome([], fault.Message);
            foreach (string line in fault.Message.Split('\n'))
            {
                host.Error.WriteLine("delegation: " + DisplayText.Sentence(line));
            }
        }

        wasFine = outcome.IsFine;
        host.Output.Flush();
        host.Error.Flush();
        site?.Show(outcome);
    }

    // The last commit may be another by now: it is read each time.
    private void Compare(OpenProject project)
    {
        if (Former.Length > 0)
        {
            DateOnly today = asOf ?? host.Today();
            var before = ComparedVersion.Open(host, Former, today);
            var after = ComparedVersion.Of(path, project.Compilation, project.Files);
            new DiffText(host, before.Files, after.Files).WriteShort(SchemeDiff.Of(before.Version, after.Version, DateRange.Always, today));
        }
    }

    private BuildOutcome Build(OpenProject project, PreviewSite? site, bool isFirst)
    {
        if (!BuildCommand.MayWrite(host, project, isForBuildLog: false))
        {
            return new BuildOutcome([.. project.Findings.Where(finding => finding.Diagnostic.Severity == DiagnosticSeverity.Error)], "");
        }

        var outputs = new Outputs(emit, space: null);
        IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files = outputs.Make(project, asOf);
        int changed = site is null ? Write() : site.Change(Write);
        host.Output.WriteLine(
            isFirst ? $"Wrote {outputs.Describe(files.Count)} to {output}{(changed == 0 ? " (nothing has changed)" : "")}."
            : changed == 0 ? $"Built again: nothing has changed in {output}."
            : string.Create(CultureInfo.InvariantCulture, $"Built again: {changed} {(changed == 1 ? "file" : "files")} written to {output}."));
        Compare(project);
        return changed == 0 && wasFine ? BuildOutcome.Same : BuildOutcome.Fine;

        int Write() => outputs.Write(host, project.Folder, output, files);
    }
}
