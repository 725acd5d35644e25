using System.IO.Compression;
using DelegationLang.Browser.Tests.Support;
using DelegationLang.Testing;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>The compiler and its language server in a page: it checks what is written, offers what may come, shows the map and answers, and asks nothing of anybody.</summary>
[Collection(BrowserRun.Name)]
public sealed class PlaygroundTests(BrowserRun run)
{
    private const string Sound = "There are no errors and no warnings. Every scenario holds.";
    private const double MostMegabytes = 5;

    // The clock of these tests is a script, and the frame of the map lets none run.
    private const string ClockOfTheTest = "Blocked script execution in";

    // Megabytes have to be loaded and started.
    private static readonly LocatorAssertionsToHaveTextOptions Patiently = new() { Timeout = 120_000 };
    private static readonly LocatorAssertionsToContainTextOptions ForAMoment = new() { Timeout = 30_000 };

    private static string Folder => Repository.PathOf("editors", "playground", "bin", "site");

    [SkippableFact]
    public async Task A_scheme_is_written_checked_mended_and_asked_in_the_browser()
    {
        using SiteServer server = Serve();
        await using Window window = await run.OpenAsync();
        IPage page = await OpenAsync(window, server);
        await Assertions.Expect(page.Locator("#scenarios")).ToContainTextAsync("Holds: a box of gloves");

        await page.GetByLabel("Ask who decides").FillAsync("who decides purchases worth £600,000 excluding VAT on 1 May 2026?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("Board decides alone.", ForAMoment);

        // What may come is offered, and Tab takes it.
        int requests = window.Requests.Count();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "The scheme" }).ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("\nBoard delegates purch", new() { Delay = 20 });
        await Assertions.Expect(page.Locator(".cm-tooltip-autocomplete")).ToContainTextAsync("purchases", ForAMoment);
        await page.Keyboard.PressAsync("Tab");

