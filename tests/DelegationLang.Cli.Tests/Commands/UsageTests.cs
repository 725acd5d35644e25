using System.Text;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("chek .")]
    [InlineData("check")]
    [InlineData("check . --format sarfi")]
    [InlineData("check . --no-such-option")]
    [InlineData("check . --summary --format json")]
    [InlineData("check . --diff --fix")]
    [InlineData("check . --diff --format json")]
    [InlineData("check . --as-of 2026-02-30")]
    [InlineData("check no-such-file.delegation")]
    [InlineData("check no-such-folder/")]
    [InlineData("check empty")]
    [InlineData("test")]
    [InlineData("build main.delegation")]
    [InlineData("explain")]
    [InlineData("explain DL0000")]
    [InlineData("new")]
    public void What_cannot_run_exits_2_and_says_why_on_standard_error(string arguments)
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        folder.With("empty/readme.txt", "nothing to check");

        ToolRun run = Tool.Run(folder, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("delegation: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check --help")]
    [InlineData("ask -h")]
    [InlineData("--version")]
    public void Help_goes_to_standard_output_and_exits_0(string arguments)
    {
        using var folder = new TemporaryFolder();

        ToolRun run = Tool.Run(folder, arguments.Split(' '));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEqual("", run.Output);
    }

    [Fact]
    public void An_argument_that_starts_with_an_at_sign_is_no_file_of_arguments()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        folder.With("x", "who decides buying?");

        Assert.Contains("\"question\":\"@x\"", Tool.Run(folder, "ask", ".", "@x", "--json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_exits_2()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        File.CreateSymbolicLink(folder.PathOf("broken.delegation"), folder.PathOf("nowhere.delegation"));

        ToolRun run = Tool.Run(folder, "check", ".");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("broken.delegation", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_the_tool_is_one_line_with_the_details_in_a_file()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using var error = new StringWriter { NewLine = "\n" };
        using var output = new FaultyWriter();

        var exitCode = CommandLine.Run(Tool.Host(folder.Path, TextReader.Null, output, error), ["check", "."]);

        Assert.Equal(70, exitCode);
        var line = Assert.Single(error.ToString().TrimEnd('\n').Split('\n'));
        var saved = Assert.Single(Directory.EnumerateFiles(folder.Path, "delegation-fault-*.txt"));
        Assert.Contains(saved, line, StringComparison.Ordinal);
        Assert.Contains("it is broken", File.ReadAllText(saved), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_whose_details_cannot_be_saved_is_still_one_line()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using var error = new StringWriter { NewLine = "\n" };
        using var output = new FaultyWriter();
        Host host = Tool.Host(folder.Path, TextReader.Null, output, error) with { TemporaryFolder = folder.PathOf("not", "there") };

        Assert.Equal(70, CommandLine.Run(host, ["check", "."]));
        Assert.Single(error.ToString().TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Progress_shows_only_on_a_terminal_and_leaves_a_clean_line()
    {
        using var error = new StringWriter();
        Host host = Tool.Host("/", TextReader.Null, TextWriter.Null, error);
        using (var silent = new Progress(host))
        {
            silent.Report("working");
            Thread.Sleep(600);
        }

        Assert.Equal("", error.ToString());
        using (var shown = new Progress(host with { ShowsProgress = true }))
        {
            shown.Report("working");
            SpinWait.SpinUntil(() => error.ToString().Length > 0, TimeSpan.FromSeconds(10));
        }

        Assert.StartsWith("working …", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\r         \r", error.ToString(), StringComparison.Ordinal);
    }

    private sealed class FaultyWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => throw new InvalidOperationException("it is broken");
    }
}
