using System.Collections.Immutable;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Testing.Generation;

namespace DelegationLang.Emit.Tests.Html;

/// <summary>The pages of a scheme of ten thousand sentences are small enough to be opened on a telephone; long lists go on from page to page.</summary>
public sealed class LargeSiteTests
{
    private const int Sentences = 10_000;
    private const int MostFiles = 4_000;
    private const int MostBytes = 60_000_000;
    private const int MostFirst = 20_000;
    private const int MostPage = 2_000_000;
    private const int MostSheet = 10_000_000;

    [Fact]
    public void No_page_of_a_large_scheme_is_too_large()
    {
        ImmutableArray<EmittedFile> site = new HtmlEmitter().Emit(Samples.Compile(SchemeGenerator.Generate(Sentences, 1)).Input);
        Assert.True(site.Length is > 1_000 and < MostFiles, $"{site.Length} files");
        long size = site.Sum(file => (long)file.Content.Length);
        Assert.True(size < MostBytes, $"{size} bytes");
        Assert.All(site, file => Assert.True(file.Content.Length < (file.Path.EndsWith(".csv", StringComparison.Ordinal) ? MostSheet : MostPage), $"{file.Path}: {file.Content.Length}"));
        Assert.True(Size("index.html") < MostFirst);

        // What the first page loads before anything is asked is part of its weight.
        Assert.True(Size("data/site.js") < MostPage);
        foreach (string list in new[] { "subjects-2.html", "document-2.html", "a-to-z-2.html", "matrix-2.html", "map-2.html" })
        {
            Assert.True(Size(list) > 0, list);
        }

        int Size(string path) => site.FirstOrDefault(file => file.Path == path)?.Content.Length ?? 0;
    }
}
