using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Tests.Support;

namespace DelegationLang.Emit.Tests.Html;

/// <summary>What every page must be, whatever the scheme: whole, safe, and usable without sight, mouse or script.</summary>
public sealed class PageTests
{
    private static readonly string[] ActiveElements = ["script", "iframe", "object", "embed", "form", "input", "button", "img", "video", "audio", "base", "link", "svg"];

    public static TheoryData<string> Names => Samples.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_is_well_formed(string name)
    {
        string text = Emit(Samples.Get(name));
        var errors = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = false, IsEmbedded = false });
        parser.Error += (_, error) => errors.Add(error.ToString() ?? "");
        parser.ParseDocument(text);
        Assert.Empty(errors);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("</html>\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_id_is_unique_and_every_link_leads_somewhere(string name)
    {
        IHtmlDocument page = Parse(Samples.Get(name));
        string[] ids = [.. page.All.Select(element => element.Id ?? "").Where(id => id.Length > 0)];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Matches("^[a-z][a-z0-9-]*$", id));

        var known = ids.ToHashSet(StringComparer.Ordinal);
        Assert.All(page.QuerySelectorAll("a"), link =>
        {
            string href = link.GetAttribute("href") ?? "";
            Assert.StartsWith("#", href, StringComparison.Ordinal);
            Assert.Contains(href[1..], known);
            Assert.NotEmpty(link.TextContent.Trim());
        });
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby") ?? "", known));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Headings_are_in_order_and_landmarks_are_there(string name)
    {
        IHtmlDocument page = Parse(Samples.Get(name));
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("body > header"));
        Assert.Single(page.QuerySelectorAll("nav"));
        Assert.Single(page.QuerySelectorAll("body > footer"));
        Assert.Equal("#main", page.QuerySelector("body > a")?.GetAttribute("href"));
        Assert.NotEmpty(page.Title ?? "");

        int before = 0;
        foreach (IElement heading in page.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            int level = heading.LocalName[1] - '0';
            Assert.True(level <= before + 1, $"A heading of level {level} follows one of level {before}: {heading.TextContent}");
            Assert.NotEmpty(heading.TextContent.Trim());
            before = level;
        }

        Assert.Single(page.QuerySelectorAll("h1"));

        // A landmark that another has the name of is no landmark.
        string[] regions = [.. page.QuerySelectorAll("section").Select(section => page.GetElementById(section.GetAttribute("aria-labelledby") ?? "")?.TextContent ?? section.GetAttribute("aria-label") ?? "")];
        Assert.Equal(regions.Length, regions.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tables_say_what_they_are_and_what_their_cells_mean(string name)
    {
        IHtmlDocument page = Parse(Samples.Get(name));
        foreach (IElement table in page.QuerySelectorAll("table"))
        {
            Assert.NotEmpty(table.QuerySelector("caption")?.TextContent.Trim() ?? "");
            IElement[] columns = [.. table.QuerySelectorAll("thead th")];
            Assert.All(columns, column => Assert.Equal("col", column.GetAttribute("scope")));
            Assert.All(table.QuerySelectorAll("tbody tr"), row =>
            {
                Assert.Equal(columns.Length, row.Children.Length);
                Assert.Equal("row", row.Children[0].GetAttribute("scope"));

                // On a narrow screen each cell shows the heading of its column, which a screen reader knows already.
                Assert.Equal(columns.Select(column => column.TextContent), row.Children.Select(cell => cell.QuerySelector("span.column[aria-hidden=true]")?.TextContent));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_runs_and_nothing_is_fetched(string name)
    {
        IHtmlDocument page = Parse(Samples.Get(name));
        Assert.Empty(page.All.Where(element => ActiveElements.Contains(element.LocalName, StringComparer.Ordinal)).Select(element => element.OuterHtml));
        Assert.Empty(page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name is "style" or "src" || attribute.Name.StartsWith("on", StringComparison.Ordinal)).Select(attribute => attribute.Name));
        string style = Assert.Single(page.QuerySelectorAll("style")).TextContent;
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        string policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")?.GetAttribute("content") ?? "";
        string fingerprint = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{fingerprint}'; base-uri 'none'; form-action 'none'", policy);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sentence_stands_on_it_with_its_place(string name)
    {
        Sample sample = Samples.Get(name);
        IHtmlDocument page = Parse(sample);
        var sentences = new Emit.Scheme.Publication(sample.Input).Sentences.All;
        Assert.NotEmpty(sentences);
        Assert.All(sentences, sentence =>
        {
            IElement? item = page.GetElementById(sentence.Id);
            Assert.NotNull(item);
            Assert.Equal(Words(sentence.Text.Replace("\n- ", " ", StringComparison.Ordinal)), Words(string.Join(' ', item.QuerySelectorAll("p.words, ul.words > li").Select(part => part.TextContent))));
            Assert.Contains(FormattableString.Invariant($"{sentence.File}, line {sentence.Line}"), item.TextContent, StringComparison.Ordinal);
        });
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Emit(Sample sample) => new HtmlEmitter().Emit(sample.Input).Single().ToText();

    private static IHtmlDocument Parse(Sample sample) => new HtmlParser().ParseDocument(Emit(sample));
}
