using System.Collections.Immutable;
using DelegationLang.Diagnostics;

namespace DelegationLang.Workspaces.Fixing;

/// <summary>A fix that was applied.</summary>
/// <param name="Diagnostic">What it mended, at its place in the text as it was then.</param>
/// <param name="Fix">The fix.</param>
public sealed record AppliedFix(Diagnostic Diagnostic, CodeFix Fix);

/// <summary>A file that fixes changed.</summary>
/// <param name="Path">Its path, relative to the project folder.</param>
/// <param name="Before">Its bytes before.</param>
/// <param name="After">Its bytes after.</param>
public sealed record FixedFile(string Path, ImmutableArray<byte> Before, ImmutableArray<byte> After);

/// <summary>What came of applying safe fixes.</summary>
/// <param name="Compilation">The project after them, with what is left to report.</param>
/// <param name="Files">The files that they changed, sorted by path.</param>
/// <param name="Applied">The fixes, in the order in which they were applied.</param>
public sealed record FixResult(Compilation Compilation, ImmutableArray<FixedFile> Files, ImmutableArray<AppliedFix> Applied);

/// <summary>
/// Applies the fixes that are marked safe: those that change how something is written and never who, what, how much or when. Nothing is written
/// to disk. The result never has more errors than there were before.
/// </summary>
public static class SafeFixes
{
    /// <summary>How often a mended text is looked at again. Real ones want two or three.</summary>
    private const int MostRounds = 60;

    /// <summary>The safe fix of a finding; none where it has none, or several, so that somebody has to choose.</summary>
    public static CodeFix? Of(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        CodeFix? safe = null;
        foreach (CodeFix fix in diagnostic.Fixes)
        {
            if (fix.IsSafe)
            {
                if (safe is not null)
                {
                    return null;
                }

                safe = fix;
            }
        }

        return safe;
    }

    /// <summary>Applies them, and those of what shows then, until there are none.</summary>
    /// <param name="files">The files of the project.</param>
    /// <param name="compile">Compiles the project that some files make.</param>
    public static FixResult Apply(IProjectFiles files, Func<IProjectFiles, Compilation> compile)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(compile);
        var start = new State(new OverlayFiles(files), compile(files));

        // A mended sentence may show faults that its first one hid, and those may be mended in turn: only the end tells whether it was worth it.
        (State? state, List<AppliedFix>? applied) = Run(start, compile, isCareful: false);
        if (Errors(state.Compilation) > Errors(start.Compilation))
        {
            (state, applied) = Run(start, compile, isCareful: true);
        }

        return new FixResult(state.Compilation, [.. state.Files.Replaced.Select(path => Changed(path, files, state.Files)).Where(HasChanged)], [.. applied]);
    }

    /// <summary>Applies fixes until there are none.</summary>
    /// <param name="state">What to start from.</param>
    /// <param name="compile">Compiles the project that some files make.</param>
    /// <param name="isCareful">Whether a fix is left out after which there are more errors than before it.</param>
    private static (State State, List<AppliedFix> Applied) Run(State state, Func<IProjectFiles, Compilation> compile, bool isCareful)
    {
        var applied = new List<AppliedFix>();
        var refused = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < MostRounds; round++)
        {
            var plan = FixPlan.Of(state.Compilation, fix => !refused.Contains(KeyOf(fix)));
            if (plan.Fixes.Count == 0)
            {
                break;
            }

            State next = After(plan, state, compile);
            if (isCareful && Errors(next.Compilation) > Errors(state.Compilation))
            {
                // One of them makes things worse: it is found by trying the first alone.
                plan = plan.Only(plan.Fixes[0]);
                next = After(plan, state, compile);
                if (Errors(next.Compilation) > Errors(state.Compilation))
                {
                    refused.Add(KeyOf(plan.Fixes[0]));
                    continue;
                }
            }

            applied.AddRange(plan.Fixes);
            state = next;
        }

        return (state, applied);
    }

    private static State After(FixPlan plan, State state, Func<IProjectFiles, Compilation> compile)
    {
        OverlayFiles files = plan.ApplyTo(state.Files);
        return new State(files, compile(files));
    }

    private static int Errors(Compilation compilation) => compilation.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    // Places move as the text is mended; what is said of them does not.
    private static string KeyOf(AppliedFix fix) =>
        string.Join('\n', fix.Diagnostic.Location.File, fix.Diagnostic.Code, fix.Diagnostic.Message, fix.Fix.Title);

    private static FixedFile Changed(string path, IProjectFiles before, OverlayFiles after) => new(path, before.Read(path).Bytes, after.Read(path).Bytes);

    private static bool HasChanged(FixedFile file) => !file.Before.AsSpan().SequenceEqual(file.After.AsSpan());

    private sealed record State(OverlayFiles Files, Compilation Compilation);
}
