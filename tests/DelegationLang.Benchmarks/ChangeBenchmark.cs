using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DelegationLang.Policy;
using DelegationLang.Policy.Comparison;
using DelegationLang.Testing.Generation;

namespace DelegationLang.Benchmarks;

/// <summary>
/// What it costs to compare two versions of a scheme of ten thousand sentences of which fifty have changed, beside checking both in the same process; to find
/// what is different on which day; and to compare a scheme of three thousand lines with one changed sentence, as an editor does.
/// </summary>
internal static partial class ChangeBenchmark
{
    private const int Sentences = 10_000;
    private const int Changed = 50;
    private const int Lines = 3_000;
    private const double MostRatio = 3;
    private const double MostMegabytes = 400;
    private const double MostInEditor = 200;

    /// <summary>Measures and reports; exits with 1 when anything takes more than it should.</summary>
    public static int Run()
    {
        string before = SchemeGenerator.Generate(Sentences, 1);
        string after = WithChanges(before, Changed);
        (DecisionSpace then, double first) = Time(() => WholeCheck.Run(before).Engine.Space);
        (DecisionSpace now, double second) = Time(() => WholeCheck.Run(after).Engine.Space);
        (SpaceComparison comparison, double compared) = Time(() => SpaceComparison.Of(then, now, DateRange.Always));
        using var process = Process.GetCurrentProcess();
        double peak = process.PeakWorkingSet64 / 1e6;
        double ratio = compared / (first + second);
        (DayByDay days, double dayByDay) = Time(() => DayByDay.Of(now));

        int sentences = Sentences / 10;
        string text = "";
        while (text.AsSpan().Count('\n') < Lines)
        {
            text = SchemeGenerator.Generate(sentences += 50, 1);
        }

        DecisionSpace edited = WholeCheck.Run(WithChanges(text, 1)).Engine.Space;
        DecisionSpace committed = WholeCheck.Run(text).Engine.Space;
        double[] inEditor = [.. Enumerable.Range(0, 20).Select(_ => Clock(() => SpaceComparison.Of(committed, edited, DateRange.Always))).Order()];
        double median = inEditor[inEditor.Length / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {Sentences} sentences, {Changed} changed: {comparison.Changes.Length} changes{(comparison.CutShort.IsEmpty ? "" : ", cut short")}
            checking both    {first + second:0} ms of processor time
            comparing        {compared:0} ms of processor time: {ratio:0.00} times that (at most {MostRatio:0})
            peak memory      {peak:0} MB, the whole process (at most {MostMegabytes:0})
            day by day       {dayByDay:0} ms of processor time, {days.Days.Length} days, {days.Days.Sum(day => day.Changes.Length)} changes
            {text.AsSpan().Count('\n')} lines, 1 sentence changed: median {median:0} ms, worst {inEditor[^1]:0} ms (at most {MostInEditor:0})
            """));
        return ratio <= MostRatio && peak <= MostMegabytes && median <= MostInEditor ? 0 : 1;
    }

    // Every so many of the sentences with a sum has another.
    private static string WithChanges(string text, int count)
    {
        MatchCollection sums = Sum().Matches(text);
        var changed = new StringBuilder();
        int from = 0;
        for (int i = 0; i < count; i++)
        {
            Match sum = sums[(int)((long)i * sums.Count / count)];
            changed.Append(text, from, sum.Index - from).Append("up to £12,345");
            from = sum.Index + sum.Length;
        }

        return changed.Append(text, from, text.Length - from).ToString();
    }

    private static (T Result, double Milliseconds) Time<T>(Func<T> work)
    {
        GC.Collect();
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        T result = work();
        return (result, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
    }

    private static double Clock<T>(Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        GC.KeepAlive(work());
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    [GeneratedRegex(@"up to £[\d,.]+( million)?")]
    private static partial Regex Sum();
}
