using System.Reflection;
using DelegationLang.Testing;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests.Support;

/// <summary>One browser and the sites of the examples, for all tests of a run.</summary>
public sealed class BrowserRun : IAsyncLifetime
{
    /// <summary>The name of the collection of tests that share it.</summary>
    public const string Name = "Browser";

    /// <summary>The day that the pages take for today.</summary>
    public static readonly DateTime Today = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-browser-");
    private readonly Dictionary<string, ExampleSite> sites = new(StringComparer.Ordinal);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The examples.</summary>
    public static readonly string[] Examples = ["west-yorkshire-icb", "foundation-trust", "borough-council"];

    /// <summary>Those that what takes long is tried with: one, all of them where more is asked for.</summary>
    public static IEnumerable<string> Tried => Examples.Take(Effort.Of(1, Examples.Length));

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Tools.Chromium.Length == 0)
        {
            return;
        }

        foreach (string example in Examples)
        {
            sites.Add(example, ExampleSite.Build(example, folder.FullName));
        }

        ExampleSite.Front(sites.Values, folder.FullName);

        playwright = await CreatePlaywrightAsync();

        // Other tests run beside these, on few processors.
        Assertions.SetDefaultExpectTimeout(30_000);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Tools.Chromium, Args = ["--disable-gpu"] });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>What drives a browser. The driver is used where NuGet has put it.</summary>
    internal static async Task<IPlaywright> CreatePlaywrightAsync()
    {
        string? driver = typeof(BrowserRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(item => item.Key == "PlaywrightPackage")?.Value;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", driver);
        return await Playwright.CreateAsync();
    }

    /// <summary>The folder of all sites, with the front page that they have in common.</summary>
    internal string Root => folder.FullName;

    /// <summary>The site of an example; skips the test where there is no browser.</summary>
    internal ExampleSite Site(string name)
    {
        Tools.RequireBrowser();
        return sites[name];
    }

    /// <summary>A window of its own, in which it is always the same day.</summary>
    internal async Task<Window> OpenAsync(int width = 1280, bool hasScript = true, DateTime? today = null)
    {
        Tools.RequireBrowser();
        ArgumentNullException.ThrowIfNull(browser);
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = hasScript,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        if (hasScript)
        {
            await context.Clock.SetFixedTimeAsync(today ?? Today);
        }

        return await Window.OpenAsync(context);
    }
}

/// <summary>Tests that share one browser.</summary>
[CollectionDefinition(BrowserRun.Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserRun>;
