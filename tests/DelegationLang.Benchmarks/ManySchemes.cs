using System.Diagnostics;
using System.Globalization;
using DelegationLang.Testing.Generation;

namespace DelegationLang.Benchmarks;

/// <summary>
/// Time and memory of one <c>check</c> of many schemes: by the tool as it is on all cores, by the same on one core, and by another program where one is
/// given, such as the tool of an earlier version. They run in turn, so that whatever else the machine does falls on all alike.
/// </summary>
internal static class ManySchemes
{
    private const int Schemes = 574;
    private const int Sentences = 408;
    private const double MostMegabytes = 300;

    /// <summary>Writes the schemes, checks them and reports; exits with 1 when it took more memory than it should or the reports differ.</summary>
    /// <param name="arguments">How many rounds, 3 by default; then the program to try, by default the tool published for this platform; then one to compare it with.</param>
    public static int Run(string[] arguments)
    {
        var rounds = arguments is [var count, ..] ? int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture) : 3;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-many-");
        try
        {
            string[] paths = [.. Enumerable.Range(1, Schemes).Select(seed => Path.Combine(folder.FullName, $"{seed}.delegation"))];
            for (var i = 0; i < paths.Length; i++)
            {
                File.WriteAllText(paths[i], SchemeGenerator.Generate(Sentences, i + 1));
            }

            var tool = arguments is [_, var given, ..] ? given : ColdStart.PublishTool(folder.FullName);
            (List<Measured>? together, List<Measured>? alone, List<Measured>? before) = (new List<Measured>(), new List<Measured>(), new List<Measured>());
            for (var round = 0; round < rounds; round++)
            {
                together.Add(Measure(tool, paths, cores: null));
                alone.Add(Measure(tool, paths, cores: 1));
                if (arguments is [_, _, var other])
                {
                    before.Add(Measure(other, paths, cores: null));
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"check of {Schemes} schemes of about {Sentences} sentences, on {Environment.ProcessorCount} cores, {rounds} rounds in turn"));
            Write("all cores", together);
            Write("one core", alone);
            if (before.Count > 0)
            {
                Write("the other", before);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of the best times to the other {Best(together) / Best(before):0.00}"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of the best times, all cores to one {Best(together) / Best(alone):0.00}; memory at most {MostMegabytes:0} MB"));
            return together.All(run => run.Megabytes <= MostMegabytes) && together.Concat(alone).Concat(before).Select(run => run.Output).Distinct().Count() == 1 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(string name, List<Measured> runs) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-12} best {Best(runs):0.0} s, processor {runs.Min(run => run.Processor):0.0} s, peak memory {runs.Max(run => run.Megabytes):0} MB"));

    private static double Best(List<Measured> runs) => runs.Min(run => run.Seconds);

    private static Measured Measure(string program, string[] paths, int? cores)
    {
        var isAssembly = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isAssembly ? "dotnet" : program, [.. isAssembly ? new[] { "exec", program } : [], "check", .. paths, "--as-of", "2026-11-01"]) { RedirectStandardOutput = true };
        if (cores is int given)
        {
            start.Environment["DOTNET_PROCESSOR_COUNT"] = given.ToString(CultureInfo.InvariantCulture);
        }

        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        (long peak, TimeSpan spent) = (0, TimeSpan.Zero);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        while (!process.WaitForExit(20))
        {
            try
            {
                process.Refresh();
                (peak, spent) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                // It has ended in between, and the system tells no more of it.
            }
        }

        return new Measured(clock.Elapsed.TotalSeconds, spent.TotalSeconds, peak / 1e6, output.Result);
    }

    private sealed record Measured(double Seconds, double Processor, double Megabytes, string Output);
}
