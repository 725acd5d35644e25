using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>The version before, as a file or as a folder: no part of the project, and compared with it on a page of its own.</summary>
public sealed class SupersededTests
{
    private static readonly string Former = Schemes.Sound[..Schemes.Sound.IndexOf("scenario", StringComparison.Ordinal)];

    private static string Current(string former) => Former
        .Replace("version 1", $"version 2\n  supersedes \"{former}\"", StringComparison.Ordinal)
        .Replace("£50,000", "£75,000", StringComparison.Ordinal);

    [Theory]
    [InlineData("before", "before/main.delegation")]
    [InlineData("before/", "before/deep/main.delegation")]
    [InlineData("before.delegation", "before.delegation")]
    public void A_folder_or_file_that_is_superseded_is_left_out_of_the_project_and_compared_with_it(string name, string file)
    {
        using TemporaryFolder folder = Schemes.Folder(Current(name)).With(file, Former);

        ToolRun check = Tool.Run(folder, "check", ".");
        Assert.True(check.ExitCode == 0, check.Output);
        Assert.Equal(0, Tool.Run(folder, "build", ".", "--out", "site", "--emit", "html").ExitCode);

        var page = File.ReadAllText(folder.PathOf("site", "changes.html"));
        Assert.Contains("Chief Executive may decide buying up to £75,000 per decision; until now up to £50,000 per decision.", page, StringComparison.Ordinal);

        // On the pages of the post and of the subject.
        string[] marked = [.. Directory.GetFiles(folder.PathOf("site"), "*.html").Where(file => File.ReadAllText(file).Contains(">Changed on 1 April 2026</", StringComparison.Ordinal))];
        Assert.True(marked.Length >= 2, string.Join(", ", marked));
    }

    [Fact]
    public void A_scheme_that_supersedes_nothing_has_no_page_of_changes()
    {
        using TemporaryFolder folder = Schemes.Folder(Former);
        Assert.Equal(0, Tool.Run(folder, "build", ".", "--out", "site", "--emit", "html").ExitCode);
        Assert.False(File.Exists(folder.PathOf("site", "changes.html")));
    }

    [Fact]
    public void A_folder_with_several_files_is_compared_as_a_whole_and_what_is_carried_over_is_known()
    {
        using TemporaryFolder folder = Schemes.Folder(Current("before"))
            .With("before/first.delegation", Former[..Former.IndexOf("Hospital Trust delegates", StringComparison.Ordinal)])
            .With("before/second.delegation", Former[Former.IndexOf("Hospital Trust delegates", StringComparison.Ordinal)..]);

        Assert.Equal(0, Tool.Run(folder, "check", ".").ExitCode);
        Assert.Equal(1, Tool.Run(folder, "diff", "before", ".", "--exit-code").ExitCode);
    }
}
