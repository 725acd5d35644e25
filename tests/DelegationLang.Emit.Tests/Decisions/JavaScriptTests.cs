using System.Text.Json.Nodes;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Testing;
using Xunit.Abstractions;

namespace DelegationLang.Emit.Tests.Decisions;

/// <summary>
/// The npm package, run by Node.js on decisions.json, answers as <c>ask --json</c> does, in every field. Of an answer that depends, the cases may very rarely be told apart
/// in another order, with the same answers in them.
/// </summary>
public sealed class JavaScriptTests(ITestOutputHelper output)
{
    private static readonly string[] OnlyOfWho = ["deputies", "reasons"];

    [SkippableFact]
    public void The_package_answers_as_the_evaluator_does()
    {
        string node = NodeTool.Find();
        output.WriteLine($"DELEGATION_SEED={RandomSamples.Seed}");
        (Sample Sample, AskedDecision[] Asked)[] all = Effort.IsLong ? [.. RandomSamples.OfExamples(2_000), .. RandomSamples.OfSeeds(100, 2_000)] : RandomSamples.ForEngines;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-js-");
        try
        {
            string[] answers = Requests.Answer(node, "answer.js", Repository.PathOf("src", "DelegationLang.Js", "decide.js"), folder.FullName, all);
            int compared = 0, arranged = 0;
            var wrong = new List<string>();
            for (int i = 0; i < all.Length; i++)
            {
                JsonNode found = JsonNode.Parse(answers[i]) ?? new JsonObject();
                Assert.Empty(found["failures"]?.AsArray() ?? []);
                compared += Compare(all[i].Sample, all[i].Asked, found["found"]?.AsArray() ?? [], wrong, ref arranged);
            }

            output.WriteLine($"{compared} answers compared, {wrong.Count} differ; of {arranged} the cases are told apart otherwise");

            // In some schemes a case says one bound more than need be. They come in clusters, so that the share is told of many schemes together.
            Assert.True(arranged * (Effort.IsLong ? 1_000 : 100) <= compared, $"{arranged} of {compared}");
            Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.OrderBy(text => text.Contains("\"error\"", StringComparison.Ordinal)).ThenBy(text => text.Length).Take(3)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [SkippableFact]
    public void It_is_a_module_and_a_script_and_refuses_what_is_no_question()
    {
        string node = NodeTool.Find();
        string file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".json");
        File.WriteAllText(file, RandomSamples.DecisionsOf(SignedScheme.Sample));
        try
        {
            string printed = Tool.Run(node, Repository.PathOf("tests", "DelegationLang.Emit.Tests", "Decisions", "Scripts", "package.mjs"), Repository.PathOf("src", "DelegationLang.Js"), file);
            string[] way = ["[\"Chief Executive\"]"];
            string[] refused = ["TypeError", "TypeError", "TypeError", "TypeError", "RangeError", "RangeError", "TypeError", "RangeError", "TypeError"];
            Assert.Equal([.. way, .. way, .. way, .. refused], printed.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int Compare(Sample sample, AskedDecision[] asked, JsonArray found, List<string> wrong, ref int arranged)
    {
        var publication = new Publication(sample.Input);
        Assert.Equal(asked.Length, found.Count);
        for (int q = 0; q < asked.Length; q++)
        {
            Decision decision = asked[q].Decision;
            for (int kind = 0; kind < 2; kind++)
            {
                Answer answer = kind == 0 ? publication.Space.WhoDecides(decision) : publication.Space.May(asked[q].Party, decision);
                string expected = Fields(JsonNode.Parse(answer.ToJson()), isMay: kind == 1);
                string actual = Fields(found[q]?[kind], isMay: kind == 1);
                if (expected != actual && Meaning(expected) == Meaning(actual))
                {
                    arranged++;
                }
                else if (expected != actual)
                {
                    wrong.Add($"{sample.Name}: {(kind == 0 ? "who decides" : "may " + publication.Definition.Parties[asked[q].Party].Name)} {Requests.Question(publication.Definition, decision)?.ToJsonString()}\n  evaluator {expected}\n  package   {actual}");
                }
            }
        }

        return 2 * asked.Length;
    }

    // Who decides in any case at all, and on what it turns, whatever the order in which cases are told apart.
    private static string Meaning(string fields)
    {
        JsonObject answer = JsonNode.Parse(fields)?.AsObject() ?? [];
        string[] cases = [.. (answer["cases"]?.AsArray() ?? []).Select(one => JsonNode.Parse(one?.GetValue<string>() ?? "{}")).Select(one => $"{one?["outcome"]} {one?["alternatives"]?.ToJsonString()} {one?["exceptional"]?.ToJsonString()}").Distinct().Order(StringComparer.Ordinal)];
        string[] functions = [.. (answer["forFunctions"]?.AsArray() ?? []).Select(one => Meaning(one?.GetValue<string>() ?? "{}"))];
        bool isOne = answer["outcome"]?.GetValue<string>() != "depends";
        string[] told = [.. answer.Where(field => field.Key != "forFunctions" && (isOne || field.Key is not ("cases" or "dependsOn" or "chain" or "deputies"))).Select(field => $"{field.Key}={field.Value?.ToJsonString()}")];
        return string.Join('\n', [.. cases, .. functions, .. told]);
    }

    // In one order. What the package does not tell of whether somebody may is left out.
    private static string Fields(JsonNode? answer, bool isMay)
    {
        var sorted = new JsonObject();
        foreach ((string name, JsonNode? value) in (answer?.AsObject() ?? []).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (name is "question" or "stepData" || (isMay && OnlyOfWho.Contains(name)))
            {
                continue;
            }

            sorted[name] = name is "cases" or "forFunctions"
                ? new JsonArray([.. (value?.AsArray() ?? []).Select(one => (JsonNode)Fields(one, isMay))])
                : value?.DeepClone();
        }

        return sorted.ToJsonString();
    }
}
