using System.Diagnostics;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Files;

/// <summary>The real program, killed while it builds one of two versions over the other: what is there is one of them, whole.</summary>
public sealed class KilledBuildTests
{
    private const string Other = "Finance Director";

    // What stands there while the new folder is made, and from the exchange until the old one is cleared.
    private const string Before = ".out.delegation/.delegation-unfinished";
    private const string After = "out/.delegation-unfinished";

    [Fact]
    public void Where_a_folder_is_exchanged_one_version_is_there_at_every_moment()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using TemporaryFolder folder = Prepared(out SortedDictionary<string, string>? one, out SortedDictionary<string, string>? two);
        var random = new Random(20261128);
        var moments = new Dictionary<string, int>(StringComparer.Ordinal) { [Before] = 0, [After] = 0 };
        for (var n = 0; n < Effort.Of(3, 100); n++)
        {
            // A third while files are written, a third from when the new folder is all but ready, a third from when the two have changed places.
            string[] traces = [Before, ".out.delegation/notes.txt", After];
            var trace = folder.PathOf(traces[n % 3].Split('/'));

            // What the build before left there is none of this one's: it writes its mark anew.
            HashSet<DateTime> left = Marks(folder);
            KillOneBuild(folder, folder.Path, ["build", n % 2 == 0 ? "two" : "one", "--out", "out"], () => File.Exists(trace) && Marks(folder).Except(left).Any(), random, n % 3 == 0 ? random.Next(1, 80) : random.Next(0, 3));
            foreach (var mark in moments.Keys.Where(mark => File.Exists(folder.PathOf(mark.Split('/')))))
            {
                moments[mark]++;
            }

            Check(Pages(folder), one, two, n);
        }

        if (Effort.IsLong)
        {
            // Some of them on either side of the exchange.
            Assert.DoesNotContain(0, moments.Values);
        }

        EndsClean(folder, one, two);
    }

    /// <summary>A folder in which a program sits stays where it is: its files are replaced one by one, and the next build finishes what one has begun.</summary>
    [Fact]
    public void Where_files_are_replaced_one_by_one_the_next_build_makes_it_whole()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using TemporaryFolder folder = Prepared(out SortedDictionary<string, string>? one, out SortedDictionary<string, string>? two);
        var random = new Random(20261128);
        for (var n = 0; n < Effort.Of(1, 100); n++)
        {
            KillOneBuild(folder, folder.PathOf("out"), ["build", n % 2 == 0 ? "../two" : "../one", "--out", "."], () => Directory.Exists(folder.PathOf("out", ".delegation-files")), random, random.Next(1, 80));
            new OutputFolder(folder.PathOf("out")).Write([]);
            Check(Pages(folder), one, two, n);
        }

        EndsClean(folder, one, two);
    }

    private static TemporaryFolder Prepared(out SortedDictionary<string, string> one, out SortedDictionary<string, string> two)
    {
        TemporaryFolder folder = new TemporaryFolder().With("one/main.delegation", Schemes.Sound).With("two/main.delegation", Schemes.Sound.Replace("Chief Executive", Other, StringComparison.Ordinal))
            .With("out/notes.txt", "mine").With("out/pictures/mine.txt", "mine too");
        Assert.Equal(0, Tool.Run(folder, "build", "two", "--out", "out").ExitCode);
        two = Pages(folder);
        Assert.Equal(0, Tool.Run(folder, "build", "one", "--out", "out").ExitCode);
        one = Pages(folder);
        Assert.NotEqual(one.Keys, two.Keys);
        Assert.Equal(("mine", "mine too"), (one["out/notes.txt"], one["out/pictures/mine.txt"]));
        return folder;
    }

    private static void KillOneBuild(TemporaryFolder folder, string from, string[] arguments, Func<bool> hasBegun, Random random, int mostMilliseconds)
    {
        using Process process = Executable.StartIn(folder, from, arguments);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var start = Stopwatch.GetTimestamp();
        while (!hasBegun() && !process.HasExited && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60))
        {
            Thread.SpinWait(50);
        }

        var moment = TimeSpan.FromMilliseconds(random.NextDouble() * mostMilliseconds);
        start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < moment)
        {
            Thread.SpinWait(200);
        }

        process.Kill();
        process.WaitForExit();
    }

    // When the marks that stand there were written.
    private static HashSet<DateTime> Marks(TemporaryFolder folder) =>
        [.. new[] { Before, After }.Select(mark => folder.PathOf(mark.Split('/'))).Where(File.Exists).Select(File.GetLastWriteTimeUtc)];

    private static void Check(SortedDictionary<string, string> pages, SortedDictionary<string, string> one, SortedDictionary<string, string> two, int n)
    {
        var isOne = pages.SequenceEqual(one);
        Assert.True(isOne || pages.SequenceEqual(two), $"After {n} builds that were killed there is neither of the two: {string.Join(", ", pages.Keys)}");
    }

    private static void EndsClean(TemporaryFolder folder, SortedDictionary<string, string> one, SortedDictionary<string, string> two)
    {
        Assert.Equal(0, Tool.Run(folder, "build", "two", "--out", "out").ExitCode);
        Assert.Equal(two, Pages(folder));
        Assert.Equal(0, Tool.Run(folder, "build", "one", "--out", "out").ExitCode);
        Assert.Equal(one, Pages(folder));
        Assert.Equal(["one", "out", "two"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([".delegation-build"], Directory.EnumerateFileSystemEntries(folder.PathOf("out"), ".*").Select(Path.GetFileName));
    }

    private static SortedDictionary<string, string> Pages(TemporaryFolder folder) => new(
        folder.Content().Where(file => file.Key.StartsWith("out/", StringComparison.Ordinal) && !file.Key.StartsWith("out/.", StringComparison.Ordinal)).ToDictionary(),
        StringComparer.Ordinal);
}
