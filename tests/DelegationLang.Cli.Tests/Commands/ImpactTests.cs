using System.Text.Json.Nodes;
using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>What ends, or falls to somebody else, when something of a scheme ends.</summary>
public sealed class ImpactTests
{
    private const string Scheme = Schemes.Head + """
        Finance Director is an officer of Hospital Trust.
        Non-Executive Director is a non-executive of Board.
        Audit Committee is a committee of Board with members two of Non-Executive Director, Finance Director with quorum 3.
        leases is a matter of Hospital Trust.
        novel is a condition.
        Hospital Trust delegates buying to Chief Executive up to £50,000 with power to delegate.
        Chief Executive delegates buying to Finance Director up to £10,000.
        Hospital Trust delegates leases to Audit Committee after approval of Finance Director.

        """;

    private static JsonNode Json(TemporaryFolder folder, params string[] arguments)
    {
        ToolRun run = Tool.Run(folder, ["impact", ".", "--json", .. arguments]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonNode.Parse(run.Output) ?? throw new InvalidOperationException();
    }

    private static string[] Words(JsonNode json) => [.. (json["changes"]?.AsArray() ?? []).Select(change => change?["words"]?.ToString() ?? "")];

    [Fact]
    public void What_a_post_decided_falls_back_and_each_sentence_that_names_it_needs_something()
    {
        using TemporaryFolder folder = Schemes.Folder(Scheme);
        JsonNode json = Json(folder, "--ends", "Finance Director", "--on", "2026-09-30");

        Assert.Contains(Words(json), words => words.StartsWith("From 1 October 2026 Finance Director may no longer decide buying up to £10,000", StringComparison.Ordinal));
        Assert.Contains("nobody is left whom this names", json["sentences"]?.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("nobody can take this step", json["steps"]?[0]?["problem"]?.ToString(), StringComparison.Ordinal);
        Assert.Equal("""[{"group":"Audit Committee","members":2,"quorum":3,"needs":"1 more member, or a smaller quorum"}]""", json["groups"]?.ToJsonString());
    }

    [Fact]
    public void Somebody_who_takes_over_stands_wherever_the_other_stood()
    {
        using TemporaryFolder folder = Schemes.Folder(Scheme);
        JsonNode json = Json(folder, "--ends", "Finance Director", "--on", "2026-09-30", "--successor", "Chief Finance Officer");

        Assert.All(Words(json), words => Assert.Contains("Chief Finance Officer", words, StringComparison.Ordinal));
        Assert.Equal("[]", json["sentences"]?.ToJsonString());
        Assert.Equal("[]", json["groups"]?.ToJsonString());
        Assert.Equal("Chief Finance Officer", json["successor"]?.ToString());
    }

    [Theory]
    [InlineData("novel", "From 1 October 2026 only Board may decide leases when novel; until now Chief Executive could.")]
    [InlineData("clinic budget", "From 1 October 2026 only Board may decide clinics; until now Chief Executive could.")]
    public void A_condition_or_a_budget_that_ends_takes_with_it_what_rests_on_it_alone(string ends, string words)
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Head + """
            leases is a matter of Hospital Trust.
            clinics is a function of Hospital Trust.
            clinic budget is a budget of Hospital Trust covering clinics.
            novel is a condition.
            Hospital Trust delegates leases to Chief Executive when novel.
            Hospital Trust delegates clinic budget to Chief Executive.

            """);

        Assert.Contains(words, Words(Json(folder, "--ends", ends, "--on", "2026-09-30")));
    }

    [Fact]
    public void What_ends_must_be_something_of_the_scheme_on_which_decisions_rest()
    {
        using TemporaryFolder folder = Schemes.Folder(Scheme);

        Assert.Contains("there is nothing called “Nobody”", Tool.Run(folder, "impact", ".", "--ends", "Nobody").Error, StringComparison.Ordinal);
        Assert.Contains("only a body or a post has a successor", Tool.Run(folder, "impact", ".", "--ends", "novel", "--successor", "Board").Error, StringComparison.Ordinal);
        Assert.Equal(2, Tool.Run(folder, "impact", ".", "--ends", "novel", "--on", "someday").ExitCode);
    }

    [Fact]
    public void People_read_the_changes_first_and_then_what_the_sentences_need()
    {
        using TemporaryFolder folder = Schemes.Folder(Scheme);
        var text = Tool.Run(folder, "impact", ".", "--ends", "Finance Director", "--on", "2026-09-30").Output;

        Assert.StartsWith("If Finance Director ends on 30 September 2026:\n", text, StringComparison.Ordinal);
        Assert.Contains("\nSentences that need something\n", text, StringComparison.Ordinal);
        Assert.Contains("Audit Committee: 2 left of a quorum of 3. It needs 1 more member, or a smaller quorum.", text, StringComparison.Ordinal);
    }
}
