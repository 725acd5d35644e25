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
        SortedDictionary<string, string> before = folder.Content();

        OutputFailure failure = Assert.Throws<OutputFailure>(() => new OutputFolder(folder.PathOf("out")).Write(
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
        DateTime before = System.IO.File.GetLastWriteTimeUtc(folder.PathOf("out", "index.html"));

        Assert.Equal(0, new OutputFolder(folder.PathOf("out")).Write([File("index.html", "same")]));
        Assert.Equal(before, System.IO.File.GetLastWriteTimeUtc(folder.PathOf("out", "index.html")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_earlier_builds_wrote_and_this_one_does_not_goes_and_nothing_else(bool oneByOne)
    {
        using var folder = new TemporaryFolder();
        folder.With("out/notes.txt", "mine").With("out/parties/mine.txt", "mine too");
        Build(folder, oneByOne, "html", File("index.html", "1"), File("parties/a.html", "a"), File("parties/b.html", "b"), File("old/c.html", "c"));
        folder.With("out/parties/b.html", "changed by hand");

        Assert.Equal(3, Build(folder, oneByOne, "html", File("index.html", "2")));
        Assert.Equal(
            [("index.html", "2"), ("notes.txt", "mine"), ("parties/b.html", "changed by hand"), ("parties/mine.txt", "mine too")],
            Files(folder));
        Assert.False(Directory.Exists(folder.PathOf("out", "old")));
        Assert.Equal(0, Build(folder, oneByOne, "html", File("index.html", "2")));
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void An_output_that_is_not_asked_for_stays()
    {
        using var folder = new TemporaryFolder();
        Build(folder, false, "html", File("index.html", "1"), File("a.html", "a"));
        Build(folder, false, "json", File("scheme.json", "{}"));
        Build(folder, false, "html", File("index.html", "2"));
        Assert.Equal([("index.html", "2"), ("scheme.json", "{}")], Files(folder));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Files_of_others_are_the_same_files_afterwards(bool oneByOne)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        folder.With("out/index.html", "1").With("out/.hidden", "h").With("out/a/b/deep.txt", "d").With("elsewhere/x.txt", "x");
        Directory.CreateDirectory(folder.PathOf("out", "empty"));
        System.IO.File.CreateSymbolicLink(folder.PathOf("out", "link"), "../elsewhere");
        System.IO.File.CreateSymbolicLink(folder.PathOf("out", "a", "gone"), "nowhere");
        System.IO.File.SetUnixFileMode(folder.PathOf("out", "a"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        System.IO.File.SetUnixFileMode(folder.PathOf("out", "index.html"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        System.IO.File.SetUnixFileMode(folder.PathOf("out"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead);
        string[] names = [".hidden", "a", "a/b", "a/b/deep.txt", "a/gone", "empty", "link", "index.html", "."];
        var before = names.Select(name => Facts(folder, name)).ToList();

        Build(folder, oneByOne, "html", File("index.html", "2"), File("pages/p.html", "p"));

        Assert.Equal(before, names.Select(name => Facts(folder, name)));
        Assert.Equal(("2", "x"), (System.IO.File.ReadAllText(folder.PathOf("out", "index.html")), System.IO.File.ReadAllText(folder.PathOf("out", "link", "x.txt"))));
    }

    [Fact]
    public void A_folder_that_is_a_link_stays_one()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("real", "site"));
        Directory.CreateSymbolicLink(folder.PathOf("out"), folder.PathOf("real", "site"));
        Build(folder, false, "html", File("index.html", "1"));
        Build(folder, false, "html", File("index.html", "2"));
        Assert.NotNull(new DirectoryInfo(folder.PathOf("out")).LinkTarget);
        Assert.Equal("2", folder.Content()["real/site/index.html"]);
    }

    [Fact]
    public async Task Two_builds_to_one_folder_do_not_mix()
    {
        using var folder = new TemporaryFolder();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() =>
            Build(folder, n % 2 == 0, "html", [.. Enumerable.Range(0, 20).Select(page => File($"{page}-{n}.html", $"{n}")), File("index.html", $"{n}")]))));
        List<(string Path, string Content)> files = Files(folder);
        Assert.Equal(21, files.Count);
        Assert.Single(files.Select(file => file.Content).Distinct());

        using var held = FolderLock.Take(folder.PathOf("out"), folder.Path, TimeSpan.Zero);
        OutputFailure busy = Assert.Throws<OutputFailure>(() => new OutputFolder(folder.PathOf("out")) { Patience = TimeSpan.FromMilliseconds(60) }.Write([File("index.html", "new")]));
        Assert.Contains("another build is writing to it", busy.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_put_into_the_folder_while_a_build_exchanges_it_is_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // As it is when a build was killed after the exchange: the old folder beside, with a file that came after its files had got second names.
        using var folder = new TemporaryFolder();
        Build(folder, false, "html", File("index.html", "2"));
        folder.With("out/.delegation-unfinished", "").With(".out.delegation/index.html", "1").With(".out.delegation/late/new.txt", "mine");
        Assert.Equal(0, Build(folder, false, "html", File("index.html", "2")));
        Assert.Equal([("index.html", "2"), ("late/new.txt", "mine")], Files(folder));
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));

        // And before it: what stands beside was never anybody's.
        folder.With(".out.delegation/.delegation-unfinished", "").With(".out.delegation/index.html", "3");
        Assert.Equal(0, Build(folder, false, "html", File("index.html", "2")));
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));

        // And what no build knows of is left alone.
        folder.With(".out.delegation/thesis.txt", "mine");
        Assert.Throws<OutputFailure>(() => Build(folder, false, "html", File("index.html", "3")));
        Assert.Equal("mine", folder.Content()[".out.delegation/thesis.txt"]);
    }

    /// <summary>The old folder's record goes after all else in it: without it, an old page would be taken for somebody's file and moved over.</summary>
    [Fact]
    public void Whoever_is_stopped_while_the_old_folder_is_cleared_can_go_on()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // In which order a folder's files come is the disk's affair, by name or by age, so several are tried.
        foreach (var name in "abcdefgh".Select(letter => "a" + letter))
        {
            using var folder = new TemporaryFolder();
            (string Path, ReadOnlyMemory<byte> Content)[] old = Enumerable.Range(0, 8).Select(n => File($"old-{n}.html", "1")).ToArray();
            Build(folder, false, "html", old);
            var record = folder.Content()["out/.delegation-build"];
            Build(folder, false, "html", File("index.html", "2"));
            foreach ((string Path, ReadOnlyMemory<byte> Content) page in old)
            {
                folder.With(".out.delegation/" + page.Path, "1");
            }

            folder.With($".out.delegation/{name}/new.txt", "mine").With(".out.delegation/.delegation-build", record)
                .With("out/.delegation-unfinished", "").With($"out/{name}", "in the way");

            Assert.Throws<OutputFailure>(() => Build(folder, false, "html", File("index.html", "2")));
            System.IO.File.Delete(folder.PathOf("out", name));
            Build(folder, false, "html", File("index.html", "2"));
            Assert.Equal([($"{name}/new.txt", "mine"), ("index.html", "2")], Files(folder).OrderBy(file => file.Path, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_list_that_was_left_over_is_finished_or_undone()
    {
        using var folder = new TemporaryFolder();
        folder.With("out/a.html", "1").With("out/b.html", "1").With("out/gone.html", "1")
            .With("out/.delegation-files/new/b.html", "2").With("out/.delegation-files/old/a.html", "0").With("out/.delegation-files/list", "write a.html\nwrite b.html\nremove gone.html");
        new OutputFolder(folder.PathOf("out")).Write([]);
        Assert.Equal([("a.html", "1"), ("b.html", "2")], Files(folder));

        // A folder stands where the second is to go, and without a list nothing has begun.
        folder.With("out/b.html", "2").With("out/.delegation-files/new/a.html", "3").With("out/.delegation-files/new/c/d.html", "3").With("out/c", "a file")
            .With("out/.delegation-files/list", "write a.html\nwrite c/d.html");
        Assert.Throws<OutputFailure>(() => new OutputFolder(folder.PathOf("out")).Write([]));
        new OutputFolder(folder.PathOf("out")).Write([]);
        Assert.Equal([("a.html", "1"), ("b.html", "2"), ("c", "a file")], Files(folder));
        Assert.False(Directory.Exists(folder.PathOf("out", ".delegation-files")));
    }

    private static int Build(TemporaryFolder folder, bool oneByOne, string output, params (string Path, ReadOnlyMemory<byte> Content)[] files) =>
        new OutputFolder(folder.PathOf("out")) { Keeps = oneByOne ? folder.PathOf("out", "scheme") : "" }.Write(files, files.ToDictionary(file => file.Path, _ => output));

    private static List<(string Path, string Content)> Files(TemporaryFolder folder) =>
        [.. folder.Content().Where(file => file.Key.StartsWith("out/", StringComparison.Ordinal) && file.Key != "out/.delegation-build").Select(file => (file.Key[4..], file.Value))];

    private static string Facts(TemporaryFolder folder, string name)
    {
        FileStatus? status = UnixFiles.StatusOf(Path.GetFullPath(name, folder.PathOf("out")), throughLinks: false);
        return status is null ? "" : $"{name} {status.Mode:x} {status.User} {status.Group} {((status.Mode & 0x4000) == 0 && name != "index.html" ? status.Identity.Number : 0)}";
    }

    private static (string Path, ReadOnlyMemory<byte> Content) File(string path, string content) => (path, Encoding.UTF8.GetBytes(content));
}
