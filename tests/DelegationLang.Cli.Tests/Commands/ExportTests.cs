using System.Text;
using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary><c>export</c>: what is written, by which name, and what is refused.</summary>
public sealed class ExportTests
{
    [Theory]
    [InlineData("scheme.csv")]
    [InlineData("papers/scheme.xlsx")]
    [InlineData("scheme.docx")]
    public void The_name_of_the_file_says_what_it_is(string file)
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        ToolRun run = Tool.Run(folder, "export", ".", "--out", file);

        Assert.Equal((0, $"Wrote {file}.\n"), (run.ExitCode, run.Output));
        byte[] bytes = File.ReadAllBytes(folder.PathOf(file));
        Assert.Equal(file.EndsWith("csv", StringComparison.Ordinal) ? "\uFEFFs" : "PK", Encoding.UTF8.GetString(bytes[..(file.EndsWith("csv", StringComparison.Ordinal) ? 4 : 2)]));

        Tool.Run(folder, "export", ".", "--out", "again");
        Assert.Equal(0, Tool.Run(folder, "export", ".", "--out", file).ExitCode);
        Assert.Equal(bytes, File.ReadAllBytes(folder.PathOf(file)));
    }

    [Fact]
    public void A_format_needs_no_ending()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        Assert.Equal(0, Tool.Run(folder, "export", ".", "--format", "csv", "--out", "table.txt").ExitCode);

        Assert.Contains("buying,buying,,50000,per decision,", File.ReadAllText(folder.PathOf("table.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void For_a_party_there_is_what_it_may_decide_and_nothing_else()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        Assert.Equal(0, Tool.Run(folder, "export", ".", "--for", "chief executive", "--out", "mine.csv").ExitCode);

        string[] rows = File.ReadAllLines(folder.PathOf("mine.csv"))[1..];
        Assert.All(rows, row => Assert.Contains("Chief Executive", row, StringComparison.Ordinal));
        Assert.NotEmpty(rows);
    }

    [Theory]
    [InlineData("there is no body or post “Cheif Executive”; did you mean Chief Executive?", "--for", "Cheif Executive", "--out", "a.csv")]
    [InlineData("--format is needed: what paper ends in does not say it", "--out", "paper")]
    [InlineData("do not go together: end the name of the file in .csv", "--format", "csv", "--out", "a.xlsx")]
    [InlineData("is named like a text of sentences", "--format", "csv", "--out", "main.delegation")]
    [InlineData("is a folder: --out wants a file", "--format", "csv", "--out", ".")]
    [InlineData("--out must name a file", "--format", "csv", "--out", "")]
    [InlineData("--out must name a file: what is exported is not printed", "--format", "csv", "--out", "-")]
    [InlineData("papers/ is a folder: --out wants a file", "--format", "csv", "--out", "papers/")]
    [InlineData("is named like the settings of a project", "--format", "csv", "--out", "delegation.json")]
    [InlineData("main.delegation is a file, not a folder", "--out", "main.delegation/a/b.docx")]
    [InlineData("--out' is required", "--format", "csv")]
    [InlineData("Must be one of", "--format", "pdf", "--out", "a.pdf")]
    [InlineData("--template must name a file", "--template", "", "--out", "a.docx")]
    [InlineData("--template gives a document for Word its look, and a.xlsx is none", "--template", "b.docx", "--out", "a.xlsx")]
    [InlineData(". is a folder: a template is a Word file", "--template", ".", "--out", "a.docx")]
    [InlineData("there is no body or post “buying”", "--for", "buying", "--out", "a.csv")]
    public void What_cannot_be_exported_is_said(string message, params string[] arguments)
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        ToolRun run = Tool.Run(folder, ["export", ".", .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(["main.delegation"], folder.Content().Keys);
    }

    [Theory]
    [InlineData("--template", "house.docx")]
    [InlineData("site", "house.docx")]
    public void A_template_of_ones_own_is_used_or_refused_by_name(string how, string file)
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        string[] option = how == "site" ? [] : [how, file];
        if (how == "site")
        {
            folder.With("delegation.json", "{ \"site\": { \"word\": \"house.docx\" } }");
        }

        ToolRun missing = Tool.Run(folder, ["export", ".", "--out", "a.docx", .. option]);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("house.docx cannot be read", missing.Error, StringComparison.Ordinal);

        folder.With(file, "no document");
        ToolRun refused = Tool.Run(folder, ["export", ".", "--out", "a.docx", .. option]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("house.docx cannot be the template of documents: it cannot be read as a Word document", refused.Error, StringComparison.Ordinal);

        File.Delete(folder.PathOf("delegation.json"));
        Tool.Run(folder, "export", ".", "--out", file);
        if (how == "site")
        {
            folder.With("delegation.json", "{ \"site\": { \"word\": \"house.docx\" } }");
        }

        Assert.Equal(0, Tool.Run(folder, ["export", ".", "--out", "a.docx", .. option]).ExitCode);
        Assert.True(File.Exists(folder.PathOf("a.docx")));
    }

    [Fact]
    public void A_template_is_not_written_over()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        Tool.Run(folder, "export", ".", "--out", "house.docx");
        byte[] before = File.ReadAllBytes(folder.PathOf("house.docx"));

        ToolRun run = Tool.Run(folder, "export", ".", "--for", "Chief Executive", "--template", "house.docx", "--out", "./house.docx");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("./house.docx is the template itself: nothing is written over it", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder.PathOf("house.docx")));
    }

    [Fact]
    public void A_device_is_not_written_over()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        ToolRun run = Tool.Run(folder, "export", ".", "--format", "csv", "--out", "/dev/null");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(OperatingSystem.IsWindows() ? "cannot be written" : "is a pipe or a device", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scheme_with_errors_is_not_exported()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);

        ToolRun run = Tool.Run(folder, "export", ".", "--out", "a.csv");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nothing was written, because the scheme has errors", run.Error, StringComparison.Ordinal);
        Assert.Equal(["main.delegation"], folder.Content().Keys);
    }
}
