using System.Text.Json.Nodes;
using DelegationLang.Browser.Tests.Support;
using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;
using DelegationLang.Testing;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>The search finds what the scheme names, offline, and its results can be linked to.</summary>
[Collection(BrowserRun.Name)]
public sealed class SearchTests(BrowserRun run)
{
    public static TheoryData<string> Examples => [.. BrowserRun.Tried];

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
        await Assertions.Expect(results).ToContainTextAsync("Nothing was found for “no such thing”. What the scheme does not list, Chief Executive decides (5.6).");
        window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
    }

    [SkippableTheory]
    [MemberData(nameof(Examples))]
    public async Task What_people_ask_in_their_own_words_is_among_the_first_three(string example)
    {
        JsonNode asked = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("tests", "samples", "questions", example + ".json"))) ?? new JsonObject();
        ExampleSite site = run.Site(example);
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("search.html"));
        (string Ask, string[] Targets)[] questions = Questions(asked["questions"]), heldBack = Questions(asked["heldBack"]);
        Assert.Equal(50, questions.Length);
        string[] missed = await MissedAsync(page, questions), missedOfOthers = await MissedAsync(page, heldBack);
        Assert.True(missed.Length <= 5, string.Join('\n', missed));

        // These were not looked at while words of the same meaning were gathered.
        Assert.True(missedOfOthers.Length <= 3, string.Join('\n', missedOfOthers));
    }

    [SkippableFact]
    public async Task A_whole_question_leads_to_the_form_with_its_fields_filled()
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("search.html?q=who+can+approve+foot+care+for+£400k+at+Leeds"));
        ILocator understood = page.Locator("#search-results .hits p a").First;
        await Assertions.Expect(understood).ToHaveTextAsync("Who decides podiatry at Leeds worth £400,000?");
        await understood.ClickAsync();
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("Leeds Place Director");
    }

    [SkippableFact]
    public async Task The_form_takes_a_question_in_other_words_and_says_how_it_was_understood()
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("index.html"));
        await page.FillAsync("#ask-what", "foot care for £400k at Leeds");
        await page.PressAsync("#ask-what", "Enter");
        ILocator answer = page.Locator("#answer");
        await Assertions.Expect(answer).ToContainTextAsync("“foot care for £400k at Leeds” was taken as:");
        await Assertions.Expect(answer).ToContainTextAsync("Leeds Place Director");
        await Assertions.Expect(page.Locator("#ask-what")).ToHaveValueAsync("podiatry");
        await Assertions.Expect(page.Locator("#ask-worth")).ToHaveValueAsync("£400000");
        await page.FillAsync("#ask-what", "unicorn riding lessons");
        await page.PressAsync("#ask-what", "Enter");
        await Assertions.Expect(answer).ToContainTextAsync("What the scheme does not list, Chief Executive decides (5.6).");
    }

    private static (string Ask, string[] Targets)[] Questions(JsonNode? list) =>
        [.. (list?.AsArray() ?? []).Select(one => (one?["ask"]?.GetValue<string>() ?? "", (string[])[.. (one?["targets"]?.AsArray() ?? []).Select(target => Plain(target?.GetValue<string>() ?? ""))]))];

    private static string Plain(string name) => name.Replace("\"", "", StringComparison.Ordinal).ToUpperInvariant();

    // Of each question the names of the first three things that the page shows, and first whether it says that nothing fits.
    private static async Task<string[]> MissedAsync(IPage page, (string Ask, string[] Targets)[] questions)
    {
        var missed = new List<string>();
        foreach ((string ask, string[] targets) in questions)
        {
            await page.FillAsync("#search-words", ask);
            await page.PressAsync("#search-words", "Enter");
            await Assertions.Expect(page.Locator("#search-results")).ToContainTextAsync($"“{ask}”");
            string[][] found = await page.EvaluateAsync<string[][]>("""
                () => [
                  [document.querySelector("#search-results").firstElementChild.className],
                  ...[...document.querySelectorAll("#search-results .hits > li")].slice(0, 3).map(hit => [hit.querySelector("a").textContent, ...(/; also ([^)]*)\)/.exec(hit.textContent)?.[1] ?? "").split(", ")])
                ]
                """);
            bool isToldOfTheRest = found[0][0] == "residual" || found.Length <= 2;
            if (!found.Skip(1).SelectMany(names => names).Select(Plain).Any(targets.Contains) && !(targets.Contains("RESIDUAL") && isToldOfTheRest))
            {
                missed.Add(ask + ": " + string.Join("; ", found.Skip(1).Select(names => names[0])));
            }
        }

        return [.. missed];
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
                .Select(symbol => (symbol.DisplayName, publication.PageNames.Of(symbol) + ".html")),
        ];
        Assert.True(wanted.Length > 50);
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("search.html"));
        foreach ((string name, string file) in Effort.Part(wanted))
        {
            await page.FillAsync("#search-words", name);
            await page.PressAsync("#search-words", "Enter");
            await Assertions.Expect(page.Locator("#search-results")).ToContainTextAsync($"“{name}”");
            string[] found = await page.Locator("#search-results .hits > li > a").EvaluateAllAsync<string[]>("links => links.slice(0, 3).map(link => link.getAttribute('href'))");
            Assert.True(found.Contains(file), $"{name}: {string.Join(", ", found)}");
        }

        window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
    }
}
