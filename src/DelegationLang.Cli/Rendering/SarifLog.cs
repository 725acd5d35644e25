using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using DelegationLang.Diagnostics;
using DelegationLang.Policy.Answers;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Rendering;

/// <summary>
/// The report of <c>check --format sarif</c>: SARIF 2.1.0, which code hosts and editors show beside the text. It holds no time and no path of
/// the machine that the user did not give, so that the same scheme gives the same bytes.
/// </summary>
internal static class SarifLog
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>The whole report as one object on one line.</summary>
    /// <param name="findings">What is reported.</param>
    /// <param name="exempted">What is not, because authors exempted it: results that are suppressed.</param>
    /// <param name="folder">The folder from which relative paths are given.</param>
    public static string Of(IReadOnlyList<Finding> findings, IReadOnlyList<Finding> exempted, string folder) => JsonText.Of(json =>
    {
        ImmutableArray<DiagnosticDescriptor> rules = RulesOf(findings, exempted);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        WriteInvocation(json);
        WriteBase(json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        var results = new SarifResults(json, rules, new SarifPlaces(json, folder));
        foreach (Finding finding in findings)
        {
            results.Write(finding);
        }

        foreach (Finding finding in exempted)
        {
            results.Write(finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The kinds of finding that there are, by code.</summary>
    private static ImmutableArray<DiagnosticDescriptor> RulesOf(IReadOnlyList<Finding> findings, IReadOnlyList<Finding> exempted)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (Finding finding in findings)
        {
            codes.Add(finding.Diagnostic.Code);
        }

        foreach (Finding finding in exempted)
        {
            codes.Add(finding.Diagnostic.Code);
        }

        return [.. DiagnosticCatalogue.Descriptors.Where(descriptor => codes.Contains(descriptor.Code))];
    }

    private static void WriteTool(Utf8JsonWriter json, ImmutableArray<DiagnosticDescriptor> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "delegation");
        json.WriteString("fullName", "DelegationLang: schemes of delegation, written in English and compiled");
        json.WriteString("semanticVersion", typeof(SarifLog).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0");
        json.WriteString("language", "en-GB");
        json.WriteStartArray("rules");
        foreach (DiagnosticDescriptor rule in rules)
        {
            SarifRule.Write(json, rule);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A scheme with errors is no failure of the tool: where the tool itself fails, there is no log at all.
    private static void WriteInvocation(Utf8JsonWriter json)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteBase(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifPlaces.BaseId);
        json.WriteStartObject("description");
        json.WriteString("text", "The folder from which the command was given.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
