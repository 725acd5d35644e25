using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using DelegationLang.Testing;

namespace DelegationLang.Benchmarks;

/// <summary>
/// Measures schemes that have very much of one thing: processor time and memory of a thousand of them beside a mixed scheme of a thousand sentences in
/// the same run, and how the time grows as they double. The work is done in a process of its own; whatever takes too long there is ended and said so.
/// </summary>
internal static class ShapeBenchmark
{
    private const double MostRatio = 30;
    private const double MostMegabytes = 300;
    private const double MostExponent = 1.4;
    // Below this a growth says more about the clock than about the work.
    private const double LeastMilliseconds = 40;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(Effort.IsLong ? 60 : 8);

    /// <summary>Measures, and reports; exits with 1 when something took more than it may.</summary>
    /// <param name="words">First, if wanted, the sizes, with commas between them; then which shapes and commands, by words in their names, alternatives between bars.</param>
    public static int Run(string[] words)
    {
        ImmutableArray<ShapePiece> pieces = ShapeWork.Pieces(ShapeWork.TakeSizes(words));
        Console.WriteLine($"{"",-60}{string.Concat(ShapeWork.Sizes.Select(size => $"{size,9}"))}   MB     ratio  growth");
        int bad = 0;
        var figures = new SortedDictionary<int, Figure>();
        for (int next = 0; next < pieces.Length;)
        {
            (int at, int reached) = Work(next, words, figures, done => bad += Report(pieces[done].Name, figures) ? 0 : 1);
            if (at >= pieces.Length)
            {
                break;
            }

            figures[reached] = new Figure(double.PositiveInfinity, 0, 1);
            bad += Report(pieces[at].Name, figures) ? 0 : 1;
            next = at + 1;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pieces.Length} measured, {bad} above {MostRatio:0} times the mixed scheme, {MostMegabytes:0} MB, or a growth of n to the {MostExponent:0.0} (times in ms of processor time)"));
        return bad == 0 ? 0 : 1;
    }

    /// <summary>Lets a process work until it is ready or takes too long; where it was then.</summary>
    private static (int Piece, int Size) Work(int from, string[] words, SortedDictionary<int, Figure> figures, Action<int> finished)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The benchmark does not know where it is.");
        string[] own = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(ShapeBenchmark).Assembly.Location] : [];
        using Process process = Process.Start(new ProcessStartInfo(program, [.. own, ShapeWork.Command, from.ToString(CultureInfo.InvariantCulture), .. words])
        {
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("The benchmark cannot start itself.");
        var lines = Channel.CreateUnbounded<string?>();
        process.OutputDataReceived += (_, line) => lines.Writer.TryWrite(line.Data);
        process.BeginOutputReadLine();
        (int Piece, int Size) at = (from, ShapeWork.Sizes[0]);
        while (Next(lines, process) is { } line)
        {
            if (line is not [var word, var piece, var size, .. var rest])
            {
                continue;
            }

            at = (int.Parse(piece, CultureInfo.InvariantCulture), int.Parse(size, CultureInfo.InvariantCulture));
            if (word == "end")
            {
                figures[at.Size] = new Figure(Number(rest[0]), Number(rest[1]), Number(rest[2]));
                if (at.Size == ShapeWork.Sizes[^1])
                {
                    finished(at.Piece);
                    at = (at.Piece + 1, ShapeWork.Sizes[0]);
                }
            }
        }

        return at;
    }

    // By the processor time of the process, which does not depend on what else the machine does.
    private static string[]? Next(Channel<string?> lines, Process process)
    {
        TimeSpan start = Spent(process);
        while (true)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
            try
            {
                return lines.Reader.ReadAsync(patience.Token).AsTask().GetAwaiter().GetResult()?.Split('\t');
            }
            catch (OperationCanceledException)
            {
                if (!process.HasExited && Spent(process) - start > MostTime)
                {
                    process.Kill();
                    return null;
                }
            }
        }
    }

    private static TimeSpan Spent(Process process)
    {
        process.Refresh();
        return process.HasExited ? TimeSpan.Zero : process.TotalProcessorTime;
    }

    private static bool Report(string name, SortedDictionary<int, Figure> figures)
    {
        double ratio = figures.TryGetValue(Math.Min(1000, ShapeWork.Sizes[^1]), out Figure? thousand) ? thousand.Milliseconds / thousand.Mixed : double.PositiveInfinity;
        double memory = figures.Values.Max(figure => figure.Megabytes);
        Figure[] last = [.. figures.Values.TakeLast(2)];
        double growth = last is [var half, var whole] && whole.Milliseconds > LeastMilliseconds ? Math.Log2(whole.Milliseconds / half.Milliseconds) : 0;
        bool isGood = ratio <= MostRatio && (thousand?.Megabytes ?? 0) <= MostMegabytes && growth <= MostExponent;
        string times = string.Concat(figures.Values.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Milliseconds,9:0}")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-60}{times.PadRight(9 * ShapeWork.Sizes.Length)}{memory,7:0}{ratio,8:0.0}{growth,7:0.0}{(isGood ? "" : "  <<<")}"));
        figures.Clear();
        return isGood;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Figure(double Milliseconds, double Megabytes, double Mixed);
}
