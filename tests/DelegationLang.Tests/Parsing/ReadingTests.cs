using System.Text;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>How sentences with names that hold joining words are read: each of a table, whatever the order in which things are declared.</summary>
public sealed class ReadingTests
{
    private static readonly string Base = File.ReadAllText(Repository.PathOf("tests", "samples", "names", "base.txt"));

    public static TheoryData<string, string, string> Readings => Table("readings.tsv");

    public static TheoryData<string, string, string> MoreReadings => Table("more-readings.tsv");

    [Theory]
    [MemberData(nameof(Readings))]
    [MemberData(nameof(MoreReadings))]
    public void Reads_as_a_person_reads_it(string sentence, string besides, string reading) => Assert.Equal(reading, Read(sentence, Base + "\n" + besides));

    [Theory]
    [MemberData(nameof(Readings))]
    [MemberData(nameof(MoreReadings))]
    public void The_order_of_declarations_makes_no_difference(string sentence, string besides, string reading)
    {
        string[] declared = [.. (Base + "\n" + besides).Split(". ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim().TrimEnd('.') + ".")];
        Array.Reverse(declared);
        Assert.Equal(reading, Read(sentence, string.Join("\n", declared)));
    }

    [Fact]
    public void The_order_of_lines_makes_no_difference()
    {
        string[] lines =
        [
            "care", "care within walking distance", "walking distance of homes", "grants to clubs", "clubs", "foot care within care", "hand care within foot care within reach",
            "reach", "work under way", "advice at work", "clinics at Leeds", "clinics at work", "transfers between funds from 1 May 2026",
        ];
        var random = new Random(7);
        string expected = "";
        for (int i = 0; i < 100; i++)
        {
            random.Shuffle(lines);
            string[] names = [.. Items($"functions of ICB:\n - {string.Join("\n - ", lines)}.").Order(StringComparer.Ordinal)];
            string found = string.Join("; ", names);
            expected = expected.Length == 0 ? found : expected;
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Of_two_files_either_may_come_first()
    {
        var one = new SourceText("one", "functions of ICB:\n - feet within care.");
        var other = new SourceText("other", "care is a function of ICB.\nBoard delegates care within reach to Director.\nfunctions of ICB:\n - care within reach.");
        foreach (SourceText[] files in (SourceText[][])[[one, other], [other, one]])
        {
            var names = NameTable.Collect(files);
            Assert.Equal("functions of [icb] [:] [-] feet [within] care".Replace("[icb]", "icb", StringComparison.Ordinal), Write(Parser.Parse(one, names)));
            Assert.Equal("", TreeText.Faults(Parser.Parse(other, names)));
        }
    }

    private static IEnumerable<string> Items(string list)
    {
        var source = new SourceText("test", Base + "\n" + list);
        SyntaxTree tree = Parser.Parse(source, NameTable.Collect([source]));
        return ((ListDeclarationSyntax)tree.Sentences[^1]).Items.Select(item => item.Name.Text);
    }

    private static string Read(string sentence, string declared)
    {
        var source = new SourceText("sentence", sentence);
        SyntaxTree tree = Parser.Parse(source, NameTable.Collect([new SourceText("declared", declared), source]));
        return tree.Diagnostics.Any(fault => fault.Code is "DL1009" or "DL1010") ? tree.Diagnostics.First(fault => fault.Code is "DL1009" or "DL1010").Code : Write(tree);
    }

    // Names in lower case without an article, reserved words in square brackets, titles and full stops left out.
    private static string Write(SyntaxTree tree)
    {
        var text = new StringBuilder();
        TokenKind previous = TokenKind.FullStop;
        foreach (SyntaxToken token in tree.Tokens)
        {
            string words = string.Join(' ', tree.Source.ToString(token.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("\"", "", StringComparison.Ordinal);
            string written = token.Kind switch
            {
                TokenKind.Section or TokenKind.Title or TokenKind.FullStop or TokenKind.EndOfFile => "",
                TokenKind.Name => NameOf(words, previous == TokenKind.Is),
                TokenKind.ListOf or TokenKind.Date or TokenKind.FinancialYear or TokenKind.Money => words.ToLowerInvariant(),
                _ => $"[{words}]",
            };
            text.Append(text.Length > 0 && written.Length > 0 ? " " : "").Append(written);
            previous = token.Kind;
        }

        return text.ToString();
    }

    private static string NameOf(string words, bool isDescriptor)
    {
        string key = NameKey.Of(words);
        return isDescriptor && key.StartsWith("a ", StringComparison.Ordinal) ? key[2..] : key;
    }

    private static TheoryData<string, string, string> Table(string file)
    {
        var data = new TheoryData<string, string, string>();
        foreach (string line in File.ReadLines(Repository.PathOf("tests", "samples", "names", file)).Skip(1))
        {
            string[] cells = line.Replace("\\n", "\n", StringComparison.Ordinal).Split('\t');
            data.Add(cells[0], cells[1], cells[2].Replace("UNSETTLED", "DL1010", StringComparison.Ordinal));
        }

        return data;
    }
}
