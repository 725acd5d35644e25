using System.Runtime.ExceptionServices;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;

namespace DelegationLang.Cli.Commands;

/// <summary>What a report says of one PATH. The texts that findings are about are kept, and nothing else of what was worked out.</summary>
/// <param name="Findings">What is reported, in the order of reading.</param>
/// <param name="Exempted">What is not, because authors exempted it.</param>
/// <param name="Extent">How much was checked.</param>
internal sealed record CheckedScheme(IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Exempted, ReportExtent Extent)
{
    // As much as the first thread of a program has: what is nested deep is read alike wherever it stands.
    private const int StackSize = 8 * 1024 * 1024;

    /// <summary>What there is to report of a project.</summary>
    public static CheckedScheme Of(OpenProject project) => new([.. project.Findings], [.. project.ExemptedFindings], ReportExtent.Of(project.Compilation));

    /// <summary>Checks several PATHs at the same time, each by itself.</summary>
    /// <returns>What there is to report of each, in the order of the PATHs.</returns>
    /// <exception cref="CommandFailure">One cannot be checked: the first of those that cannot.</exception>
    public static IReadOnlyList<CheckedScheme> OfAll(Host host, IReadOnlyList<string> paths, DateOnly asOf)
    {
        var done = new CheckedScheme[paths.Count];
        var faults = new ExceptionDispatchInfo?[paths.Count];
        int next = -1;
        int stop = paths.Count;
        using var progress = new Progress(host);
        var others = new Thread[Math.Min(host.Cores, paths.Count) - 1];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = new Thread(Work, StackSize) { IsBackground = true, Name = "check" };
            others[i].Start();
        }

        Work();
        foreach (Thread other in others)
        {
            other.Join();
        }

        Array.Find(faults, fault => fault is not null)?.Throw();
        return done;

        void Work()
        {
            for (int at; (at = Interlocked.Increment(ref next)) < Volatile.Read(ref stop);)
            {
                try
                {
                    done[at] = Of(new Phases(host).Compile(paths[at], asOf, progress));
                }
                catch (Exception fault)
                {
                    // Those before it are taken up already: the first fault is what one after the other would have ended at.
                    faults[at] = ExceptionDispatchInfo.Capture(fault);
                    Volatile.Write(ref stop, 0);
                }
            }
        }
    }
}
