using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DelegationLang.Emit.Html;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>A site as it was built, its pages read when they are first asked for.</summary>
internal sealed class BuiltSite
{
    private static readonly ConditionalWeakTable<Sample, Lazy<BuiltSite>> Known = [];
    private readonly ConcurrentDictionary<string, IHtmlDocument> pages = new(StringComparer.Ordinal);

    private BuiltSite(EmitInput input)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (EmittedFile file in new HtmlEmitter().Emit(input))
        {
            files.Add(file.Path, file.ToText());
        }

        Files = files;
        PageNames = [.. files.Keys.Where(name => name.EndsWith(".html", StringComparison.Ordinal))];
    }

    /// <summary>The texts of all files.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>The names of the pages.</summary>
    public IReadOnlyList<string> PageNames { get; }

    /// <summary>The pages.</summary>
    public IEnumerable<IHtmlDocument> Pages => PageNames.Select(Page);

    /// <summary>The site of a sample, built once for all tests.</summary>
    public static BuiltSite Of(Sample sample) => Known.GetValue(sample, one => new Lazy<BuiltSite>(() => new BuiltSite(one.Input))).Value;

    /// <summary>A site that is built anew.</summary>
    public static BuiltSite Of(EmitInput input) => new(input);

    /// <summary>A page.</summary>
    public IHtmlDocument Page(string name) => pages.GetOrAdd(name, _ => new HtmlParser().ParseDocument(Files[name]));

    /// <summary>All that the pages say.</summary>
    public string Text() => string.Join('\n', Pages.Select(page => page.Body?.TextContent ?? ""));
}
