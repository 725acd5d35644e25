using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Tests.Support;

namespace DelegationLang.Emit.Tests.Html;

/// <summary>What every page must be, whatever the scheme: whole, safe, and usable without sight, mouse or script.</summary>
public sealed partial class PageTests
{
    private static readonly string[] ActiveElements = ["iframe", "object", "embed", "video", "audio", "base", "style"];

    public static TheoryData<string> Names => Samples.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_is_well_formed(string name)
    {
        var site = BuiltSite.Of(Samples.Get(name));
        Assert.All(site.PageNames, page =>
        {
            string text = site.Files[page];
            var errors = new List<string>();
            var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = false, IsEmbedded = false });
            parser.Error += (_, error) => errors.Add(error.ToString() ?? "");
            parser.ParseDocument(text);
            Assert.Empty(errors);
            Assert.DoesNotContain('\r', text);
            Assert.EndsWith("</html>\n", text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_id_is_unique_and_every_link_leads_somewhere(string name)
    {
        var site = BuiltSite.Of(Samples.Get(name));
        var known = site.PageNames.ToDictionary(page => page, page => site.Page(page).All.Select(element => element.Id ?? "").Where(id => id.Length > 0).ToList(), StringComparer.Ordinal);
        Assert.All(site.PageNames, page =>
        {
            List<string> ids = known[page];
            Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());

            // A reference is an anchor as its authors write it, without spaces.
            string[] references = [.. site.Page(page).QuerySelectorAll("span.reference[id]").Select(reference => reference.Id ?? "")];
            Assert.All(references, id => Assert.Matches("^\\S+$", id));
            Assert.All(ids.Except(references), id => Assert.Matches("^[a-z][a-z0-9-]*$", id));
            Assert.All(site.Page(page).QuerySelectorAll("a"), link =>
            {
                string[] address = (link.GetAttribute("href") ?? "").Split('#');
                string file = address[0].Length > 0 ? address[0] : page;
                Assert.True(site.Files.ContainsKey(file), $"{page}: {link.OuterHtml}");
                if (address.Length > 1 && !address[1].Contains('=', StringComparison.Ordinal))
                {
                    Assert.Contains(address[1], known[file]);
                }

                Assert.NotEmpty(link.TextContent.Trim());
            });
            Assert.All(site.Page(page).QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby") ?? "", ids));
            Assert.All(site.Page(page).QuerySelectorAll("link, script, img"), element => Assert.Contains(element.GetAttribute("href") ?? element.GetAttribute("src") ?? "", site.Files.Keys));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_page_is_reached_from_the_first(string name)
    {
        var site = BuiltSite.Of(Samples.Get(name));
        var reached = new HashSet<string>(StringComparer.Ordinal) { "index.html", "search.html" };
        var waiting = new Queue<string>(reached);
        while (waiting.TryDequeue(out string? page))
        {
            foreach (string file in site.Page(page).QuerySelectorAll("a").Select(link => (link.GetAttribute("href") ?? "").Split('#')[0]).Where(file => file.EndsWith(".html", StringComparison.Ordinal)))
            {
                if (reached.Add(file))
                {
                    waiting.Enqueue(file);
                }
            }
        }

        Assert.Empty(site.PageNames.Except(reached));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_of_files_are_safe_and_whose_the_scheme_is_stands_on_every_page(string name)
    {
        Sample sample = Samples.Get(name);
        var site = BuiltSite.Of(sample);
        Assert.All(site.Files.Keys, file => Assert.Matches("^((assets|data)/)?[a-z0-9-]+[.](html|css|js|txt|csv|svg)$", file));
        string fingerprint = Emit.Scheme.SchemeFingerprint.Of(sample.Input.Model, new Emit.Scheme.SourceFileNames(sample.Input.Model));
        Assert.All(site.Pages, page =>
        {
            Assert.Contains(fingerprint, page.QuerySelector("footer")?.TextContent ?? "", StringComparison.Ordinal);
            Assert.Contains(sample.Input.Model.Info.Version, page.QuerySelector("footer")?.TextContent ?? "", StringComparison.Ordinal);
        });
        Assert.All(site.PageNames, page => Assert.True(site.Files[page].Length < 2_000_000, page));
        Assert.True(site.Files["index.html"].Length < 300_000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Headings_are_in_order_and_landmarks_are_there(string name) => Assert.All(BuiltSite.Of(Samples.Get(name)).Pages, page =>
    {
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("body > header"));
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
        string[] regions = [.. page.QuerySelectorAll("nav").Select(nav => nav.GetAttribute("aria-label") ?? page.GetElementById(nav.GetAttribute("aria-labelledby") ?? "none")?.TextContent ?? "")];
        Assert.Equal(regions.Length, regions.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain("", regions);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Tables_say_what_they_are_and_what_their_cells_mean(string name)
    {
        foreach (IElement table in BuiltSite.Of(Samples.Get(name)).Pages.SelectMany(page => page.QuerySelectorAll("table:not([role=presentation])")))
        {
            Assert.NotEmpty(table.QuerySelector("caption")?.TextContent.Trim() ?? "");
            if (table.ClassList.Contains("map-ladder"))
            {
                Assert.All(table.QuerySelectorAll("tr"), rung => Assert.True(rung.Children[0].GetAttribute("scope") == "row" || rung.Children.Length == 1));
                continue;
            }

            IElement[] columns = [.. table.QuerySelectorAll("thead th")];
            Assert.All(columns, column => Assert.Equal("col", column.GetAttribute("scope")));
            Assert.All(table.QuerySelectorAll("tbody tr"), row =>
            {
                Assert.Equal(columns.Length, row.Children.Length);
                Assert.Equal("row", row.Children[0].GetAttribute("scope"));

                // On a narrow screen each cell that is shown begins with the heading of its column, which a screen reader knows already.
                Assert.Equal(
                    columns.Zip(row.Children).Skip(1).Where(cell => !cell.Second.ClassList.Contains("empty")).Select(cell => cell.First.TextContent),
                    row.Children.Skip(1).Where(cell => !cell.ClassList.Contains("empty")).Select(cell => cell.GetAttribute("data-label")));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_runs_but_our_own_files_and_nothing_is_fetched_from_elsewhere(string name)
    {
        var site = BuiltSite.Of(Samples.Get(name));
        Assert.All(site.Pages, page =>
        {
            Assert.Empty(page.All.Where(element => ActiveElements.Contains(element.LocalName, StringComparer.Ordinal)).Select(element => element.OuterHtml));
            Assert.Empty(page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal)).Select(attribute => attribute.Name));
            Assert.All(page.QuerySelectorAll("script"), script => Assert.Matches("^(assets|data)/[a-z-]+[.]js$", script.GetAttribute("src") ?? ""));
            Assert.All(page.QuerySelectorAll("script"), script => Assert.Empty(script.TextContent));
            Assert.Equal(
                "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'",
                page.QuerySelector("meta[http-equiv=Content-Security-Policy]")?.GetAttribute("content"));
        });
        Assert.All(site.Files.Where(file => file.Key.EndsWith(".css", StringComparison.Ordinal)), style =>
        {
            Assert.DoesNotContain("url(", style.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("@import", style.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("@font-face", style.Value, StringComparison.Ordinal);
        });
        Assert.All(site.Files.Where(file => file.Key.EndsWith(".js", StringComparison.Ordinal)), script =>
        {
            Assert.DoesNotContain("eval(", script.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("innerHTML", script.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("fetch(", script.Value, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sentence_stands_on_it_with_its_place(string name)
    {
        Sample sample = Samples.Get(name);
        var site = BuiltSite.Of(sample);
        System.Collections.Immutable.ImmutableArray<PublishedSentence> sentences = new Emit.Scheme.Publication(sample.Input).Sentences.All;
        Assert.NotEmpty(sentences);
        Assert.All(sentences, sentence =>
        {
            IElement? item = site.Page(sentence.Kind == "scenario" ? "examples.html" : "document.html").GetElementById(sentence.Id);
            Assert.NotNull(item);

            string shown = Shown(item);
            // In the document references stand before the words that they are of.
            string text = sentence.Text.Replace("\n- ", " ", StringComparison.Ordinal);
            Assert.Equal(Words(sentence.Kind == "scenario" ? text : References().Replace(text, "")), Words(shown));
            Assert.All(sentence.Kind == "scenario" ? [] : sentence.References, reference => Assert.Contains(reference, item.QuerySelectorAll(".reference").Select(one => one.TextContent)));
            Assert.Contains(FormattableString.Invariant($"{sentence.File}, line {sentence.Line}"), item.TextContent, StringComparison.Ordinal);
        });
    }

    private static string Shown(IElement item) => string.Join(' ', item.QuerySelectorAll("p.words").Select(part => part.TextContent));

    [GeneratedRegex("(?i) reference \"[^\"]*\"")]
    private static partial Regex References();

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
