using DelegationLang.Browser.Tests.Support;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>With script off nothing is lost: tables answer, the boxes of the map lead to pages, and what only script can do is not shown.</summary>
[Collection(BrowserRun.Name)]
public sealed class WithoutScriptTests(BrowserRun run)
{
    [SkippableFact]
    public async Task A_table_says_who_approves_podiatry_in_Leeds()
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync(hasScript: false);
        IPage page = await window.GoAsync(site.Address("index.html"));
        await Assertions.Expect(page.Locator("#ask")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#search")).ToBeHiddenAsync();
        await page.Locator("noscript a").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "podiatry", Exact = true }).First.ClickAsync();
        ILocator row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Leeds" }).Filter(new() { HasText = "£300,000" }).Filter(new() { HasText = "Leeds Head of Commissioning" });
        await Assertions.Expect(row.First).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task The_map_says_who_signs_for_how_much_and_leads_to_pages()
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync(hasScript: false);
        IPage page = await window.GoAsync(site.Address("map.html"));
        ILocator leeds = page.Locator("[id^=map-place-leeds]");
        await Assertions.Expect(leeds.GetByRole(AriaRole.Row).Filter(new() { HasText = "up to £300,000" })).ToContainTextAsync("Head of Commissioning: community services and voluntary sector grants");
        await page.Locator("[id^=map-party-quality-committee] h3 a").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Quality Committee");
    }

    [SkippableFact]
    public async Task The_boxes_of_the_picture_lead_to_pages()
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync(hasScript: false);
        IPage page = await window.GoAsync(site.Address("network.html"));
        await page.Locator(".map a").Filter(new() { HasText = "Leeds Committee" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Leeds Committee");
    }
}
