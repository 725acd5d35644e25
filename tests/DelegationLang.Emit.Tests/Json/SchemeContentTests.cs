using System.Text.Json;
using System.Text.RegularExpressions;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;

namespace DelegationLang.Emit.Tests.Json;

/// <summary>What scheme.json says of a scheme is what the scheme says, in a form that other programs can rely on.</summary>
public sealed partial class SchemeContentTests
{
    public static TheoryData<string> Names => Samples.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Identifiers_are_unique_and_every_reference_leads_somewhere(string name)
    {
        using JsonDocument document = Read(Samples.Get(name));
        JsonElement root = document.RootElement;
        string[] lists = ["parties", "subjects", "places", "powers", "agreements", "conditions", "measures", "bases", "amounts"];
        string[] ids = [.. lists.SelectMany(list => root.GetProperty(list).EnumerateArray()).Select(Id)];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Matches("^[a-z]+-[a-z0-9-]+$", id));
        HashSet<string> known = ids.ToHashSet(StringComparer.Ordinal);

        string[] sentences = [.. root.GetProperty("sentences").EnumerateArray().Select(Id)];
        Assert.Equal(sentences.Length, sentences.Distinct(StringComparer.Ordinal).Count());
        string[] statements = [.. new[] { "reservations", "delegations", "deputies", "involvement", "scenarios" }.SelectMany(list => root.GetProperty(list).EnumerateArray()).Select(Id)];
        Assert.Equal(statements.Length, statements.Distinct(StringComparer.Ordinal).Count());

