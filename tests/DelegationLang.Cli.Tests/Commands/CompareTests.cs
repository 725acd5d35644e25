using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DelegationLang.Cli.Tests.Schemas;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>Schemes of several bodies side by side.</summary>
public sealed class CompareTests
{
    private static readonly string Schema = SchemaCheck.Closed(File.ReadAllText(Repository.PathOf("schemas", "compare.schema.json")));

    private static readonly string[] Examples = ["examples/west-yorkshire-icb", "examples/foundation-trust", "examples/borough-council"];

    [Fact]
    public void Subjects_of_several_bodies_stand_side_by_side_and_those_of_one_are_listed()
    {
        using TemporaryFolder folder = Two();

        ToolRun run = Tool.Run(folder, "compare", "north", "south.delegation");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            2 schemes side by side
              North Trust: North scheme, version 1, on 1 May 2026 (north)
              South Trust: South scheme, on 1 June 2026 (south.delegation)

            buying
              North Trust
                Chief Executive up to £50,000, after consulting Board (north/main.delegation:11, reference 4.2)
                Board above £50,000, by law
              South Trust
                Chief Executive jointly with Finance Director up to £20,000 (south.delegation:11)
                Board above £20,000, by law

            Of which one alone speaks
              North Trust: catering
              South Trust: press statements

            """,
            run.Output);
    }

    [Fact]
    public void What_two_bodies_call_otherwise_is_matched_by_the_catalogue_of_the_law()
    {
        using TemporaryFolder folder = Two("common seal", "use of the seal");
        Assert.DoesNotContain("catalogue\"", Tool.Run(folder, "compare", "north", "south.delegation", "--json").Output, StringComparison.Ordinal);

        using TemporaryFolder named = Two("common seal", "use of the seal", " known as common seal");
        JsonArray shared = JsonNode.Parse(Tool.Run(named, "compare", "north", "south.delegation", "--json").Output)?["shared"]?.AsArray() ?? [];
        JsonNode? matched = Assert.Single(shared, subject => subject?["matchedBy"]?.ToString() == "catalogue");
        Assert.Equal("common seal", matched?["name"]?.ToString());
        Assert.Equal([0, 1], matched?["sides"]?.AsArray().Select(side => side?["body"]?.GetValue<int>() ?? -1));
        Assert.Equal(["common seal", "use of the seal"], matched?["sides"]?.AsArray().Select(side => side?["name"]?.ToString() ?? ""));
    }

    [Fact]
    public void The_examples_compared_fit_the_schema_and_every_line_is_what_ask_answers()
    {
        ToolRun run = Tool.Run(Repository.Root, "", ["compare", .. Examples, "--json"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(SchemaCheck.Faults(Schema, run.Output));
        var comparison = JsonNode.Parse(run.Output);
        JsonArray shared = comparison?["shared"]?.AsArray() ?? [];
        Assert.True(shared.Count > 5);

        // What a scheme says by itself, without those that it joins.
        using var folder = new TemporaryFolder();
        foreach (var example in Examples)
        {
            Assert.Equal(0, Tool.Run(Repository.Root, "", "build", example, "--emit", "json", "--out", folder.PathOf(Path.GetFileName(example))).ExitCode);
        }

        foreach (JsonNode? subject in shared)
        {
            foreach (JsonNode? side in subject?["sides"]?.AsArray() ?? [])
            {
                var path = Examples[side?["body"]?.GetValue<int>() ?? -1];
                var whole = JsonNode.Parse(Tool.Run(Repository.Root, "", "ask", folder.PathOf(Path.GetFileName(path), "scheme.json"), $"who decides \"{side?["name"]}\"?", "--json").Output);
                var everybody = Names(whole?["deciders"]).Order().ToList();
                IEnumerable<string> told = (side?["deciders"]?.AsArray() ?? []).Where(decider => decider?["exceptional"]?.GetValue<bool>() == false).SelectMany(decider => Names(decider?["parties"])).Distinct();
                Assert.True(everybody.All(name => (side?["deciders"]?.ToJsonString() ?? "").Contains(name, StringComparison.Ordinal)), $"{path} {side?["name"]}");
                Assert.NotEmpty(told);
                Assert.Equal(whole?["contentHash"]?.ToString(), comparison?["bodies"]?[side?["body"]?.GetValue<int>() ?? -1]?["contentHash"]?.ToString());
            }
        }
    }

    [Fact]
    public void Each_line_holds_on_its_bounds_and_not_above_them()
    {
        using TemporaryFolder folder = Two();
        var comparison = JsonNode.Parse(Tool.Run(folder, "compare", "north", "south.delegation", "--json").Output);
        JsonArray sides = comparison?["shared"]?[0]?["sides"]?.AsArray() ?? [];
        foreach (JsonNode? side in sides)
        {
            var path = comparison?["bodies"]?[side?["body"]?.GetValue<int>() ?? -1]?["path"]?.ToString() ?? "";
            JsonNode? first = side?["deciders"]?[0];
            var to = first?["amount"]?["to"]?.GetValue<decimal>() ?? 0;
            Assert.True(to > 0);
            Assert.Equal(Names(first?["parties"]), Deciders(folder, path, to));
            Assert.Equal(["Board"], Deciders(folder, path, to + 0.01m));
        }
    }

    [Fact]
    public void A_built_scheme_is_compared_like_its_text()
    {
        using TemporaryFolder folder = Two();
        Assert.Equal(0, Tool.Run(folder, "build", "north", "--emit", "json", "--out", "built").ExitCode);
        string Lines(string path) => Regex.Replace(Tool.Run(folder, "compare", path, "south.delegation").Output, @" \([^)]*(?:main\.delegation|north|scheme\.json)[^)]*\)", "");
        Assert.Equal(Lines("north"), Lines("built/scheme.json"));
    }

    [Fact]
    public void The_page_shows_names_as_text_and_loads_nothing()
    {
        using TemporaryFolder folder = Two("<script>alert(1)</script>", "<script>alert(1)</script>");

        ToolRun run = Tool.Run(folder, "compare", "north", "south.delegation", "--html", "page.html");

        Assert.Equal("Wrote page.html.\n", run.Output);
        var page = File.ReadAllText(folder.PathOf("page.html"));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?:src|href)=", page);
        Assert.Contains("<th scope=\"row\">buying</th>", page, StringComparison.Ordinal);
        Assert.Contains("Chief Executive jointly with Finance Director up to £20,000", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_compared_is_told()
    {
        using TemporaryFolder folder = Two().With("faulty.delegation", Schemes.Faulty).With("other.json", "{}");
        Assert.Equal("delegation: there is one scheme alone: name at least two to compare.\n", Tool.Run(folder, "compare", "north").Error);
        Assert.Equal("delegation: there is no file or folder nowhere.\n", Tool.Run(folder, "compare", "north", "nowhere").Error);
        Assert.Contains("other.json cannot be compared", Tool.Run(folder, "compare", "north", "other.json").Error, StringComparison.Ordinal);
        Assert.Equal(2, Tool.Run(folder, "compare", "north", "south.delegation", "--json", "--html", "page.html").ExitCode);
        ToolRun faulty = Tool.Run(folder, "compare", "north", "faulty.delegation");
        Assert.Equal(1, faulty.ExitCode);
        Assert.Contains("rests on its sound sentences alone", faulty.Error, StringComparison.Ordinal);
    }

    private static TemporaryFolder Two(string north = "catering", string south = "press statements", string alias = "") => new TemporaryFolder()
        .With("north/main.delegation", $"""
            scheme North scheme
              version 1
              approved by Board on 1 March 2026
              in force from 1 April 2026.
            use england.
            North Trust is an NHS trust.
            Board is the board of North Trust.
            Chief Executive is an officer of North Trust.
            buying is a matter of North Trust.
            "{north}" is a matter of North Trust.
            North Trust delegates buying to Chief Executive up to £50,000 after consulting Board reference "4.2".
            North Trust delegates "{north}" to Chief Executive.
            """)
        .With("south.delegation", $"""
            scheme South scheme
              approved by Board on 1 May 2026
              in force from 1 June 2026.
            use england.
            South Trust is an NHS trust.
            Board is the board of South Trust.
            Chief Executive is an officer of South Trust.
            Finance Director is an officer of South Trust.
            buying is a matter of South Trust.
            "{south}" is a matter of South Trust{alias}.
            South Trust delegates buying to Chief Executive jointly with Finance Director up to £20,000.
            South Trust delegates "{south}" to Chief Executive.
            """);

    private static IReadOnlyList<string> Deciders(TemporaryFolder folder, string path, decimal sum) =>
        [.. Names(JsonNode.Parse(Tool.Run(folder, "ask", path, FormattableString.Invariant($"who decides buying worth £{sum:0.00} on 1 July 2026?"), "--json").Output)?["deciders"])];

    private static IEnumerable<string> Names(JsonNode? list) => list?.AsArray().Select(name => name?.ToString() ?? "") ?? [];
}
