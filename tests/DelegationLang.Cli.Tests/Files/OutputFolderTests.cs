using System.Text;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Files;

public sealed class OutputFolderTests
{
    [Fact]
    public void A_new_folder_appears_whole_with_its_parents()
    {
        using var folder = new TemporaryFolder();

        var written = new OutputFolder(folder.PathOf("a", "b", "out")).Write([File("index.html", "page"), File("code/Scheme.cs", "code")]);

        Assert.Equal(2, written);
        Assert.Equal(["a/b/out/code/Scheme.cs", "a/b/out/index.html"], folder.Content().Keys);
    }

    [Fact]
    public void Files_of_the_same_name_are_replaced_and_others_left_alone()
    {
        using var folder = new TemporaryFolder();
        folder.With("out/index.html", "old").With("out/notes.txt", "mine").With("out/code/Other.cs", "mine too");

        new OutputFolder(folder.PathOf("out")).Write([File("index.html", "new"), File("code/Scheme.cs", "code")]);

        Assert.Equal(
            [("out/code/Other.cs", "mine too"), ("out/code/Scheme.cs", "code"), ("out/index.html", "new"), ("out/notes.txt", "mine")],
            folder.Content().Select(file => (file.Key, file.Value)));
    }

    [Fact]
    public void When_one_file_cannot_be_moved_everything_is_as_it_was()
    {
        using var folder = new TemporaryFolder();
        // A folder stands where the second file is to go.
        folder.With("out/index.html", "old").With("out/scheme.json/in-the-way", "x");
        var before = folder.Content();

        var failure = Assert.Throws<OutputFailure>(() => new OutputFolder(folder.PathOf("out")).Write(
            [File("index.html", "new"), File("extra.txt", "new"), File("scheme.json", "new")]));

        Assert.Contains("nothing was changed", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, folder.Content());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.PathOf("out"), ".delegation-*"));
    }

    [Fact]
    public void A_file_where_the_folder_should_be_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.With("out", "a file");

        Assert.Throws<OutputFailure>(() => new OutputFolder(folder.PathOf("out")).Write([File("index.html", "new")]));
        Assert.Equal("a file", folder.Content()["out"]);
    }

    [Fact]
    public void What_has_not_changed_is_not_touched()
    {
        using var folder = new TemporaryFolder();
        folder.With("out/index.html", "same");
        var before = System.IO.File.GetLastWriteTimeUtc(folder.PathOf("out", "index.html"));

        Assert.Equal(0, new OutputFolder(folder.PathOf("out")).Write([File("index.html", "same")]));
        Assert.Equal(before, System.IO.File.GetLastWriteTimeUtc(folder.PathOf("out", "index.html")));
    }

    private static (string Path, ReadOnlyMemory<byte> Content) File(string path, string content) => (path, Encoding.UTF8.GetBytes(content));
}
