using System.Text.Json;
using System.Text.RegularExpressions;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Import;

/// <summary><c>import</c>: what is written where, what is kept, and what is refused.</summary>
public sealed class ImportCommandTests
{
    private static TemporaryFolder Folder() => new TemporaryFolder().With("scheme.docx", new ImportCase("two-columns").File.Bytes.ToArray());

    [Fact]
    public void A_document_becomes_a_project_and_a_list_of_questions()
    {
        using TemporaryFolder folder = Folder();

        ToolRun run = Tool.Run(folder, "import", "scheme.docx", "--out", "draft");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Wrote main.delegation, import.md to draft: 21 rows understood, 3 asked about, 2 left as comments.", run.Lines[0]);
        Assert.Equal("  delegation import scheme.docx --out draft --answers draft/import.md", run.Lines[2]);
        Assert.Equal(0, Tool.Run(folder, "check", "draft").ExitCode);
    }

    [Fact]
    public void Answers_settle_what_is_open_and_stay_in_the_list()
    {
        using TemporaryFolder folder = Folder();
        Tool.Run(folder, "import", "scheme.docx", "--out", "draft");
        string list = folder.PathOf("draft", "import.md");
        File.WriteAllText(list, File.ReadAllText(list).Replace("\nAnswer:\n", "\nAnswer: 1\n", StringComparison.Ordinal));

        Assert.Equal(2, Tool.Run(folder, "import", "scheme.docx", "--out", "draft").ExitCode);
        ToolRun run = Tool.Run(folder, "import", "scheme.docx", "--out", "draft", "--answers", "draft/import.md");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("to answer", run.Output, StringComparison.Ordinal);
        Assert.Contains("Answer: 1", File.ReadAllText(list), StringComparison.Ordinal);
        Assert.Contains("- Leases of Council land", File.ReadAllText(folder.PathOf("draft", "main.delegation")), StringComparison.Ordinal);

        SortedDictionary<string, string> before = folder.Content();
        Tool.Run(folder.With("answers.json", "{ \"1\": 1, \"2\": 1, \"3\": 1 }"), "import", "scheme.docx", "--out", "draft", "--answers", "answers.json");
        Assert.Equal(before.Where(file => file.Key.StartsWith("draft", StringComparison.Ordinal)), folder.Content().Where(file => file.Key.StartsWith("draft", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_report_counts_rows_and_names_their_places()
    {
        using TemporaryFolder folder = Folder();

        using var json = JsonDocument.Parse(Tool.Run(folder, "import", "scheme.docx", "--out", "draft", "--json").Output);

        Assert.Equal((24, 21, 3, 2), (Number("rows"), Number("understood"), Number("asked"), Number("skipped")));
        Assert.Equal(21, json.RootElement.GetProperty("places").GetProperty("understood").GetArrayLength());
        Assert.Equal("table 1, row 27", json.RootElement.GetProperty("places").GetProperty("asked")[1].GetProperty("place").GetString());
        int Number(string name) => json.RootElement.GetProperty(name).GetInt32();
    }

    [Fact]
    public void What_a_person_goes_on_with_is_left_alone()
    {
        using TemporaryFolder folder = Folder();
        Tool.Run(folder, "import", "scheme.docx", "--out", "draft");
        string scheme = folder.PathOf("draft", "main.delegation");
        File.WriteAllText(scheme, string.Join('\n', File.ReadAllLines(scheme)[1..]));
        SortedDictionary<string, string> before = folder.Content();

        ToolRun run = Tool.Run(folder, "import", "scheme.docx", "--out", "draft");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("draft already holds main.delegation, which is not a draft of import", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Content());
    }

    [Fact]
    public void On_a_terminal_it_asks_and_keeps_each_answer()
    {
        using TemporaryFolder folder = Folder();

        ToolRun run = Tool.Talk(folder, "7\n1\n\n2\n", "import", "scheme.docx", "--out", "draft");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("3 questions to answer.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Type a number from 1 to", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 question to answer in draft/import.md", run.Output, StringComparison.Ordinal);
        string list = File.ReadAllText(folder.PathOf("draft", "import.md"));
        Assert.Equal(["Answer: 1", "Answer:", "Answer: 2"], list.Split('\n').Where(line => line.StartsWith("Answer", StringComparison.Ordinal)));
    }

    [Fact]
    public void Whoever_goes_away_from_the_terminal_keeps_what_was_answered()
    {
        using TemporaryFolder folder = Folder();

        Assert.Equal(0, Tool.Talk(folder, "1\nq\n", "import", "scheme.docx", "--out", "draft").ExitCode);
        ToolRun again = Tool.Talk(folder, "", "import", "scheme.docx", "--out", "draft", "--answers", "draft/import.md");

        Assert.Contains("2 questions to answer.", again.Output, StringComparison.Ordinal);
        Assert.Contains("Answer: 1", File.ReadAllText(folder.PathOf("draft", "import.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no file missing.docx", "missing.docx", "--out", "draft")]
    [InlineData(". is a folder: name a document", ".", "--out", "draft")]
    [InlineData("scheme.docx is a file: --out wants a folder", "scheme.docx", "--out", "scheme.docx")]
    [InlineData("Must be one of", "scheme.docx", "--out", "draft", "--kind", "circus")]
    [InlineData("there is no question 9: there are 3", "scheme.docx", "--out", "draft", "--answers", "nine.json")]
    [InlineData("question 1 has no choice 7: it has 2", "scheme.docx", "--out", "draft", "--answers", "seven.json")]
    [InlineData("it is not JSON that can be read", "scheme.docx", "--out", "draft", "--answers", "broken.json")]
    public void What_cannot_be_imported_is_said(string message, params string[] arguments)
    {
        using TemporaryFolder folder = Folder().With("nine.json", "{ \"9\": 1 }").With("seven.json", "{ \"1\": 7 }").With("broken.json", "{ \"1\": ");

        ToolRun run = Tool.Run(folder, ["import", .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PathOf("draft", "main.delegation")));
    }

    [Theory]
    [InlineData("west-yorkshire-icb", "xlsx")]
    [InlineData("west-yorkshire-icb", "docx")]
    [InlineData("borough-council", "xlsx")]
    [InlineData("foundation-trust", "docx")]
    [InlineData("merging-boards", "docx")]
    [InlineData("west-yorkshire-icb", "csv")]
    [InlineData("borough-council", "csv")]
    [InlineData("foundation-trust", "csv")]
    public void What_export_wrote_is_the_same_scheme_again(string example, string format)
    {
        using var folder = new TemporaryFolder();
        string scheme = Repository.PathOf("examples", example);
        Assert.Equal(0, Tool.Run(folder, "export", scheme, "--out", "scheme." + format).ExitCode);

        Assert.Equal(0, Tool.Run(folder, "import", "scheme." + format, "--out", "draft").ExitCode);

        Assert.Equal(0, Tool.Run(folder, "test", "draft").ExitCode);
        Assert.Equal(0, Tool.Run(folder, "export", scheme, "--out", "one.csv").ExitCode);
        Assert.Equal(0, Tool.Run(folder, "export", "draft", "--out", "two.csv").ExitCode);
        Assert.Equal(Rows("one.csv"), Rows("two.csv"));

        // What is decided, by whom, when; not in which file and on which line.
        string[] Rows(string name) => [.. Regex.Replace(File.ReadAllText(folder.PathOf(name)), @"[\w.]*,\d*,[^,\n]*\r\n", "\r\n").Split("\r\n").Where(row => !row.Contains(",the sentence itself,", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void A_copied_table_becomes_sentences_of_the_scheme_that_is_there()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("scheme.delegation", """
            scheme Harbour Scheme
              in force from 1 January 2026.
            Harbour Trust is a company known as Trust.
            Harbour Board is the board of Trust.
            Chief Executive is an officer of Trust.
            matters of Trust:
              - boat repairs.
            Trust delegates boat repairs to Chief Executive up to £500.
            """);
        const string Copied = "Decision\tLimit\tDelegated to\nMooring fees\tup to £1,000\tChief Executive\nDredging\tup to £9,000\tPilot\nBoat repairs\tup to £2,000\tChief Executive\nSigns\t£40\tPilot and Chief Executive\n";

        ToolRun run = Tool.Run(folder.Path, Copied, "import", "-", "--into", "scheme.delegation");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Trust delegates Mooring fees to Chief Executive up to £1,000", run.Output, StringComparison.Ordinal);
        Assert.Contains("Pilot is an officer of Trust.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Chief Executive is", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("is a company", run.Output, StringComparison.Ordinal);
        Assert.Contains("They are one post or body, called “Pilot and Chief Executive”.", run.Error, StringComparison.Ordinal);
        Assert.Contains("question 1: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run(folder.With("more.delegation", run.Output), "check", ".").ExitCode);
    }

    [Theory]
    [InlineData("say --out DIR")]
    [InlineData("say --out DIR", "--out", "draft", "--into", ".")]
    [InlineData("the scheme says whose it is", "--into", ".", "--kind", "charity")]
    [InlineData("there is no file or folder missing", "--into", "missing")]
    public void Where_it_goes_is_said_once(string message, params string[] options)
    {
        using TemporaryFolder folder = Folder();

        ToolRun run = Tool.Run(folder, ["import", "scheme.docx", .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who-decides.csv", "does not hold the sentences of the scheme")]
    [InlineData("sentences.csv", null)]
    public void Of_the_lists_of_a_build_the_one_of_sentences_is_a_scheme(string list, string? refusal)
    {
        using TemporaryFolder folder = new TemporaryFolder().WithExamples();
        const string Scheme = "borough-council";
        Tool.Run(folder, "build", Scheme, "--emit", "csv", "--out", "site");

        ToolRun run = Tool.Run(folder, "import", "site/csv/" + list, "--out", "draft");

        Assert.Equal(refusal is null ? 0 : 2, run.ExitCode);
        Assert.Contains(refusal ?? "", run.Error, StringComparison.Ordinal);
        Assert.Equal(refusal is null, File.Exists(folder.PathOf("draft", "main.delegation")) && Tool.Run(folder, "diff", Scheme, "draft", "--exit-code").ExitCode == 0);
    }
}
