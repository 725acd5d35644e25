using System.Text.RegularExpressions;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Asking;
using DelegationLang.Testing;
using DelegationLang.Testing.Documentation;

namespace DelegationLang.Cli.Tests.Documentation;

/// <summary>What the page about scheme.json shows is so: its commands print what stands under them, and its program prints what its comments say.</summary>
public sealed partial class JsonPageTests
{
    private const string ToolInThisRepository = "dotnet run --project src/DelegationLang.Cli -- ";

    [Fact]
    public void Commands_and_the_program_do_as_shown()
    {
        // The example joins the schemes beside it.
        using TemporaryFolder folder = new TemporaryFolder().WithExamples("examples/");

        foreach (string command in Page.Open("docs/json.md").Blocks.Where(block => block.Kind == "console").SelectMany(block => ("\n" + block.Text).Split("\n$ ")[1..]))
        {
            string[] lines = command.TrimEnd('\n').Split('\n');
            Assert.StartsWith(ToolInThisRepository, lines[0], StringComparison.Ordinal);
            string[] words = [.. Word().Matches(lines[0][ToolInThisRepository.Length..]).Select(word => word.Value.Trim('"'))];
            Assert.Equal(lines[1..], Tool.Run(folder, words).Lines);
        }

        // The program of the page, line for line but for the path of the file.
        using FileStream file2 = File.OpenRead(folder.PathOf("built", "scheme.json"));
        var scheme = LoadedScheme.Load(file2);
        var day = new DateOnly(2026, 5, 1);
        NamedMayQuestion director = scheme.May("Leeds Place Director", "podiatry").At("Leeds");
        Assert.Equal(Outcome.Yes, director.Worth(Money.Pounds(400_000).PerContract).OutcomeOn(day));
        Assert.Equal(Outcome.No, director.Worth(Money.Pounds(2_000_000).PerContract).OutcomeOn(day));
        string program = Page.Open("docs/json.md").Blocks.Single(block => block.Kind == "csharp").Text;
        Assert.Contains("director.Worth(Money.Pounds(400_000).PerContract).OutcomeOn(day)); // Yes", program, StringComparison.Ordinal);
        Assert.Contains("director.Worth(Money.Pounds(2_000_000).PerContract).OutcomeOn(day)); // No", program, StringComparison.Ordinal);
        Assert.Contains("scheme.May(\"Leeds Place Director\", \"podiatry\").At(\"Leeds\")", program, StringComparison.Ordinal);
    }

    [GeneratedRegex("\"[^\"]*\"|[^\" ]+")]
    private static partial Regex Word();
}
