using System.Globalization;
using System.Text.Json;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Rules;

namespace DelegationLang.Cli.Tests.Commands;

public sealed class CheckTests
{
    [Fact]
    public void A_sound_scheme_exits_0_and_says_how_much_was_checked()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        ToolRun run = Tool.Run(folder, "check", "main.delegation");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("No errors and no warnings in 9 sentences of 1 file; all 2 scenarios hold.\n", run.Output);
    }

    [Fact]
    public void A_fault_is_shown_in_its_line_with_what_to_write_and_exits_1()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);

        ToolRun run = Tool.Run(folder, "check", ".");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error[DL2001]: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("--> main.delegation:12:36\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("12 | Hospital Trust delegates buying to Cheif Executive up to £50,000.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("   |                                    ^^^^^^^^^^^^^^^", run.Output, StringComparison.Ordinal);
        Assert.Contains("Chief Executive", run.Lines.Single(line => line.Contains("help: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("\n1 error and no warnings in 8 sentences of 1 file.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Msbuild_lines_hold_what_build_logs_look_for()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);

        ToolRun run = Tool.Run(folder, "check", folder.PathOf("main.delegation"), "--format", "msbuild");

        Assert.Equal(1, run.ExitCode);
        var line = Assert.Single(run.Lines);
        Assert.StartsWith(folder.PathOf("main.delegation") + "(12,36,12,51): error DL2001: ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_holds_diagnostics_places_fixes_and_a_summary()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);

        ToolRun run = Tool.Run(folder, "check", ".", "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        JsonElement diagnostic = Assert.Single(json.RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("DL2001", diagnostic.GetProperty("code").GetString());
        Assert.Equal("error", diagnostic.GetProperty("severity").GetString());
        Assert.Equal("main.delegation", diagnostic.GetProperty("file").GetString());
        Assert.Equal((12, 36, 12, 51), (Number(diagnostic, "line"), Number(diagnostic, "column"), Number(diagnostic, "endLine"), Number(diagnostic, "endColumn")));
        Assert.NotEqual("", diagnostic.GetProperty("message").GetString());
        Assert.NotEqual("", diagnostic.GetProperty("help").GetString());
        Assert.Equal(JsonValueKind.Array, diagnostic.GetProperty("related").ValueKind);
        JsonElement edit = diagnostic.GetProperty("fixes")[0].GetProperty("edits")[0];
        Assert.Equal("Chief Executive", edit.GetProperty("newText").GetString());
        Assert.Equal(36, Number(edit, "column"));
        JsonElement summary = json.RootElement.GetProperty("summary");
        Assert.Equal((1, 0, 0), (Number(summary, "errors"), Number(summary, "warnings"), Number(summary, "infos")));
    }

    [Fact]
    public void A_scenario_that_fails_is_an_error_with_the_chain_behind_it()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.FailingScenario);

        ToolRun run = Tool.Run(folder, "check", ".");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error[DL9001]: The scenario “A new scanner” fails: expected “decided by Chief Executive”, but it is decided by Board\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Board acts for Hospital Trust\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 2 scenarios holds.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Severities_of_the_project_change_the_report_and_not_the_meaning()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);
        folder.With("delegation.json", """{ "severity": { "DL2001": "warning" } }""");

        ToolRun run = Tool.Run(folder, "check", ".");
        ToolRun answer = Tool.Run(folder, "ask", ".", "who decides buying worth £1,000?", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning[DL2001]: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"deciders\":[\"Board\"]", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_delegation_json_exits_2_with_its_line()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        folder.With("delegation.json", "{\n  \"severity\": { \"DL9999\": \"off\" }\n}");

        ToolRun run = Tool.Run(folder, "check", ".");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("delegation: delegation.json(2,17): there is no diagnostic \"DL9999\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_paths_are_checked_and_what_they_share_is_reported_once()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("one.delegation", "use \"shared.delegation\".\n" + Schemes.Head + "Hospital Trust delegates buying to Chief Executive reference \"1\".\n")
            .With("two.delegation", "use \"shared.delegation\".\n" + Schemes.Head + "Hospital Trust delegates buying to Chief Executive reference \"1\".\n")
            .With("shared.delegation", "repairs is a mattr of Hospital Trust.\n");

        ToolRun run = Tool.Run(folder, "check", "one.delegation", "two.delegation", "--format", "msbuild");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("shared.delegation(1,", Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_is_reported_in_the_order_of_files_and_places()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("b.delegation", "Night Team is an oficer of Hospital Trust.\n")
            .With("a.delegation", Schemes.Head + """
                Hospital Trust delegates buying to Cheif Executive up to £50,000 reference "1".
                Hospital Trust delegates buying to Chief Executive up to £40,00 reference "2".
                Hospital Trust delegates all other matters to Chief Executive until 31 June 2027 reference "3".

                """);

        ToolRun run = Tool.Run(folder, "check", ".", "--format", "msbuild");

        Assert.Equal(
            ["a.delegation(12 DL2001", "a.delegation(13 DL1003", "a.delegation(14 DL1004", "b.delegation(1 DL2008"],
            run.Lines.Select(line => line.Split(',')[0] + " " + line.Split(": error ")[1].Split(':')[0]));
    }

    [Fact]
    public void The_summary_by_rule_counts_the_gravest_first()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty + """
            Night Officer is an officer of Hospital Trust.
            Day Officer is an officer of Hospital Trust.
            Noon Officer is an oficer of Hospital Trust.
            Hospital Trust delegates byng to Chief Executive up to £50,000 reference "4".

            """);

        ToolRun run = Tool.Run(folder, "check", ".", "--summary");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            2  error    DL2001  A name that nobody declared
            1  error    DL2008  An unknown kind
            2  info     DL2006  Declared, never used

            3 errors, no warnings and 2 remarks in 12 sentences of 1 file.
            To read more about one of them: delegation explain DL2001

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public void The_summary_of_a_sound_scheme_is_one_line()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        Assert.Equal(Tool.Run(folder, "check", ".").Output, Tool.Run(folder, "check", ".", "--summary").Output);
    }

    [Fact]
    public void Stats_go_to_standard_error()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        ToolRun run = Tool.Run(folder, "check", ".", "--stats", "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        var lines = run.Error.TrimEnd('\n').Split('\n');
        var phases = lines.Where(line => !line.StartsWith(' ')).Select(line => line.Split(' ')[0]).ToArray();
        Assert.Equal(["read", "parse", "bind", "rules", "decisions", "scenarios", "report", "total"], phases);
        var rules = lines.Where(line => line.StartsWith(' ')).ToList();
        Assert.Equal(
            RuleSet.Descriptors.Select(descriptor => descriptor.Code).Append(RuleSet.SharedWork).Order(StringComparer.Ordinal),
            rules.Select(line => line.Trim().Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Equal("rules", lines[Array.IndexOf(lines, rules[0]) - 1].Split(' ')[0]);
        List<double> times = rules.ConvertAll(Milliseconds);
        Assert.Equal(times.OrderDescending(), times);
        Assert.InRange(times.Sum(), 0, Milliseconds(lines.Single(line => line.StartsWith("rules ", StringComparison.Ordinal))) + (0.1 * times.Count));
        Assert.All(lines, line => Assert.True(
            double.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], NumberStyles.Float, CultureInfo.InvariantCulture, out _), line));
    }

    [Fact]
    public void The_version_before_in_the_same_folder_is_no_second_scheme()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound.Replace("version 1", "version 2 supersedes \"old.delegation\"", StringComparison.Ordinal));
        folder.With("old.delegation", Schemes.Sound);

        ToolRun run = Tool.Run(folder, "check", ".");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.EndsWith("of 1 file; all 2 scenarios hold.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_in_error_is_reported_once()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Head + """
            Hospital Trust delegates all other matters to Chief Executive reference "5".
            Chief Executive delegates buyng to Cheif Executive up to £50,00 reference "6".

            """);

        ToolRun run = Tool.Run(folder, "check", ".", "--format", "msbuild");

        Assert.Contains(" error DL1003: ", Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    private static double Milliseconds(string line) =>
        double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
