using DelegationLang.Cli.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>
/// Every command with every stream closed, in a process of its own. What a command uses is seen from a run with all of them open: whatever it printed
/// there it has to print, and what it read it has to read.
/// </summary>
public sealed class ClosedStreamTests
{
    private static readonly string[] Single = ["<&-", ">&-", "2>&-"];
    private static readonly string[] Several = ["<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"];

    private static readonly (string Command, bool Reads)[] AllCommands =
    [
        ("check .", false),
        ("check faulty.delegation --format json", false),
        ("check faulty.delegation --fix", false),
        ("ask . @QUESTION", false),
        ("ask faulty.delegation @QUESTION --json", false),
        ("ask . --questions -", true),
        ("test .", false),
        ("coverage . --json", false),
        ("build . --out out", false),
        ("watch none --out out", false),
        ("fmt . --check", false),
        ("fmt --stdin", true),
        ("explain DL3001", false),
        ("schema", false),
        ("new fresh", false),
        ("templates look", false),
        ("lsp", true),
        ("--help", false),
        ("--version", false),
        ("nonsense", false),
    ];

    public static TheoryData<string, bool> Commands
    {
        get
        {
            var commands = new TheoryData<string, bool>();
            foreach ((string? command, bool reads) in Effort.Part(AllCommands))
            {
                commands.Add(command, reads);
            }

            return commands;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_that_must_use_a_closed_stream_ends_with_2_and_one_that_need_not_is_as_ever(string command, bool reads)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using TemporaryFolder before = Folder();
        ToolRun usual = await RunAsync(before, command, "");
        string[] all = [.. Single, .. Several];
        foreach (var closed in all.Take(Effort.Of(1, all.Length)))
        {
            using TemporaryFolder folder = Folder();
            ToolRun run = await RunAsync(folder, command, closed);
            var isNeeded = (reads && closed.Contains('<', StringComparison.Ordinal))
                || ((usual.Output.Length > 0 || command == "lsp") && closed.Split(' ').Contains(">&-"))
                || (usual.Error.Length > 0 && closed.Contains("2>&-", StringComparison.Ordinal));

            Assert.True(run.ExitCode == (isNeeded ? 2 : usual.ExitCode), $"{command} {closed}: {run.ExitCode}\n{run.Output}\n{run.Error}");
            if (!isNeeded)
            {
                Assert.Equal((usual.Output, usual.Error), (run.Output, run.Error));
            }

            Assert.Empty(Directory.EnumerateFiles(folder.Path, "delegation-fault-*"));
            Assert.DoesNotContain("Unhandled", run.Error, StringComparison.Ordinal);
            Assert.Equal(Schemes.Sound, File.ReadAllText(folder.PathOf("main.delegation")));
        }
    }

    [Theory]
    [InlineData("check .")]
    [InlineData("ask . @QUESTION")]
    [InlineData("build . --out out")]
    [InlineData("fmt . --check")]
    [InlineData("explain DL3001")]
    public async Task Where_there_is_no_room_a_command_ends_with_2_and_says_so(string command)
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        using TemporaryFolder folder = Folder();
        var onError = command.StartsWith("fmt", StringComparison.Ordinal);
        ToolRun run = await RunAsync(folder, command, onError ? "2>/dev/full" : ">/dev/full");
        Assert.Equal((2, onError ? "" : "delegation: standard output cannot be written: the disk is full.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Whoever_stops_reading_does_no_harm()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using TemporaryFolder folder = Folder();
        ToolRun run = await RunAsync(folder, "coverage .", "| head -1");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEqual("", run.Output);
    }

    private static TemporaryFolder Folder() => Schemes.Folder(Schemes.Sound)
        .With("faulty.delegation", Schemes.Faulty.Replace("Small scheme", "Another", StringComparison.Ordinal))
        .With("delegation.json", "{ \"files\": [\"main.delegation\"] }");

    private static Task<ToolRun> RunAsync(TemporaryFolder folder, string command, string redirections) =>
        Executable.RunInShellAsync(folder, redirections, [.. command.Split(' ').Select(word => word == "@QUESTION" ? "who decides buying worth £1,000?" : word), .. AsOf(command)]);

    private static string[] AsOf(string command) =>
        command.Split(' ')[0] is "check" or "ask" or "test" or "coverage" or "watch" or "lsp" ? ["--as-of", "2026-05-01"] : [];
}
