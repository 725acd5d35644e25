using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DelegationLang.Emit.Changes;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Tests.Html;

/// <summary>What is different on which day: side by side on the pages, and as a feed.</summary>
public sealed class DatedChangeTests
{
    private const string Text = """
        scheme Days
          version 2
          approved by Board on 1 March 2026
          in force from 1 April 2026.
        Trust is an organisation.
        Board is the board of Trust.
        Director is an officer of Trust.
        buying is a function of Trust.
        Trust delegates buying to Director up to £10,000 until 30 June 2026.
        Trust delegates buying to Director up to £20,000 from 1 July 2026 until 31 December 2026.
        """;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static BuiltSite Site(string text = Text, string address = "https://example.nhs.uk/scheme/") =>
        BuiltSite.Of(Samples.Compile(text).Input with { Site = new SiteOptions { Address = address } });

    private static BuiltSite Successor()
    {
        Sample before = Samples.Compile(Text.Replace("version 2", "version 1", StringComparison.Ordinal).Replace("£20,000", "£15,000", StringComparison.Ordinal).Replace("£10,000", "£9,000", StringComparison.Ordinal));
        Sample after = Samples.Compile(Text);
        var diff = SchemeDiff.Of(SchemeVersion.Of(before.Input, before.Engine.Answerer), SchemeVersion.Of(after.Input, after.Engine.Answerer), DateRange.Always, Samples.Today);
        return BuiltSite.Of(after.Input with { Changes = diff, Site = new SiteOptions { Address = "https://example.nhs.uk/scheme/" } });
    }

