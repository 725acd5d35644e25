using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using DelegationLang.Policy;

namespace DelegationLang.Benchmarks;

/// <summary>How long it takes to load a scheme.json of a hundred thousand rules and to make it ready to be asked, and what memory it then holds.</summary>
internal static class LoadBenchmark
{
    private const int Rules = 100_000;
    private const double MostMilliseconds = 500;
    private const double MostMegabytes = 100;

    /// <summary>Loads, and reports; exits with 1 when it took more time or memory than it should.</summary>
    public static int Run()
    {
        byte[] json = new PolicyScheme(Rules).Json;
        var runs = new List<(double Time, double Processor, double Held)>();
        for (int run = 0; run < 11; run++)
        {
            runs.Add(Measure(json));
        }

        double Median(Func<(double Time, double Processor, double Held), double> of) => runs.Skip(3).Select(of).Order().ElementAt((runs.Count - 3) / 2);
        double time = Median(run => run.Time);
        double held = Median(run => run.Held);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            loading {Rules} rules, {json.Length / 1e6:0.0} MB of JSON
            first            {runs[0].Time:0} ms, {runs[0].Processor:0} ms of processor time
            warm             median {time:0} ms (at most {MostMilliseconds:0}), {Median(run => run.Processor):0} ms of processor time
            memory held      {held:0} MB (at most {MostMegabytes:0})
            """));
        return time <= MostMilliseconds && held <= MostMegabytes ? 0 : 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (double Time, double Processor, double Held) Measure(byte[] json)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        TimeSpan processor = process.TotalProcessorTime;
        using var stream = new MemoryStream(json);
        var clock = Stopwatch.StartNew();
        var scheme = LoadedScheme.Load(stream);
        double time = clock.Elapsed.TotalMilliseconds;
        process.Refresh();
        double used = (process.TotalProcessorTime - processor).TotalMilliseconds;
        double held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        GC.KeepAlive(scheme);
        return (time, used, held);
    }
}
