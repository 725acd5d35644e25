using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DelegationLang.Emit.Cedar;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Testing;
using Xunit.Abstractions;

namespace DelegationLang.Emit.Tests.Cedar;

/// <summary>Cedar itself, compiled to WebAssembly, permits what the evaluator says yes to: those who keep authority too, and never what depends.</summary>
public sealed partial class CedarTests(ITestOutputHelper output)
{
    // Numbers go to the library as those of JavaScript.
    private const decimal MostPence = 9_000_000_000_000_000m;

    private static readonly string Folder = Repository.PathOf("tests", "DelegationLang.Emit.Tests", "Cedar");

    [SkippableFact]
    public void Cedar_permits_what_the_evaluator_says_yes_to()
    {
        output.WriteLine($"DELEGATION_SEED={RandomSamples.Seed}");
        (Sample Sample, AskedDecision[] Asked)[] all = RandomSamples.ForEngines;
        var requests = new List<CedarRequest>[all.Length];
        JsonNode[] answers = Ask(all, (sample, i) => requests[i] = [.. all[i].Asked.Where(one => InPence(one.Decision)).SelectMany(one => Requests(sample, one))]);
        var wrong = new List<string>();
        int compared = 0, permitted = 0, denied = 0;
        for (int i = 0; i < all.Length; i++)
        {
            Assert.True(answers[i]["faults"]?.AsArray().Count == 0, $"{all[i].Sample.Name}: {answers[i]["faults"]?.ToJsonString()}");
            JsonArray allowed = answers[i]["allowed"]?.AsArray() ?? [];
            Assert.Equal(requests[i].Count, allowed.Count);
            for (int q = 0; q < allowed.Count; q++)
            {
                compared++;
                bool isAllowed = allowed[q]?["allow"]?.GetValue<bool>() ?? false;
                permitted += isAllowed ? 1 : 0;
                Assert.True(allowed[q]?["isSigned"]?.GetValue<bool>() ?? false, allowed[q]?.ToJsonString());
                Assert.True(!isAllowed || (allowed[q]?["sources"]?.AsArray() ?? []).All(source => Source().IsMatch(source?.GetValue<string>() ?? "")), allowed[q]?.ToJsonString());
                if (isAllowed == requests[i][q].IsAllowed)
                {
                    continue;
                }

                if (!isAllowed && requests[i][q].IsLeftOut)
                {
                    denied++;
                    continue;
                }

                wrong.Add($"{all[i].Sample.Name} {requests[i][q].Json.ToJsonString()}\nevaluator {requests[i][q].IsAllowed}, Cedar {allowed[q]?.ToJsonString()}");
            }
        }

        output.WriteLine($"{compared} requests compared, {permitted} permitted, {wrong.Count} differ; {denied} are denied because what they count is not said");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compared}\n" + string.Join("\n\n", wrong.OrderBy(text => text.Length).Take(4)));
        Assert.True(permitted * 10 > compared, $"only {permitted} of {compared} are permitted");
        Assert.True(denied * 10 < compared, $"{denied} of {compared} are denied");
    }

    [SkippableFact]
    public void What_the_scheme_does_not_have_is_denied_and_a_day_lasts_until_its_end()
    {
        static CedarRequest Request(bool isAllowed, string day = "2028-03-31", string matter = "gifts", string function = "", string place = "north", long pence = 500_00, long measure = 2_00, JsonArray? entities = null)
        {
            var json = new JsonObject
            {
                ["principal"] = Entity("Party", "Chief Executive"),
                ["action"] = Entity("Action", matter),
                ["resource"] = function.Length == 0 ? Entity("Scheme", "scheme") : Entity("Function", function),
                ["context"] = new JsonObject
                {
                    ["day"] = new JsonObject { ["__extn"] = new JsonObject { ["fn"] = "datetime", ["arg"] = day } },
                    ["signedBy"] = Set(["Chief Executive"]),
                    ["taken"] = Set([]),
                    ["facts"] = new JsonObject { ["urgent"] = false },
                    ["measures"] = new JsonObject { ["contract length"] = measure },
                    ["place"] = new JsonObject { ["__entity"] = Entity("Place", place) },
                    ["amount"] = new JsonObject { ["pence"] = pence, ["currency"] = "GBP", ["basis"] = "decision", ["vat"] = "" },
                },
            };
            if (entities is not null)
            {
                json["entities"] = entities;
            }

            return new CedarRequest(json, isAllowed, IsLeftOut: false);
        }

        List<CedarRequest> requests =
        [
            Request(true), Request(true, place: "east"), Request(true, day: "2028-03-31T23:59:59Z"), Request(true, pence: 0), Request(true, measure: 0),
            Request(false, day: "2028-04-01"), Request(false, day: "2026-03-31T23:59:59Z"), Request(false, pence: 500_01), Request(false, measure: 2_01), Request(false, place: "south"),
            Request(false, pence: -1), Request(false, measure: -1), Request(false, place: "nowhere"), Request(false, function: "nothing"), Request(false, entities: []),
        ];
        JsonNode answer = Assert.Single(Ask([(SignedScheme.Sample, [])], (_, _) => requests));
        Assert.True(answer["faults"]?.AsArray().Count == 0, answer["faults"]?.ToJsonString());
        Assert.Equal(requests.Select(request => request.IsAllowed), (answer["allowed"]?.AsArray() ?? []).Select(one => one?["allow"]?.GetValue<bool>() ?? false));
    }

    [SkippableFact]
    public void Names_that_try_to_break_out_stay_names()
    {
        var sample = new Sample("hostile", Definitions.Around(Definitions.Everything(Definitions.HostileNames)), SignedScheme.Sample.Engine, []);
        JsonNode answer = Assert.Single(Ask([(sample, [])], (_, _) => []));
        Assert.True(answer["faults"]?.AsArray().Count == 0, answer["faults"]?.ToJsonString());
    }

    [Fact]
    public void A_chain_is_a_permit_beside_its_sentence_and_what_cannot_be_said_is_listed()
    {
        string[] files = [.. new CedarEmitter().Emit(SignedScheme.Sample.Input).Select(file => file.ToText())];
        int line = Array.FindIndex(SignedScheme.Text.Split('\n'), text => text.StartsWith("Trust delegates goods", StringComparison.Ordinal)) + 1;
        Assert.Contains($"@source(\"scheme.delegation:{line.ToString(CultureInfo.InvariantCulture)}\")", files[0], StringComparison.Ordinal);
        Assert.Contains("context.signedBy.containsAll([\"Chief Executive\", \"Finance Director\"]) &&\n  context.taken.containsAll([\"after consulting Medical Director\"])", files[0], StringComparison.Ordinal);
        Assert.Contains("context.amount.pence <= 10000000", files[0], StringComparison.Ordinal);
        Assert.Contains("two of Medical Director", files[3], StringComparison.Ordinal);
        Assert.DoesNotContain("containsAll([\"Medical Director\", \"Medical Director\"])", files[0], StringComparison.Ordinal);
    }

    private static bool InPence(Decision decision) =>
        (decision.Amount is not { } amount || (amount.Value * 100 == decimal.Truncate(amount.Value * 100) && amount.Value * 100 < MostPence))
        && decision.Measures.Values.All(value => value * 100 == decimal.Truncate(value * 100) && value * 100 < MostPence);

    private static JsonNode[] Ask((Sample Sample, AskedDecision[] Asked)[] all, Func<Sample, int, List<CedarRequest>> requestsOf)
    {
        string node = Tool.Find("node");
        bool isThere = Directory.Exists(Path.Combine(Folder, "node_modules", "@cedar-policy"));
        Assert.False(!isThere && Environment.GetEnvironmentVariable("DELEGATION_REQUIRE_TOOLS") == "1", "@cedar-policy/cedar-wasm was not found: npm ci in tests/DelegationLang.Emit.Tests/Cedar");
        Skip.If(!isThere, "@cedar-policy/cedar-wasm was not found: npm ci in tests/DelegationLang.Emit.Tests/Cedar");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-cedar-");
        try
        {
            var lines = new string[all.Length];
            Parallel.For(0, all.Length, i =>
            {
                string own = Path.Combine(folder.FullName, i.ToString(CultureInfo.InvariantCulture));
                foreach (EmittedFile file in new CedarEmitter().Emit(all[i].Sample.Input))
                {
                    Directory.CreateDirectory(own);
                    File.WriteAllBytes(Path.Combine(own, Path.GetFileName(file.Path)), file.Content.ToArray());
                }

                lines[i] = new JsonObject { ["folder"] = own, ["requests"] = new JsonArray([.. requestsOf(all[i].Sample, i).Select(request => (JsonNode)request.Json)]) }.ToJsonString();
            });
            string asked = Path.Combine(folder.FullName, "requests");
            string answered = Path.Combine(folder.FullName, "answers");
            File.WriteAllLines(asked, lines);
            Tool.Run(node, Path.Combine(Folder, "answer.mjs"), asked, answered);
            return [.. File.ReadAllLines(answered).Select(line => JsonNode.Parse(line) ?? new JsonObject())];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // One alone before any step is taken, and after all; those who must act together, and one of two of them.
    private static IEnumerable<CedarRequest> Requests(Sample sample, AskedDecision asked)
    {
        DecisionSpace space = sample.Input.Space;
        SpaceDefinition definition = space.Definition;
        string[] steps = [.. definition.Rules.SelectMany(rule => rule.Steps).Distinct()];
        string name = definition.Parties[asked.Party].Name;
        bool isLeftOut = IsLeftOut(definition, asked.Decision);
        yield return new CedarRequest(Json(definition, asked.Decision, [name], []), space.StandingOf(asked.Party, asked.Decision).IsAllowed, isLeftOut);
        yield return new CedarRequest(Json(definition, asked.Decision, [name], steps), space.May(asked.Party, asked.Decision).Outcome == Outcome.Yes, isLeftOut);
        Answer who = space.WhoDecides(asked.Decision);
        foreach (System.Collections.Immutable.ImmutableArray<string> group in who.Alternatives.Where(group => group.Length > 1))
        {
            bool isCounted = group.Distinct().Count() == group.Length;

            // Any of them may be enough, alone or with some of the others.
            bool isSomeEnough = group.Distinct().Select(member => May(space, member, asked.Decision)).Any(answer =>
                answer.Outcome == Outcome.Yes || answer.Alternatives.Any(some => some.Distinct().Count() == some.Length && some.All(group.Contains)));
            yield return new CedarRequest(Json(definition, asked.Decision, [.. group], steps), isCounted || isSomeEnough, isLeftOut || !isCounted);
            if (group is [var first, var second] && first != second)
            {
                yield return new CedarRequest(Json(definition, asked.Decision, [first], steps), May(space, first, asked.Decision).Outcome == Outcome.Yes, isLeftOut);
            }
        }
    }

    private static Answer May(DecisionSpace space, string name, Decision decision) =>
        space.May(Enumerable.Range(0, space.Definition.Parties.Length).First(party => space.Definition.Parties[party].Name == name), decision);

    // Where nothing is said of what an amount counts, or a limit is a part of a measure and only one of the two is said, Cedar denies what it cannot be sure of;
    // and where two things are called alike it speaks of the first alone.
    private static bool IsLeftOut(SpaceDefinition definition, Decision decision) =>
        decision.Amount is { Basis.Length: 0 }
        || IsNamesake(definition, decision.Function) || IsNamesake(definition, decision.Matter)
        || definition.Rules.Any(rule => new[] { rule.Limit, rule.Onward?.Limit }.OfType<LimitDefinition>().SelectMany(limit => new[] { limit.Lower, limit.Upper }).OfType<BoundDefinition>()
            .SelectMany(bound => bound.LowerOf).Any(term => term.Kind == BoundTermKind.PartOfMeasure && decision.Measures.ContainsKey(term.Index) != decision.Amount is not null));

    private static bool IsNamesake(SpaceDefinition definition, int subject) =>
        subject >= 0 && definition.Subjects.Take(subject).Any(other => other.Name == definition.Subjects[subject].Name && other.Kind == definition.Subjects[subject].Kind);

    private static JsonObject Json(SpaceDefinition definition, Decision decision, string[] signedBy, string[] taken)
    {
        var context = new JsonObject
        {
            ["day"] = new JsonObject { ["__extn"] = new JsonObject { ["fn"] = "datetime", ["arg"] = decision.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } },
            ["signedBy"] = Set(signedBy),
            ["taken"] = Set(taken),
            ["facts"] = new JsonObject([.. decision.Conditions.Select(fact => KeyValuePair.Create(definition.Conditions[fact.Key].Name, (JsonNode?)JsonValue.Create(fact.Value)))]),
            ["measures"] = new JsonObject([.. decision.Measures.Select(fact => KeyValuePair.Create(definition.Measures[fact.Key].Name, (JsonNode?)JsonValue.Create((long)(fact.Value * 100))))]),
        };
        if (decision.Place >= 0)
        {
            context["place"] = new JsonObject { ["__entity"] = Entity("Place", definition.Places[decision.Place].Name) };
        }

        if (decision.Amount is { } amount)
        {
            context["amount"] = new JsonObject
            {
                ["pence"] = (long)(amount.Value * 100), ["currency"] = amount.Currency, ["basis"] = amount.Basis, ["vat"] = amount.Vat switch { Vat.Excluding => "excluding", Vat.Including => "including", _ => "" },
            };
        }

        return new JsonObject
        {
            ["principal"] = Entity("Party", signedBy[0]),
            ["action"] = Entity("Action", decision.Matter < 0 ? "decide" : definition.Subjects[decision.Matter].Name),
            ["resource"] = decision.Function < 0 ? Entity("Scheme", "scheme") : Entity("Function", definition.Subjects[decision.Function].Name),
            ["context"] = context,
        };
    }

    private static JsonArray Set(string[] texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static JsonObject Entity(string type, string name) => new() { ["type"] = type, ["id"] = name };

    // Where a sentence stands: the reason of every permission leads there.
    [GeneratedRegex(@"^[\w./-]+\.delegation:\d+(, [\w./-]+\.delegation:\d+)*$")]
    private static partial Regex Source();

    private sealed record CedarRequest(JsonObject Json, bool IsAllowed, bool IsLeftOut);
}
