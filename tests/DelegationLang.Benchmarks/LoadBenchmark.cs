using System.Diagnostics;
using System.Globalization;
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
        var times = new List<double>();
        double held = 0;
        for (int run = 0; run < 9; run++)
        {
            long before = GC.GetTotalMemory(forceFullCollection: true);
            using var stream = new MemoryStream(json);
            var clock = Stopwatch.StartNew();
            LoadedScheme scheme = LoadedScheme.Load(stream);
            times.Add(clock.Elapsed.TotalMilliseconds);
            held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
            GC.KeepAlive(scheme);
        }

        double first = times[0];
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            loading {Rules} rules, {json.Length / 1e6:0.0} MB of JSON
            first            {first:0} ms
            warm             median {times[times.Count / 2]:0} ms, best {times[0]:0} ms (at most {MostMilliseconds:0})
            memory held      {held:0} MB (at most {MostMegabytes:0})
            """));
        return times[times.Count / 2] <= MostMilliseconds && held <= MostMegabytes ? 0 : 1;
    }
}
