using System.Text.Json.Nodes;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Cli.Tests.Watching;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>The integrated care board of the examples, its council, the hospital trust and the trust's council, whose schemes join each other, in the commands.</summary>
public sealed class JoinedSchemesTests
{
    private const string Question = "who decides community equipment at Leeds worth £300,000 per year on 1 June 2026?";

    [Fact]
    public void An_answer_goes_on_to_the_post_of_the_other_body_and_says_whose_each_step_is()
    {
        using TemporaryFolder folder = new TemporaryFolder().WithExamples();

        ToolRun run = Tool.Run(folder, "ask", "west-yorkshire-icb", Question);

        Assert.Equal(
            """
            who decides community equipment at Leeds worth £300,000 per year on 1 June 2026?
            On 1 June 2026, Head of Integrated Commissioning decides alone.

            How the authority comes down:
              1. NHS West Yorkshire Integrated Care Board holds it by law (west-yorkshire-icb/functions.delegation:36)
              2. Board acts for NHS West Yorkshire Integrated Care Board (west-yorkshire-icb/parties.delegation:34)
              3. Leeds City Council, by delegation under Leeds Integration Agreement up to £12 million per year at Leeds (west-yorkshire-icb/partners.delegation:31, reference 8.3)
              4. Full Council acts for Leeds City Council (leeds-city-council/main.delegation:20, scheme of Leeds City Council)
              5. Head of Integrated Commissioning, by delegation up to £500,000 per year at Leeds, given on as Local Government Act 1972 section 101(3) allows (leeds-city-council/main.delegation:69, reference 1.3, scheme of Leeds City Council)

            Board and Full Council keep their own authority too: to delegate is not to give away.

            """,
            run.Output);
    }

    [Fact]
    public void An_answer_goes_through_three_schemes()
    {
        using TemporaryFolder folder = new TemporaryFolder().WithExamples();

        ToolRun run = Tool.Run(folder, "ask", "borough-council", "who decides community eye care worth £200,000 per year on 1 June 2026?", "--json");

        string[] expected =
        [
            "NHS West Yorkshire Integrated Care Board: foundation-trust/partners.delegation, scheme of Northmoor Hospitals NHS Foundation Trust",
            "Board of NHS West Yorkshire Integrated Care Board: west-yorkshire-icb/parties.delegation, scheme of NHS West Yorkshire Integrated Care Board",
            "Northmoor Hospitals NHS Foundation Trust: west-yorkshire-icb/partners.delegation, scheme of NHS West Yorkshire Integrated Care Board",
            "Board: foundation-trust/parties.delegation, scheme of Northmoor Hospitals NHS Foundation Trust",
            "Divisional Director: foundation-trust/partners.delegation, scheme of Northmoor Hospitals NHS Foundation Trust",
        ];
        Assert.Equal(expected, (JsonNode.Parse(run.Output)?["chain"]?.AsArray() ?? []).Select(link => $"{link?["party"]}: {link?["file"]}, scheme of {link?["scheme"]}"));
    }

