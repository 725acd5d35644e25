using System.Globalization;
using DelegationLang.Browser.Tests.Support;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>A day can be chosen: rows that do not hold then are marked in words. Once the day of review has passed, every page says so.</summary>
[Collection(BrowserRun.Name)]
public sealed class DateTests(BrowserRun run)
{
    private const string Rows = "rows => rows.map(row => [row.dataset.since || '', row.dataset.until || '', row.firstElementChild.getAttribute('data-state') || ''])";

    [SkippableTheory]
    [InlineData("west-yorkshire-icb")]
    [InlineData("borough-council")]
    public async Task Lines_of_the_map_that_do_not_hold_on_the_day_are_left_out(string example)
    {
        ExampleSite site = run.Site(example);
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("map.html"));
        const string Lines = "items => items.map(item => [item.dataset.since || '', item.dataset.until || '', item.hidden ? 'hidden' : ''])";
        ILocator items = page.Locator(".map-items > li[data-since], .map-items > li[data-until]");
        string[] days = [.. (await items.EvaluateAllAsync<string[][]>(Lines)).SelectMany(item => item.Take(2)).Where(day => day.Length > 0).Distinct().SelectMany(day => Around(day))];
        int hidden = 0;
        foreach (string day in days)
        {
            await page.FillAsync("#day", day);
            foreach (string[] item in await items.EvaluateAllAsync<string[][]>(Lines))
            {
                bool isOut = string.CompareOrdinal(day, item[0]) < 0 || (item[1].Length > 0 && string.CompareOrdinal(day, item[1]) > 0);
                Assert.Equal(isOut ? "hidden" : "", item[2]);
                hidden += isOut ? 1 : 0;
            }
        }

        Assert.True(hidden > 0);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.map-ladder tr:not([hidden]), .map-group:not([hidden])')].filter(part => !part.querySelector('li:not([hidden])')).length"));
    }

    [SkippableTheory]
    [InlineData("west-yorkshire-icb", "network.html")]
    [InlineData("foundation-trust", "dates.html")]
    [InlineData("borough-council", "dates.html")]
    [InlineData("borough-council", "document.html")]
    public async Task Rows_that_do_not_hold_on_the_day_are_marked(string example, string name)
    {
        ExampleSite site = run.Site(example);
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address(name));
        ILocator rows = page.Locator("tr[data-since], tr[data-until], .sentences > li[data-since], .sentences > li[data-until]");
        string[][] all = await rows.EvaluateAllAsync<string[][]>(Rows);
        string[] days = [.. all.SelectMany(row => row.Take(2)).Where(day => day.Length > 0).Distinct().SelectMany(day => Around(day))];
        int marked = 0;
        foreach (string day in days)
        {
            await page.FillAsync("#day", day);
            foreach (string[] row in await rows.EvaluateAllAsync<string[][]>(Rows))
            {
                string expected = string.CompareOrdinal(day, row[0]) < 0 ? "Not yet in force" : row[1].Length > 0 && string.CompareOrdinal(day, row[1]) > 0 ? "Ended" : "";
                Assert.Equal(expected, row[2]);
                marked += expected.Length > 0 ? 1 : 0;
            }
        }

        Assert.True(marked > 0);

        // A link can carry the day.
        await window.GoAsync(site.Address(name + "#on=" + days[0]));
        await Assertions.Expect(page.Locator("#day")).ToHaveValueAsync(days[0]);
        window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
    }

    [SkippableFact]
    public async Task Of_a_day_that_is_chosen_it_is_told_what_is_different_and_which_changes_lie_around_it()
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("days.html"));
        ILocator told = page.Locator(".tool p[role=status]");
        await page.FillAsync("#day", "2026-07-01");
        await Assertions.Expect(told).ToHaveTextAsync("Something is different on that day: 1 July 2026");
        await told.Locator("a").ClickAsync();
        await Assertions.Expect(page.Locator("#on-2026-07-01")).ToBeInViewportAsync();

        await page.FillAsync("#day", "2026-08-01");
        await Assertions.Expect(told).ToHaveTextAsync("Nothing is different on that day from the day before. The last change before it: 1 July 2026; the next: 1 September 2026");
        await page.FillAsync("#day", "2020-01-01");
        await Assertions.Expect(told).ToHaveTextAsync("Nothing is different on that day from the day before. The next change: 1 May 2026");

        // A link can carry the day.
        await window.GoAsync(site.Address("days.html#on=2026-07-01"));
        await Assertions.Expect(page.Locator("#day")).ToHaveValueAsync("2026-07-01");
        window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
    }

    [SkippableFact]
    public async Task A_review_that_is_due_is_said()
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        DateOnly review = site.Sample.Input.Model.Info.ReviewBy ?? throw new InvalidOperationException("The example has no day of review.");
        foreach (int days in new[] { 0, 1 })
        {
            await using Window window = await run.OpenAsync(today: review.AddDays(days).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
            IPage page = await window.GoAsync(site.Address("index.html"));
            await Assertions.Expect(page.GetByText("This scheme is past its day of review.")).ToBeVisibleAsync(new() { Visible = days > 0 });
        }
    }

    private static IEnumerable<string> Around(string day)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new[] { date.AddDays(-1), date, date.AddDays(1) }.Select(one => one.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
