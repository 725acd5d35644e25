using System.Text.Json;
using DelegationLang.Browser.Tests.Support;
using DelegationLang.Emit;
using DelegationLang.Emit.Html;
using DelegationLang.Testing;
using DelegationLang.Workspaces;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>The pages of the editor's panels by themselves: what they tell the extension, and what they make of what it tells them. The test speaks in its place.</summary>
[Collection(BrowserRun.Name)]
public sealed class PanelPageTests(BrowserRun run)
{
    private const string Word = "0123456789abcdef";

    private static readonly DateOnly Today = new(2026, 5, 1);

    private static string Media(string name) => File.ReadAllText(Repository.PathOf("editors", "vscode", "media", name));

    [SkippableFact]
    public async Task A_question_is_completed_asked_answered_and_kept()
    {
        await using Window window = await run.OpenAsync(width: 700);
        IPage page = await ShowAsync(window, $"<!DOCTYPE html><html lang=\"en-GB\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'nonce-{Word}'; style-src 'nonce-{Word}'\"><title>Ask</title><style nonce=\"{Word}\">{Media("ask.css")}</style></head><body>{Media("ask.html")}<script nonce=\"{Word}\">{Media("ask.js")}</script></body></html>");
        Assert.Equal("ready", (await SaidAsync(page))[^1].GetProperty("kind").GetString());

        ILocator field = page.Locator("#question");
        await field.PressSequentiallyAsync("who decides po");
        JsonElement wanted = (await SaidAsync(page))[^1];
        Assert.Equal("who decides po", wanted.GetProperty("question").GetString());
        Assert.Equal(14, wanted.GetProperty("character").GetInt32());

        // An offer that comes too late, for what was typed before, is passed over.
        await TellAsync(page, new { kind = "offers", id = wanted.GetProperty("id").GetInt32() - 1, items = new[] { Offer("gloves", 12, 14) } });
        await Assertions.Expect(page.Locator("#offers")).ToBeHiddenAsync();
        await TellAsync(page, new { kind = "offers", id = wanted.GetProperty("id").GetInt32(), items = new[] { Offer("podiatry", 12, 14), Offer("port <b>dues</b>", 12, 14) } });
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await field.PressAsync("ArrowDown");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", "offer-0");
        await field.PressAsync("Tab");
        await Assertions.Expect(field).ToHaveValueAsync("who decides podiatry ");
        await field.PressAsync("Enter");
        Assert.Equal("who decides podiatry", (await SaidAsync(page))[^1].GetProperty("question").GetString());

        // The answer: words are words, whatever they look like, and a line that names a sentence leads to it.
        await TellAsync(page, new
        {
            kind = "answer",
            asked = new
            {
                question = "who decides podiatry?",
                answer = new { outcome = "decided" },
                text = "Board decides alone.\n\nHow the authority comes down:\n  1. Trust <img src=x> holds it by law (a b.delegation:3)\n  2. Board acts for Trust (a b.delegation:12, reference 1)\n",
                places = new[] { new { words = "a b.delegation:3", location = new { uri = "file:///a%20b.delegation", range = 3 } }, new { words = "a b.delegation:12", location = new { uri = "file:///a%20b.delegation", range = 12 } } },
                others = new[] { "Chief Executive" },
                scenario = "scenario …",
            },
        });
        await Assertions.Expect(page.Locator("#answer ol li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#answer img")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Board acts for Trust" }).ClickAsync();
        Assert.Equal(12, (await SaidAsync(page))[^1].GetProperty("location").GetProperty("range").GetInt32());
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep as scenario" }).ClickAsync();
        Assert.Equal("keep", (await SaidAsync(page))[^1].GetProperty("kind").GetString());
        await page.GetByLabel("Why not somebody else?").SelectOptionAsync("Chief Executive");
        Assert.Equal("Chief Executive", (await SaidAsync(page))[^1].GetProperty("whyNot").GetString());

        // What was asked before comes with the arrow.
        await TellAsync(page, new { kind = "history", questions = new[] { "who decides podiatry?", "may Board decide leases?" } });
        await field.FillAsync("");
        await field.PressAsync("Escape");
        await field.PressAsync("ArrowUp");
        await field.PressAsync("ArrowUp");
        await Assertions.Expect(field).ToHaveValueAsync("may Board decide leases?");
        await AssertAccessibleAsync(page);
        window.AssertQuiet("about:blank");
    }

    [SkippableFact]
    public async Task The_map_is_zoomed_marked_filled_anew_and_leads_to_its_sentences()
    {
        await using Window window = await run.OpenAsync(width: 700);
        string html = Map(Today);
        string tools = $"<style nonce=\"{Word}\">{Media("map.css")}</style><script nonce=\"{Word}\" id=\"tools\" data-day=\"2026-05-01\" data-today=\"2026-05-01\">{Media("map.js")}</script>";
        IPage page = await ShowAsync(window, html.Replace("script-src ", $"script-src 'nonce-{Word}' ", StringComparison.Ordinal).Replace("style-src ", $"style-src 'nonce-{Word}' ", StringComparison.Ordinal).Replace("</body>", tools + "</body>", StringComparison.Ordinal));
        Assert.Equal("ready", (await SaidAsync(page))[^1].GetProperty("kind").GetString());

        // A line that tells a sentence leads there, wherever in it one clicks.
        ILocator line = page.Locator("li span[data-line]").First;
        string? number = await line.GetAttributeAsync("data-line");
        await line.EvaluateAsync("line => line.parentElement.dispatchEvent(new MouseEvent('click', { bubbles: true }))");
        Assert.Equal(number, (await SaidAsync(page))[^1].GetProperty("line").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(await line.GetAttributeAsync("data-file"), (await SaidAsync(page))[^1].GetProperty("file").GetString());

        // Zoom.
        await page.GetByRole(AriaRole.Button, new() { Name = "Fit" }).ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.body.scrollWidth <= document.documentElement.clientWidth + 1"));
        await page.Keyboard.PressAsync("0");
        await Assertions.Expect(page.Locator("#map-tools output")).ToHaveTextAsync("100%");
        await page.Keyboard.DownAsync("Control");
        await page.Mouse.WheelAsync(0, -100);
        await page.Keyboard.UpAsync("Control");
        await Assertions.Expect(page.Locator("#map-tools output")).ToHaveTextAsync("110%");

        // The cursor, and what has changed.
        string? file = await line.GetAttributeAsync("data-file");
        await TellAsync(page, new { kind = "here", file, line = int.Parse(number ?? "", System.Globalization.CultureInfo.InvariantCulture), name = "" });
        await Assertions.Expect(page.Locator("li span[data-line]").First).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-here"));
        await TellAsync(page, new { kind = "changes", changes = new { since = "since the last commit", count = 2, sentences = new[] { new { file, line = int.Parse(number ?? "", System.Globalization.CultureInfo.InvariantCulture), endLine = 100_000, words = "It was: <b>" } } } });
        await Assertions.Expect(page.Locator(".is-changed").First).ToHaveAttributeAsync("title", "It was: <b>");
        ILocator changes = page.GetByRole(AriaRole.Button, new() { Name = "2 changes since the last commit" });
        await Assertions.Expect(changes).ToHaveAttributeAsync("aria-pressed", "true");
        await changes.ClickAsync();
        await Assertions.Expect(changes).ToHaveAttributeAsync("aria-pressed", "false");

        // Another day is asked for; the page that comes is put in place, where it was looked at.
        await page.GetByLabel("Day").FillAsync("2030-01-01");
        Assert.Equal("2030-01-01", (await SaidAsync(page))[^1].GetProperty("day").GetString());
        await page.EvaluateAsync("() => scrollTo(0, 400)");
        await TellAsync(page, new { kind = "page", html = Map(new DateOnly(2030, 1, 1)), day = "2030-01-01", today = "2026-05-01" });
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Today" })).ToBeVisibleAsync();
        Assert.Equal(400, await page.EvaluateAsync<double>("() => scrollY"), 1.0);
        await Assertions.Expect(page.Locator("#map-tools")).ToHaveCountAsync(1);
        await AssertAccessibleAsync(page);
        window.AssertQuiet("about:blank");
    }

    private static string Map(DateOnly day)
    {
        MemoryFiles files = MemoryFiles.Empty;
        foreach (string file in Directory.GetFiles(Repository.PathOf("examples", "west-yorkshire-icb"), "*.delegation"))
        {
            files = files.With(Path.GetFileName(file), File.ReadAllText(file));
        }

        Compilation compilation = Project.OfFolder(files).Compile(day);
        return HtmlEmitter.Map(EmitInput.Of(compilation.Model, compilation.Engine) with { InError = compilation.StatementsInError, AsOf = day });
    }

    private static object Offer(string label, int start, int end) => new
    {
        label,
        sortText = label,
        filterText = label,
        textEdit = new { newText = label, range = new { start = new { line = 0, character = start }, end = new { line = 0, character = end } } },
    };

    // The page in a window where what it says to the extension is written down.
    private static async Task<IPage> ShowAsync(Window window, string html)
    {
        await window.Page.AddInitScriptAsync("window.toExtension = []; window.acquireVsCodeApi = () => ({ postMessage: (message) => toExtension.push(message), getState: () => undefined, setState: () => undefined });");
        IPage page = await window.GoAsync("about:blank");
        await page.SetContentAsync(html);
        return page;
    }

    private static async Task<JsonElement[]> SaidAsync(IPage page) => [.. JsonDocument.Parse(await page.EvaluateAsync<string>("() => JSON.stringify(toExtension)")).RootElement.EnumerateArray()];

    private static async Task TellAsync(IPage page, object message)
    {
        await page.EvaluateAsync("message => new Promise(done => { addEventListener('message', () => setTimeout(done), { once: true }); postMessage(JSON.parse(message), '*'); })", JsonSerializer.Serialize(message));
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        if (Tools.Axe.Length > 0)
        {
            await page.EvaluateAsync(await File.ReadAllTextAsync(Tools.Axe));
            Assert.Empty(await page.EvaluateAsync<string[]>("""
                () => axe.run(document, { resultTypes: ["violations"], runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] } })
                  .then(result => result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 200))))
                """));
        }
    }
}
