using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DelegationLang.Cli.Tests.Pages;
using DelegationLang.Cli.Tests.Schemas;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Diagnostics;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Workspaces;

/// <summary>The published schema of <c>delegation.json</c> is that of this compiler, and allows what the compiler reads.</summary>
public sealed class ConfigurationSchemaTests
{
    [Fact]
    public void The_published_schema_is_up_to_date()
    {
        var path = Repository.PathOf("schemas", "delegation.schema.json");
        if (GeneratedPages.MayWrite)
        {
            File.WriteAllText(path, ConfigurationSchema.Text);
        }

        Assert.True(File.ReadAllText(path) == ConfigurationSchema.Text, $"schemas/delegation.schema.json is out of date: {GeneratedPages.HowToWrite}");
    }

    [Theory]
    [InlineData("delegation")]
    [InlineData("delegation", "delegation")]
    [InlineData("scheme", "scheme")]
    [InlineData("coverage", "coverage")]
    public void The_tool_prints_each_schema_as_it_is_published(string name, params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        ToolRun run = Tool.Run(folder, ["schema", .. arguments]);

        Assert.Equal((0, File.ReadAllText(Repository.PathOf("schemas", name + ".schema.json")), ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void A_schema_that_there_is_not_is_refused()
    {
        using var folder = new TemporaryFolder();

        ToolRun run = Tool.Run(folder, "schema", "sarif");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("scheme", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_schema_has_an_identifier_of_its_own()
    {
        string[] ids = [.. Directory.GetFiles(Repository.PathOf("schemas"), "*.json").Select(file => (string?)JsonNode.Parse(File.ReadAllText(file))?["$id"] ?? "")];

        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.True(Uri.IsWellFormedUriString(id, UriKind.Absolute), id));
    }

    [Fact]
    public void It_lists_every_code_with_its_default()
    {
        JsonObject? severity = JsonNode.Parse(ConfigurationSchema.Text)?["properties"]?["severity"]?["properties"]?.AsObject();

        Assert.NotNull(severity);
        Assert.Equal(DiagnosticCatalogue.Codes, severity.Select(setting => setting.Key));
        foreach (DiagnosticDescriptor descriptor in DiagnosticCatalogue.Descriptors)
        {
            Assert.Equal(descriptor.DefaultSeverity.ToString().ToLowerInvariant(), (string?)severity[descriptor.Code]?["default"]);
            Assert.EndsWith(".", (string?)severity[descriptor.Code]?["description"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{ "$schema": "../schemas/delegation.schema.json" }""")]
    [InlineData("""{ "files": ["main.delegation", "places/*.delegation"], "severity": { "DL3010": "off", "DL3012": "error", "DL2006": "warning", "DL3011": "info" } }""")]
    [InlineData("""{ "severity": {} }""")]
    public void What_the_compiler_reads_is_valid(string json)
    {
        Assert.Empty(ProjectConfigurationReader.Read(Encoding.UTF8.GetBytes(json), DiagnosticCatalogue.Codes).Faults);
        Assert.Empty(SchemaCheck.Faults(ConfigurationSchema.Text, json));
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{ "$schema": 1 }""")]
    [InlineData("""{ "file": [] }""")]
    [InlineData("""{ "files": "main.delegation" }""")]
    [InlineData("""{ "files": [""] }""")]
    [InlineData("""{ "files": [7] }""")]
    [InlineData("""{ "severity": [] }""")]
    [InlineData("""{ "severity": { "DL9999": "off" } }""")]
    [InlineData("""{ "severity": { "dl3010": "off" } }""")]
    [InlineData("""{ "severity": { "DL3010": "warn" } }""")]
    [InlineData("""{ "severity": { "DL3010": 0 } }""")]
    public void What_the_compiler_refuses_is_not_valid(string json)
    {
        Assert.NotEmpty(ProjectConfigurationReader.Read(Encoding.UTF8.GetBytes(json), DiagnosticCatalogue.Codes).Faults);
        Assert.NotEmpty(SchemaCheck.Faults(ConfigurationSchema.Text, json));
    }

    [Fact]
    public void It_uses_the_draft_that_it_names()
    {
        using var schema = JsonDocument.Parse(ConfigurationSchema.Text);

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.GetProperty("$schema").GetString());
    }
}
