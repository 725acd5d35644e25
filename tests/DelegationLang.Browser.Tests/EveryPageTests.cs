using System.Collections.Concurrent;
using DelegationLang.Browser.Tests.Support;
using DelegationLang.Testing;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>What must hold of every page: no fault that axe-core finds, no script that complains, nothing fetched from elsewhere, nothing wider than the screen.</summary>
[Collection(BrowserRun.Name)]
public sealed class EveryPageTests(BrowserRun run)
{
    // Rules of WCAG 2.2, level AA, and what axe-core thinks good practice besides. On the narrow screen the markup is the same: there the rules that look at
    // what is shown, and how, are enough.
    internal const string Check = """
        isNarrow => axe.run(document, {
          resultTypes: ["violations"],
          preload: false,
          runOnly: isNarrow
            ? { type: "rule", values: ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "aria-hidden-focus", "aria-required-children", "aria-required-parent", "heading-order", "nested-interactive"] }
            : { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }
        }).then(result => result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 200) + " " + (node.failureSummary || "").replace(/\s+/g, " "))))
        """;

    private const string Overflow = """
        () => {
          const wide = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= wide) { return ""; }
          const out = [...document.querySelectorAll("main *, header *, footer *")].find(part => part.getBoundingClientRect().right > wide + 1 && !part.closest(".map"));
          return "wider than " + wide + ": " + (out ? out.outerHTML.slice(0, 160) : "?");
        }
        """;

    public static TheoryData<string> Examples => [.. BrowserRun.Tried];

    [SkippableTheory]
    [MemberData(nameof(Examples))]
    public async Task Pages_are_accessible_and_fit_the_screen(string example)
    {
        Tools.RequireBrowser();
        Tools.RequireAxe();
        string axe = await File.ReadAllTextAsync(Tools.Axe);
        ExampleSite site = run.Site(example);
        var faults = new ConcurrentQueue<string>();
        var pages = new ConcurrentQueue<string>(Effort.IsLong ? site.Pages : site.Some);
        await Task.WhenAll(WorkAsync(), WorkAsync());
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Take(40)) + $"\n{faults.Count} in all");

        async Task WorkAsync()
        {
            await using Window window = await run.OpenAsync();
            await window.Page.AddInitScriptAsync(axe);
            while (pages.TryDequeue(out string? name))
            {
                IPage page = await window.GoAsync(site.Address(name));
                await CheckAsync(page, name, 1280);
                await CheckAsync(page, name, 390);
                await FitsAsync(page, name, 320);
            }

            window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
        }

        async Task CheckAsync(IPage page, string name, int width)
        {
            await FitsAsync(page, name, width);
            foreach (string fault in await page.EvaluateAsync<string[]>(Check, width < 1280))
            {
                faults.Enqueue($"{name} at {width}: {fault}");
            }
        }

        async Task FitsAsync(IPage page, string name, int width)
        {
            await page.SetViewportSizeAsync(width, 900);
            if (await page.EvaluateAsync<string>(Overflow) is { Length: > 0 } fault)
            {
                faults.Enqueue($"{name} at {width}: {fault}");
            }
        }
    }
}
