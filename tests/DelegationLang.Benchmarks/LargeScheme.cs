using System.Diagnostics;
using System.Globalization;
using DelegationLang.Testing.Generation;
using DelegationLang.Workspaces;

namespace DelegationLang.Benchmarks;

/// <summary>How much memory and time a process takes that checks a scheme of ten thousand sentences: once cold, then again and again.</summary>
internal static class LargeScheme
{
    private const int Sentences = 10_000;
    private const double MostMilliseconds = 400;
    private const double MostMegabytes = 300;

    /// <summary>Checks, and reports; exits with 1 when it took more time or memory than it should.</summary>
    /// <param name="arguments">How many warm runs, 20 by default.</param>
    public static int Run(string[] arguments)
    {
        var runs = arguments is [var count] ? int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture) : 20;
        var scheme = SchemeGenerator.Generate(Sentences, 1);
        var cold = Measure(scheme);
        var times = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            times.Add(Measure(scheme));
        }

        // The first few runs still wait for the compiler of the runtime: the later half is warm.
        var warm = times[(runs / 2)..].Order().ToList();
        var median = warm[warm.Count / 2];
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64 / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            check of {Sentences} sentences, {scheme.Length / 1e6:0.0} MB
            first run        {cold:0} ms
            warm             median {median:0} ms, best {warm[0]:0} ms (at most {MostMilliseconds:0})
            peak memory      {peak:0} MB, the whole process (at most {MostMegabytes:0})
            """));
        return median <= MostMilliseconds && peak <= MostMegabytes ? 0 : 1;
    }

    private static double Measure(string scheme)
    {
        var clock = Stopwatch.StartNew();
        Compilation check = WholeCheck.Run(scheme);
        var time = clock.Elapsed.TotalMilliseconds;
        GC.KeepAlive(check);
        return time;
    }
}
