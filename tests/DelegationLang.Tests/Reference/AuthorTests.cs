using System.Text.RegularExpressions;
using DelegationLang.Testing;

namespace DelegationLang.Tests.Reference;

/// <summary>Schemes as careful authors had to write them, and as they are written now: shorter, without quotation marks, and saying the same.</summary>
public sealed partial class AuthorTests
{
    public static TheoryData<string> Schemes => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    private static string Folder => Repository.PathOf("tests", "samples", "authors");

    [Theory]
    [MemberData(nameof(Schemes))]
    public void What_is_written_anew_answers_the_same(string name)
    {
        var before = EngineAnswerer.Compile(Read(name, "before.delegation"));
        var after = EngineAnswerer.Compile(Read(name, "after.delegation"));
        Assert.Equal(before.Errors.Select(error => error.Message), after.Errors.Select(error => error.Message));
        foreach (string line in Read(name, "questions.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] cells = line.Split('\t');
            Answer answer = after.Ask(cells[0]);
            Assert.Equal(line, string.Join('\t', cells[0], answer.Outcome, string.Join("; ", answer.Deciders), answer.Jointly ? "yes" : "no"));
            Assert.Equal(before.Ask(cells[0]).Deciders, answer.Deciders);
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void It_needs_three_lines_where_there_were_four_and_quotes_no_name(string name)
    {
        string[] after = Lines(Read(name, "after.delegation"));
        string[] before = Lines(Read(name, "before.delegation"));
        Assert.True(after.Length * 4 <= before.Length * 3, $"{after.Length} lines where there were {before.Length}");
        Assert.True(after.Max(line => line.Length) <= 140, "lines are not saved by long ones");
        Assert.All(after, line => Assert.DoesNotContain('"', Reference().Replace(line, "")));
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Where(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith("//", StringComparison.Ordinal))];

    private static string Read(string name, string file) => File.ReadAllText(Path.Combine(Folder, name, file)).ReplaceLineEndings("\n");

    [GeneratedRegex("reference \"[^\"]*\"")]
    private static partial Regex Reference();
}
