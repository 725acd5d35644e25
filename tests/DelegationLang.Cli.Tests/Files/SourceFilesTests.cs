using System.Text;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Workspaces.Fixing;

namespace DelegationLang.Cli.Tests.Files;

/// <summary>Files of a project are written back all or none.</summary>
public sealed class SourceFilesTests
{
    [Fact]
    public void All_are_written_and_nothing_else_is_left()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a.delegation", "one").With("sub/b.delegation", "two").With("c.txt", "three");

        new SourceFiles(folder.Path).Write([Change("a.delegation", "one", "ONE"), Change("sub/b.delegation", "two", "TWO")]);

        Assert.Equal([("a.delegation", "ONE"), ("c.txt", "three"), ("sub/b.delegation", "TWO")], folder.Content().Select(file => (file.Key, file.Value)));
    }

    [Fact]
    public void A_file_that_somebody_changed_meanwhile_is_not_written_over()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a.delegation", "one").With("b.delegation", "changed");

        CommandFailure failure = Assert.Throws<CommandFailure>(() => new SourceFiles(folder.Path).Write([Change("a.delegation", "one", "ONE"), Change("b.delegation", "two", "TWO")]));

        Assert.Equal("b.delegation has changed since it was read; nothing was changed", failure.Message);
        Assert.Equal([("a.delegation", "one"), ("b.delegation", "changed")], folder.Content().Select(file => (file.Key, file.Value)));
    }

    [Fact]
    public void A_file_that_has_gone_leaves_the_others_as_they_were()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a.delegation", "one");

        Assert.Throws<CommandFailure>(() => new SourceFiles(folder.Path).Write([Change("a.delegation", "one", "ONE"), Change("b.delegation", "two", "TWO")]));

        Assert.Equal([("a.delegation", "one")], folder.Content().Select(file => (file.Key, file.Value)));
    }

    private static FixedFile Change(string path, string before, string after) =>
        new(path, [.. Encoding.UTF8.GetBytes(before)], [.. Encoding.UTF8.GetBytes(after)]);
}
