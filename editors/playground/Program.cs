using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.Json.Nodes;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Workspaces;

[assembly: SupportedOSPlatform("browser")]

namespace DelegationLang.Playground;

/// <summary>What the page asks of the compiler. Everything happens in the browser, and nothing leaves it.</summary>
internal static partial class Program
{
    private const string FileName = "scheme.delegation";

    // The runtime stays for the page to call into.
    private static void Main()
    {
    }

    /// <summary>Checks a text and answers a question about it, where there is one.</summary>
    /// <param name="text">The scheme.</param>
    /// <param name="question">The question, or nothing.</param>
    /// <param name="today">The day it is in the browser, as 2026-05-01.</param>
    /// <returns>The findings, the scenarios and the answer, as JSON.</returns>
    [JSExport]
    internal static string Look(string text, string question, string today)
    {
        var day = DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Compilation compilation = Project.OfFile(MemoryFiles.Empty.With(FileName, text), FileName).Compile(day);
        var findings = new JsonArray();
        foreach (Diagnostic finding in compilation.Diagnostics)
        {
            findings.Add(new JsonObject
            {
                ["code"] = finding.Code,
                ["severity"] = finding.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "remark" },
                ["message"] = finding.Message,
                ["help"] = finding.Help,
                ["line"] = finding.Location.Line,
                ["start"] = finding.Location.Span.Start,
                ["end"] = finding.Location.Span.End,
                ["isHere"] = finding.Location.File == FileName,
            });
        }

        var scenarios = new JsonArray();
        foreach (ScenarioResult scenario in compilation.Scenarios)
        {
            scenarios.Add(new JsonObject { ["title"] = scenario.Scenario.Scenario.Title.Text, ["holds"] = scenario.Passed });
        }

        return new JsonObject
        {
            ["findings"] = findings,
            ["scenarios"] = scenarios,
            ["answer"] = question.Length == 0 ? "" : AnswerText.Write(compilation.Engine.Ask(question, day)),
        }.ToJsonString();
    }
}
