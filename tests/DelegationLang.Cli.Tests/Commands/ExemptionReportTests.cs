using System.Text.Json;
using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>What is exempted stays countable, and an exempted error stays one for whoever asks or builds.</summary>
public sealed class ExemptionReportTests
{
    private const string Scheme = Schemes.Head + """
        // allow DL3001 until 31 March 2027: adopted so; the next version mends it
        Hospital Trust delegates buying to Chief Executive up to £50,000 reference "1".
        Hospital Trust reserves buying to Board reference "2".

        """;

    [Fact]
    public void The_summary_counts_them()
    {
        using TemporaryFolder folder = Schemes.Folder(Scheme);

        ToolRun run = Tool.Run(folder, "check", ".");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("No errors and no warnings in 8 sentences of 1 file; 1 finding exempted (1 of them an error: its sentence stays without effect).\n", run.Output);
    }

    [Fact]
    public void The_json_holds_them_with_their_reasons()
    {
        using TemporaryFolder folder = Schemes.Folder(Scheme);

        using var json = JsonDocument.Parse(Tool.Run(folder, "check", ".", "--format", "json").Output);

        Assert.Empty(json.RootElement.GetProperty("diagnostics").EnumerateArray());
        JsonElement exempted = Assert.Single(json.RootElement.GetProperty("exempted").EnumerateArray());
        Assert.Equal(("DL3001", 13), (exempted.GetProperty("code").GetString(), exempted.GetProperty("line").GetInt32()));
        Assert.Equal("adopted so; the next version mends it", exempted.GetProperty("reason").GetString());
        Assert.Equal("2027-03-31", exempted.GetProperty("until").GetString());
        Assert.Equal((0, 1), (json.RootElement.GetProperty("summary").GetProperty("errors").GetInt32(), json.RootElement.GetProperty("summary").GetProperty("exempted").GetInt32()));
    }

    [Fact]
    public void Who_asks_is_told_that_sentences_are_in_error()
    {
        using TemporaryFolder folder = Schemes.Folder(Scheme);

        ToolRun run = Tool.Run(folder, "ask", ".", "may Chief Executive decide buying worth £5?");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("may Chief Executive decide buying worth £5?\nNo", run.Output, StringComparison.Ordinal);
        Assert.Equal("delegation: . has sentences in error that are exempted or not reported as errors: they give nobody authority.\n", run.Error);
    }

    [Fact]
    public void It_builds_and_the_page_says_that_the_sentence_has_no_effect()
    {
        using TemporaryFolder folder = Schemes.Folder(Scheme);

        ToolRun run = Tool.Run(folder, "build", ".", "--out", "map", "--emit", "html");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("gives nobody authority", File.ReadAllText(folder.PathOf("map", "document.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_of_the_check_decides_whether_it_still_holds()
    {
        using TemporaryFolder folder = Schemes.Folder(Scheme);

        ToolRun run = Tool.Run(folder, "check", ".", "--as-of", "2027-04-01", "--format", "msbuild");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["warning DL8003", "error DL3001"], run.Lines.Select(line => line.Split(": ")[1]));
    }

    [Fact]
    public void What_two_paths_share_is_counted_once()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("one.delegation", "use \"shared.delegation\".\n" + Schemes.Head + "Hospital Trust delegates buying to Chief Executive reference \"1\".\n")
            .With("two.delegation", "use \"shared.delegation\".\n" + Schemes.Head + "Hospital Trust delegates buying to Chief Executive reference \"1\".\n")
            .With("shared.delegation", "Spare Officer is an officer of Hospital Trust. // allow DL2006: for next year\n");

        using var json = JsonDocument.Parse(Tool.Run(folder, "check", "one.delegation", "two.delegation", "--format", "json").Output);

        Assert.Single(json.RootElement.GetProperty("exempted").EnumerateArray());
        Assert.Contains("; 1 finding exempted", Tool.Run(folder, "check", "one.delegation", "two.delegation").Output, StringComparison.Ordinal);
    }
}
