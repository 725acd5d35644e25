using DelegationLang.Browser.Tests.Support;
using DelegationLang.Testing;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>The compiler in a page: it checks what is written and answers, and asks nothing of anybody.</summary>
[Collection(BrowserRun.Name)]
public sealed class PlaygroundTests(BrowserRun run)
{
    // Sixteen megabytes have to be loaded and started.
    private static readonly LocatorAssertionsToHaveTextOptions Patiently = new() { Timeout = 120_000 };
    private static readonly LocatorAssertionsToContainTextOptions ForAMoment = new() { Timeout = 30_000 };

    [SkippableFact]
    public async Task A_scheme_is_checked_and_asked_in_the_browser()
    {
        string folder = Repository.PathOf("editors", "playground", "bin", "site");
        Tools.RequireBrowser();
        Tools.Require(Directory.Exists(folder) ? folder : "", "The page was not built: run dotnet build editors/playground");
        using var server = new SiteServer(folder);
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(server.Home + "index.html");
        ILocator state = page.Locator("#state"), text = page.GetByRole(AriaRole.Textbox, new() { Name = "The scheme" });
        await Assertions.Expect(state).ToHaveTextAsync("There are no errors and no warnings. Every scenario holds.", Patiently);
        await Assertions.Expect(page.Locator("#scenarios")).ToHaveTextAsync("Holds: A new bed");

        await page.GetByLabel("Ask who decides").FillAsync("who decides buying worth £60,000 on 1 May 2026?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("Board decides alone.", ForAMoment);

        // A slip is reported a moment after the last key, with its place; mended, it is gone, and the answer is that of the new text.
        string sound = await text.InputValueAsync();
        int requests = window.Requests.Count();
        await text.FillAsync(sound.Replace("to Chief Executive", "to Cheif Executive", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#findings")).ToContainTextAsync("DL2001 “Cheif Executive” is not declared anywhere.", ForAMoment);
        await page.Locator("#findings li", new() { HasText = "DL2001" }).GetByRole(AriaRole.Button).ClickAsync();
        Assert.Equal("Cheif Executive", await text.EvaluateAsync<string>("text => text.value.slice(text.selectionStart, text.selectionEnd)"));
        await text.FillAsync(sound.Replace("£50,000", "£75,000", StringComparison.Ordinal));
        await Assertions.Expect(state).ToHaveTextAsync("There are no errors and no warnings. Every scenario holds.", Patiently);
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("Chief Executive decides alone.", ForAMoment);

        Assert.Equal(requests, window.Requests.Count());
        window.AssertQuiet(server.Home);
    }
}