        // A slip is reported with its place; its fix mends it.
        await page.Keyboard.TypeAsync(" to Cheif Executive when urgent.");
        ILocator finding = page.Locator("#findings li", new() { HasText = "Cheif Executive" });
        await Assertions.Expect(finding).ToContainTextAsync("error DL2001 “Cheif Executive” is not declared anywhere.", ForAMoment);
        await finding.GetByRole(AriaRole.Button, new() { Name = "Replace it by “Chief Executive”" }).ClickAsync();
        await Assertions.Expect(page.Locator("#findings li", new() { HasText = "Cheif" })).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".cm-content")).ToContainTextAsync("Board delegates purchases to Chief Executive when urgent.");
        Assert.Equal(requests, window.Requests.Count());
        window.AssertQuiet(server.Home, ClockOfTheTest);
    }

    [SkippableFact]
    public async Task What_is_chosen_in_the_map_is_shown_in_the_text_and_what_is_chosen_in_the_text_is_marked_in_the_map()
    {
        using SiteServer server = Serve();
        await using Window window = await run.OpenAsync();
        IPage page = await OpenAsync(window, server);
        IFrameLocator map = page.FrameLocator("#map");
        ILocator link = map.Locator("a[data-line]", new() { HasText = "approval of the annual plan" }).First;
        await link.ClickAsync();
        await Assertions.Expect(page.Locator(".cm-activeLine")).ToContainTextAsync("approval of the annual plan");
        await Assertions.Expect(map.Locator(".is-here").First).ToHaveTextAsync("approval of the annual plan");
    }

    [SkippableFact]
    public async Task The_text_is_kept_in_the_browser_and_in_a_link_that_carries_it()
    {
        using SiteServer server = Serve();
        await using Window window = await run.OpenAsync();
        IPage page = await OpenAsync(window, server);
        await page.GetByLabel("Begin with").SelectOptionAsync("parish.delegation");
        await Assertions.Expect(page.Locator(".cm-content")).ToContainTextAsync("Ashdale Parish Council", ForAMoment);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy a link" }).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("The whole text stands in it.");
        string link = page.Url;
        Assert.Contains("#text=", link, StringComparison.Ordinal);

        await page.GotoAsync(server.Home + "index.html");
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync(Sound, Patiently);
        await Assertions.Expect(page.Locator(".cm-content")).ToContainTextAsync("Ashdale Parish Council");

        // Somebody else's browser, which has kept nothing; and a link that was cut off on its way.
        await using Window other = await run.OpenAsync();
        IPage elsewhere = await other.GoAsync(link);
        await Assertions.Expect(elsewhere.Locator("#state")).ToHaveTextAsync(Sound, Patiently);
        await Assertions.Expect(elsewhere.Locator(".cm-content")).ToContainTextAsync("Ashdale Parish Council");
        await using Window third = await run.OpenAsync();
        IPage cut = await third.GoAsync(link[..(link.Length - 200)]);
        await Assertions.Expect(cut.Locator("#said")).ToContainTextAsync("It may have been cut off", ForAMoment);
    }

    [SkippableFact]
    public async Task On_a_telephone_one_view_is_shown_at_a_time_and_nothing_is_wider_than_it()
    {
        Tools.RequireAxe();
        string axe = await File.ReadAllTextAsync(Tools.Axe);
        using SiteServer server = Serve();
        await using Window window = await run.OpenAsync(375);
        await window.Page.AddInitScriptAsync(axe);
        IPage page = await OpenAsync(window, server);
        foreach (string view in (string[])["The scheme", "What it comes to", "Map"])
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = view }).ClickAsync();
            Assert.Equal(1, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('main section')].filter(view => view.checkVisibility()).length"));
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), view);
            Assert.Empty(await page.EvaluateAsync<string[]>("""
                () => axe.run(document, { iframes: false, resultTypes: ["violations"], runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] } })
                  .then(result => result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 200))))
                """));
        }
    }

    [SkippableFact]
    public async Task Every_scheme_to_begin_with_is_sound_in_the_page_too()
    {
        using SiteServer server = Serve();
        await using Window window = await run.OpenAsync();
        IPage page = await OpenAsync(window, server);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Folder, "examples"), "*.delegation").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))
        {
            await page.GetByLabel("Begin with").SelectOptionAsync(file);
            string name = File.ReadLines(Path.Combine(Folder, "examples", file)).First(line => line.StartsWith("scheme ", StringComparison.Ordinal));
            await Assertions.Expect(page.Locator(".cm-content")).ToContainTextAsync(name, ForAMoment);
            await Assertions.Expect(page.FrameLocator("#map").Locator("main")).ToBeVisibleAsync(new() { Timeout = 30_000 });
            await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync(Sound, Patiently);
        }

        window.AssertQuiet(server.Home, ClockOfTheTest);
    }

    [SkippableFact]
    public async Task The_pages_of_examples_lie_beside_it()
    {
        using SiteServer server = Serve();
        await using Window window = await run.OpenAsync();
        IPage page = await OpenAsync(window, server);
        string[] links = await page.Locator("footer a").EvaluateAllAsync<string[]>("all => all.map(link => link.href)");
        Assert.Equal(3, links.Length);
        foreach (string link in links)
        {
            await window.GoAsync(link);
            await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Who decides what") }).First.ClickAsync();
            await Assertions.Expect(page.Locator(".map-sheet")).ToBeVisibleAsync();
        }
    }

    [SkippableFact]
    public void The_page_is_small_enough_to_be_loaded_anywhere()
    {
        Tools.Require(Directory.Exists(Folder) ? Folder : "", "The page was not made: run bash editors/playground/publish.sh");
        double size = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(file => !file.Contains("examples", StringComparison.Ordinal) && !file.EndsWith(".txt", StringComparison.Ordinal)).Sum(Compressed) / 1e6;
        Assert.True(size < MostMegabytes, FormattableString.Invariant($"{size:0.00} MB, compressed as a web server does it"));
    }

    private static long Compressed(string file)
    {
        var counted = new MemoryStream();
        using (var brotli = new BrotliStream(counted, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(File.ReadAllBytes(file));
        }

        return counted.Length;
    }

    private static SiteServer Serve()
    {
        Tools.RequireBrowser();
        Tools.Require(Directory.Exists(Folder) ? Folder : "", "The page was not made: run bash editors/playground/publish.sh");
        return new SiteServer(Folder);
    }

    private static async Task<IPage> OpenAsync(Window window, SiteServer server)
    {
        IPage page = await window.GoAsync(server.Home + "index.html");
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync(Sound, Patiently);
        return page;
    }
}
