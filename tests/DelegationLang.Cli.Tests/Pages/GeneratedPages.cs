using System.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Pages;

/// <summary>What the tests write in the documentation: the list of the pages about diagnostics, and the law.</summary>
internal static class GeneratedPages
{
    /// <summary>What to do when they are out of date.</summary>
    public const string HowToWrite = "run UPDATE_PAGES=1 dotnet test tests/DelegationLang.Cli.Tests --filter up_to_date";

    /// <summary>Whether the test may write them.</summary>
    public static bool MayWrite => Environment.GetEnvironmentVariable("UPDATE_PAGES") == "1";

    /// <summary>The list, as it should be.</summary>
    public static string Index()
    {
        StringBuilder text = new StringBuilder("# Diagnostics\n\n")
            .Append("What `delegation check` reports. `delegation explain CODE` prints the same pages.\n")
            .Append("The list is generated; to write it again, ").Append(HowToWrite.Replace("run ", "run `", StringComparison.Ordinal)).Append("`.\n\n")
            .Append("| code | default | what is reported |\n|---|---|---|\n");
        foreach (var code in DiagnosticCatalogue.Codes)
        {
            var page = DiagnosticPage.Of(code);
            var severity = page.Facts.Trim('*').Split(' ')[0].ToLowerInvariant();
            text.Append($"| [{code}]({code}.md) | {severity} | {page.Title.Split(": ", 2)[1]} |\n");
        }

        return text.ToString();
    }
}
