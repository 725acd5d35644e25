using System.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Pages;

/// <summary>The pages of <c>docs/rules</c>: those that <c>explain</c> prints, and a list of them.</summary>
internal static class GeneratedPages
{
    /// <summary>What to do when they are out of date.</summary>
    public const string HowToWrite = "run UPDATE_PAGES=1 dotnet test tests/DelegationLang.Cli.Tests --filter up_to_date";

    /// <summary>Whether the test may write them.</summary>
    public static bool MayWrite => Environment.GetEnvironmentVariable("UPDATE_PAGES") == "1";

    /// <summary>Each file by its name, with its text.</summary>
    public static IEnumerable<(string Name, string Text)> All()
    {
        foreach (var code in DiagnosticCatalogue.Codes)
        {
            yield return (code + ".md", DiagnosticPage.Of(code).Text);
        }

        yield return ("README.md", Index());
    }

    private static string Index()
    {
        var text = new StringBuilder("# Diagnostics\n\n")
            .Append("What `delegation check` reports. `delegation explain CODE` prints the same pages.\n")
            .Append("They are generated from `src/DelegationLang/Diagnostics/Pages`; to write them again, ").Append(HowToWrite.Replace("run ", "run `", StringComparison.Ordinal)).Append("`.\n\n")
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
