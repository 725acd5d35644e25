using System.Text.Json;
using System.Text.Json.Nodes;
using DelegationLang.Cli.Rendering;
using DelegationLang.Cli.Tests.Schemas;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Diagnostics;
using DelegationLang.Testing;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Rendering;

/// <summary>The report as SARIF 2.1.0: valid, complete, and the same wherever it is made.</summary>
public sealed class SarifTests
{
    private static readonly Lazy<string> Schema = new(() => File.ReadAllText(Repository.PathOf("tests", "schemas", "sarif-2.1.0.json")));

    [Theory]
    [InlineData("tests/samples/mistakes")]
    [InlineData("tests/samples/exemptions")]
    [InlineData("examples/borough-council")]
    public void A_log_fits_the_schema(string path)
    {
        JsonObject log = Log(Repository.Root, path);

        Assert.Empty(SchemaCheck.Faults(Schema.Value, log.ToJsonString()));
    }

    [Theory]
    [InlineData("/runs/0/results/0", "message")]
    [InlineData("/runs/0/tool/driver", "name")]
    [InlineData("/runs/0", "tool")]
    [InlineData("", "version")]
    public void The_schema_notices_what_is_missing(string place, string member)
    {
        JsonObject log = Log(Repository.Root, "tests/samples/exemptions");
        JsonNode at = place.Split('/').Skip(1).Aggregate((JsonNode)log, (node, part) => int.TryParse(part, out var index) ? Get(node, index) : Get(node, part));
        at.AsObject().Remove(member);

        Assert.NotEmpty(SchemaCheck.Faults(Schema.Value, log.ToJsonString()));
    }

