using System.Text.Json;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Commands;

public sealed class AskTests
{
    [Fact]
    public void An_answer_says_who_how_and_by_which_sentences()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        ToolRun run = Tool.Run(folder, "ask", "main.delegation", "who decides buying worth £1,000 on 1 May 2026?");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            who decides buying worth £1,000 on 1 May 2026?
            On 1 May 2026, Chief Executive decides alone.

            How the authority comes down:
              1. Hospital Trust holds it by law (main.delegation:11)
              2. Board acts for Hospital Trust (main.delegation:9)
              3. Chief Executive, by delegation up to £50,000 (main.delegation:12, reference 4.2)

            Board keeps its own authority too: to delegate is not to give away.

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Theory]
    [InlineData("who decides podiatry at Leeds on tomorrow?", "“tomorrow” is no day.")]
    [InlineData("who decides podiatry at Leeds worth £1,000 on not 1 May 2026?", "is no day.")]
    [InlineData("who decides podiatry at Leeds at Kirklees?", "Ask about one place at a time.")]
    [InlineData("who decides approval of the joint forward plan when urgent unless urgent?", "The question says twice how it is with “urgent”.")]
    [InlineData("who decides podiatry at Kirklees when contract length is 2 years when contract length is 9 years?", "The question says twice how it is with “contract length”.")]
    public void Nothing_that_a_question_says_is_passed_over(string question, string why)
    {
        ToolRun run = Tool.Run(Repository.Root, "", "ask", "examples/west-yorkshire-icb", question, "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("\"outcome\":\"error\"", run.Output, StringComparison.Ordinal);
        Assert.Contains(why, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_object_a_line_with_the_fields_of_the_contract()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        ToolRun run = Tool.Run(folder.Path, "", "ask", folder.Path, "who decides buying worth £1,000?", "may Board decide buying?", "--json");

        Assert.Equal(2, run.Lines.Length);
        using var json = JsonDocument.Parse(run.Lines[0]);
        JsonElement answer = json.RootElement;
        Assert.Equal("decided", answer.GetProperty("outcome").GetString());
        Assert.Equal("Chief Executive", Assert.Single(answer.GetProperty("deciders").EnumerateArray()).GetString());
        Assert.False(answer.GetProperty("jointly").GetBoolean());
        Assert.Equal("[[\"Chief Executive\"]]", answer.GetProperty("alternatives").GetRawText());
        Assert.False(answer.GetProperty("underContract").GetBoolean());
        foreach (var list in (string[])["deputies", "exceptional", "assumed", "steps", "chain", "dependsOn", "cases", "reasons"])
        {
            Assert.Equal(JsonValueKind.Array, answer.GetProperty(list).ValueKind);
        }

        var chain = answer.GetProperty("chain").EnumerateArray().ToList();
        Assert.Equal(["Hospital Trust", "Board", "Chief Executive"], chain.Select(link => link.GetProperty("party").GetString()));
        Assert.Equal([11, 9, 12], chain.Select(link => link.GetProperty("line").GetInt32()));
        Assert.All(chain, link => Assert.Equal(folder.PathOf("main.delegation").Replace('\\', '/'), link.GetProperty("file").GetString()));
        Assert.Equal("on 1 May 2026", Assert.Single(answer.GetProperty("assumed").EnumerateArray()).GetString());
        using var second = JsonDocument.Parse(run.Lines[1]);
        Assert.Equal("yes", second.RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public void A_question_that_cannot_be_read_exits_1_and_the_others_are_answered()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        ToolRun run = Tool.Run(folder, "ask", ".", "who decides byuing?", "who decides buying worth £1?", "--json");

        Assert.Equal(1, run.ExitCode);
        using var first = JsonDocument.Parse(run.Lines[0]);
        Assert.Equal("error", first.RootElement.GetProperty("outcome").GetString());
        Assert.Contains("buying", first.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"decided\"", run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_come_from_a_file_after_those_of_the_command_line()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        folder.With("questions.txt", "\uFEFF// two questions\r\nmay Board decide buying?\r\n\r\nwho decides buying worth £5 million?\r\n");

        ToolRun run = Tool.Run(folder, "ask", ".", "who decides buying worth £1?", "--questions", "questions.txt", "--json");

        Assert.Equal(
            ["who decides buying worth £1?", "may Board decide buying?", "who decides buying worth £5 million?"],
            run.Lines.Select(Question));
    }

    [Fact]
    public void Each_line_of_standard_input_is_answered_as_it_comes()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        var output = new StringWriter { NewLine = "\n" };
        var seen = new List<string>();
        using var input = new AskingReader(["who decides buying worth £1?", "may Board decide buying?"], () => seen.Add(output.ToString()));
        using var error = new StringWriter();

        var exitCode = CommandLine.Run(Tool.Host(folder.Path, input, output, error), ["ask", ".", "--questions", "-", "--json"]);

        Assert.Equal(0, exitCode);
        Assert.Equal(["", output.ToString().Split('\n')[0] + "\n", output.ToString()], seen);
    }

    [Fact]
    public void A_scheme_with_errors_is_asked_by_its_sound_sentences_and_exits_1()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);

        ToolRun run = Tool.Run(folder, "ask", ".", "who decides buying worth £1?");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Board decides alone.", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("delegation: . has errors", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_question_there_is_nothing_to_do()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        Assert.Equal(2, Tool.Run(folder, "ask", ".").ExitCode);
        Assert.Equal(2, Tool.Run(folder, "ask", ".", "--questions", "none.txt").ExitCode);
    }

    [Fact]
    public void As_of_is_the_day_of_a_question_without_one()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        Assert.Contains("nobody may decide", Tool.Run(folder, "ask", ".", "who decides buying?", "--as-of", "2025-01-01").Output, StringComparison.Ordinal);
        Assert.Contains("1 June 2026", Tool.Run(folder, "ask", ".", "who decides buying worth £1?", "--as-of", "1 June 2026").Output, StringComparison.Ordinal);
    }

    private static string? Question(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("question").GetString();
    }

    /// <summary>Hands out lines one by one, and notes before each what has been answered by then.</summary>
    private sealed class AskingReader(string[] lines, Action beforeEach) : TextReader
    {
        private int next;
        private int at;

        public override int Read()
        {
            if (at == 0)
            {
                beforeEach();
            }

            if (next == lines.Length)
            {
                return -1;
            }

            if (at < lines[next].Length)
            {
                return lines[next][at++];
            }

            (next, at) = (next + 1, 0);
            return '\n';
        }
    }

    [Fact]
    public void A_built_scheme_answers_as_its_text_does()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        Tool.Run(folder, "build", ".", "--out", "out", "--emit", "json");
        string[] questions = ["who decides buying worth £1,000 on 1 May 2026?", "may Board decide buying?", "what may Chief Executive decide?", "who decides byuing?"];

        ToolRun text = Tool.Run(folder, ["ask", ".", .. questions, "--json"]);
        ToolRun built = Tool.Run(folder, ["ask", "out/scheme.json", .. questions, "--json"]);

        Assert.Equal(text.Lines, built.Lines);
        Assert.Equal(text.ExitCode, built.ExitCode);
    }

    [Fact]
    public void A_program_that_loads_the_built_scheme_keeps_the_answers_that_are_printed()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        Tool.Run(folder, "build", ".", "--out", "out", "--emit", "json");
        var day = new DateOnly(2026, 5, 1);
        var scheme = Policy.LoadedScheme.Load(File.ReadAllBytes(Path.Combine(folder.Path, "out", "scheme.json")));
        Policy.Answer[] answers = [scheme.WhoDecides("buying").Worth(1_000).On(day), scheme.May("Board", "buying").On(day), scheme.WhatMay("Chief Executive", day), scheme.WhoDecides("buying").On(2020, 1, 1)];

        Assert.Equal(answers.Select(answer => answer.ToJson()), Tool.Run(folder, ["ask", "out/scheme.json", .. answers.Select(answer => answer.Question), "--json"]).Lines);
        Assert.Contains($"\"contentHash\":\"{scheme.ContentHash}\"", Tool.Run(folder, "ask", ".", answers[0].Question, "--json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_built_scheme_is_refused_in_a_sentence()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound).With("other.json", "{\"format\": 1}");

        Assert.Equal(2, Tool.Run(folder, "ask", "other.json", "who decides buying?").ExitCode);
        Assert.Contains("can only be asked", Tool.Run(folder, "check", "other.json").Error, StringComparison.Ordinal);
    }
}
