using System.Diagnostics;
using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Watching;

/// <summary>Building again whenever something is saved.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task A_saved_change_is_built_and_the_end_is_in_order()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using var session = new WatchSession(folder, ".", "--out", "out");
        await session.UntilAsync(() => session.Error.Contains("Watching .", StringComparison.Ordinal), "the first build");
        Assert.Contains("£50,000", Json(folder), StringComparison.Ordinal);

        folder.With("main.delegation", Schemes.Sound.Replace("£50,000", "£60,000", StringComparison.Ordinal));
        await session.UntilAsync(() => Json(folder).Contains("£60,000", StringComparison.Ordinal), "the change");
        await session.UntilAsync(() => session.Output.Contains("Built again: ", StringComparison.Ordinal), "the report");

        Assert.Equal(0, await session.EndAsync());
    }

    [Fact]
    public async Task After_each_build_it_is_told_what_changes_since_another_version()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("old/main.delegation", Schemes.Sound).With("new/main.delegation", Schemes.Sound);
        using var session = new WatchSession(folder, "new", "--out", "out", "--emit", "json", "--diff", "old");
        await session.UntilAsync(() => session.Output.Contains("Nothing changes in who may decide what.", StringComparison.Ordinal), "the first build");

        folder.With("new/main.delegation", Schemes.Sound.Replace("£50,000", "£60,000", StringComparison.Ordinal));
        await session.UntilAsync(() => session.Output.Contains("may decide buying up to £60,000 per decision; until now up to £50,000 per decision.", StringComparison.Ordinal), "the change");

        Assert.Equal(0, await session.EndAsync());
    }

    [Fact]
    public async Task Errors_leave_the_last_good_site_until_they_are_mended()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using var session = new WatchSession(folder, ".", "--out", "out");
        await session.UntilAsync(() => session.Error.Contains("Watching .", StringComparison.Ordinal), "the first build");
        SortedDictionary<string, string> before = Site(folder);

        folder.With("main.delegation", Schemes.Faulty);
        await session.UntilAsync(() => session.Error.Contains("nothing was written", StringComparison.Ordinal), "the errors");
        Assert.Contains("error[DL2001]", session.Output, StringComparison.Ordinal);
        Assert.Equal(before, Site(folder));

        folder.With("main.delegation", Schemes.Sound.Replace("£50,000", "£70,000", StringComparison.Ordinal));
        await session.UntilAsync(() => Json(folder).Contains("£70,000", StringComparison.Ordinal), "the mend");
    }

    [Fact]
    public async Task A_scheme_that_starts_with_errors_is_built_when_they_are_mended()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);
        using var session = new WatchSession(folder, "main.delegation", "--out", "out", "--emit", "json");
        await session.UntilAsync(() => session.Error.Contains("Watching main.delegation", StringComparison.Ordinal), "the first look");
        Assert.False(Directory.Exists(folder.PathOf("out")));

        folder.With("main.delegation", Schemes.Sound);
        await session.UntilAsync(() => File.Exists(folder.PathOf("out", "scheme.json")), "the site");
        Assert.False(File.Exists(folder.PathOf("out", "index.html")));
    }

    [Fact]
    public async Task A_file_by_itself_is_watched_with_what_it_uses_and_nothing_else()
    {
        using TemporaryFolder folder = Schemes.Folder("use \"posts/posts.delegation\".\n" + Schemes.Sound).With("posts/posts.delegation", "Finance Director is an officer of Hospital Trust.\n").With("beside.delegation", "Nonsense.\n");
        using var session = new WatchSession(folder, "main.delegation", "--out", "out");
        await session.UntilAsync(() => session.Error.Contains("Watching main.delegation", StringComparison.Ordinal), "the first build");
        Assert.Contains("Finance Director", Json(folder), StringComparison.Ordinal);

        folder.With("beside.delegation", "More nonsense.\n").With("posts/beside.delegation", "Nonsense.\n");
        folder.With("posts/posts.delegation", "Nursing Director is an officer of Hospital Trust.\n");
        await session.UntilAsync(() => Json(folder).Contains("Nursing Director", StringComparison.Ordinal), "the change of what it uses");
        folder.With("main.delegation", Schemes.Sound);
        await session.UntilAsync(() => !Json(folder).Contains("Nursing Director", StringComparison.Ordinal), "the change of itself");
        await session.UntilAsync(() => Builds(session) == 2, "both reports");
        folder.With("posts/posts.delegation", "Medical Director is an officer of Hospital Trust.\n");
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Equal(2, Builds(session));

        static int Builds(WatchSession session) => session.Output.Split("Built again").Length - 1;
    }

    [Fact]
    public async Task Editors_that_put_a_new_file_in_the_place_of_the_old_one_are_seen_too()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using var session = new WatchSession(folder, ".", "--out", "out");
        await session.UntilAsync(() => session.Error.Contains("Watching .", StringComparison.Ordinal), "the first build");

        folder.With("main.delegation~", Schemes.Sound.Replace("£50,000", "£80,000", StringComparison.Ordinal));
        File.Move(folder.PathOf("main.delegation~"), folder.PathOf("main.delegation"), overwrite: true);
        await session.UntilAsync(() => Json(folder).Contains("£80,000", StringComparison.Ordinal), "the change");
    }

    [Fact]
    public async Task Files_that_come_and_go_settings_and_templates_are_seen()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using var session = new WatchSession(folder, ".", "--out", "out");
        await session.UntilAsync(() => session.Error.Contains("Watching .", StringComparison.Ordinal), "the first build");

        folder.With("more/posts.delegation", "Finance Director is an officer of Hospital Trust.\n");
        await session.UntilAsync(() => Json(folder).Contains("Finance Director", StringComparison.Ordinal), "the new file");
        File.Delete(folder.PathOf("more", "posts.delegation"));
        await session.UntilAsync(() => !Json(folder).Contains("Finance Director", StringComparison.Ordinal), "the file to go");

        folder.With("delegation.json", """{ "site": { "name": "Trust of Nowhere" } """);
        await session.UntilAsync(() => session.Error.Contains("delegation.json(", StringComparison.Ordinal), "the fault in the settings");
        folder.With("delegation.json", """{ "site": { "name": "Trust of Nowhere", "templates": "look" } }""").With("look/footer.sbn-html", "<footer>by hand</footer>");
        await session.UntilAsync(() => Index(folder).Contains("Trust of Nowhere", StringComparison.Ordinal) && Index(folder).Contains("by hand", StringComparison.Ordinal), "the settings and the template");
        folder.With("look/footer.sbn-html", "<footer>by machine</footer>");
        await session.UntilAsync(() => Index(folder).Contains("by machine", StringComparison.Ordinal), "the other template");
    }

    [Fact]
    public void What_cannot_be_watched_or_written_is_told_at_once()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound).With("file", "");

        Assert.Equal((2, "delegation: there is no file or folder nothing.\n"), Outcome("nothing", "--out", "out"));
        Assert.Equal((2, "delegation: --out must name a folder.\n"), Outcome(".", "--out", ""));
        Assert.Equal(2, Outcome(".", "--out", "file").Status);
        Assert.Contains("“70000” is no port", Outcome(".", "--out", "out", "--serve", "70000").Error, StringComparison.Ordinal);
        Assert.Equal(2, Tool.Run(folder, "watch", ".").ExitCode);

        (int Status, string Error) Outcome(params string[] arguments)
        {
            ToolRun run = Tool.Run(folder, ["watch", .. arguments]);
            return (run.ExitCode, run.Error);
        }
    }

    [SkippableFact]
    public async Task The_program_ends_in_order_when_it_is_interrupted()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signal between programs");
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "delegation.dll"), "watch", ".", "--out", "out", "--serve", "0"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("The tool could not be started.");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await process.StandardError.ReadLineAsync(patience.Token) is { } line && !line.StartsWith("Watching", StringComparison.Ordinal))
        {
        }

        using (var kill = Process.Start("kill", [IsInterruptIgnored() ? "-TERM" : "-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(patience.Token);
        }

        await process.WaitForExitAsync(patience.Token);
        Assert.Equal((0, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync(patience.Token)));
    }

    // What a shell starts in the background ignores interrupts, and so does all that it starts in turn; a request to end it heeds.
    private static bool IsInterruptIgnored()
    {
        const string Ignored = "SigIgn:";
        const int Interrupt = 2;
        return File.Exists("/proc/self/status")
            && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } signals
            && ((Convert.ToUInt64(signals[Ignored.Length..].Trim(), 16) >> (Interrupt - 1)) & 1) == 1;
    }

    private static string Json(TemporaryFolder folder) => Read(folder, "scheme.json");

    private static string Index(TemporaryFolder folder) => Read(folder, "index.html");

    // While it is being put in place it may not be there.
    private static string Read(TemporaryFolder folder, string name)
    {
        try
        {
            return File.ReadAllText(folder.PathOf("out", name));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static SortedDictionary<string, string> Site(TemporaryFolder folder) =>
        new(folder.Content().Where(file => file.Key.StartsWith("out/", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);
}
