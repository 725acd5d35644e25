using DelegationLang.Browser.Tests.Support;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>The front page of several schemes: one question is asked of all of them.</summary>
[Collection(BrowserRun.Name)]
public sealed class SeveralSchemesTests(BrowserRun run)
{
    [SkippableTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task One_question_is_asked_of_every_scheme(int width)
    {
        Tools.RequireBrowser();
        Tools.RequireAxe();
        await using Window window = await run.OpenAsync(width);
        await window.Page.AddInitScriptAsync(await File.ReadAllTextAsync(Tools.Axe));
        string home = new Uri(Path.Combine(run.Root, "index.html")).AbsoluteUri;
        IPage page = await window.GoAsync(home);
        await page.GetByLabel("What is to be decided?").FillAsync("who may seal documents");
        await page.GetByRole(AriaRole.Button, new() { Name = "Who decides?" }).ClickAsync();
        ILocator icb = page.Locator("#answers .card", new() { HasTextString = "NHS West Yorkshire Integrated Care Board" });
        await Assertions.Expect(icb.Locator(".who")).ToContainTextAsync("Chief Finance Officer");
        await Assertions.Expect(page.Locator("#answers .card")).ToHaveCountAsync(3);
        Assert.Equal(home + "#what=who%20may%20seal%20documents&on=2026-05-01", page.Url);
        Assert.Empty(await page.EvaluateAsync<string[]>(EveryPageTests.Check, width < 1280));

        // The whole answer is that of the scheme's own form.
        string answer = await icb.Locator(".who").InnerTextAsync();
        await icb.GetByRole(AriaRole.Link, new() { Name = "The whole answer, and by what authority" }).ClickAsync();
        await Assertions.Expect(page.Locator("#answer h2")).ToHaveTextAsync(answer);

        // A sum and a place in the words of the question; what one scheme does not know, it says.
        await window.GoAsync(home + "#what=podiatry+at+Leeds+for+%C2%A3400k&on=2026-05-01");
        await Assertions.Expect(icb).ToContainTextAsync("podiatry at Leeds worth £400,000:");
        await Assertions.Expect(icb.Locator(".who")).ToHaveTextAsync("Leeds Place Director decides alone.");
        await Assertions.Expect(page.Locator("#answers .card", new() { HasTextString = "Skelmere Borough Council" })).ToContainTextAsync("Nothing here is called so.");
        window.AssertQuiet(new Uri(run.Root + Path.DirectorySeparatorChar).AbsoluteUri);
    }
}
