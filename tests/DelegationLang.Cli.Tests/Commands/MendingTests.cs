using System.Text;
using System.Text.Json;
using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary><c>check --fix</c> and <c>check --diff</c>.</summary>
public sealed class MendingTests
{
    private const string Slip = Schemes.Head + """
        Hospital Trust delegats buying to Chief Executive up to £50,000 reference "1".
        Hospital Trust delegates all other matters to Cheif Executive reference "2".

        """;

    [Fact]
    public void What_is_safe_is_written_and_the_rest_is_reported()
    {
        using TemporaryFolder folder = Schemes.Folder(Slip);

        ToolRun run = Tool.Run(folder, "check", ".", "--fix");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("main.delegation:12:16: DL1001: Write delegates\ndelegation: 1 fault mended in 1 file.\n", run.Error);
        Assert.DoesNotContain("DL1001", run.Output, StringComparison.Ordinal);
        Assert.Contains("error[DL2001]: “Cheif Executive”", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--fix", run.Output, StringComparison.Ordinal);
        Assert.Equal(["main.delegation"], folder.Content().Keys);
        Assert.Equal(Slip.Replace("delegats", "delegates", StringComparison.Ordinal), File.ReadAllText(folder.PathOf("main.delegation")));
    }

    [Fact]
    public void Without_it_the_report_says_how_many_it_would_mend()
    {
        using TemporaryFolder folder = Schemes.Folder(Slip);

        ToolRun run = Tool.Run(folder, "check", ".");

        Assert.Contains("\n2 errors and no warnings in 8 sentences of 1 file.\n1 of them can be mended by: delegation check --fix\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(Slip, File.ReadAllText(folder.PathOf("main.delegation")));
    }

    [Fact]
    public void The_json_holds_what_was_mended()
    {
        using TemporaryFolder folder = Schemes.Folder(Slip);

        using var json = JsonDocument.Parse(Tool.Run(folder, "check", ".", "--fix", "--format", "json").Output);

        JsonElement mended = Assert.Single(json.RootElement.GetProperty("mended").EnumerateArray());
        Assert.Equal(("DL1001", 12), (mended.GetProperty("code").GetString(), mended.GetProperty("line").GetInt32()));
        Assert.Equal("Write delegates", Assert.Single(mended.GetProperty("fixes").EnumerateArray()).GetProperty("title").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("summary").GetProperty("mended").GetInt32());
        Assert.Equal("DL2001", Assert.Single(json.RootElement.GetProperty("diagnostics").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public void Nothing_to_mend_leaves_the_file_as_it_is()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        DateTime written = File.GetLastWriteTimeUtc(folder.PathOf("main.delegation"));

        ToolRun run = Tool.Run(folder, "check", ".", "--fix");

        Assert.Equal((0, "delegation: there is nothing that can safely be mended.\n"), (run.ExitCode, run.Error));
        Assert.Equal(written, File.GetLastWriteTimeUtc(folder.PathOf("main.delegation")));
    }

    [Fact]
    public void A_diff_shows_what_would_change_and_changes_nothing()
    {
        using TemporaryFolder folder = Schemes.Folder(Slip);

        ToolRun run = Tool.Run(folder, "check", ".", "--diff");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            --- main.delegation
            +++ main.delegation
            @@ -9,5 +9,5 @@
             Board is the board of Hospital Trust.
             Chief Executive is an officer of Hospital Trust.
             buying is a matter of Hospital Trust.
            -Hospital Trust delegats buying to Chief Executive up to £50,000 reference "1".
            +Hospital Trust delegates buying to Chief Executive up to £50,000 reference "1".
             Hospital Trust delegates all other matters to Cheif Executive reference "2".

            """.ReplaceLineEndings("\n"),
            run.Output);
        Assert.Equal("main.delegation:12:16: DL1001: Write delegates\ndelegation: 1 fault would be mended in 1 file.\n", run.Error);
        Assert.Equal(Slip, File.ReadAllText(folder.PathOf("main.delegation")));
    }

    [Fact]
    public void Changes_far_apart_are_shown_apart_and_close_ones_together()
    {
        var lines = Enumerable.Range(0, 40).Select(i => $"matter {i} is a matter of Hospital Trust.").ToList();
        using TemporaryFolder folder = Schemes.Folder(Schemes.Head + "Hospital Trust delegats buying to Chief Executive.\n" + string.Join('\n', lines)
            + "\nHospital Trust delegats matter 1 to Chief Executive.\n// A remark.\n// Another.\nHospital Trust delegats all other matters to Chief Executive.\n");

        ToolRun run = Tool.Run(folder, "check", ".", "--diff");

        var hunks = run.Lines.Where(line => line.StartsWith("@@", StringComparison.Ordinal)).ToList();
        Assert.Equal(["@@ -9,7 +9,7 @@", "@@ -50,7 +50,7 @@"], hunks);
        Assert.Equal(3, run.Lines.Count(line => line.StartsWith('+')) - 1);
        Assert.Contains("+Hospital Trust delegates buying to Chief Executive.", run.Lines);
    }

    [Fact]
    public void A_file_that_two_paths_share_is_mended_once_and_both_see_it()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("one.delegation", "use \"shared.delegation\".\n" + Schemes.Head + "Hospital Trust delegates buying to Night Officer.\n")
            .With("two.delegation", "use \"shared.delegation\".\n" + Schemes.Head + "Hospital Trust delegates buying to Night Officer.\n")
            .With("shared.delegation", "Night Officer is an officer of Hospital Trust;\nDay Officer is an officer of Hospital Trust.\n");

        ToolRun diff = Tool.Run(folder, "check", "one.delegation", "two.delegation", "--diff");
        ToolRun run = Tool.Run(folder, "check", "one.delegation", "two.delegation", "--fix");

        Assert.Equal(1, diff.Lines.Count(line => line.StartsWith("---", StringComparison.Ordinal)));
        Assert.Equal("delegation: 1 fault would be mended in 1 file.", diff.Error.TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal("delegation: 1 fault mended in 1 file.", run.Error.TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Night Officer is an officer of Hospital Trust.\nDay Officer is an officer of Hospital Trust.\n", File.ReadAllText(folder.PathOf("shared.delegation")));
    }

    [Fact]
    public void A_link_stays_a_link_and_permissions_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using TemporaryFolder folder = new TemporaryFolder().With("texts/real.txt", Slip);
        File.SetUnixFileMode(folder.PathOf("texts", "real.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        File.CreateSymbolicLink(folder.PathOf("main.delegation"), folder.PathOf("texts", "real.txt"));

        Tool.Run(folder, "check", ".", "--fix");

        Assert.NotNull(new FileInfo(folder.PathOf("main.delegation")).LinkTarget);
        Assert.Contains("delegates buying", File.ReadAllText(folder.PathOf("texts", "real.txt")), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, File.GetUnixFileMode(folder.PathOf("texts", "real.txt")));
    }

    [Fact]
    public void A_file_that_may_not_be_written_leaves_all_of_them_as_they_were()
    {
        if (Environment.IsPrivilegedProcess)
        {
            // Nothing is forbidden to it.
            return;
        }

        using TemporaryFolder folder = new TemporaryFolder().With("a.delegation", Slip).With("b.delegation", "Night Officer is an officer of Hospital Trust;\nDay Officer is an officer of Hospital Trust.\n");
        SortedDictionary<string, string> before = folder.Content();
        File.SetAttributes(folder.PathOf("b.delegation"), FileAttributes.ReadOnly);

        ToolRun run = Tool.Run(folder, "check", ".", "--fix");
        File.SetAttributes(folder.PathOf("b.delegation"), FileAttributes.Normal);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal("delegation: b.delegation cannot be written: permission is denied; nothing was changed.\n", run.Error);
        Assert.Equal(before, folder.Content());
    }
}
