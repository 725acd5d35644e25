using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Sockets;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Diagnostics;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Files;

/// <summary>Pipes, sockets, devices and folders that are named as schemes are: nothing waits for them.</summary>
public sealed class FileKindTests
{
    [Fact]
    public void What_is_no_file_is_passed_over()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        Directory.CreateDirectory(folder.PathOf("below", "empty.delegation"));
        MakePipe(folder.PathOf("pipe.delegation"));
        MakePipe(folder.PathOf("below", "pipe.delegation"));
        File.CreateSymbolicLink(folder.PathOf("device.delegation"), "/dev/zero");
        File.CreateSymbolicLink(folder.PathOf("link.delegation"), folder.PathOf("pipe.delegation"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder.PathOf("s.delegation")));

        ToolRun run = Tool.Run(folder, "check", ".");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("No errors and no warnings in 9 sentences of 1 file", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run(folder, "ask", ".", "who decides buying worth £1,000?").ExitCode);
        Assert.Equal(0, Tool.Run(folder, "fmt", ".", "--check").ExitCode);
        Assert.Equal(0, Tool.Run(folder, "fmt", "main.delegation", "--check").ExitCode);
        Assert.Equal(0, Tool.Run(folder, "build", ".", "--out", "out", "--emit", "json").ExitCode);
    }

    [Theory]
    [InlineData("check", "pipe.delegation")]
    [InlineData("ask", "pipe.delegation", "who decides buying?")]
    [InlineData("ask", "pipe.json", "who decides buying?")]
    [InlineData("build", "pipe.delegation", "--out", "out")]
    [InlineData("fmt", "pipe.delegation")]
    [InlineData("check", "/dev/stdin")]
    [InlineData("check", "/dev/null")]
    [InlineData("check", "/dev/fd/0")]
    public void A_scheme_is_not_read_from_a_stream_and_the_message_says_so(params string[] arguments)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        MakePipe(folder.PathOf("pipe.delegation"));
        MakePipe(folder.PathOf("pipe.json"));

        ToolRun run = Tool.Run(folder, arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains($"{arguments[1]} is a pipe or a device, and a scheme is not read from one", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pipe.txt is a pipe: give it to --questions - as standard input.", "ask", ".", "--questions", "pipe.txt")]
    [InlineData("below is a folder: --questions wants a file.", "ask", ".", "--questions", "below")]
    [InlineData("--questions must name a file.", "ask", ".", "--questions", "")]
    [InlineData("pipe.txt is a pipe: give it to --questions - as standard input.", "diff", ".", ".", "--questions", "pipe.txt")]
    [InlineData("pipe.csv is a pipe or a device, and a document is not read from one: save it in a file and name that.", "import", "pipe.csv", "--out", "draft")]
    [InlineData("pipe.csv is a pipe or a device: --html wants a file.", "compare", ".", "below/main.delegation", "--html", "pipe.csv")]
    [InlineData("a path must not be empty.", "new", "")]
    public void Whatever_else_a_command_is_given_is_no_stream_either(string message, params string[] arguments)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound).With("below/main.delegation", Schemes.Sound.Replace("Small scheme", "Other scheme", StringComparison.Ordinal))
            .With("delegation.json", "{ \"files\": [\"main.delegation\"] }");
        MakePipe(folder.PathOf("pipe.txt"));
        MakePipe(folder.PathOf("pipe.csv"));

        ToolRun run = Tool.Run(folder, arguments);

        Assert.Equal((2, "", "delegation: " + message), (run.ExitCode, run.Output, run.Error.Split('\n')[0]));
    }

    [Theory]
    [InlineData("no question", "ask", ".", "--questions", "-")]
    [InlineData("holds more than any table may", "import", "-", "--into", ".")]
    public void A_stream_without_an_end_is_not_read_for_ever(string message, params string[] arguments)
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var endless = new EndlessText();

        Assert.Equal(2, CommandLine.Run(Tool.Host(folder.Path, endless, output, error), arguments));
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_may_come_with_any_ends_of_line()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        ToolRun run = Tool.Run(folder.Path, "who decides buying worth £1?\r\n// a note\r\rmay Board decide buying worth £2?", "ask", ".", "--questions", "-", "--json");
        Assert.Equal((0, 2), (run.ExitCode, run.Lines.Length));
    }

    [Fact]
    public void What_is_used_and_is_no_file_is_reported_at_its_place()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using TemporaryFolder folder = new TemporaryFolder().With("main.delegation", "use \"pipe.delegation\".\nBoard is a committee.\n");
        MakePipe(folder.PathOf("pipe.delegation"));
        ToolRun run = Tool.Run(folder, "check", "main.delegation");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cannot be read: it is a pipe, a socket or a device", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void For_a_single_file_the_folder_is_not_walked()
    {
        var files = new UnlistedFiles(MemoryFiles.Empty.With("main.delegation", Schemes.Sound).With("other.delegation", "use \"mian.delegation\".\n"));
        Assert.Empty(Project.OfFile(files, "main.delegation").Compile(Tool.Today).Diagnostics);

        ImmutableArray<Diagnostic> missing = Project.OfFile(files, "other.delegation").Compile(Tool.Today).Diagnostics;
        Assert.Contains(missing, diagnostic => diagnostic.Help == "Did you mean “main.delegation”?");
    }

    [Fact]
    public void A_single_file_is_laid_out_without_those_of_folders_below()
    {
        const string Text = "Trust is an NHS trust.\nClerk is an   officer of Trust.\n";
        using TemporaryFolder folder = new TemporaryFolder().With("main.delegation", Text).With("below/names.delegation", "\"Clerk is an   officer of Trust\" is an officer of Trust.\n");
        ToolRun alone = Tool.Run(folder.Path, Text, "fmt", "main.delegation", "--stdin");
        File.Delete(folder.PathOf("below", "names.delegation"));
        Assert.Equal(Tool.Run(folder.Path, Text, "fmt", "main.delegation", "--stdin"), alone);
    }

    private static void MakePipe(string path)
    {
        using var process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private sealed class UnlistedFiles(MemoryFiles files) : IProjectFiles
    {
        public IEnumerable<string> List() => throw new InvalidOperationException("The whole folder is walked.");

        public IEnumerable<string> ListIn(string part) => part.Length == 0 ? files.List() : [];

        public ProjectFile Read(string path) => files.Read(path);
    }

    private sealed class EndlessText : TextReader
    {
        public override int Peek() => 'x';

        public override int Read() => 'x';

        public override int Read(char[] buffer, int index, int count)
        {
            buffer.AsSpan(index, count).Fill('x');
            return count;
        }
    }
}
