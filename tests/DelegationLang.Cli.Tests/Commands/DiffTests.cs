using System.Diagnostics;
using System.Text.Json.Nodes;
using DelegationLang.Cli.Tests.Schemas;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Testing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>What a change of a scheme changes in who may decide what: as text, JSON, Markdown and a paper, of all that a version may be.</summary>
public sealed class DiffTests
{
    private static readonly string Schema = SchemaCheck.Closed(File.ReadAllText(Repository.PathOf("schemas", "diff.schema.json")));

    private const string Raised = "Hospital Trust delegates buying to Chief Executive up to £75,000 reference \"4.2\".";

    private static string Without(string text, string scenario) => text[..text.IndexOf(scenario, StringComparison.Ordinal)];

    private static TemporaryFolder Versions(string after) => new TemporaryFolder()
        .With("old/main.delegation", Without(Schemes.Sound, "scenario"))
        .With("new/main.delegation", after);

    private static string RaisedScheme => Schemes.Head + Raised + "\n";

    [Fact]
    public void A_raised_limit_is_told_in_words_with_the_question_that_shows_it_and_the_sentences()
    {
        using TemporaryFolder folder = Versions(RaisedScheme);
        ToolRun run = Tool.Run(folder, "diff", "old", "new");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            Wider powers
              Chief Executive may decide buying up to £75,000 per decision; until now up to £50,000 per decision.
                  who decides buying worth £50,001 per decision on 1 April 2026?
                  before: decided by Board (old/main.delegation:12)
                  after:  decided by Chief Executive (new/main.delegation:12)

            1 change in who may decide what: 1 wider.

            """,
            run.Output);
    }

    [Fact]
    public void What_nobody_may_decide_because_of_an_error_is_no_new_power()
    {
        using TemporaryFolder folder = Versions(Without(Schemes.Sound, "scenario").Replace("Hospital Trust is an", "Hospitel Trust is an", StringComparison.Ordinal));
        ToolRun run = Tool.Run(folder, "diff", "old", "new");

        Assert.StartsWith("Powers that end\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("New powers", run.Output, StringComparison.Ordinal);
        Assert.Contains("new has errors", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_changes_between_a_scheme_and_itself_laid_out_otherwise_or_in_another_file()
    {
        using TemporaryFolder folder = Versions(Without(Schemes.Sound, "scenario").Replace(" to Chief Executive", "\n  to Chief Executive", StringComparison.Ordinal)).With("renamed/other.delegation", Without(Schemes.Sound, "scenario"));
        foreach (var path in (string[])["old", "new", "renamed", "new/main.delegation"])
        {
            ToolRun run = Tool.Run(folder, "diff", "old", path, "--exit-code");
            Assert.Equal((0, "Nothing changes in who may decide what.\n", ""), (run.ExitCode, run.Output, run.Error));
        }
    }

    [Fact]
    public void What_follows_for_matters_about_the_same_functions_is_told_after_all_else_in_sentences_alone()
    {
        using TemporaryFolder folder = new TemporaryFolder().WithExamples();
        var source = Repository.PathOf("examples", "borough-council");
        foreach (var file in Directory.EnumerateFiles(source, "*.delegation"))
        {
            var text = File.ReadAllText(file);
            folder.With("old/" + Path.GetFileName(file), text);
            folder.With("new/" + Path.GetFileName(file), text.Replace("Council delegates tree works to Tree Officer up to £2,000 per contract reference \"C11\".\n", "", StringComparison.Ordinal));
        }

        foreach ((string? format, string? question) in new[] { ("text", "      who decides "), ("markdown", "| Question |") })
        {
            ToolRun run = Tool.Run(folder, "diff", "old", "new", "--format", format);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            var parts = run.Output.Split("What this means for other decisions about the same functions");
            Assert.Equal(2, parts.Length);
            Assert.Contains("may decide tree works up to £2,000 per contract", parts[0], StringComparison.Ordinal);
            Assert.DoesNotContain("for tree works", parts[0], StringComparison.Ordinal);
            Assert.Contains(question, parts[0], StringComparison.Ordinal);
            Assert.Contains("carry forward for tree works", parts[1], StringComparison.Ordinal);
            Assert.DoesNotContain(question, parts[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_exit_status_says_whether_anything_changes_only_where_it_is_asked_to()
    {
        using TemporaryFolder folder = Versions(RaisedScheme);

        Assert.Equal(0, Tool.Run(folder, "diff", "old", "new").ExitCode);
        Assert.Equal(1, Tool.Run(folder, "diff", "old", "new", "--exit-code").ExitCode);
        Assert.Equal(2, Tool.Run(folder, "diff", "old", "nowhere", "--exit-code").ExitCode);
        Assert.Equal(2, Tool.Run(folder, "diff", "old", "new", "--on", "2026-05-01", "--from", "2026-05-01").ExitCode);
        Assert.Equal(2, Tool.Run(folder, "diff", "old", "new", "--format", "docx").ExitCode);
    }

    [Fact]
    public void The_json_is_as_its_schema_says_and_each_witness_is_answered_as_it_shows()
    {
        using TemporaryFolder folder = Versions(RaisedScheme.Replace("Chief Executive is an officer", "Managing Director is an officer", StringComparison.Ordinal)
            .Replace("to Chief Executive", "to Managing Director", StringComparison.Ordinal) + "Finance Director is an officer of Hospital Trust.\nnovel is a condition.\nHospital Trust delegates buying to Finance Director above £75,000 when novel.\n");
        JsonNode json = Json(Tool.Run(folder, "diff", "old", "new", "--json"));

        Assert.NotEmpty(json["changes"]?.AsArray() ?? []);
        foreach (JsonNode? change in json["changes"]?.AsArray() ?? [])
        {
            var question = Text(change, "witness", "question");
            foreach (var side in (string[])["old", "new"])
            {
                var answer = JsonNode.Parse(Tool.Run(folder, "ask", side, question, "--json").Output);
                JsonNode? shown = change?["witness"]?[side == "old" ? "before" : "after"];
                Assert.Equal(Text(answer, "outcome"), Text(shown, "outcome"));
                Assert.Equal(answer?["deciders"]?.ToJsonString(), shown?["deciders"]?.ToJsonString());
            }
        }
    }

    [Fact]
    public void A_new_name_is_a_rename_and_changes_nothing()
    {
        using TemporaryFolder folder = Versions(Without(Schemes.Sound, "scenario").Replace("Chief Executive", "Managing Director", StringComparison.Ordinal));
        JsonNode json = Json(Tool.Run(folder, "diff", "old", "new", "--json", "--exit-code"));

        Assert.Empty(json["changes"]?.AsArray() ?? []);
        Assert.Empty(json["wordingOnly"]?.AsArray() ?? []);
        Assert.Equal("""[{"kind":"party","before":"Chief Executive","after":"Managing Director"}]""", json["renamed"]?.ToJsonString());
    }

    [Fact]
    public void A_sentence_that_reads_otherwise_and_changes_nothing_is_told_apart()
    {
        using TemporaryFolder folder = Versions(Without(Schemes.Sound, "scenario").Replace("reference \"4.2\"", "reference \"5.2\"", StringComparison.Ordinal));
        JsonNode json = Json(Tool.Run(folder, "diff", "old", "new", "--json"));

        Assert.Empty(json["changes"]?.AsArray() ?? []);
        Assert.Equal("new/main.delegation", Text(Assert.Single(json["wordingOnly"]?.AsArray() ?? []), "after", "file"));
    }

    [Fact]
    public void Of_each_question_it_is_told_whether_both_answer_alike_and_which_change_covers_it()
    {
        using TemporaryFolder folder = Versions(RaisedScheme).With("questions.txt", "// around the limit\nwho decides buying worth £50,000 on 1 May 2026?\n\nwho decides buying worth £60,000 on 1 May 2026?\n");
        ToolRun run = Tool.Run(folder, "diff", "old", "new", "--questions", "questions.txt");

        Assert.Equal(
            """
            {"question":"who decides buying worth £50,000 on 1 May 2026?","same":true}
            {"question":"who decides buying worth £60,000 on 1 May 2026?","same":false,"change":0}

            """,
            run.Output);
    }

    [Fact]
    public void Only_the_days_asked_for_are_compared()
    {
        using TemporaryFolder folder = Versions(RaisedScheme.Replace("up to £75,000", "up to £75,000 from 1 July 2026", StringComparison.Ordinal) + "Hospital Trust delegates buying to Chief Executive up to £50,000 until 30 June 2026.\n");

        Assert.Equal(0, Tool.Run(folder, "diff", "old", "new", "--exit-code", "--on", "30 June 2026").ExitCode);
        Assert.Equal(1, Tool.Run(folder, "diff", "old", "new", "--exit-code", "--on", "2026-07-01").ExitCode);
        Assert.StartsWith("Wider powers\n  From 1 July 2026 Chief Executive may decide buying up to £75,000", Tool.Run(folder, "diff", "old", "new", "--from", "2026-06-01").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_built_scheme_is_a_version_too()
    {
        using TemporaryFolder folder = Versions(RaisedScheme);
        Assert.Equal(0, Tool.Run(folder, "build", "old", "--out", "built", "--emit", "json").ExitCode);

        Assert.Equal("Nothing changes in who may decide what.\n", Tool.Run(folder, "diff", "built/scheme.json", "old").Output);
        Assert.Contains("until now up to £50,000 per decision", Tool.Run(folder, "diff", "built/scheme.json", "new").Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_revision_of_git_is_a_version_without_being_checked_out()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("schemes/trust/main.delegation", Without(Schemes.Sound, "scenario"));
        Skip.IfNot(Git(folder, "init", "-q") && Git(folder, "add", ".") && Git(folder, "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "first"), "git is not there");
        folder.With("schemes/trust/main.delegation", RaisedScheme);

        ToolRun run = Tool.Run(folder, "diff", "HEAD:schemes/trust", "schemes/trust");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("(schemes/trust/main.delegation:12)", run.Output, StringComparison.Ordinal);
        Assert.Contains("up to £75,000 per decision; until now up to £50,000", Tool.Run(folder, "diff", "HEAD:schemes/trust/main.delegation", "schemes/trust").Output, StringComparison.Ordinal);
        Assert.Contains("there is no revision nowhere", Tool.Run(folder, "diff", "nowhere:schemes", "schemes").Error, StringComparison.Ordinal);
        Assert.Contains("no file or folder gone", Tool.Run(folder, "diff", "HEAD:gone", "schemes").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_for_a_pull_request_reads_nothing_of_the_scheme_as_markup()
    {
        using TemporaryFolder folder = Versions(RaisedScheme.Replace("buying is", "\"buying <b>|`x`\" is", StringComparison.Ordinal).Replace("delegates buying", "delegates \"buying <b>|`x`\"", StringComparison.Ordinal));
        var text = Tool.Run(folder, "diff", "old", "new", "--format", "markdown").Output;

        Assert.StartsWith("## What changes in who may decide what\n", text, StringComparison.Ordinal);
        Assert.Contains("buying &lt;b&gt;\\|\\`x\\`", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_paper_is_written_for_Word()
    {
        using TemporaryFolder folder = Versions(RaisedScheme);
        ToolRun run = Tool.Run(folder, "diff", "old", "new", "--format", "docx", "--out", "paper.docx");

        Assert.Equal((0, "Wrote paper.docx.\n", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(folder.PathOf("paper.docx"))[..2]);
    }

    [Theory]
    [InlineData("--template", "house.docx")]
    [InlineData("settings", "new/house.docx")]
    public void A_board_paper_takes_its_look_from_a_file_of_ones_own(string how, string file)
    {
        using TemporaryFolder folder = Versions(RaisedScheme);
        Assert.Equal(0, Tool.Run(folder, "export", "old", "--out", "look.docx").ExitCode);
        using (var document = WordprocessingDocument.Open(folder.PathOf("look.docx"), isEditable: true))
        {
            document.MainDocumentPart?.Document?.Body?.Elements<SectionProperties>().Last().GetFirstChild<PageSize>()?.Width = 20_001;
        }

        File.Move(folder.PathOf("look.docx"), folder.PathOf(file));
        string[] option = how == "settings" ? [] : [how, file];
        if (how == "settings")
        {
            folder.With("new/delegation.json", """{ "site": { "word": "house.docx" } }""");
        }

        ToolRun run = Tool.Run(folder, ["diff", "old", "new", "--format", "docx", "--out", "paper.docx", .. option]);
        Assert.Equal((0, "Wrote paper.docx.\n", ""), (run.ExitCode, run.Output, run.Error));
        using (var paper = WordprocessingDocument.Open(folder.PathOf("paper.docx"), isEditable: false))
        {
            Assert.Equal(20_001U, paper.MainDocumentPart?.Document?.Body?.Descendants<PageSize>().Last().Width?.Value);
        }

        ToolRun over = Tool.Run(folder, ["diff", "old", "new", "--format", "docx", "--out", file, .. option]);
        Assert.Equal(2, over.ExitCode);
        Assert.Contains("is the template itself", over.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_none_or_that_nothing_takes_its_look_from_is_refused()
    {
        using TemporaryFolder folder = Versions(RaisedScheme).With("bad.docx", "no document");
        ToolRun bad = Tool.Run(folder, "diff", "old", "new", "--format", "docx", "--out", "paper.docx", "--template", "bad.docx");
        Assert.Equal(2, bad.ExitCode);
        Assert.Contains("bad.docx cannot be the template of documents", bad.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PathOf("paper.docx")));

        ToolRun text = Tool.Run(folder, "diff", "old", "new", "--template", "bad.docx");
        Assert.Equal(2, text.ExitCode);
        Assert.Contains("it goes with --format docx", text.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_on_which_only_one_version_is_in_force_are_told_once()
    {
        using TemporaryFolder folder = Versions(Without(Schemes.Sound, "scenario").Replace("in force from 1 April 2026", "in force from 1 April 2027", StringComparison.Ordinal));
        JsonNode json = Json(Tool.Run(folder, "diff", "old", "new", "--json"));
        JsonNode? change = Assert.Single(json["changes"]?.AsArray() ?? []);

        Assert.Equal(("ended", "2026-04-01", "2027-03-31"), (Text(change, "category"), Text(change, "from"), Text(change, "until")));
    }

    private static JsonNode Json(ToolRun run)
    {
        Assert.Equal("", run.Error);
        Assert.Empty(SchemaCheck.Faults(Schema, run.Output));
        return JsonNode.Parse(run.Output) ?? throw new InvalidOperationException("Nothing was printed.");
    }

    private static string Text(JsonNode? node, params string[] path) => path.Aggregate(node, (at, name) => at?[name])?.ToString() ?? "";

    private static bool Git(TemporaryFolder folder, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true });
            git?.WaitForExit();
            return git?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
