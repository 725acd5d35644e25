using System.Runtime.CompilerServices;
using DelegationLang.Cli.Commands;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary><c>check</c> of many PATHs: worked on at the same time, reported as one after the other.</summary>
public sealed class ManySchemesTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("msbuild")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("text", "--summary")]
    public void The_report_is_that_of_one_after_the_other(string format, params string[] more)
    {
        using TemporaryFolder folder = Folder(out var paths);
        string[] arguments = ["check", .. paths, "--format", format, .. more];
        ToolRun alone = Run(folder, 1, arguments);
        Assert.Equal((1, ""), (alone.ExitCode, alone.Error));
        foreach (var cores in Effort.Part([2, 7, 100]))
        {
            Assert.Equal(alone, Run(folder, cores, arguments));
        }
    }

    [Fact]
    public void Of_several_that_cannot_be_checked_the_first_is_named()
    {
        using TemporaryFolder folder = Folder(out var paths);
        string[] arguments = ["check", .. paths, "missing", .. paths, "gone", "away"];
        Assert.Equal(new ToolRun(2, "", "delegation: there is no file or folder missing.\n"), Run(folder, 1, arguments));
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(new ToolRun(2, "", "delegation: there is no file or folder missing.\n"), Run(folder, 5, arguments));
        }
    }

    [Fact]
    public void What_is_kept_of_a_scheme_is_its_findings()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);
        CheckedScheme scheme = Checked(folder, out WeakReference? compilation);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(compilation.IsAlive);
        Assert.NotEmpty(scheme.Findings);
        Assert.Equal("main.delegation", scheme.Findings[0].Files.Show(scheme.Findings[0].Diagnostic.Location.File));
    }

    // In a method of its own, so that nothing of it stays on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CheckedScheme Checked(TemporaryFolder folder, out WeakReference compilation)
    {
        OpenProject project = new Phases(Tool.Host(folder.Path, TextReader.Null, TextWriter.Null, TextWriter.Null)).Compile("main.delegation", Tool.Today);
        compilation = new WeakReference(project.Compilation);
        return CheckedScheme.Of(project);
    }

    private static TemporaryFolder Folder(out string[] paths)
    {
        TemporaryFolder folder = new TemporaryFolder().With("shared.delegation", "Ward is no sentence.\n");
        var all = new List<string>();
        for (var i = 0; i < 24; i++)
        {
            var text = (i % 4) switch { 0 => Schemes.Sound, 1 => Schemes.Faulty, 2 => Schemes.FailingScenario, _ => Schemes.Faulty + "use \"shared.delegation\".\n" };
            var path = i % 4 == 3 ? $"{i}.delegation" : $"{i}/main.delegation";
            folder.With(path, i % 5 == 0 ? text.Replace("Hospital Trust delegates", "// allow DL3004: it is so\nHospital Trust delegates", StringComparison.Ordinal) : text);
            all.Add(i % 3 == 0 && i % 4 != 3 ? $"{i}" : path);
        }

        paths = [.. all];
        return folder;
    }

    private static ToolRun Run(TemporaryFolder folder, int cores, string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        Host host = Tool.Host(folder.Path, TextReader.Null, output, error) with { Cores = cores };
        return new ToolRun(CommandLine.Run(host, arguments), output.ToString(), error.ToString());
    }
}
