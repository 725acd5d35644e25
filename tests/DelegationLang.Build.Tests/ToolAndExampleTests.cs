using DelegationLang.Testing;

namespace DelegationLang.Build.Tests;

/// <summary>The tool as it is installed, and the examples that embed, from packages alone.</summary>
[Collection(nameof(Packages))]
public sealed class ToolAndExampleTests(Packages packages)
{
    [Fact]
    public void The_tool_is_installed_from_a_folder_and_answers()
    {
        string folder = packages.NewFolder("tool");
        Command.Dotnet(folder, "tool", "install", "DelegationLang.Cli", "--tool-path", "tools", "--configfile", "nuget.config").MustSucceed();
        string tool = Path.Combine(folder, "tools", OperatingSystem.IsWindows() ? "delegation.exe" : "delegation");
        Command.Run(folder, tool, "new", "mine").MustSucceed();
        Assert.Contains("0.2.0", Command.Run(folder, tool, "--version").MustSucceed().Output, StringComparison.Ordinal);
        var answer = Command.Run(folder, tool, "ask", Repository.PathOf("examples", "west-yorkshire-icb"), "who decides podiatry at Leeds worth £400,000 per contract on 1 May 2026?");
        Assert.Contains("Leeds Place Director decides alone", answer.MustSucceed().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_console_example_prints_who_decides_and_why()
    {
        string examples = CopyExamples("console");
        var run = Command.Dotnet(
            Path.Combine(examples, "embedding-console"),
            ["run", .. packages.Restore.Select(property => property.Replace("-p:", "--property:", StringComparison.Ordinal)), "--", "400000", "2026-05-01"]);
        Assert.Equal(
            [
                "A contract for podiatry in Leeds worth £400,000 per contract: On 1 May 2026, Leeds Place Director decides alone.",
                "  NHS West Yorkshire Integrated Care Board: holds it by law",
            ],
            run.MustSucceed().Output.Split('\n')[..2].Select(line => line.Split(" (")[0]));
        Assert.InRange(File.ReadAllLines(Path.Combine(examples, "embedding-console", "Program.cs")).Length, 1, 10);
    }

    [LongFact]
    public void The_web_example_passes_its_own_tests_and_publishes_its_map()
    {
        string examples = CopyExamples("web");
        Command tests = Command.Dotnet(Path.Combine(examples, "embedding-web", "Tests"), ["test", .. packages.Restore]).MustSucceed();
        Assert.Contains("Passed!", tests.Output, StringComparison.Ordinal);
        Assert.Contains("Failed:     0", tests.Output, StringComparison.Ordinal);
        string service = Path.Combine(examples, "embedding-web", "Service");
        Command.Dotnet(service, ["publish", "-o", "published", .. packages.Restore]).MustSucceed();
        Assert.True(File.Exists(Path.Combine(service, "published", "wwwroot", "scheme", "index.html")));
    }

    // Strangers have no repository around them, and the registry that they restore from has what is not ours.
    private string CopyExamples(string name)
    {
        string folder = packages.NewFolder(name, onlyOurs: false);
        string from = Repository.PathOf("examples");
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "out"))
            {
                continue;
            }

            string to = Path.Combine(folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(to) ?? folder);
            File.Copy(file, to);
        }

        return folder;
    }
}
