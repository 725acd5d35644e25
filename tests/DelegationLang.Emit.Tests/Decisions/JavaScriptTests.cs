using System.Text.Json.Nodes;
using DelegationLang.Cli.Rendering;
using DelegationLang.Emit.Decisions;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Testing;
using Xunit.Abstractions;

namespace DelegationLang.Emit.Tests.Decisions;

/// <summary>The npm package, run by Node.js on decisions.json, answers as <c>ask --json</c> does, in every field.</summary>
public sealed class JavaScriptTests(ITestOutputHelper output)
{
    private static readonly string[] OnlyOfWho = ["deputies", "reasons"];

    [SkippableFact]
    public void The_package_answers_as_the_evaluator_does()
    {
        string node = NodeTool.Find();
        output.WriteLine($"DELEGATION_SEED={RandomSamples.Seed}");
        (Sample Sample, AskedDecision[] Asked)[] all =
        [
            .. RandomSamples.OfExamples(Effort.Of(100, 2_000)),
            .. RandomSamples.OfSeeds(Effort.IsLong ? 200 : 20, Effort.IsLong ? 2_000 : 100),
        ];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-js-");
        try
        {
            Ask(node, folder.FullName, all);
            string[] answers = File.ReadAllLines(Path.Combine(folder.FullName, "answers"));
            Assert.Equal(all.Length, answers.Length);
            int compared = 0;
            var wrong = new List<string>();
            for (int i = 0; i < all.Length; i++)
            {
                JsonNode found = JsonNode.Parse(answers[i]) ?? new JsonObject();
                Assert.Empty(found["failures"]?.AsArray() ?? []);
                compared += Compare(all[i].Sample, all[i].Asked, found["found"]?.AsArray() ?? [], wrong);
            }

            output.WriteLine($"{compared} answers compared, {wrong.Count} differ");
            Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.OrderBy(text => text.Length).Take(3)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Ask(string node, string folder, (Sample Sample, AskedDecision[] Asked)[] all)
    {
        var lines = new string[all.Length];
        Parallel.For(0, all.Length, i =>
        {
            string file = Path.Combine(folder, FormattableString.Invariant($"{i}.json"));
            File.WriteAllBytes(file, new DecisionsEmitter().Emit(all[i].Sample.Input).Single().Content.ToArray());
            SpaceDefinition definition = all[i].Sample.Input.Space.Definition;
            lines[i] = new JsonObject
            {
                ["file"] = file,
                ["questions"] = new JsonArray([.. all[i].Asked.Select(asked => (JsonNode)new JsonObject { ["question"] = Question(definition, asked.Decision), ["party"] = definition.Parties[asked.Party].Name })]),
            }.ToJsonString();
        });
        File.WriteAllLines(Path.Combine(folder, "requests"), lines);
        NodeTool.Run(node, Repository.PathOf("tests", "DelegationLang.Emit.Tests", "Decisions", "Scripts", "answer.js"), Repository.PathOf("src", "DelegationLang.Js", "decide.js"), Path.Combine(folder, "requests"), Path.Combine(folder, "answers"));
    }

    private static JsonNode? Question(SpaceDefinition definition, Decision decision)
    {
        var script = new DataScript(isShown: false);
        ScenarioQuestions.Question(script, definition, decision);
        return JsonNode.Parse(script.ToString());
    }

    private static int Compare(Sample sample, AskedDecision[] asked, JsonArray found, List<string> wrong)
    {
        var publication = new Publication(sample.Input);
        Assert.Equal(asked.Length, found.Count);
        for (int q = 0; q < asked.Length; q++)
        {
            Decision decision = asked[q].Decision;
            for (int kind = 0; kind < 2; kind++)
            {
                Answer answer = kind == 0 ? publication.Space.WhoDecides(decision) : publication.Space.May(asked[q].Party, decision);
                string expected = Fields(JsonNode.Parse(AnswerJson.Of("", answer)), isMay: kind == 1);
                string actual = Fields(found[q]?[kind], isMay: kind == 1);
                if (expected != actual)
                {
                    wrong.Add($"{sample.Name}: {(kind == 0 ? "who decides" : "may " + publication.Definition.Parties[asked[q].Party].Name)} {Question(publication.Definition, decision)?.ToJsonString()}\n  evaluator {expected}\n  package   {actual}");
                }
            }
        }

        return 2 * asked.Length;
    }

    // In one order. What the package does not tell of whether somebody may is left out.
    private static string Fields(JsonNode? answer, bool isMay)
    {
        var sorted = new JsonObject();
        foreach ((string name, JsonNode? value) in (answer?.AsObject() ?? []).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (name == "question" || (isMay && OnlyOfWho.Contains(name)))
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
