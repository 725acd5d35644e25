using System.Text;
using DelegationLang.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DelegationLang.Tests.Generation;

/// <summary>The generators that large measurements and tests rest on.</summary>
public sealed class GeneratorTests
{
    private static readonly string[] ReservedWords =
        ["is", "delegates", "reserves", "entrusts", "recommends", "advises", "oversees", "consults", "deputises", "may", "decide", "to", "from", "until", "by",
         "at", "for", "on", "under", "between", "within", "with", "without", "when", "unless", "except", "or", "before"];

    [Theory]
    [InlineData(SchemeGenerator.FewestSentences, 1)]
    [InlineData(61, 1)]
    [InlineData(500, 2)]
    [InlineData(10_000, 3)]
    public void A_scheme_has_as_many_sentences_as_asked(int sentences, int seed)
    {
        var lines = SchemeGenerator.Generate(sentences, seed).Split('\n');

        Assert.Equal(sentences, lines.Count(line => line.EndsWith('.')));
        Assert.DoesNotContain(lines, line => line.Contains('\r', StringComparison.Ordinal));
    }

    [Fact]
    public void A_scheme_depends_on_its_seed_alone()
    {
        Assert.Equal(SchemeGenerator.Generate(500, 7), SchemeGenerator.Generate(500, 7));
        Assert.NotEqual(SchemeGenerator.Generate(500, 7), SchemeGenerator.Generate(500, 8));
    }

    [Fact]
    public void Names_are_different_and_need_no_quotes()
    {
        var names = Enumerable.Range(0, 8000).Select(SchemeNames.Function)
            .Concat(Enumerable.Range(0, 400).Select(SchemeNames.Place))
            .Concat(Enumerable.Range(0, 60).Select(SchemeNames.Directorate))
            .ToList();

        Assert.Equal(names.Count, names.ToHashSet(StringComparer.OrdinalIgnoreCase).Count);
        Assert.DoesNotContain(names, name => name.Split(' ').Intersect(ReservedWords, StringComparer.Ordinal).Any());
        Assert.DoesNotContain(names, name => name.Split(' ').Any(word => !char.IsLetterOrDigit(word[0]) || !char.IsLetterOrDigit(word[^1])));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void CSharp_has_as_many_bytes_as_asked_and_parses(int bytes)
    {
        var text = PlainCSharp.Generate(bytes, 1);

        Assert.Equal(bytes, Encoding.UTF8.GetByteCount(text));
        Assert.Equal(text, PlainCSharp.Generate(bytes, 1));
        Assert.DoesNotContain(CSharpSyntaxTree.ParseText(text).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