        Assert.All(Texts(root).Where(text => text.Property is "sentence"), text => Assert.Contains(text.Value, sentences));
        Assert.All(root.GetProperty("tables").EnumerateArray().SelectMany(table => table.GetProperty("lines").EnumerateArray()), line => Assert.Contains(line.GetString(), statements));
        Assert.All(
            Texts(root).Where(text => SymbolIdentifier().IsMatch(text.Value) && text.Property is "party" or "subject" or "owners" or "at" or "within" or "giver" or "covers" or "reportsTo" or "chair" or "under" or "to" or "holder" or "heldByLawBy" or "judgedBy"),
            text => Assert.True(text.Path.StartsWith("space", StringComparison.Ordinal) || text.Path.StartsWith("authorities", StringComparison.Ordinal) || known.Contains(text.Value), text.Path + " " + text.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sentence_and_every_statement_is_there(string name)
    {
        Sample sample = Samples.Get(name);
        using JsonDocument document = Read(sample);
        JsonElement root = document.RootElement;
        Assert.Equal(sample.Input.Model.Delegations.Length, root.GetProperty("delegations").GetArrayLength());
        Assert.Equal(sample.Input.Model.Reservations.Length, root.GetProperty("reservations").GetArrayLength());
        Assert.Equal(sample.Input.Model.Scenarios.Length, root.GetProperty("scenarios").GetArrayLength());
        Assert.Equal(sample.Input.Model.Tables.Length, root.GetProperty("tables").GetArrayLength());
        Assert.Equal(sample.Input.Model.Symbols.Length, root.GetProperty("names").GetArrayLength());
        Assert.Equal(
            sample.Input.Model.Trees.Where(Samples.IsOfProject).Sum(tree => tree.Sentences.Count(sentence => sentence is not Syntax.SectionSyntax)),
            root.GetProperty("sentences").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Amounts_are_exact_and_days_are_ISO(string name)
    {
        using JsonDocument document = Read(Samples.Get(name));
        foreach ((string path, string property, string value) in Texts(document.RootElement))
        {
            if (property is "value" or "percent" || IsEndOfAuthority(path, property))
            {
                Assert.Matches(@"^-?[0-9]+(\.[0-9]+)?$", value);
            }
            else if (property is "until" or "on" or "reviewBy" || (property is "from" && !path.Contains("takenOver", StringComparison.Ordinal)))
            {
                Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", value);
            }
            else if (property is "sha256")
            {
                Assert.Matches("^[0-9a-f]{64}$", value);
            }
            else if (property is "file")
            {
                Assert.DoesNotContain("tests/samples", value, StringComparison.Ordinal);
                Assert.DoesNotContain("examples/", value, StringComparison.Ordinal);
            }

            Assert.NotEqual("", path);
        }
    }

    [Fact]
    public void A_delegation_says_what_is_written_and_what_it_comes_to()
    {
        Sample sample = Samples.Compile("""
            scheme A
              approved by Board on 1 March 2026
              in force from 1 April 2026.
            use england.
            Trust is an NHS trust.
            Board is the board of Trust.
            Chief Executive is an officer of Trust.
            Finance Director is an officer of Trust.
            goods is a matter of Trust.
            in budget is a condition, normally true.
            turnover is a measure in pounds.
            every delegation in this scheme: when in budget.
            Trust delegates goods to Chief Executive or two of Finance Director
              up to the lower of £0.10, 12.5% of turnover per contract excluding VAT
              from 1 May 2026 with power to delegate to Finance Director reference "4.2" note "Only just.".
            """);
        using JsonDocument document = Read(sample);
        JsonElement delegation = Assert.Single(document.RootElement.GetProperty("delegations").EnumerateArray());
        Assert.Equal("party-trust", delegation.GetProperty("giver").GetString());
        Assert.Equal(
            ["up to the lower of £0.10, 12.5% of turnover per contract excluding VAT", "from 1 May 2026", "with power to delegate to Finance Director", "reference \"4.2\"", "note \"Only just.\""],
            delegation.GetProperty("own").EnumerateArray().Select(clause => clause.GetProperty("text").GetString()));
        Assert.Equal("1 2", string.Join(' ', delegation.GetProperty("holders").EnumerateArray().Select(group => group[0].GetProperty("count").GetRawText())));
        JsonElement resolved = delegation.GetProperty("resolved");
        JsonElement limit = resolved.GetProperty("limit");
        Assert.Equal("up to the lower of £0.10 and 12.5% of turnover per contract excluding VAT", limit.GetProperty("text").GetString());
        Assert.Equal("0.10", limit.GetProperty("upper").GetProperty("lowerOf")[0].GetProperty("value").GetString());
        Assert.Equal("GBP", limit.GetProperty("upper").GetProperty("lowerOf")[0].GetProperty("currency").GetString());
        Assert.Equal("12.5", limit.GetProperty("upper").GetProperty("lowerOf")[1].GetProperty("percent").GetString());
        Assert.Equal("condition-in-budget", resolved.GetProperty("facts")[0][0].GetProperty("condition").GetString());
        Assert.Equal("2026-05-01", resolved.GetProperty("days").GetProperty("from").GetString());
        Assert.Equal(13, delegation.GetProperty("source").GetProperty("line").GetInt32());
    }

    [GeneratedRegex("^(party|subject|place|power|agreement|condition|measure|basis|amount)-")]
    private static partial Regex SymbolIdentifier();

    private static string Id(JsonElement element) => element.GetProperty("id").GetString() ?? "";

    private static IEnumerable<(string Path, string Property, string Value)> Texts(JsonElement element, string path = "", string property = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Texts(field.Value, path.Length == 0 ? field.Name : path + "." + field.Name, field.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(item, path, property)),
        JsonValueKind.String => [(path, property, element.GetString() ?? "")],
        _ => [],
    };

    // The ends of what a party may decide are figures; its days are days, and a duty is owed to a party.
    private static bool IsEndOfAuthority(string path, string property) =>
        property is "from" or "to" && path.StartsWith("authorities", StringComparison.Ordinal)
        && !path.EndsWith("days.from", StringComparison.Ordinal) && !path.EndsWith("duties.to", StringComparison.Ordinal);

    private static JsonDocument Read(Sample sample) => JsonDocument.Parse(new JsonEmitter().Emit(sample.Input).Single().Content);
}
