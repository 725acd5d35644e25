using System.Diagnostics;
using System.Text;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>Texts beyond the limits are turned away with DL1007, quickly; texts just within them are read.</summary>
public sealed class LimitTests
{
    [Fact]
    public void A_name_may_have_sixty_words()
    {
        Assert.Empty(TreeText.Read($"{Words(60)} is a matter of ICB.").Diagnostics);
        CheckBeyond($"{Words(61)} is a matter of ICB.");
        CheckBeyond($"ICB delegates x to \"{Words(61)}\".");
        CheckBeyond($"ICB delegates x to A up to \"{Words(61)}\".");
    }

    // A sentence with a fault that can be mended is read again.
    [Theory]
    [InlineData("ICB delegates x to A up to \"@\" with powers to delegate.")]
    [InlineData("ICB delegates x to A up to the lower of £5, 10% of \"@\" with powers to delegate.")]
    [InlineData("ICB delegates x to A when \"@\" is 5 with powers to delegate.")]
    [InlineData("ICB delegates x to any one of A, \"@\" with powers to delegate.")]
    public void A_long_name_is_reported_once_however_often_its_sentence_is_read(string text) =>
        Assert.Single(TreeText.Read(text.Replace("@", Words(61), StringComparison.Ordinal)).Diagnostics, fault => fault.Code == "DL1007");

    [Fact]
    public void A_name_may_have_a_thousand_characters()
    {
        Assert.Empty(TreeText.Read($"{new string('a', Limits.NameLength)} is a matter of ICB.").Diagnostics);
        CheckBeyond($"{new string('a', Limits.NameLength + 1)} is a matter of ICB.");
    }

    [Fact]
    public void A_line_may_be_long()
    {
        string note = new('n', 9_000);
        Assert.Empty(TreeText.Read($"A is a matter note \"{note}\" note \"{note}\".").Diagnostics);
        CheckBeyond($"A is a matter note \"{note}\" note \"{note}\" note \"{note}\".");
    }

    [Fact]
    public void A_quotation_may_be_long()
    {
        Assert.Empty(TreeText.Read($"A is a matter note \"{new string('n', Limits.QuotationLength - 2)}\".").Diagnostics);
        Assert.Equal("DL1006", TreeText.Read($"A is a matter note \"{new string('n', Limits.QuotationLength - 1)}\".").Diagnostics[0].Code);
    }

    [Fact]
    public void A_list_may_be_long()
    {
        string items = string.Join(",\n", Enumerable.Range(0, Limits.ListItems).Select(i => FormattableString.Invariant($"x{i}")));
        Assert.Empty(TreeText.Read($"ICB delegates {items} to A.").Diagnostics);
        CheckBeyond($"ICB delegates {items}, y to A.");
        CheckBeyond($"ICB delegates y to {items}, A.");
        CheckBeyond($"ICB delegates x to A when {items}, y.");
        string lines = string.Concat(Enumerable.Range(0, Limits.ListItems).Select(i => FormattableString.Invariant($"\n- x{i}")));
        Assert.Empty(TreeText.Read($"functions of ICB:{lines}.").Diagnostics);
        CheckBeyond($"functions of ICB:{lines}\n- y.");
        CheckBeyond($"limits for x:{lines}\n- y.");
    }

    [Fact]
    public void A_sentence_has_only_so_many_clauses()
    {
        Assert.Empty(TreeText.Read($"ICB delegates x to A {Repeat("at p\n", Limits.Clauses - 1)}.").Diagnostics);
        CheckBeyond($"ICB delegates x to A {Repeat("at p\n", Limits.Clauses + 1)}.");
    }

    [Fact]
    public void A_sentence_may_be_long()
    {
        string note = $"note \"{new string('n', 9_000)}\"\n";
        Assert.Empty(TreeText.Read($"ICB delegates x to A {Repeat(note, 100)}.").Diagnostics);
        CheckBeyond($"ICB delegates x to A {Repeat(note, 112)}.");
    }

    [Fact]
    public void A_file_may_be_long()
    {
        var text = new StringBuilder(Repeat("// a comment\n", Limits.FileLength / 13));
        Assert.Empty(TreeText.Read(text.ToString()).Diagnostics);
        text.Append('\n', Limits.FileLength + 1 - text.Length);
        CheckBeyond(text.ToString());
        Assert.Equal("DL1007", Parser.ParseQuestion(new SourceText("question", new string('a', Limits.LineLength + 1)), NameTable.Empty).Diagnostics[0].Code);
    }

    [Fact]
    public void Only_so_many_faults_are_listed()
    {
        SyntaxTree tree = TreeText.Read(Repeat("ICB gives x to A.\n", 2_000));
        Assert.Equal(Limits.Faults + 1, tree.Diagnostics.Length);
        Assert.Equal("DL1007", tree.Diagnostics[^1].Code);
        Assert.Equal(2_000, tree.Sentences.Length);
        Assert.All(tree.Sentences, sentence => Assert.True(sentence.HasErrors));
    }

    /// <summary>Texts made to be slow: many thousands of the same.</summary>
    [Theory]
    [InlineData("a ")]
    [InlineData(",")]
    [InlineData(". ")]
    [InlineData("\n- ")]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("“\n")]
    [InlineData("limits for\n")]
    [InlineData("x is a y\n")]
    [InlineData("the lower of ")]
    [InlineData("to ")]
    [InlineData("with ")]
    [InlineData("up to £1, ")]
    [InlineData("a\u200B")]
    [InlineData("e\u0301")]
    [InlineData("\uD83D")]
    [InlineData("section \n")]
    [InlineData("section a is a b\n")]
    [InlineData("1.1 ")]
    [InlineData("…")]
    [InlineData("a; ")]
    [InlineData("£")]
    [InlineData("9")]
    [InlineData("every delegation\n")]
    [InlineData("less than ")]
    [InlineData("scenario \"a\"\n")]
    [InlineData("(")]
    [InlineData("a-")]
    public void Nothing_is_slow(string part)
    {
        string text = Repeat(part, Effort.Of(7_000, 100_000));
        foreach (string variant in new[] { text, $"ICB delegates x to A {text}.", $"ICB delegates x to A up to {text}." })
        {
            var source = new SourceText("test", variant);
            var names = NameTable.Collect([source]);
            long start = Stopwatch.GetTimestamp();
            SyntaxTree tree = Parser.Parse(source, names);
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            // It takes a fraction of a second; the bound is for what grows faster than its text, on however busy a machine.
            Assert.True(time < TimeSpan.FromSeconds(Effort.IsLong ? 60 : 10), FormattableString.Invariant($"{variant.Length} characters took {time.TotalSeconds} s"));
            Assert.Equal(variant, tree.ToText());
        }
    }

    private static void CheckBeyond(string text)
    {
        SyntaxTree tree = TreeText.Read(text);
        Assert.Contains(tree.Diagnostics, fault => fault.Code == "DL1007");
        Assert.Equal(text, tree.ToText());
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));

    private static string Repeat(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();
}