    [Fact]
    public void A_result_says_what_is_wrong_and_where_and_what_to_write()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);

        JsonNode run = Get(Log(folder.Path, "."), "runs", 0);

        JsonNode? result = Assert.Single(Get(run, "results").AsArray());
        Assert.NotNull(result);
        Assert.Equal("DL2001", Text(result, "ruleId"));
        Assert.Equal("error", Text(result, "level"));
        Assert.StartsWith("“Cheif Executive” ", Text(result, "message", "text"), StringComparison.Ordinal);
        Assert.Contains(". Did you mean “Chief Executive”", Text(result, "message", "text"), StringComparison.Ordinal);
        JsonNode place = Get(result, "locations", 0, "physicalLocation");
        Assert.Equal("""{"uri":"main.delegation","uriBaseId":"%SRCROOT%"}""", Get(place, "artifactLocation").ToJsonString());
        Assert.Equal("""{"startLine":12,"startColumn":36,"endLine":12,"endColumn":51}""", Get(place, "region").ToJsonString());
        JsonNode change = Get(result, "fixes", 0, "artifactChanges", 0);
        Assert.Equal("main.delegation", Text(change, "artifactLocation", "uri"));
        Assert.Equal("""{"startLine":12,"startColumn":36,"endLine":12,"endColumn":51}""", Get(change, "replacements", 0, "deletedRegion").ToJsonString());
        Assert.Equal("Chief Executive", Text(change, "replacements", 0, "insertedContent", "text"));
        Assert.Empty(Get(result, "suppressions").AsArray());
        Assert.Equal("utf16CodeUnits", Text(run, "columnKind"));
    }

    [Fact]
    public void A_rule_carries_its_page()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);

        JsonNode rule = Get(Log(folder.Path, "."), "runs", 0, "tool", "driver", "rules", 0);

        Assert.Equal(("DL2001", "UndeclaredName"), (Text(rule, "id"), Text(rule, "name")));
        Assert.Equal("A name that nobody declared.", Text(rule, "shortDescription", "text"));
        Assert.NotEqual("", Text(rule, "fullDescription", "text"));
        Assert.DoesNotContain('`', Text(rule, "help", "text"));
        Assert.Equal(DiagnosticCatalogue.PageOf("DL2001")?.TrimEnd('\n'), Text(rule, "help", "markdown"));
        Assert.Equal("error", Text(rule, "defaultConfiguration", "level"));
        Assert.Equal("consistency", Text(rule, "properties", "tags", 0));
    }

    [Fact]
    public void Severities_are_levels_and_each_result_names_its_rule()
    {
        JsonNode run = Get(Log(Repository.Root, "tests/samples/mistakes"), "runs", 0);
        JsonArray rules = Get(run, "tool", "driver", "rules").AsArray();

        var levels = new HashSet<string>();
        foreach (JsonObject result in Get(run, "results").AsArray().OfType<JsonObject>())
        {
            levels.Add(Text(result, "level"));
            Assert.Equal(Text(result, "ruleId"), Text(Get(rules, Get(result, "ruleIndex").GetValue<int>()), "id"));
        }

        Assert.Equal(["error", "note", "warning"], levels.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_exempted_is_a_suppressed_result_with_its_reason()
    {
        var results = Get(Log(Repository.Root, "tests/samples/exemptions"), "runs", 0, "results").AsArray().OfType<JsonObject>().ToList();

        var suppressed = results.Where(result => Get(result, "suppressions").AsArray().Count > 0).ToList();
        Assert.Equal(["DL3012", "DL3012", "DL3001", "DL2006"], suppressed.Select(result => Text(result, "ruleId")));
        Assert.Equal(["DL8002", "DL8003", "DL2006", "DL8004", "DL8005"], results.Except(suppressed).Select(result => Text(result, "ruleId")));
        JsonNode first = Get(suppressed[0], "suppressions", 0);
        Assert.Equal(("inSource", "accepted"), (Text(first, "kind"), Text(first, "status")));
        Assert.Equal("the words are those of the constitution, which is being mended", Text(first, "justification"));
        Assert.Equal("2027-03-31", Text(first, "properties", "until"));
        Assert.False(Get(suppressed[1], "suppressions", 0).AsObject().ContainsKey("justification"));
    }

    [Fact]
    public void A_place_in_a_library_is_no_file()
    {
        var scheme = new SourceText("main.delegation", "Trust delegates buying to Chief Executive.\n");
        var library = new SourceText("england.delegation", "\nsection A power\n");
        var finding = new Finding(
            new Diagnostic(DiagnosticCatalogue.Descriptors[0], new SourceLocation(scheme, new TextSpan(16, 6)), "something is wrong")
            {
                Related = [new RelatedLocation("the power is declared here", new SourceLocation(library, new TextSpan(1, 15)))],
            },
            new FileNames("schemes", file => file == "main.delegation"));

        JsonObject log = JsonNode.Parse(SarifLog.Of([finding], [], "/"))?.AsObject() ?? [];

        JsonNode result = Get(log, "runs", 0, "results", 0);
        Assert.Equal("schemes/main.delegation", Text(result, "locations", 0, "physicalLocation", "artifactLocation", "uri"));
        JsonNode related = Get(result, "relatedLocations", 0);
        Assert.False(related.AsObject().ContainsKey("physicalLocation"));
        Assert.Equal(("england.delegation:2", "resource"), (Text(related, "logicalLocations", 0, "fullyQualifiedName"), Text(related, "logicalLocations", 0, "kind")));
        Assert.Equal("the power is declared here", Text(related, "message", "text"));
        Assert.Empty(SchemaCheck.Faults(Schema.Value, log.ToJsonString()));
    }

    [Theory]
    [InlineData("a b#1 100%.delegation", "a%20b%231%20100%25.delegation")]
    [InlineData("sub/Zürich & Söhne.delegation", "sub/Z%C3%BCrich%20%26%20S%C3%B6hne.delegation")]
    [InlineData("x:y.delegation", "x%3Ay.delegation")]
    public void Names_of_files_are_escaped(string name, string uri)
    {
        using TemporaryFolder folder = new TemporaryFolder().With(name, Schemes.Faulty);

        JsonObject log = Log(folder.Path, name);

        Assert.Equal(uri, Text(Get(log, "runs", 0, "results", 0, "locations", 0, "physicalLocation", "artifactLocation"), "uri"));
        Assert.Empty(SchemaCheck.Faults(Schema.Value, log.ToJsonString()));
    }

    [Fact]
    public void A_file_outside_the_folder_of_the_command_has_its_full_address()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a b.delegation", Schemes.Faulty).With("sub/x", "");
        var path = folder.PathOf("a b.delegation");
        var wanted = new Uri(Path.GetFullPath(path)).AbsoluteUri;

        foreach (JsonObject? log in new[] { Log(folder.Path, path), Log(folder.PathOf("sub"), "../a b.delegation") })
        {
            JsonNode artifact = Get(log, "runs", 0, "results", 0, "locations", 0, "physicalLocation", "artifactLocation");
            Assert.Equal(wanted, Text(artifact, "uri"));
            Assert.False(artifact.AsObject().ContainsKey("uriBaseId"));
            Assert.Empty(SchemaCheck.Faults(Schema.Value, log.ToJsonString()));
        }
    }

    [Fact]
    public void Braces_in_a_scheme_are_no_placeholders()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Head + "Hospital Trust delegates buying to \"Chief {0}\".\n");

        IEnumerable<string> texts = Get(Log(folder.Path, "."), "runs", 0, "results").AsArray().OfType<JsonObject>().Select(result => Text(result, "message", "text"));

        Assert.Contains(texts, text => text.Contains("Chief {{0}}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sound_scheme_has_a_log_without_results()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        JsonObject log = Log(folder.Path, ".");

        Assert.Empty(Get(log, "runs", 0, "results").AsArray());
        Assert.Empty(Get(log, "runs", 0, "tool", "driver", "rules").AsArray());
        Assert.Empty(SchemaCheck.Faults(Schema.Value, log.ToJsonString()));
    }

    private static JsonObject Log(string folder, string path)
    {
        ToolRun run = Tool.Run(folder, "", "check", path, "--format", "sarif");
        Assert.True(run.Error.Length == 0, run.Error);
        Assert.Equal(1, run.Output.AsSpan().Count('\n'));
        return JsonNode.Parse(run.Output)?.AsObject() ?? throw new JsonException("no object");
    }

    private static JsonNode Get(JsonNode node, params object[] path) =>
        path.Aggregate(node, (at, part) => (part is int index ? at[index] : at[(string)part]) ?? throw new JsonException($"no {part} in {at}"));

    private static string Text(JsonNode node, params object[] path) => Get(node, path).GetValue<string>();
}