    [Fact]
    public void Each_day_stands_with_the_day_before_it_side_by_side()
    {
        IHtmlDocument page = Site().Page("days.html");
        Assert.Equal(["on-2026-07-01", "on-2027-01-01"], page.QuerySelectorAll("h2[id]").Select(heading => heading.Id));
        IElement table = page.QuerySelectorAll("table")[0];
        Assert.Equal(["What is different", "On 30 June 2026", "On 1 July 2026", "Sentences"], table.QuerySelectorAll("thead th").Select(cell => cell.TextContent));
        string[] cells = [.. table.QuerySelectorAll("tbody td, tbody th").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
        Assert.StartsWith("Director may decide buying up to £20,000 per decision; until then up to £10,000 per decision.", cells[0], StringComparison.Ordinal);
        Assert.Equal(["Board decides buying above £10,000 up to £20,000 per decision", "Director decides buying above £10,000 up to £20,000 per decision"], cells[1..3]);
    }

    [Fact]
    public void The_day_can_be_chosen_without_script()
    {
        IHtmlDocument page = Site().Page("days.html");
        Assert.Equal(["days.html#on-2026-07-01", "days.html#on-2027-01-01"], page.QuerySelectorAll("p.days a").Select(link => link.GetAttribute("href")));
        Assert.Contains(Site().Page("dates.html").QuerySelectorAll("main a"), link => link.GetAttribute("href") == "days.html");
    }

    [Fact]
    public void Days_on_which_much_is_different_are_spread_over_several_pages()
    {
        string many = Text + "\n" + string.Join('\n', Enumerable.Range(0, 450).Select(i => $"\"topic {i}\" is a function of Trust.\nTrust delegates \"topic {i}\" to Director up to £{1000 + i} from {1 + (i % 28)} {(i % 2 == 0 ? "May" : "June")} 2027."));
        BuiltSite site = Site(many);
        Assert.Contains("days-2.html", site.PageNames);
        Assert.All(site.PageNames.Where(name => name.StartsWith("days", StringComparison.Ordinal)), name =>
        {
            Assert.True(site.Page(name).QuerySelectorAll("tbody tr").Length <= 400);
            Assert.All(site.Page(name).QuerySelectorAll("p.days a"), link =>
            {
                string[] address = (link.GetAttribute("href") ?? "").Split('#');
                Assert.NotNull(site.Page(address[0]).GetElementById(address[1]));
            });
        });
        Assert.Equal(452, site.PageNames.Where(name => name.StartsWith("days", StringComparison.Ordinal)).Sum(name => site.Page(name).QuerySelectorAll("tbody tr").Length));
    }

    [Fact]
    public void The_feed_is_read_by_a_library_for_feeds_and_says_what_the_pages_say()
    {
        BuiltSite site = Successor();
        using var reader = XmlReader.Create(new StringReader(site.Files["feed.xml"]));
        var feed = SyndicationFeed.Load(reader);

        Assert.Equal("https://example.nhs.uk/scheme/", feed.Id);
        Assert.Equal("Days: dated changes", feed.Title.Text);
        Assert.Equal("Trust", Assert.Single(feed.Authors).Name);
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), feed.LastUpdatedTime);
        Assert.Equal(
            [
                ("https://example.nhs.uk/scheme/days.html#on-2027-01-01", new DateOnly(2027, 1, 1), "1 January 2027: 1 change in who may decide what"),
                ("https://example.nhs.uk/scheme/changes.html#version-2-on-2026-07-01", new DateOnly(2026, 7, 1), "1 July 2026: 1 change by version 2"),
                ("https://example.nhs.uk/scheme/days.html#on-2026-07-01", new DateOnly(2026, 7, 1), "1 July 2026: 1 change in who may decide what"),
                ("https://example.nhs.uk/scheme/changes.html#version-2-on-2026-04-01", new DateOnly(2026, 4, 1), "1 April 2026: 1 change by version 2"),
            ],
            feed.Items.Select(item => (item.Id, DateOnly.FromDateTime(item.LastUpdatedTime.UtcDateTime), item.Title.Text)));
        Assert.All(feed.Items, item =>
        {
            Assert.Contains("Director", Assert.IsType<TextSyndicationContent>(item.Content).Text, StringComparison.Ordinal);
            string[] address = Assert.Single(item.Links).Uri.AbsoluteUri["https://example.nhs.uk/scheme/".Length..].Split('#');
            Assert.Contains(address[0], site.PageNames);
            Assert.True(address.Length == 1 || site.Page(address[0]).GetElementById(address[1]) is not null);
        });
    }

    [Fact]
    public void The_feed_has_what_atom_wants_of_it()
    {
        foreach (string text in (string[])[Text, "scheme Bare.\nTrust is an organisation.\nBoard is the board of Trust.\n"])
        {
            BuiltSite site = Site(text, "https://example.nhs.uk/");
            XElement feed = XDocument.Parse(site.Files["feed.xml"]).Root ?? throw new InvalidOperationException();
            Assert.Equal(Atom + "feed", feed.Name);

            // RFC 4287, 4.1.1 and 4.1.2: each exactly once, and an author.
            Assert.All(feed.Elements(Atom + "entry").Prepend(feed), element =>
            {
                Assert.All((string[])["id", "title", "updated"], name => Assert.Single(element.Elements(Atom + name)));
                Assert.True(Uri.IsWellFormedUriString(element.Element(Atom + "id")?.Value, UriKind.Absolute));
                Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", element.Element(Atom + "updated")?.Value ?? "");
                Assert.Single(element.Elements(Atom + "link"), link => link.Attribute("rel")?.Value == "alternate");
            });
            Assert.NotEmpty(feed.Element(Atom + "author")?.Element(Atom + "name")?.Value ?? "");
            Assert.Equal("https://example.nhs.uk/feed.xml", feed.Elements(Atom + "link").Single(link => link.Attribute("rel")?.Value == "self").Attribute("href")?.Value);
            string[] ids = [.. feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")?.Value ?? "")];
            Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
            Assert.All(site.PageNames, page => Assert.Equal("feed.xml", site.Page(page).QuerySelector("link[rel=alternate][type='application/atom+xml']")?.GetAttribute("href")));
        }
    }

    [Fact]
    public void Without_an_address_there_is_no_feed()
    {
        BuiltSite site = Site(address: "");
        Assert.DoesNotContain("feed.xml", site.Files.Keys);
        Assert.Null(site.Page("index.html").QuerySelector("link[rel=alternate]"));
    }

    [Fact]
    public void Whoever_is_asked_first_or_stands_in_is_marked_too()
    {
        string text = Text + "\nAdviser is an officer of Trust.\nDeputy is an officer of Trust.\nWarden is an officer of Trust.\n";
        Sample before = Samples.Compile(text);
        Sample after = Samples.Compile(text.Replace("until 30 June 2026.", "until 30 June 2026 after consulting Adviser.", StringComparison.Ordinal) + "Deputy deputises for Director.\n");
        var diff = SchemeDiff.Of(SchemeVersion.Of(before.Input, before.Engine.Answerer), SchemeVersion.Of(after.Input, after.Engine.Answerer), DateRange.Always, Samples.Today);
        var site = BuiltSite.Of(after.Input with { Changes = diff });
        Assert.Equal(
            ["party-adviser.html", "party-deputy.html", "party-director.html"],
            site.PageNames.Where(name => name.StartsWith("party-", StringComparison.Ordinal) && site.Page(name).QuerySelectorAll(".mark").Any(mark => mark.TextContent == "Changed on 1 April 2026")).Except(["party-board.html", "party-trust.html"]));
        Assert.Contains(diff.Changes, change => change.Change.Parties.Contains("Adviser"));
        Assert.DoesNotContain(diff.Changes, change => change.Change.Parties.Contains("Warden"));
    }
}
