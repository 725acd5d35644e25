using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using DelegationLang.Emit;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Map;
using DelegationLang.Syntax;
using DelegationLang.Testing.Generation;
using DelegationLang.Workspaces;

namespace DelegationLang.Benchmarks;

/// <summary>How long the pages of a large scheme take to build once it is compiled, and how large they are.</summary>
internal static class SiteBenchmark
{
    private const int Sentences = 10_000;
    private const int Runs = 14;
    private const double MostSeconds = 3;
    private const double MostFirst = 300_000;
    private const double MostPage = 2_000_000;

    /// <summary>Builds, and reports; exits with 1 when it took more time or room than it should.</summary>
    /// <param name="arguments">How many sentences, 10,000 by default.</param>
    public static int Run(string[] arguments)
    {
        int sentences = arguments is [var count] ? int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture) : Sentences;
        MemoryFiles files = MemoryFiles.Empty.With("scheme.delegation", SchemeGenerator.Generate(sentences, 1));
        Compilation compilation = Project.OfFolder(files).Compile(new DateOnly(2026, 5, 1));
        EmitInput input = EmitInput.Of(compilation.Model, compilation.Engine) with { InError = compilation.StatementsInError };
        var runs = new List<(double Time, double Processor)>();
        ImmutableArray<EmittedFile> site = [];
        for (int run = 0; run < Runs; run++)
        {
            GC.Collect();
            runs.Add(Measure(() => site = new HtmlEmitter().Emit(input)));
        }

        (double Time, double Processor) map = default;
        for (int run = 0; run < 3; run++)
        {
            map = Measure(() => DecisionMap.Draw(input, _ => null));
        }

        // The first few runs still wait for the compiler of the runtime: the last six are warm.
        (double Time, double Processor)[] warm = [.. runs.Skip(Runs - 6).OrderBy(run => run.Time)];
        (double Time, double Processor) median = warm[3];
        EmittedFile[] pages = [.. site.Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal)).OrderByDescending(file => file.Content.Length)];
        int first = pages.First(page => page.Path == HtmlEmitter.FileName).Content.Length;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            pages of {sentences} sentences: {site.Length} files, {site.Sum(file => (long)file.Content.Length) / 1e6:0.0} MB
            first build      {runs[0].Time:0} ms, {runs[0].Processor:0} ms of processor time
            warm             median {median.Time:0} ms on the clock (at most {MostSeconds * 1000:0}), {Environment.ProcessorCount} processors; {median.Processor:0} ms of processor time, best {warm[0].Time:0} ms on the clock
            map alone, warm  {map.Time:0} ms
            first page       {first / 1e3:0} kB (at most {MostFirst / 1e3:0})
            largest pages    {string.Join(", ", pages.Take(5).Select(page => string.Create(CultureInfo.InvariantCulture, $"{page.Path} {page.Content.Length / 1e3:0} kB")))} (at most {MostPage / 1e3:0})
            """));
        return median.Time <= MostSeconds * 1000 && first < MostFirst && pages[0].Content.Length < MostPage ? 0 : 1;
    }

    private static (double Time, double Processor) Measure(Action work)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        work();
        double time = clock.Elapsed.TotalMilliseconds;
        process.Refresh();
        return (time, (process.TotalProcessorTime - before).TotalMilliseconds);
    }
}
