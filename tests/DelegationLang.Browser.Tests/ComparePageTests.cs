using DelegationLang.Browser.Tests.Support;
using DelegationLang.Emit.SideBySide;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>The page of <c>compare --html</c>: the schemes of several bodies side by side.</summary>
[Collection(BrowserRun.Name)]
public sealed class ComparePageTests(BrowserRun run)
{
    [SkippableTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task It_is_accessible_and_fetches_nothing(int width)
    {
        Tools.RequireBrowser();
        Tools.RequireAxe();
        var today = DateOnly.FromDateTime(BrowserRun.Today);
        var comparison = SchemeComparison.Of([.. BrowserRun.Examples.Select(example => ComparedBody.Of(example, run.Site(example).Sample.Input, today, file => file))]);
        string file = Path.Combine(run.Root, "compare.html");
        await File.WriteAllBytesAsync(file, ComparisonPage.Of(comparison).ToArray());

        await using Window window = await run.OpenAsync(width);
        await window.Page.AddInitScriptAsync(await File.ReadAllTextAsync(Tools.Axe));
        IPage page = await window.GoAsync(new Uri(file).AbsoluteUri);

        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(EveryPageTests.Check, width < 1280));
        window.AssertQuiet(new Uri(run.Root + Path.DirectorySeparatorChar).AbsoluteUri);
    }
}
