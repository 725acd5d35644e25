using DelegationLang.Emit;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Html.Bodies;
using DelegationLang.Emit.Tests.Support;

namespace DelegationLang.Browser.Tests.Support;

/// <summary>The site of an example in a folder, as <c>delegation build</c> leaves it.</summary>
internal sealed class ExampleSite
{
    private ExampleSite(Sample sample, string folder, SiteTheme theme)
    {
        Sample = sample;
        Folder = folder;
        foreach (EmittedFile file in new HtmlEmitter().Emit(sample.Input with { Site = sample.Input.Site with { Theme = theme } }))
        {
            string path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
            File.WriteAllBytes(path, file.Content.ToArray());
        }

        Pages = [.. Directory.GetFiles(folder, "*.html").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
    }

    /// <summary>The scheme.</summary>
    public Sample Sample { get; }

    /// <summary>Where the files lie.</summary>
    public string Folder { get; }

    /// <summary>The names of its pages.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>Some pages of every kind: all but the pages of single parties, subjects and so on, of which the largest of each kind and every fortieth are taken.</summary>
    public IEnumerable<string> Some
    {
        get
        {
            var largest = Pages.GroupBy(page => page.Split('-')[0], StringComparer.Ordinal)
                .Select(kind => kind.MaxBy(page => new FileInfo(Path.Combine(Folder, page)).Length))
                .ToHashSet(StringComparer.Ordinal);
            return Pages.Where((page, number) => !page.Contains('-', StringComparison.Ordinal) || number % 40 == 0 || largest.Contains(page));
        }
    }

    /// <summary>Builds the site of an example into a folder of its own below another.</summary>
    public static ExampleSite Build(string name, string root) => new(Samples.Get(name), Path.Combine(root, name), ThemeOf(name));

    // Each theme is looked at.
    private static SiteTheme ThemeOf(string name) => name switch { "borough-council" => SiteTheme.GovUk, "foundation-trust" => SiteTheme.Neutral, _ => SiteTheme.Nhs };

    /// <summary>Writes the front page of several sites into the folder that they lie in.</summary>
    public static void Front(IEnumerable<ExampleSite> sites, string root)
    {
        foreach (EmittedFile file in BodiesIndex.Make([.. sites.Select(site => new PublishedBody(Path.GetFileName(site.Folder), site.Sample.Input))]))
        {
            string path = Path.Combine(root, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? root);
            File.WriteAllBytes(path, file.Content.ToArray());
        }
    }

    /// <summary>The address of a page on the disk.</summary>
    public string Address(string page)
    {
        int end = page.IndexOfAny(['#', '?']);
        return new Uri(Path.Combine(Folder, end < 0 ? page : page[..end])).AbsoluteUri + (end < 0 ? "" : page[end..]);
    }
}
