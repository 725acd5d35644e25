using DelegationLang.Browser.Tests.Support;
using DelegationLang.Testing;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>Whoever has no mouse gets everywhere, in the order of the page, and sees where they are.</summary>
[Collection(BrowserRun.Name)]
public sealed class KeyboardTests(BrowserRun run)
{
    // Where the focus is, whether it can be seen, and whether it lies on the screen. The position counts what can be focused, in the order of the page.
    private const string Stop = """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body) { return ["", "", ""]; }
          const style = getComputedStyle(at);
          const box = at.getBoundingClientRect();
          const seen = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !/rgba[(].*, 0[)]/.test(style.outlineColor)) || style.boxShadow !== "none";
          const all = [...document.querySelectorAll("*")];
          return [String(all.indexOf(at)), seen ? "" : "not seen: " + style.outline + " " + style.boxShadow + " " + at.outerHTML.slice(0, 200), box.bottom > 0 && box.top < innerHeight ? "" : "off the screen: " + at.outerHTML.slice(0, 200)];
        }
        """;

    private static readonly (string Example, string Page)[] AllPages =
    [
        ("west-yorkshire-icb", "index.html"),
        ("west-yorkshire-icb", "network.html"),
        ("west-yorkshire-icb", "map.html"),
        ("foundation-trust", "parties.html"),
        ("borough-council", "matrix.html"),
        ("west-yorkshire-icb", "subject-podiatry.html"),
    ];

    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach ((string example, string page) in Effort.Part(AllPages))
            {
                pages.Add(example, page);
            }

            return pages;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task Tab_goes_through_the_page_in_order_and_the_focus_is_seen(string example, string name)
    {
        ExampleSite site = run.Site(example);
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address(example == "west-yorkshire-icb" && name.StartsWith("subject", StringComparison.Ordinal) ? site.Pages.First(file => file.StartsWith("subject-podiatry", StringComparison.Ordinal)) : name));
        int stops = 0;
        int before = -1;
        while (stops < 1500)
        {
            await page.Keyboard.PressAsync("Tab");
            string[] stop = await page.EvaluateAsync<string[]>(Stop);
            if (stop[0].Length == 0)
            {
                break;
            }

            int position = int.Parse(stop[0], System.Globalization.CultureInfo.InvariantCulture);
            if (position < before)
            {
                break;
            }

            Assert.True(stop[1].Length == 0, stop[1]);
            Assert.True(stop[2].Length == 0, stop[2]);

            // Fields for dates have parts of their own, which Tab goes through as well.
            stops += position > before ? 1 : 0;
            before = position;
        }

        int reachable = await page.EvaluateAsync<int>("() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')].filter(part => part.checkVisibility()).length");
        Assert.Equal(reachable, stops);
    }

    [SkippableFact]
    public async Task The_first_stop_skips_to_the_content()
    {
        ExampleSite site = run.Site("foundation-trust");
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("index.html"));
        await page.Keyboard.PressAsync("Tab");
        ILocator skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to main content" });
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#ask-what")).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task A_question_is_asked_without_a_mouse()
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("index.html"));
        await page.Locator("main").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("podiatry");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Leeds");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("300000");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#answer h2")).ToHaveTextAsync("Leeds Head of Commissioning decides alone.");
        await Assertions.Expect(page.Locator("#answer")).ToHaveAttributeAsync("aria-live", "polite");
    }
}
