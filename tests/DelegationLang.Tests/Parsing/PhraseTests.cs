using System.Text;
using DelegationLang.Diagnostics;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Parsing;

/// <summary>The usual words of paper schemes: each sentence of a table is reported once, with what is written here instead. The page about them says the same.</summary>
public sealed class PhraseTests
{
    private static readonly string Prelude = File.ReadAllText(Repository.PathOf("tests", "samples", "phrases", "prelude.txt"));

    public static TheoryData<string, string, string> Phrases
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (string[] cells in Rows())
            {
                data.Add(cells[0], cells[1], cells[2]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_is_reported_once_with_what_is_written_here(string sentence, string code, string offered)
    {
        Diagnostic finding = Assert.Single(Faults(sentence));
        Assert.Equal(code, finding.Code);
        Assert.Equal(offered, finding.Fixes.Length == 0 ? "told: " + finding.Help : (finding.Fixes[0].IsSafe ? "safe: " : "choose: ") + finding.Fixes[0].Title);
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_safe_fix_makes_the_sentence_one_of_the_language(string sentence, string code, string offered)
    {
        Assert.NotEmpty(code);
        if (!offered.StartsWith("safe: ", StringComparison.Ordinal))
        {
            return;
        }

        string text = Prelude + sentence.Replace("\\n", "\n", StringComparison.Ordinal) + "\n";
        foreach (TextEdit edit in Faults(sentence)[0].Fixes[0].Edits.OrderByDescending(edit => edit.Location.Span.Start))
        {
            text = string.Concat(text.AsSpan(0, edit.Location.Span.Start), edit.NewText, text.AsSpan(edit.Location.Span.End));
        }

        Assert.DoesNotContain(Compile(text), finding => finding.Code.StartsWith("DL1", StringComparison.Ordinal));
    }

    [Fact]
    public void There_are_enough_of_them_and_the_page_has_each()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "how-do-i-say.md"));
        Assert.True(Rows().Count() >= 120);
        Assert.All(Rows(), cells => Assert.Contains($"| {cells[0].Replace("\\n", " ", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)} |", page, StringComparison.Ordinal));
    }

    private static IEnumerable<string[]> Rows() =>
        File.ReadLines(Repository.PathOf("tests", "samples", "phrases", "phrases.tsv")).Skip(1).Select(line => line.Split('\t'));

    private static List<Diagnostic> Faults(string sentence) => [.. Compile(Prelude + sentence.Replace("\\n", "\n", StringComparison.Ordinal) + "\n")];

    private static IEnumerable<Diagnostic> Compile(string text) =>
        Project.OfFolder(MemoryFiles.Empty.With("main.delegation", [.. Encoding.UTF8.GetBytes(text)])).Compile(new DateOnly(2026, 5, 1)).Diagnostics
            .Where(finding => finding.Severity != DiagnosticSeverity.Info);
}
