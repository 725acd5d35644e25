using System.Text.Json;
using DelegationLang.LanguageServer.Tests.Support;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>What is proposed where. A bar stands for the cursor.</summary>
public sealed class CompletionTests
{
    [Theory]
    // Where a party belongs, parties and nothing else.
    [InlineData("ICB delegates podiatry to |", "Place Director Leeds,Board,Chief Executive", "Leeds,podiatry,in budget")]
    [InlineData("ICB delegates podiatry to Pla|", "Place Director Leeds,Place Committee Leeds", "Board")]
    [InlineData("ICB delegates podiatry to Board, |", "Place Director Leeds", "podiatry")]
    [InlineData("ICB delegates podiatry to Board jointly with |", "Chief Executive", "podiatry")]
    [InlineData("ICB delegates podiatry to Board after consulting |", "Chief Executive", "podiatry")]
    [InlineData("Board delegates podiatry to Chief Executive reporting to |", "Board", "Leeds")]
    [InlineData("Chief Executive deputises for |", "Place Director Leeds", "ICB,podiatry")]
    [InlineData("Chief Executive deputises |", "for", "ICB,podiatry")]
    // Subjects after the verb.
    [InlineData("ICB delegates |", "podiatry,community services,all matters,all other matters", "Board,Leeds")]
    [InlineData("Board oversees |", "podiatry", "Board")]
    // Only the places of this body.
    [InlineData("ICB delegates podiatry to Board at |", "Leeds", "Hull,Board")]
    [InlineData("Other Trust delegates podiatry to Trust Board at |", "Hull", "Leeds")]
    // Facts, agreements and powers, days, sums.
    [InlineData("ICB delegates podiatry to Board when |", "in budget", "podiatry")]
    [InlineData("ICB delegates podiatry to Board under |", "NHS Act 2006 section 65Z5", "Board")]
    [InlineData("ICB delegates podiatry to Board from |", "1 May 2026,1 April 2026,31 March 2027,1 April 2027", "Board")]
    [InlineData("ICB delegates podiatry to Board up to |", "£50,000", "Board")]
    [InlineData("ICB delegates podiatry to Board up to £5,000 |", "per contract,from,until,with reserved matters", "Board,up to")]
    // Clauses that are not yet given.
    [InlineData("ICB delegates podiatry to Board |", "up to,from,until,at,with reserved matters,jointly with", "ratio,version,chaired by,podiatry,to")]
    [InlineData("ICB delegates podiatry to Board with reserved matters until 1 May 2027 |", "up to,from", "until,with reserved matters")]
    [InlineData("ICB delegates podiatry to Board u|", "up to,until,under,unless", "Board")]
    [InlineData("ICB delegates podiatry to Board until 1 May 2027 u|", "up to,under", "until")]
    [InlineData("ICB delegates podiatry |", "to", "reporting to")]
    [InlineData("ICB reserves podiatry to Board |", "when", "even if reserved")]
    // Declarations.
    [InlineData("Risk Committee is |", "a committee of,an officer of", "Board")]
    [InlineData("Risk Committee is a committee of |", "Board", "podiatry,Chief Executive,Leeds")]
    [InlineData("Risk Manager is an officer of |", "ICB,Board", "podiatry,Chief Executive")]
    [InlineData("dentistry is a function of |", "ICB", "Board,Chief Executive")]
    [InlineData("Risk Committee is a committee of Board |", "reporting to,chaired by,with members,with quorum", "covering,normally true,up to")]
    [InlineData("senate is a kind of group that |", "acts as its organisation,only gives advice", "seeks profit,Board,committee")]
    [InlineData("realm is a kind of organisation that spans a system and |", "seeks profit,represents the public", "only gives advice,Board")]
    [InlineData("diabetes is a function of ICB within |", "community services", "Leeds")]
    [InlineData("tree works is a function of ICB |", "within,known as", "with quorum,worth")]
    // The start of a sentence.
    [InlineData("|", "delegates,scenario,is a committee,ICB", "podiatry")]
    [InlineData("Board |", "delegates,reserves,oversees", "podiatry")]
    [InlineData("use |", "england,\"main.delegation\"", "Board")]
    [InlineData("every delegation |", "in this scheme:", "Board")]
    // Tables and lists.
    [InlineData("limits for |", "podiatry", "Board")]
    [InlineData("limits for podiatry:\n  - |", "Board,Chief Executive", "podiatry")]
    [InlineData("limits for podiatry:\n  - Board |", "up to,above", "version")]
    [InlineData("matters of |", "ICB", "podiatry")]
    // Scenarios.
    [InlineData("scenario \"a\":\n  podiatry |", "worth,at,on,is decided by", "until")]
    [InlineData("scenario \"a\":\n  podiatry is decided by |", "Board,nobody", "podiatry")]
    public async Task What_may_come_is_proposed_and_nothing_else(string text, string proposed, string not)
    {
        string[] labels = await LabelsAsync(text);

        Assert.All(proposed.Split(",").Aggregate(new List<string>(), Joined), label => Assert.Contains(label, labels));
        Assert.All(not.Split(','), label => Assert.DoesNotContain(label, labels));
    }

