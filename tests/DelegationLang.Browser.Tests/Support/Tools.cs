using DelegationLang.Testing;

namespace DelegationLang.Browser.Tests.Support;

/// <summary>
/// Other people's programs that these tests need. Without one a test is skipped and says why; with <c>DELEGATION_REQUIRE_TOOLS=1</c> it fails.
/// </summary>
internal static class Tools
{
    /// <summary>Whether everything must be tried, and nothing skipped.</summary>
    public static bool AreRequired { get; } = Environment.GetEnvironmentVariable("DELEGATION_REQUIRE_TOOLS") == "1";

    /// <summary>Chromium, as the system has it. <c>DELEGATION_CHROMIUM</c> names another.</summary>
    public static string Chromium { get; } = Environment.GetEnvironmentVariable("DELEGATION_CHROMIUM") is { Length: > 0 } named
        ? named
        : Find("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome.exe");

    /// <summary>Java, on which the Nu HTML checker runs.</summary>
    public static string Java { get; } = Find("java", "java.exe");

    /// <summary>What reads the text of a PDF.</summary>
    public static string PdfToText { get; } = Find("pdftotext", "pdftotext.exe");

    /// <summary>The script of axe-core, as npm puts it beside this project.</summary>
    public static string Axe { get; } = FromNpm("axe-core", "axe.min.js");

    /// <summary>The Nu HTML checker, as npm puts it beside this project.</summary>
    public static string HtmlChecker { get; } = FromNpm("vnu-jar", "build", "dist", "vnu.jar");

    /// <summary>Skips the test, or fails it, where a tool is missing.</summary>
    /// <param name="path">Where the tool is; empty where it is not.</param>
    /// <param name="reason">What to say.</param>
    public static void Require(string path, string reason)
    {
        if (AreRequired)
        {
            Assert.True(path.Length > 0, reason);
        }

        Skip.If(path.Length == 0, reason);
    }

    /// <summary>Skips the test, or fails it, where no browser is.</summary>
    public static void RequireBrowser() => Require(Chromium, "Chromium was not found: the pages were not tried in a browser");

    /// <summary>Skips the test, or fails it, where axe-core is not.</summary>
    public static void RequireAxe() => Require(Axe, "axe-core was not found: run npm ci in tests/DelegationLang.Browser.Tests");

    private static string Find(params string[] names) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists) ?? "";

    private static string FromNpm(params string[] parts)
    {
        string path = Repository.PathOf(["tests", "DelegationLang.Browser.Tests", "node_modules", .. parts]);
        return File.Exists(path) ? path : "";
    }
}
