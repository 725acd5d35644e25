using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>A folder that holds no scheme itself, but folders that each hold one.</summary>
public sealed class SeveralSchemesTests
{
    private const string Other = "scheme Second Scheme in force from 1 April 2026.\nTown is an organisation.\nCouncil is the board of Town.\nparks is a function of Town.\n";

    private static TemporaryFolder Two(string second = Other) => new TemporaryFolder()
        .With("all/one/main.delegation", Schemes.Sound)
        .With("all/the second & last/deep/text.delegation", second)
        .With("all/notes/read me.txt", "nothing of a scheme");

    [Fact]
    public void Each_is_built_in_a_folder_of_its_own_with_a_front_page_that_leads_to_all()
    {
        using TemporaryFolder folder = Two();
        ToolRun run = Tool.Run(folder, "build", "all", "--out", "out", "--emit", "html,json");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("Wrote index.html, one/index.html, one/scheme.json, ", run.Output, StringComparison.Ordinal);
        foreach (var file in new[] { "index.html", "assets/bodies.js", "one/scheme.json", "one/index.html", "the second & last/index.html", "the second & last/scheme.json" })
        {
            Assert.True(File.Exists(folder.PathOf("out", file)), file);
        }

        var page = File.ReadAllText(folder.PathOf("out", "index.html"));
        Assert.Contains("<a href=\"one/index.html\" data-folder=\"one\">Hospital Trust</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"the%20second%20%26%20last/index.html\" data-folder=\"the%20second%20%26%20last\">Town</a>", page, StringComparison.Ordinal);
        Assert.Contains("(nothing has changed)", Tool.Run(folder, "build", "all", "--out", "out", "--emit", "html,json").Output, StringComparison.Ordinal);

        // Each site is what it is when it is built alone.
        Tool.Run(folder, "build", "all/one", "--out", "alone", "--emit", "html");
        Assert.Equal(File.ReadAllText(folder.PathOf("alone", "map.html")), File.ReadAllText(folder.PathOf("out", "one/map.html")));
    }

    [Fact]
    public void Nothing_is_written_while_one_of_them_has_an_error()
    {
        using TemporaryFolder folder = Two(Other + "Town delegates parks to Nobody Known.\n");
        ToolRun run = Tool.Run(folder, "build", "all", "--out", "out", "--emit", "html");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("text.delegation", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathOf("out")));
    }

    [Fact]
    public void Check_reports_each_by_itself()
    {
        using TemporaryFolder folder = Two(Other + "Town delegates parks to Nobody Known.\n");
        ToolRun run = Tool.Run(folder, "check", "all");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(Path.Combine("all", "the second & last", "deep", "text.delegation").Replace('\\', '/'), run.Output.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run(folder, "check", "all/one").ExitCode);
    }

    [Fact]
    public void A_project_in_folders_of_which_one_has_the_scheme_sentence_stays_one_project()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("all/one/main.delegation", Other).With("all/two/more.delegation", "Clerk is an officer of Town.\nTown delegates parks to Clerk.\n");
        ToolRun run = Tool.Run(folder, "build", "all", "--out", "out", "--emit", "json");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.True(File.Exists(folder.PathOf("out", "scheme.json")));
    }
}
