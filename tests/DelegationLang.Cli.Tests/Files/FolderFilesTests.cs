using System.Text;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Files;

public sealed class FolderFilesTests
{
    [Fact]
    public void Files_of_the_folder_and_below_are_listed_and_read()
    {
        using var folder = new TemporaryFolder();
        folder.With("main.delegation", "a").With("places/leeds.delegation", "b").With(".git/x.delegation", "hidden");
        var files = new FolderFiles(folder.Path);

        Assert.Equal(["main.delegation", "places/leeds.delegation"], files.List().Order(StringComparer.Ordinal));
        Assert.Equal("b", Encoding.UTF8.GetString(files.Read("places/leeds.delegation").Bytes.AsSpan()));
        Assert.Equal(ProjectFileStatus.Missing, files.Read("none.delegation").Status);
        Assert.Equal(ProjectFileStatus.Missing, files.Read("places").Status);
    }

    [Theory]
    [InlineData("../secret.delegation")]
    [InlineData("places/../../secret.delegation")]
    public void Nothing_above_the_folder_is_read(string path)
    {
        using var folder = new TemporaryFolder();
        folder.With("secret.delegation", "secret").With("project/main.delegation", "a");

        Assert.Equal(ProjectFileStatus.Outside, new FolderFiles(folder.PathOf("project")).Read(path).Status);
    }

    [Fact]
    public void A_folder_whose_name_only_begins_alike_is_outside()
    {
        using var folder = new TemporaryFolder();
        folder.With("project-secret/x.delegation", "secret").With("project/main.delegation", "a");

        Assert.Equal(ProjectFileStatus.Outside, new FolderFiles(folder.PathOf("project")).Read("../project-secret/x.delegation").Status);
    }

    [Fact]
    public void No_link_leads_outside()
    {
        using var folder = new TemporaryFolder();
        folder.With("secret.delegation", "secret").With("elsewhere/x.delegation", "secret").With("project/main.delegation", "a");
        File.CreateSymbolicLink(folder.PathOf("project", "link.delegation"), folder.PathOf("secret.delegation"));
        File.CreateSymbolicLink(folder.PathOf("project", "chain.delegation"), "link.delegation");
        Directory.CreateSymbolicLink(folder.PathOf("project", "linked"), folder.PathOf("elsewhere"));
        File.CreateSymbolicLink(folder.PathOf("project", "circle.delegation"), "circle.delegation");
        var files = new FolderFiles(folder.PathOf("project"));

        Assert.Equal(ProjectFileStatus.Outside, files.Read("link.delegation").Status);
        Assert.Equal(ProjectFileStatus.Outside, files.Read("chain.delegation").Status);
        Assert.Equal(ProjectFileStatus.Outside, files.Read("linked/x.delegation").Status);
        Assert.NotEqual(ProjectFileStatus.Read, files.Read("circle.delegation").Status);
        Assert.DoesNotContain("linked/x.delegation", files.List());
    }

    [Fact]
    public void A_link_within_the_folder_is_followed_and_the_folder_may_itself_be_one()
    {
        using var folder = new TemporaryFolder();
        folder.With("project/main.delegation", "a");
        File.CreateSymbolicLink(folder.PathOf("project", "link.delegation"), "main.delegation");
        Directory.CreateSymbolicLink(folder.PathOf("shortcut"), "project");

        Assert.Equal(ProjectFileStatus.Read, new FolderFiles(folder.PathOf("project")).Read("link.delegation").Status);
        Assert.Equal(ProjectFileStatus.Read, new FolderFiles(folder.PathOf("shortcut")).Read("main.delegation").Status);
    }
}