    [Theory]
    [InlineData("// ICB delegates |")]
    [InlineData("ICB delegates podiatry to Board note \"about |\".")]
    [InlineData("section Fin|")]
    public async Task In_comments_quotations_and_titles_nothing_is_proposed(string text) => Assert.Empty(await LabelsAsync(text));

    [Fact]
    public async Task What_was_typed_is_replaced()
    {
        JsonElement item = (await ItemsAsync("ICB delegates podiatry to Place Dir|")).Single(one => one.GetProperty("label").GetString() == "Place Director Leeds");

        JsonElement edit = item.GetProperty("textEdit");
        Assert.Equal("Place Director Leeds", edit.GetProperty("newText").GetString());
        Assert.Equal(26, edit.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32());
        Assert.Equal(35, edit.GetProperty("range").GetProperty("end").GetProperty("character").GetInt32());
    }

    [Fact]
    public async Task A_clause_replaces_only_its_own_beginning()
    {
        JsonElement item = (await ItemsAsync("ICB delegates podiatry to Board unt|")).Single(one => one.GetProperty("label").GetString() == "until");

        Assert.Equal(32, item.GetProperty("textEdit").GetProperty("range").GetProperty("start").GetProperty("character").GetInt32());
    }

    [Fact]
    public async Task A_sentence_has_places_to_fill_in_and_plain_words_for_a_client_without_snippets()
    {
        JsonElement snippet = (await ItemsAsync("|")).Single(one => one.GetProperty("label").GetString() == "delegates");
        JsonElement plain = (await ItemsAsync("|", new { })).Single(one => one.GetProperty("label").GetString() == "delegates");

        Assert.Equal(2, snippet.GetProperty("insertTextFormat").GetInt32());
        Assert.Contains("${1:", snippet.GetProperty("textEdit").GetProperty("newText").GetString()!, StringComparison.Ordinal);
        Assert.Equal("Board delegates function to committee or officer\n  up to £50,000\n  with reserved matters.", plain.GetProperty("textEdit").GetProperty("newText").GetString());
    }

    [Fact]
    public async Task A_sentence_whose_predecessor_lacks_its_full_stop_is_seen_as_one()
    {
        Assert.Contains("Place Director Leeds", await LabelsAsync("York is a place of ICB\n\nICB delegates podiatry to |"));
    }

    private static List<string> Joined(List<string> labels, string part)
    {
        // A comma within a sum does not part two labels.
        if (labels.Count > 0 && part.Length == 3 && part.All(char.IsAsciiDigit))
        {
            labels[^1] += "," + part;
        }
        else
        {
            labels.Add(part);
        }

        return labels;
    }

    private static async Task<string[]> LabelsAsync(string text) => [.. (await ItemsAsync(text)).Select(item => item.GetProperty("label").GetString()!)];

    private static async Task<List<JsonElement>> ItemsAsync(string text, object? capabilities = null)
    {
        await using TestClient client = await TestClient.StartAsync(Scheme.Host(), capabilities);
        string before = text[..text.IndexOf('|', StringComparison.Ordinal)];
        await client.OpenAsync("draft.delegation", text.Remove(before.Length, 1));
        JsonElement list = await client.RequestAsync("textDocument/completion", new
        {
            textDocument = new { uri = TestClient.Uri("draft.delegation") },
            position = new { line = before.Count(c => c == '\n'), character = before.Length - before.LastIndexOf('\n') - 1 },
        });
        return [.. list.GetProperty("items").EnumerateArray()];
    }
}
