using System.Diagnostics;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests.Support;

/// <summary>Somebody who types at a page with an editor, as quickly as the keys go down, and only as quickly as the editor comes to rest after each line.</summary>
internal sealed class Typist(IPage page)
{
    /// <summary>How long a list may take to say what it should say; other tests run beside this one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>How long is waited for a list that should not come.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(600);

    private string before = "";

    private ILocator FirstOffer => page.Locator(".suggest-widget.visible .monaco-list-row[data-index='0'] .label-name");

    private ILocator Anything => page.Locator(".suggest-widget.visible, .parameter-hints-widget.visible");

    /// <summary>Puts the cursor into the text and waits until the language server answers.</summary>
    public async Task StartAsync()
    {
        await page.Locator(".monaco-editor .view-lines").First.ClickAsync();
        var clock = Stopwatch.StartNew();
        while (await FirstOffer.CountAsync() == 0 && clock.Elapsed < TimeSpan.FromSeconds(60))
        {
            await page.Keyboard.PressAsync("Control+Space");
            await page.WaitForTimeoutAsync(500);
        }

        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".suggest-widget.visible").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await RestAsync();
    }

    /// <summary>Types a text: a line break is Enter, and the indentation of a line is the editor's business.</summary>
    public async Task TypeAsync(string text)
    {
        before = text;
        bool startsLine = false;
        foreach (char c in text)
        {
            if (c == '\n')
            {
                await page.Keyboard.PressAsync("Enter");
                await RestAsync();
                startsLine = true;
            }
            else if (c != ' ' || !startsLine)
            {
                startsLine = false;
                await page.Keyboard.TypeAsync(c.ToString());
            }
        }
    }

    // The editor knows what ends a line from tokens that it makes when it has nothing else to do, as between any two keys of a person. Where whole lines
    // come quicker than that, Enter keeps the indentation of the line above, whatever the language's rules are.
    private async Task RestAsync() => await page.EvaluateAsync("() => new Promise(done => requestIdleCallback(() => done(), { timeout: 2000 }))");

    /// <summary>What is wrong with what is offered here; empty where it is right. Takes the offer where that is wanted.</summary>
    public async Task<string> FaultAsync(TypedPart part)
    {
        string here = $"after “…{before[Math.Max(0, before.Length - 40)..].Replace("\n", "⏎", StringComparison.Ordinal)}”";
        var clock = Stopwatch.StartNew();
        if (part.Offer is not { Length: > 0 } offer)
        {
            await page.WaitForTimeoutAsync((float)Moment.TotalMilliseconds);
            return await Anything.CountAsync() == 0 ? "" : $"{here} something came up: {await ShownAsync()}";
        }

        string shown = "";
        while (clock.Elapsed < Patience)
        {
            shown = await ShownAsync();
            if (shown == offer)
            {
                if (part.Rest.Length > 0)
                {
                    await page.Keyboard.PressAsync("Tab");
                }

                return "";
            }

            await page.WaitForTimeoutAsync(30);
        }

        if (part.Rest.Length > 0)
        {
            await page.Keyboard.PressAsync("Escape");
            await TypeAsync(part.Rest);
        }

        return $"{here} “{offer}” should come first, and it is “{shown}”";
    }

    /// <summary>Saves as everybody saves, with <c>Ctrl+S</c>; the text of the file, once it has changed.</summary>
    public Task<string> SaveAsync(string file) => SaveAsync(file, () => page.Keyboard.PressAsync("Control+S"));

    /// <summary>Saves what was typed as it was typed, not laid out; the text of the file, once it has changed.</summary>
    public Task<string> SaveAsTypedAsync(string file) => SaveAsync(file, async () =>
    {
        await page.Keyboard.PressAsync("F1");
        await page.Locator(".quick-input-widget input").First.FillAsync(">File: Save without Formatting");
        await page.Locator(".quick-input-list .monaco-list-row").First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
    });

    private async Task<string> SaveAsync(string file, Func<Task> save)
    {
        DateTime last = File.GetLastWriteTimeUtc(file);
        await page.Keyboard.PressAsync("Escape");
        await save();
        var clock = Stopwatch.StartNew();
        while (File.GetLastWriteTimeUtc(file) == last && clock.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(50);
        }

        return await File.ReadAllTextAsync(file);
    }

    private async Task<string> ShownAsync() => await FirstOffer.CountAsync() == 0 ? "" : await FirstOffer.First.TextContentAsync() ?? "";
}
