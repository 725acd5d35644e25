using System.Text;
using System.Text.Json.Nodes;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>
/// The words in which amendments are told, as a board would read them. They were read aloud; whoever changes one reads it aloud again.
/// <c>UPDATE_PAGES=1</c> writes them anew.
/// </summary>
public sealed class AmendmentTests
{
    private static readonly string Sample = File.ReadAllText(Repository.PathOf("tests", "samples", "amendments", "main.delegation"));

    private static string Told => Repository.PathOf("tests", "samples", "amendments", "words.txt");

    [Fact]
    public void Each_amendment_is_told_in_the_words_that_were_read_aloud()
    {
        var text = new StringBuilder();
        foreach ((string? name, System.Collections.Immutable.ImmutableArray<(string Before, string After)> edits) in Amendments.All)
        {
            text.Append(name).Append('\n');
            foreach (var line in Words(edits.Aggregate(Sample, (scheme, edit) => Replaced(name, scheme, edit.Before, edit.After))))
            {
                text.Append("  ").Append(line).Append('\n');
            }

            text.Append('\n');
        }

        if (Environment.GetEnvironmentVariable("UPDATE_PAGES") == "1")
        {
            File.WriteAllText(Told, text.ToString());
        }

        Assert.Equal(File.ReadAllText(Told), text.ToString());
    }

    private static string Replaced(string name, string scheme, string before, string after) =>
        scheme.Contains(before, StringComparison.Ordinal) ? scheme.Replace(before, after, StringComparison.Ordinal) : throw new InvalidOperationException($"{name}: “{before}” does not stand in the scheme.");

    private static IEnumerable<string> Words(string amended)
    {
        using TemporaryFolder folder = new TemporaryFolder().With("old/main.delegation", Sample).With("new/main.delegation", amended);
        ToolRun run = Tool.Run(folder, "diff", "old", "new", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var json = JsonNode.Parse(run.Output);
        foreach (JsonNode? change in json?["changes"]?.AsArray() ?? [])
        {
            yield return change?["category"] + ": " + change?["words"];
        }

        foreach (JsonNode? name in json?["renamed"]?.AsArray() ?? [])
        {
            yield return $"renamed: {name?["before"]} is now {name?["after"]}.";
        }
    }
}
