using DelegationLang.Browser.Tests.Support;
using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>The map in the browser: names are shown whole, a party's chain can be followed by mouse, keyboard and link, and the picture can be made larger and smaller.</summary>
[Collection(BrowserRun.Name)]
public sealed class MapTests(BrowserRun run)
{
    public static TheoryData<string> Examples => [.. BrowserRun.Tried];

    [SkippableTheory]
    [MemberData(nameof(Examples))]
    public async Task Every_text_lies_within_its_box(string example)
    {
        ExampleSite site = run.Site(example);
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("network.html"));
        string[] spilt = await page.Locator(".map-party").EvaluateAllAsync<string[]>("""
            groups => groups.flatMap(group => {
              const box = group.querySelector("rect").getBoundingClientRect();
              return [...group.querySelectorAll("text")].filter(text => {
                const at = text.getBoundingClientRect();
                return at.left < box.left || at.right > box.right || at.top < box.top || at.bottom > box.bottom + 1 || at.height < 8;
              }).map(text => text.textContent);
            })
            """);
        Assert.Empty(spilt);
        Assert.True(await page.Locator(".map-party").CountAsync() > 20);
        await Assertions.Expect(page.Locator(".map svg > title")).ToHaveCountAsync(1);
        window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
    }

    [SkippableFact]
    public async Task Choosing_a_party_shows_its_chain_up_and_down()
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("network.html"));
        ILocator chain = page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Choose a box" });
        await Assertions.Expect(chain).ToBeVisibleAsync();
        ILocator box = page.GetByRole(AriaRole.Button, new() { Name = "Leeds Place Director officer" });
        await box.ClickAsync();
        await AssertChosenAsync(page);
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.EndsWith("#" + IdOf(site, "Leeds Place Director"), page.Url, StringComparison.Ordinal);

        // Others are dimmed: thin lines beside thick ones, so that colour is not alone in saying so.
        Assert.Equal(["Board", "Leeds Committee", "Leeds Head of Commissioning", "Leeds Place Director"], (await page.Locator(".map-party.in-chain").EvaluateAllAsync<string[]>("groups => groups.map(group => group.dataset.name)")).Order(StringComparer.Ordinal));
        Assert.Equal(3, await page.Locator(".map-route").CountAsync());
        Assert.Equal("4.5px", await page.Locator(".map-route").First.EvaluateAsync<string>("route => getComputedStyle(route).strokeWidth"));

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".map-chain")).ToContainTextAsync("Choose a box");
        await Assertions.Expect(page.Locator(".map-route")).ToHaveCountAsync(0);
        Assert.DoesNotContain("#", page.Url, StringComparison.Ordinal);

        // A name in the sentence leads to its page.
        await box.ClickAsync();
        await page.Locator(".map-chain").GetByRole(AriaRole.Link, new() { Name = "Leeds Committee" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Leeds Committee");
        window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
    }

    [SkippableTheory]
    [InlineData("Enter")]
    [InlineData(" ")]
    public async Task A_party_is_chosen_by_keyboard(string key)
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("network.html"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Leeds Place Director officer" }).FocusAsync();
        await page.Keyboard.PressAsync(key);
        await AssertChosenAsync(page);
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator(".map-route")).ToHaveCountAsync(0);
    }

    [SkippableTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_link_carries_the_party(int width)
    {
        Tools.RequireAxe();
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync(width);
        await window.Page.AddInitScriptAsync(await File.ReadAllTextAsync(Tools.Axe));
        string id = IdOf(site, "Leeds Place Director");
        IPage page = await window.GoAsync(site.Address("network.html#" + id));
        await AssertChosenAsync(page);
        await Assertions.Expect(page.Locator($".map-party[data-party=\"{id}\"] text").First).ToBeInViewportAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>("() => axe.run(document, { preload: false }).then(result => result.violations.map(rule => rule.id + ': ' + rule.nodes[0].html))"));
    }

    [SkippableTheory]
    [MemberData(nameof(Examples))]
    public async Task Whoever_is_delegated_something_is_joined_to_whoever_gives_it(string example)
    {
        ExampleSite site = run.Site(example);
        var publication = new Publication(site.Sample.Input);
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("network.html"));
        string[] shown = await page.Locator(".map-party").EvaluateAllAsync<string[]>("groups => groups.map(group => group.dataset.name)");
        (string Giver, string Holder)[] pairs =
        [
            .. publication.Model.Delegations.Where(delegation => publication.IsEffective(delegation) && !delegation.IsEntrusted && !delegation.Terms.IsEvenIfReserved && delegation.Delegator is { IsOrganisation: false, HeldBy: null })
                .SelectMany(delegation => delegation.Holders.SelectMany(holder => holder.Group.Parties).Select(party => (delegation.Delegator?.DisplayName ?? "", (party.HeldBy ?? party).DisplayName)))
                .Where(pair => pair.Item1 != pair.DisplayName && shown.Contains(pair.Item1) && shown.Contains(pair.DisplayName)).Distinct().Take(40),
        ];
        Assert.NotEmpty(pairs);
        foreach ((string giver, string holder) in pairs)
        {
            await page.EvaluateAsync("id => { location.hash = id; }", IdOf(site, holder));
            await Assertions.Expect(page.Locator(".map-party.is-chosen")).ToHaveAttributeAsync("data-name", holder);
            await Assertions.Expect(page.Locator($".map-party.in-chain[data-name=\"{giver}\"]")).ToHaveCountAsync(1);
        }

        window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
    }

    [SkippableFact]
    public async Task The_picture_can_be_made_larger_and_smaller()
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("network.html"));
        float full = await WidthAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Larger" }).ClickAsync();
        Assert.Equal(full * 1.25, await WidthAsync(page), 1f);
        await page.GetByRole(AriaRole.Button, new() { Name = "Full size" }).ClickAsync();
        Assert.Equal(full, await WidthAsync(page), 1f);
        await page.GetByRole(AriaRole.Button, new() { Name = "Whole map" }).ClickAsync();
        Assert.True(await page.Locator(".map").EvaluateAsync<bool>("map => map.scrollWidth <= map.clientWidth && map.scrollHeight <= map.clientHeight + 20"));
        await page.Locator(".map").FocusAsync();
        float whole = await WidthAsync(page);
        await page.Keyboard.PressAsync("+");
        Assert.Equal(whole * 1.25, await WidthAsync(page), 1.5f);
        await page.Keyboard.PressAsync("0");
        Assert.Equal(whole, await WidthAsync(page), 1f);
        Assert.NotEqual("none", await page.Locator(".map").EvaluateAsync<string>("map => getComputedStyle(map).touchAction"));
    }

    private static async Task<float> WidthAsync(IPage page) => await page.Locator(".map-picture").EvaluateAsync<float>("picture => picture.getBoundingClientRect().width");

    private static string IdOf(ExampleSite site, string name)
    {
        var publication = new Publication(site.Sample.Input);
        return publication.Ids.Of(publication.Model.Symbols.OfType<PartySymbol>().Single(party => party.DisplayName == name));
    }

    private static async Task AssertChosenAsync(IPage page)
    {
        ILocator chain = page.Locator(".map-chain");
        await Assertions.Expect(chain).ToContainTextAsync("Board delegates to Leeds Committee.");
        await Assertions.Expect(chain).ToContainTextAsync("Leeds Committee delegates to Leeds Place Director.");
        await Assertions.Expect(chain).ToContainTextAsync("Leeds Place Director delegates to Leeds Head of Commissioning.");
    }
}
