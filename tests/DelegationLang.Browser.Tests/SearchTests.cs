using DelegationLang.Browser.Tests.Support;
using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>The search finds what the scheme names, offline, and its results can be linked to.</summary>
[Collection(BrowserRun.Name)]
public sealed class SearchTests(BrowserRun run)
{
    public static TheoryData<string> Examples => [.. BrowserRun.Examples];

    [SkippableFact]
    public async Task A_word_in_the_box_leads_to_the_page_about_it()
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync(width: 390);
        IPage page = await window.GoAsync(site.Address("map.html"));
        await page.GetByLabel("Search the scheme").FillAsync("podiatry");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(site.Address("search.html#q=podiatry"));
        ILocator results = page.Locator("#search-results");
        await Assertions.Expect(results).ToContainTextAsync("found for “podiatry”");
        await results.GetByRole(AriaRole.Link, new() { Name = "podiatry", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("podiatry");

        // Again from a page of results, where only what follows the hash changes.
        await window.GoAsync(site.Address("search.html#q=Leeds"));
        await page.GetByLabel("Search the scheme").FillAsync("no such thing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(results).ToHaveTextAsync("Nothing was found for “no such thing”.");
        window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
    }

    [SkippableTheory]
    [MemberData(nameof(Examples))]
    public async Task Every_name_of_the_scheme_is_found(string example)
    {
        ExampleSite site = run.Site(example);
        var publication = new Publication(site.Sample.Input);
        (string Name, string File)[] wanted =
        [
            .. publication.Model.Symbols.Where(symbol => !symbol.IsFromLibrary && symbol is PartySymbol or SubjectSymbol or PlaceSymbol or AgreementSymbol)
                .Select(symbol => (symbol.DisplayName, publication.Ids.Of(symbol) + ".html")),
        ];
        Assert.True(wanted.Length > 50);
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("search.html"));
        foreach ((string name, string file) in wanted)
        {
            await page.FillAsync("#search-words", name);
            await page.PressAsync("#search-words", "Enter");
            await Assertions.Expect(page.Locator("#search-results")).ToContainTextAsync($"“{name}”");
            string[] found = await page.Locator("#search-results a").EvaluateAllAsync<string[]>("links => links.slice(0, 3).map(link => link.getAttribute('href'))");
            Assert.True(found.Contains(file), $"{name}: {string.Join(", ", found)}");
        }

        window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
    }
}
