using System.Text.Json;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Commands;

public sealed class OtherCommandTests
{
    [Fact]
    public void Test_shows_what_was_expected_and_what_is_so()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.FailingScenario);

        ToolRun run = Tool.Run(folder, "test", ".");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(
            "fails  A new scanner (main.delegation:14)\n       expected: decided by Chief Executive\n       but this is so:\n         On 1 May 2026, Board decides alone.\n",
            run.Output,
            StringComparison.Ordinal);
        Assert.EndsWith("holds  A new bed (main.delegation:16)\n2 scenarios: 1 holds, 1 fails.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_as_json_holds_each_scenario()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.FailingScenario);

        using var json = JsonDocument.Parse(Tool.Run(folder, "test", "main.delegation", "--json").Output);

        JsonElement scenario = json.RootElement.GetProperty("scenarios")[0];
        Assert.Equal("A new scanner", scenario.GetProperty("name").GetString());
        Assert.Equal((14, false), (scenario.GetProperty("line").GetInt32(), scenario.GetProperty("passed").GetBoolean()));
        Assert.Equal("decided by Chief Executive", scenario.GetProperty("expected").GetString());
        Assert.Equal("decided by Board", scenario.GetProperty("actual").GetString());
        Assert.Equal("Board", scenario.GetProperty("answer").GetProperty("deciders")[0].GetString());
        Assert.Equal("""{"passed":1,"failed":1}""", json.RootElement.GetProperty("summary").GetRawText());
    }

    [Fact]
    public void Test_of_a_scheme_that_holds_exits_0()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        ToolRun run = Tool.Run(folder, "test", ".");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("2 scenarios, and all hold.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_of_a_scheme_with_other_errors_exits_1_and_says_so()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);

        ToolRun run = Tool.Run(folder, "test", ".");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("has 1 error besides its scenarios", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_can_be_read_in_any_case_of_letters()
    {
        using var folder = new TemporaryFolder();
        foreach (var code in DiagnosticCatalogue.Codes)
        {
            ToolRun run = Tool.Run(folder, "explain", code.ToLowerInvariant());

            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.StartsWith(code + ": ", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("```", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_code_that_does_not_exist_exits_2_with_a_suggestion()
    {
        using var folder = new TemporaryFolder();

        ToolRun run = Tool.Run(folder, "explain", "DL301");

        Assert.Equal((2, "", "delegation: there is no diagnostic DL301; did you mean DL3001?\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void New_writes_a_scheme_that_checks_and_builds_without_a_word()
    {
        using var folder = new TemporaryFolder();

        ToolRun run = Tool.Run(folder, "new", "scheme");
        ToolRun check = Tool.Run(folder, "check", "scheme");
        ToolRun build = Tool.Run(folder, "build", "scheme", "--out", "scheme/out");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        Assert.StartsWith("No errors and no warnings in ", check.Output, StringComparison.Ordinal);
        Assert.Equal(0, build.ExitCode);
        Assert.StartsWith("Wrote ", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scheme/main.delegation")]
    [InlineData("scheme/other.delegation")]
    [InlineData("scheme")]
    public void New_never_writes_over_anything(string there)
    {
        using TemporaryFolder folder = new TemporaryFolder().With(there, "mine");
        SortedDictionary<string, string> before = folder.Content();

        ToolRun run = Tool.Run(folder, "new", "scheme");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(before, folder.Content());
    }

    [Fact]
    public void New_writes_beside_files_that_are_no_scheme()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("scheme/notes.txt", "mine");

        Assert.Equal(0, Tool.Run(folder, "new", "scheme").ExitCode);
        Assert.Equal("mine", folder.Content()["scheme/notes.txt"]);
    }

    [Theory]
    [InlineData("icb")]
    [InlineData("nhs-trust")]
    [InlineData("foundation-trust")]
    [InlineData("council-with-cabinet")]
    [InlineData("council-with-committees")]
    [InlineData("combined-authority")]
    [InlineData("parish")]
    [InlineData("charity")]
    [InlineData("company")]
    public void There_is_a_starter_for_each_kind_of_body(string kind)
    {
        using var folder = new TemporaryFolder();

        ToolRun run = Tool.Run(folder, "new", "scheme", "--kind", kind);
        ToolRun check = Tool.Run(folder, "check", "scheme");
        ToolRun ask = Tool.Run(folder, "ask", "scheme", "--questions", "scheme/questions.txt");
        ToolRun build = Tool.Run(folder, "build", "scheme", "--out", "scheme/out");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        Assert.Matches("^No errors and no warnings in [0-9]+ sentences of 1 file; all 5 scenarios hold[.]", check.Output);
        Assert.Equal((0, ""), (ask.ExitCode, ask.Error));
        Assert.DoesNotContain("Nobody declared", ask.Output, StringComparison.Ordinal);
        Assert.Equal(0, build.ExitCode);
        Assert.Contains("reserved to", folder.Content()["scheme/main.delegation"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_without_a_starter_is_said_to_be_one_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();

        ToolRun run = Tool.Run(folder, "new", "scheme", "--kind", "trust");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("delegation: there is no starter for “trust”: there is one for icb, nhs-trust, ", run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Content());
    }

    [Theory]
    [InlineData("7\n", "parish council")]
    [InlineData("charity\n", "charitable trust")]
    [InlineData("\n", "integrated care board")]
    public void On_a_terminal_the_kind_is_asked(string answer, string expected)
    {
        using var folder = new TemporaryFolder();

        ToolRun run = Tool.Talk(folder, answer, "new", "scheme");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("For what kind of body is the scheme?\n  1  an integrated care board (icb)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(" is a" + (expected[0] == 'i' ? "n " : " ") + expected, folder.Content()["scheme/main.delegation"], StringComparison.Ordinal);
    }
}
