using System.Diagnostics;
using System.Globalization;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary>Runs a compilation phase by phase, so that each can be named while it runs and timed.</summary>
/// <param name="host">The machine.</param>
/// <param name="rules">What measures each rule; none where nobody asked.</param>
internal sealed class Phases(Host host, RuleTimes? rules = null)
{
    private const string RulePhase = "rules";

    private readonly List<PhaseTime> times = [];

    /// <summary>Opens a PATH and compiles what is there to the end.</summary>
    public OpenProject Compile(string path, DateOnly asOf)
    {
        using var progress = new Progress(host);
        return Compile(path, asOf, progress);
    }

    /// <summary>Does the same while somebody else shows what is being done.</summary>
    public OpenProject Compile(string path, DateOnly asOf, Progress progress)
    {
        progress.Report("reading " + path);
        long start = Stopwatch.GetTimestamp();
        var project = OpenProject.Open(host, path, asOf, rules);
        Compilation compilation = project.Compilation;
        times.Add(new PhaseTime("read", project.Disk.TimeSpent));
        times.Add(new PhaseTime("parse", Stopwatch.GetElapsedTime(start) - project.Disk.TimeSpent));
        Run("bind", "resolving names", () => _ = compilation.Model);
        Run(RulePhase, "checking the rules", compilation.RunRules);
        Run("decisions", "working out who decides", () => _ = compilation.Engine);
        Run("scenarios", "trying the scenarios", () => _ = compilation.Scenarios);
        Run("report", "sorting the report", () => _ = compilation.Diagnostics);
        return project;

        void Run(string name, string words, Action phase)
        {
            progress.Report(words);
            long begin = Stopwatch.GetTimestamp();
            phase();
            times.Add(new PhaseTime(name, Stopwatch.GetElapsedTime(begin)));
        }
    }

    /// <summary>Prints what each phase took, added up over all paths, and under it what each rule took, the slowest first.</summary>
    public void WriteStats()
    {
        TimeSpan total = TimeSpan.Zero;
        foreach (IGrouping<string, PhaseTime> phase in times.GroupBy(entry => entry.Name, StringComparer.Ordinal))
        {
            TimeSpan time = phase.Aggregate(TimeSpan.Zero, (sum, entry) => sum + entry.Time);
            total += time;
            Write(phase.Key, time);
            if (phase.Key == RulePhase && rules is not null)
            {
                foreach (RuleTimes.Spent rule in rules.SlowestFirst)
                {
                    Write("  " + rule.Work, rule.Time);
                }
            }
        }

        Write("total", total);
    }

    private void Write(string name, TimeSpan time) =>
        host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10} {time.TotalMilliseconds,10:0.0} ms"));

    private sealed record PhaseTime(string Name, TimeSpan Time);
}
