using System.Diagnostics;
using DelegationLang.Browser.Tests.Support;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>A page that is open while its scheme is worked at: it is loaded again after each save, and shows what is wrong until it is mended.</summary>
[Collection(BrowserRun.Name)]
public sealed class WatchTests(BrowserRun run) : IDisposable
{
    private const string Scheme = """
        scheme Small scheme
          version 1
          approved by Board on 1 March 2026
          in force from 1 April 2026.
        use england.
        Hospital Trust is an NHS trust.
        Board is the board of Hospital Trust.
        Chief Executive is an officer of Hospital Trust.
        buying is a matter of Hospital Trust.
        Hospital Trust delegates buying to Chief Executive up to £50,000 reference "4.2".

        """;

    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 60_000 };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-watch-");

    [SkippableFact]
    public async Task An_open_page_follows_the_text()
    {
        Tools.RequireBrowser();
        Save(Scheme);
        using Process tool = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "delegation.dll"), "watch", ".", "--out", "out", "--serve", "0", "--emit", "html"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("The tool could not be started.");
        try
        {
            tool.BeginOutputReadLine();
            string home = "";
            while (await tool.StandardError.ReadLineAsync() is { } line && !line.StartsWith("Watching", StringComparison.Ordinal))
            {
                int at = line.IndexOf("http://", StringComparison.Ordinal);
                home = at < 0 ? home : line[at..];
            }

            await using Window window = await run.OpenAsync();
            IPage page = await window.GoAsync(home + "index.html");
            ILocator body = page.Locator("body"), errors = page.GetByRole(AriaRole.Alert);
            await Assertions.Expect(body).ToContainTextAsync("Small scheme", Patiently);
            await Assertions.Expect(errors).ToHaveCountAsync(0);

            Save(Scheme.Replace("to Chief Executive", "to Cheif <b>Executive</b>", StringComparison.Ordinal));
            await Assertions.Expect(errors).ToContainTextAsync("main.delegation:10:", Patiently);
            await Assertions.Expect(errors.Locator("mark").First).ToHaveTextAsync("<b>Executive</b>");
            await Assertions.Expect(errors.Locator("b")).ToHaveCountAsync(0);
            await Assertions.Expect(body).ToContainTextAsync("Small scheme");

            Save(Scheme.Replace("Small scheme", "Mended scheme", StringComparison.Ordinal));
            await Assertions.Expect(body).ToContainTextAsync("Mended scheme", Patiently);
            await Assertions.Expect(errors).ToHaveCountAsync(0);
        }
        finally
        {
            tool.Kill(entireProcessTree: true);
            await tool.WaitForExitAsync();
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Save(string text) => File.WriteAllText(Path.Combine(folder.FullName, "main.delegation"), text);
}
