using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>The two halves of a long text are read side by side: what is found in it is what its parts have, each read by itself.</summary>
public sealed class HalvesTests
{
    private const int Sentences = 2_400;
    private const string Sound = "Board delegates podiatry to Director up to £5,000 reporting to Board quarterly.\n";
    private const string Faulty = "Board delegates podiatry to Director up to reporting to Board quarterly.\n";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Faults_are_those_of_the_sentences_in_their_order(int every)
    {
        var expected = new List<string>();
        var text = "";
        SyntaxTree one = Parser.Parse(new SourceText("one.delegation", Faulty), NameTable.Empty);
        Assert.NotEmpty(one.Diagnostics);
        foreach (var sentence in Written(every == 1 ? 400 : Sentences, every))
        {
            if (sentence == Faulty)
            {
                expected.AddRange(one.Diagnostics.Select(fault => $"{fault.Location.Span.Start + text.Length} {fault.Code} {fault.Message}"));
            }

            text += sentence;
        }

        text += string.Concat(Enumerable.Repeat(Sound, every == 1 ? Sentences : 0));
        expected = [.. expected.Take(Limits.Faults)];
        SyntaxTree tree = Parser.Parse(new SourceText("many.delegation", text), NameTable.Empty);
        Assert.Equal(expected, tree.Diagnostics.Take(expected.Count).Select(fault => $"{fault.Location.Span.Start} {fault.Code} {fault.Message}"));
        Assert.Equal(expected.Count == Limits.Faults, tree.Diagnostics.Length > expected.Count);
        Assert.Equal(text, tree.ToText());
    }

    [Fact]
    public void Too_many_faults_cut_the_text_short_at_the_same_place_as_one_after_the_other()
    {
        SyntaxTree tree = Parser.Parse(new SourceText("many.delegation", string.Concat(Written(Sentences, 1))), NameTable.Empty);
        Assert.Equal(Limits.Faults + 1, tree.Diagnostics.Length);
        Assert.IsType<BrokenSentenceSyntax>(tree.Sentences[^1]);
        Assert.True(tree.Sentences.TakeWhile(sentence => sentence is not BrokenSentenceSyntax).Count() < Limits.Faults + 1);
    }

    private static IEnumerable<string> Written(int count, int every) =>
        Enumerable.Range(0, count).Select(i => every > 0 && i % every == 0 ? Faulty : Sound);
}
