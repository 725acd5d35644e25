using DelegationLang.Diagnostics;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Text;

namespace DelegationLang.Tests.Semantics;

/// <summary>Whatever an author leaves out, binding ends, and what it reports stands in the text.</summary>
public sealed class MutilatedSchemeTests
{
    [Theory]
    [InlineData("urgent")]
    [InlineData("deputy")]
    [InlineData("land-tiers")]
    public void Any_word_may_be_missing(string sample)
    {
        string text = File.ReadAllText(Repository.PathOf("tests", "samples", "conformance", sample, "scheme.delegation"));
        foreach (SyntaxToken token in SchemeText.Bind(text).Trees[0].Tokens)
        {
            Check(text.Remove(token.Span.Start, token.Span.Length));
        }
    }

    [Fact]
    public void The_text_may_end_anywhere()
    {
        string text = File.ReadAllText(Repository.PathOf("tests", "samples", "conformance", "joint-or-alone", "scheme.delegation"));
        for (int length = 0; length < text.Length; length += 3)
        {
            Check(text[..length]);
        }
    }

    private static void Check(string text)
    {
        SchemeModel model = SchemeText.Bind(text);

        foreach (Diagnostic finding in model.Diagnostics)
        {
            Assert.InRange(finding.Location.Span.End, finding.Location.Span.Start, finding.Location.Source.Length);
            Assert.NotEmpty(finding.Message);
            Assert.False(finding.Message.EndsWith('.'), finding.Message);
            Assert.All(finding.Fixes.SelectMany(fix => fix.Edits), edit => Assert.InRange(edit.Location.Span.End, 0, edit.Location.Source.Length));
        }

        // One place, one finding of a kind.
        Assert.Equal(
            model.Diagnostics.Length,
            model.Diagnostics.Select(finding => (finding.Code, finding.Location, finding.Message)).Distinct().Count());
    }
}