    [Theory]
    [InlineData("west-yorkshire-icb")]
    [InlineData("leeds-city-council")]
    [InlineData("foundation-trust")]
    [InlineData("borough-council")]
    public void The_examples_are_one_system_and_all_their_scenarios_hold(string example)
    {
        using TemporaryFolder folder = new TemporaryFolder().WithExamples();

        ToolRun run = Tool.Run(folder, "check", example);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("warning[", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("error[", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_built_scheme_that_is_joined_is_watched_by_whatever_name()
    {
        using TemporaryFolder folder = new TemporaryFolder().WithExamples();
        Assert.Equal(0, Tool.Run(folder, "build", "leeds-city-council", "--emit", "json", "--out", "published").ExitCode);
        File.Move(folder.PathOf("published/scheme.json"), folder.PathOf("published/leeds.json"));
        Edit(folder, "west-yorkshire-icb/main.delegation", "../leeds-city-council", "../published/leeds.json");
        using var session = new WatchSession(folder, "west-yorkshire-icb", "--out", "out", "--emit", "json");
        await session.UntilAsync(() => session.Error.Contains("Watching ", StringComparison.Ordinal), "the first build");

        Edit(folder, "published/leeds.json", "\"Head of Integrated Commissioning\"", "\"Somebody Else\"");
        await session.UntilAsync(() => session.Output.Contains("warning[DL2016]", StringComparison.Ordinal), "the damage");

        Assert.Equal(0, await session.EndAsync());
    }

    [Fact]
    public void What_only_another_scheme_can_show_is_neither_right_nor_wrong_while_that_is_not_there()
    {
        using TemporaryFolder folder = new TemporaryFolder().WithExamples();
        Directory.Delete(folder.PathOf("borough-council"), recursive: true);

        ToolRun run = Tool.Run(folder, "test", "foundation-trust");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("waits  the council's housing manager sends people home", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("32 scenarios: 30 hold, 2 cannot be tried.\n", run.Output, StringComparison.Ordinal);
        JsonNode? summary = JsonNode.Parse(Tool.Run(folder, "test", "foundation-trust", "--json").Output)?["summary"];
        Assert.Equal("{\"passed\":30,\"failed\":0,\"cannotBeTried\":2}", summary?.ToJsonString());
        Assert.Equal(0, Tool.Run(folder, "check", "foundation-trust").ExitCode);
    }

    [Fact]
    public void A_built_scheme_answers_as_its_sentences_do_and_a_damaged_one_is_refused()
    {
        using TemporaryFolder folder = new TemporaryFolder().WithExamples();
        var texts = Chain(folder);
        Assert.Equal(0, Tool.Run(folder, "build", "leeds-city-council", "--emit", "json", "--out", "published").ExitCode);
        Edit(folder, "west-yorkshire-icb/main.delegation", "../leeds-city-council", "../published");
        Assert.Equal(0, Tool.Run(folder, "check", "west-yorkshire-icb").ExitCode);

        Assert.Equal(
            texts.Select(link => link.Replace("leeds-city-council/main.delegation", "published/scheme.json#main.delegation", StringComparison.Ordinal)),
            Chain(folder));

        Edit(folder, "published/scheme.json", "£500,000", "£900,000");
        Edit(folder, "published/scheme.json", "\"Head of Integrated Commissioning\"", "\"Somebody Else\"");
        Assert.Contains("warning[DL2016]: “../published” cannot be used: The file is damaged", Tool.Run(folder, "check", "west-yorkshire-icb").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_other_body_changes_shows_in_the_diff_with_its_sentence()
    {
        using TemporaryFolder folder = new TemporaryFolder().WithExamples("before/");
        foreach (var file in Directory.EnumerateFiles(folder.PathOf("before"), "*", SearchOption.AllDirectories))
        {
            folder.With("after/" + Path.GetRelativePath(folder.PathOf("before"), file).Replace('\\', '/'), File.ReadAllText(file));
        }

        Edit(folder, "after/leeds-city-council/main.delegation", "up to £500,000 per year", "up to £400,000 per year");
        Edit(folder, "after/leeds-city-council/main.delegation", "up to £250,000 per contract", "up to £200,000 per contract");

        // What the board does not speak of is the council's to tell.
        JsonArray changes = JsonNode.Parse(Tool.Run(folder, "diff", "before/west-yorkshire-icb", "after/west-yorkshire-icb", "--json").Output)?["changes"]?.AsArray() ?? [];
        JsonNode? change = Assert.Single(changes);
        Assert.Equal("community equipment", change?["subject"]?.ToString());
        Assert.Equal("after/leeds-city-council/main.delegation", change?["sentences"]?["after"]?[0]?["file"]?.ToString());
    }

    [Fact]
    public async Task A_change_of_a_joined_scheme_is_looked_at_while_a_scheme_is_watched()
    {
        using TemporaryFolder folder = new TemporaryFolder().WithExamples();
        using var session = new WatchSession(folder, "west-yorkshire-icb", "--out", "out", "--emit", "json");
        await session.UntilAsync(() => session.Error.Contains("Watching ", StringComparison.Ordinal), "the first build");

        Edit(folder, "leeds-city-council/main.delegation", "up to £12 million per year", "up to £11 million per year");
        await session.UntilAsync(() => session.Output.Contains("warning[DL4021]", StringComparison.Ordinal), "the difference");

        Assert.Equal(0, await session.EndAsync());
    }

    [Fact]
    public void Pages_that_are_built_together_lead_to_each_other()
    {
        using TemporaryFolder folder = new TemporaryFolder().WithExamples("all/");
        Assert.Equal(0, Tool.Run(folder, "build", "all", "--emit", "html", "--out", "site").ExitCode);

        Assert.Contains("<a href=\"../leeds-city-council/index.html\">The scheme of Leeds City Council</a>", File.ReadAllText(folder.PathOf("site/west-yorkshire-icb/party-leeds-city-council.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(folder.PathOf("site/leeds-city-council/index.html")));
    }

    [Fact]
    public void An_address_that_is_said_stands_on_the_page_as_it_is_and_runs_nothing()
    {
        using TemporaryFolder folder = new TemporaryFolder().WithExamples();
        Edit(folder, "west-yorkshire-icb/main.delegation", "for Leeds City Council.", "for Leeds City Council published at \"https://example.org/scheme?a=1&b='x'\".");
        Assert.Equal(0, Tool.Run(folder, "build", "west-yorkshire-icb", "--emit", "html", "--out", "site").ExitCode);

        Assert.Contains("href=\"https://example.org/scheme?a=1&amp;b=&#39;x&#39;\"", File.ReadAllText(folder.PathOf("site/party-leeds-city-council.html")), StringComparison.Ordinal);
    }

    private static string[] Chain(TemporaryFolder folder) =>
        [.. (JsonNode.Parse(Tool.Run(folder, "ask", "west-yorkshire-icb", Question, "--json").Output)?["chain"]?.AsArray() ?? []).Select(link => $"{link?["party"]} {link?["file"]}:{link?["line"]} {link?["via"]} {link?["scheme"]}")];

    private static void Edit(TemporaryFolder folder, string file, string from, string to)
    {
        var text = File.ReadAllText(folder.PathOf(file));
        Assert.Contains(from, text, StringComparison.Ordinal);
        folder.With(file, text.Replace(from, to, StringComparison.Ordinal));
    }
}
