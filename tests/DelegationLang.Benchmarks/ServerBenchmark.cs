using System.Diagnostics;
using System.Globalization;
using DelegationLang.Testing.Generation;

namespace DelegationLang.Benchmarks;

/// <summary>
/// How long an author waits for the language server at a scheme of three thousand lines: the tool published for this platform, in a process of its own.
/// Each round is a key that is pressed, a completion asked for at once (so that everything has to be worked out from the changed text), a hover, and the
/// report of what is wrong; then the time until the next key of somebody who types fast.
/// </summary>
internal static class ServerBenchmark
{
    private const int Lines = 3_000;
    private const int Edits = 10_000;
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(100);
    private const double MostForRequest = 30;
    private const double MostForReport = 100;
    private const double MostForReady = 400;
    private const double MostGrowth = 1.2;

    /// <summary>Publishes, measures and reports; exits with 1 when anything takes longer than it should.</summary>
    /// <param name="arguments">How many rounds, 300 by default; and the published tool, where it is published already.</param>
    public static int Run(string[] arguments)
    {
        var rounds = arguments.Length > 0 ? int.Parse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture) : 300;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-server-");
        try
        {
            var tool = arguments.Length > 1 ? arguments[1] : ColdStart.PublishTool(folder.FullName);
            var text = Scheme();
            File.WriteAllText(Path.Combine(folder.FullName, "main.delegation"), text);
            return Measure(tool, new SchemeBeingWritten(folder.FullName, text), rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Measure(string tool, SchemeBeingWritten scheme, int rounds)
    {
        var ready = new List<double>();
        var opened = new List<double>();
        for (var run = 0; run < 10; run++)
        {
            var clock = Stopwatch.StartNew();
            using var fresh = new ServerClient(tool);
            scheme.Start(fresh);
            ready.Add(clock.Elapsed.TotalMilliseconds);
            scheme.Open(fresh);
            opened.Add(clock.Elapsed.TotalMilliseconds);
        }

        using var client = new ServerClient(tool);
        scheme.Start(client);
        scheme.Open(client);
        var completions = new List<double>();
        var hovers = new List<double>();
        var reports = new List<double>();
        var random = new Random(1);
        for (var round = -rounds; round < rounds; round++)
        {
            // The first half is for the runtime to compile what is used often.
            if (round == 0)
            {
                completions.Clear();
                hovers.Clear();
                reports.Clear();
            }

            var clock = Stopwatch.StartNew();
            scheme.Press(client, random);
            completions.Add(Time(() => scheme.Complete(client)));
            hovers.Add(Time(() => scheme.Hover(client, random)));
            client.WaitForReport(scheme.Version);
            reports.Add(clock.Elapsed.TotalMilliseconds);
            Thread.Sleep(BetweenKeys);
        }

        var before = client.ProcessorMilliseconds;
        for (var round = 0; round < rounds; round++)
        {
            scheme.Press(client, random);
            client.WaitForReport(scheme.Version);
        }

        var processor = (client.ProcessorMilliseconds - before) / rounds;
        var memory = new List<double>();
        for (var edit = 1; edit <= Edits; edit++)
        {
            scheme.Press(client, random);
            if (edit % 10 == 0)
            {
                scheme.Complete(client);
            }

            if (edit % (Edits / 10) == 0)
            {
                client.WaitForReport(scheme.Version);
                memory.Add(client.Megabytes);
            }
        }

        var growth = At(memory[^5..], 0.5) / At(memory[..5], 0.5);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {scheme.Lines} lines, {rounds} rounds after as many to warm up
            ready            median {At(ready, 0.5):0} ms after the start of the program, worst {ready.Max():0} ms (at most {MostForReady:0}); first report {At(opened, 0.5):0} ms
            completion       after a key, median {At(completions, 0.5):0.0} ms, 95th percentile {At(completions, 0.95):0.0} ms (at most {MostForRequest:0})
            hover            median {At(hovers, 0.5):0.0} ms, 95th percentile {At(hovers, 0.95):0.0} ms (at most {MostForRequest:0})
            report           after a key, median {At(reports, 0.5):0} ms, 95th percentile {At(reports, 0.95):0} ms (at most {MostForReport:0})
            processor        {processor:0} ms for a key and its report
            memory           over {Edits} edits {string.Join(", ", memory.Select(size => size.ToString("0", CultureInfo.InvariantCulture)))} MB; the second half {growth:0.00} times the first (at most {MostGrowth:0.0})
            """));
        return At(ready, 0.5) <= MostForReady && At(completions, 0.95) <= MostForRequest && At(hovers, 0.95) <= MostForRequest && At(reports, 0.95) <= MostForReport && growth <= MostGrowth ? 0 : 1;
    }

    /// <summary>The text that is written at.</summary>
    public static string Scheme()
    {
        var sentences = SchemeGenerator.FewestSentences;
        var text = "";
        while (text.AsSpan().Count('\n') < Lines)
        {
            sentences += 50;
            text = SchemeGenerator.Generate(sentences, 1);
        }

        return text;
    }

    /// <summary>How long something takes, in milliseconds.</summary>
    public static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The time that a part of all times are no longer than.</summary>
    public static double At(List<double> times, double part)
    {
        var sorted = times.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))];
    }
}
