using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DelegationLang.Benchmarks;

/// <summary>What one run of a program took.</summary>
/// <param name="Clock">From its start to its end, in ms.</param>
/// <param name="Processor">Of all processors, in ms.</param>
/// <param name="Memory">The most that it held, in MB, as far as was seen.</param>
internal readonly record struct ColdRun(double Clock, double Processor, double Memory);

/// <summary>A program that is started again and again.</summary>
/// <param name="name">What it is called in the report.</param>
/// <param name="file">The program; a <c>.dll</c> is run by <c>dotnet</c>.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="most">How many times the empty program it may take; 0 for any.</param>
internal sealed partial class ColdProgram(string name, string file, string[] arguments, double most = 0)
{
    private const int Children = -1;
    private readonly List<ColdRun> runs = [];

    /// <summary>Adds what a run took.</summary>
    public void Add(ColdRun run) => runs.Add(run);

    /// <summary>A line of the report.</summary>
    public string Describe(ColdProgram empty) => string.Create(CultureInfo.InvariantCulture, $"""
        {name,-24} clock {Median(run => run.Clock),8:0.0} ms  {Ratio(empty, run => run.Clock),5:0.00}   processor {Median(run => run.Processor),8:0.0} ms  {Ratio(empty, run => run.Processor),5:0.00}   memory {runs.Max(run => run.Memory),4:0} MB{(most > 0 ? "  *" : "")}
        """);

    /// <summary>Whether it takes no more than it may, in time and memory.</summary>
    public bool IsWithin(ColdProgram empty, double memory) => most == 0
        || (Ratio(empty, run => run.Clock) <= most && Ratio(empty, run => run.Processor) <= most && runs.Max(run => run.Memory) <= memory);

    /// <summary>Runs it once.</summary>
    /// <exception cref="InvalidOperationException">It failed, or could not be started.</exception>
    public static ColdRun Measure(ColdProgram program) => program.Run();

    private ColdRun Run()
    {
        var isPortable = file.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isPortable ? "dotnet" : file, isPortable ? [file, .. arguments] : arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var before = ProcessorTime();
        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{file} could not be started.");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        var memory = 0.0;
        while (!process.WaitForExit(2))
        {
            memory = Math.Max(memory, PeakOf(process.Id));
        }

        var time = clock.Elapsed.TotalMilliseconds;
        return process.ExitCode == 0
            ? new ColdRun(time, ProcessorTime() - before, memory)
            : throw new InvalidOperationException($"{file} ended with {process.ExitCode}.\n{output.Result}{errors.Result}");
    }

    private double Ratio(ColdProgram empty, Func<ColdRun, double> of) => Median(of) / empty.Median(of);

    private double Median(Func<ColdRun, double> of)
    {
        var sorted = runs.Select(of).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    // Known on Linux alone; 0 elsewhere, and where the program is gone already.
    private static double PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static double ProcessorTime() => OperatingSystem.IsWindows() || GetUsage(Children, out Usage usage) != 0 ? 0
        : ((usage.UserSeconds + usage.SystemSeconds) * 1000.0) + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1000.0);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, out Usage usage);

    /// <summary>What <c>getrusage</c> gives; only the times are looked at.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        private fixed long rest[16];
    }
}
