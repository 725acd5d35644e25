using System.Diagnostics;
using DelegationLang.Browser.Tests.Support;

namespace DelegationLang.Browser.Tests;

/// <summary>Every page is valid HTML in the eyes of the Nu HTML checker.</summary>
[Collection(BrowserRun.Name)]
public sealed class HtmlValidityTests(BrowserRun run)
{
    [SkippableFact]
    public async Task Every_page_of_the_examples_is_valid()
    {
        Tools.Require(Tools.Java, "java was not found: the pages were not validated");
        Tools.Require(Tools.HtmlChecker, "the Nu HTML checker was not found: run npm ci in tests/DelegationLang.Browser.Tests");
        IEnumerable<string> pages = BrowserRun.Tried.Select(run.Site).SelectMany(site => site.Pages.Select(page => Path.Combine(site.Folder, page))).Append(Path.Combine(run.Root, "index.html"));

        // The checker does not know that files are of one origin with the page beside them; the browser does, and other tests listen to what it says of the policy.
        string[] options = ["-Xss1m", "-jar", Tools.HtmlChecker, "--format", "gnu", "--filterpattern", ".*violates Content Security Policy.*"];
        var start = new ProcessStartInfo(Tools.Java, [.. options, .. pages]) { RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("java did not start");
        string complaints = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0 && complaints.Length == 0, complaints.Length > 4000 ? complaints[..4000] : complaints);
    }
}
