using System.Text.RegularExpressions;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>
/// The files of mistakes, as far as reading finds them: for each <c>// expect DL1…</c> exactly one report in the sentence that follows, and no
/// others. What needs the meaning of names is left to the tests of later phases.
/// </summary>
public sealed partial class MistakeTests
{
    public static TheoryData<string> Files => [.. Samples.Files.Where(file => file.Contains("/mistakes/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_mistake_is_reported_once_where_it_stands(string file)
    {
        SyntaxTree tree = Samples.Parse(file);
        string[] lines = [.. Enumerable.Range(1, tree.Source.LineCount).Select(line => tree.Source.ToString(tree.Source.GetLineSpan(line)))];
        var expected = new List<(string Code, int From, int To)>();
        for (int i = 0; i < lines.Length; i++)
        {
            Match match = Expectation().Match(lines[i]);
            if (match.Success)
            {
                int end = i + 1;
                while (end < lines.Length && lines[end].Trim().Length > 0)
                {
                    end++;
                }

                expected.Add((match.Groups["code"].Value, i + 2, end));
            }
        }

        foreach (Diagnostic fault in tree.Diagnostics)
        {
            Assert.Contains(expected, one => one.Code == fault.Code && fault.Location.Line >= one.From && fault.Location.Line <= one.To);
        }

        foreach ((string code, int from, int to) in expected.Where(one => one.Code.StartsWith("DL1", StringComparison.Ordinal)))
        {
            int reports = tree.Diagnostics.Count(fault => fault.Code == code && fault.Location.Line >= from && fault.Location.Line <= to);

            // That `and` joins two parties, or that a post has no limit, is known only once names are resolved.
            string sentence = string.Join(' ', lines[(from - 1)..to]);
            bool isLeftToNames = code == "DL1005" && (sentence.Contains(" and ", StringComparison.Ordinal) || sentence.Contains(" is an officer ", StringComparison.Ordinal));
            Assert.True(reports == 1 || (isLeftToNames && reports == 0), FormattableString.Invariant($"{file}:{from}: {code} is reported {reports} times\n{TreeText.Faults(tree)}"));
        }
    }

    [Fact]
    public void There_are_files_of_mistakes() => Assert.True(Samples.Files.Count(file => file.Contains("/mistakes/", StringComparison.Ordinal)) >= 10);

    [Theory]
    [MemberData(nameof(Samples.Data), MemberType = typeof(Samples))]
    public void No_other_sample_has_a_mistake(string file)
    {
        string expected = Path.Combine(Path.GetDirectoryName(Repository.PathOf(file)) ?? "", "diagnostics.tsv");
        bool isMistaken = File.Exists(expected) && File.ReadLines(expected).Any(line => line.StartsWith("DL1", StringComparison.Ordinal));
        if (!file.Contains("/mistakes/", StringComparison.Ordinal) && !isMistaken)
        {
            Assert.Equal("", TreeText.Faults(Samples.Parse(file)));
        }
    }

    [GeneratedRegex(@"^\s*// expect (?<code>DL\d{4})")]
    private static partial Regex Expectation();
}
