using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using DelegationLang.Browser.Tests.Support;
using DelegationLang.Testing;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>Pages can be printed for a board: they have numbers, tables repeat their heads, and the map fits on a sheet of A3.</summary>
[Collection(BrowserRun.Name)]
public sealed partial class PrintTests(BrowserRun run)
{
    public static TheoryData<string> Examples => [.. BrowserRun.Tried];

    [SkippableTheory]
    [MemberData(nameof(Examples))]
    public async Task Pages_of_every_kind_are_printed(string example)
    {
        ExampleSite site = run.Site(example);
        var faults = new ConcurrentQueue<string>();
        var pages = new ConcurrentQueue<string>(Effort.Part(site.Some));
        await Task.WhenAll(WorkAsync(), WorkAsync());
        Assert.True(faults.IsEmpty, string.Join('\n', faults));

        async Task WorkAsync()
        {
            await using Window window = await run.OpenAsync();
            while (pages.TryDequeue(out string? name))
            {
                IPage page = await window.GoAsync(site.Address(name));
                int letters = await page.EvaluateAsync<int>("() => document.body.textContent.replace(/\\s+/g, ' ').length");
                int sheets = SheetsOf(await PrintAsync(page));

                // A sheet holds some three thousand letters; tables need more room than running text.
                if (sheets < 1 || sheets > 2 + (letters / 450))
                {
                    faults.Enqueue($"{name}: {sheets} sheets for {letters} letters");
                }
            }
        }
    }

    [SkippableTheory]
    [InlineData("west-yorkshire-icb", "document.html")]
    [InlineData("foundation-trust", "matrix.html")]
    public async Task Sheets_are_numbered_and_heads_repeated(string example, string name)
    {
        Tools.RequireBrowser();
        Tools.Require(Tools.PdfToText, "pdftotext was not found: printed pages were not read");
        ExampleSite site = run.Site(example);
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address(name));
        string[] heads = await page.Locator("thead th").EvaluateAllAsync<string[]>("heads => [...new Set(heads.map(head => head.textContent.trim()))]");
        string file = Path.Combine(site.Folder, Path.ChangeExtension(name, ".pdf"));
        await File.WriteAllBytesAsync(file, await PrintAsync(page));
        using Process process = Process.Start(new ProcessStartInfo(Tools.PdfToText, ["-layout", file, "-"]) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("pdftotext did not start");
        string[] sheets = (await process.StandardOutput.ReadToEndAsync()).TrimEnd('\f', '\n').Split('\f');
        await process.WaitForExitAsync();
        File.Delete(file);
        Assert.True(sheets.Length > 3);
        Assert.DoesNotContain("Link:", string.Join('\n', sheets), StringComparison.Ordinal);
        for (int i = 0; i < sheets.Length; i++)
        {
            Assert.Contains(FormattableString.Invariant($"Page {i + 1} of {sheets.Length}"), sheets[i], StringComparison.Ordinal);
        }

        // The first has the title, the last may have the foot of the page alone; all between have rows, of a page that has tables.
        Assert.All(heads.Length == 0 ? [] : sheets[1..^1], sheet => Assert.True(heads.Any(head => sheet.Contains(head, StringComparison.Ordinal)), sheet));
    }

    [SkippableTheory]
    [MemberData(nameof(Examples))]
    public async Task The_map_is_printed_on_sheets_of_A3_with_letters_of_eight_points(string example)
    {
        ExampleSite site = run.Site(example);
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("map.html"));
        byte[] printed = await PrintAsync(page);
        Match first = MediaBox().Match(System.Text.Encoding.Latin1.GetString(printed));
        Assert.Equal("1191 842", $"{Rounded(first, 1)} {Rounded(first, 2)}");
        Assert.InRange(SheetsOf(printed), 1, example == "west-yorkshire-icb" ? 1 : 2);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        double smallest = await page.EvaluateAsync<double>("""
            () => {
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              let smallest = 100;
              for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                const part = text.parentElement;
                if (text.data.trim() && part.checkVisibility() && !part.closest(".visually-hidden, script")) { smallest = Math.min(smallest, parseFloat(getComputedStyle(part).fontSize) * 0.75); }
              }
              return smallest;
            }
            """);
        Assert.InRange(smallest, 8, 12);
    }

    [SkippableTheory]
    [MemberData(nameof(Examples))]
    public async Task The_picture_is_printed_on_one_sheet_of_A3(string example)
    {
        ExampleSite site = run.Site(example);
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("network.html"));
        string pdf = System.Text.Encoding.Latin1.GetString(await PrintAsync(page));
        Match first = MediaBox().Match(pdf);
        Assert.True(first.Success);

        // A3 on its side, in points: 420 by 297 millimetres.
        Assert.Equal("1191 842", $"{Rounded(first, 1)} {Rounded(first, 2)}");

        // On paper the picture is as wide as the sheet at most, and no higher: 297 millimetres less the margins.
        await page.SetViewportSizeAsync(1480, 960);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await page.Locator(".map-picture").EvaluateAsync<double>("picture => picture.getBoundingClientRect().bottom") < 259 * 96 / 25.4, "the picture does not fit below its title");
        LocatorBoundingBoxResult picture = await page.Locator(".map-picture").BoundingBoxAsync() ?? throw new InvalidOperationException("There is no picture.");
        Assert.InRange(picture.Height, 300, 250 * 96 / 25.4);
    }

    private static Task<byte[]> PrintAsync(IPage page) => page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true });

    private static int SheetsOf(byte[] pdf) => Sheet().Count(System.Text.Encoding.Latin1.GetString(pdf));

    private static int Rounded(Match match, int group) => (int)Math.Round(double.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+([0-9.]+)\s+([0-9.]+)")]
    private static partial Regex MediaBox();
}
