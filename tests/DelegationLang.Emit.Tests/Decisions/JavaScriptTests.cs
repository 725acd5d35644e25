using System.Text.Json.Nodes;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Testing;
using Xunit.Abstractions;

namespace DelegationLang.Emit.Tests.Decisions;

/// <summary>
/// The npm package, run by Node.js on decisions.json, answers as <c>ask --json</c> does, in every field.
/// </summary>
public sealed class JavaScriptTests(ITestOutputHelper output)
{
        [SkippableFact]
    public void The_package_answers_as_the_evaluator_does()
    {
        string node = NodeTool.Find();
        output.WriteLine($"DELEGATION_SEED={RandomSamples.Seed}");
        (Sample Sample, AskedDecision[] Asked)[] all = [Deputies(SignedScheme.Sample), Involved(InvolvedScheme.Sample), .. Effort.IsLong ? [.. RandomSamples.OfExamples(2_000), .. RandomSamples.OfSeeds(100, 2_000)] : RandomSamples.ForEngines];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-js-");
        try
        {
            string[] answers = Requests.Answer(node, "answer.js", Repository.PathOf("src", "DelegationLang.Js", "decide.js"), folder.FullName, all);
            int compared = 0, standIns = 0;
            var wrong = new List<string>();
            for (int i = 0; i < all.Length; i++)
            {
                JsonNode found = JsonNode.Parse(answers[i]) ?? new JsonObject();
                Assert.Empty(found["failures"]?.AsArray() ?? []);
                standIns += found["found"]?.AsArray().Count(answers => answers?[1]?["outcome"]?.GetValue<string>() == "no" && answers[1]?["deputies"]?.AsArray().Count > 0) ?? 0;
                compared += Compare(all[i].Sample, all[i].Asked, found["found"]?.AsArray() ?? [], wrong);
            }

            output.WriteLine($"{compared} answers compared, {wrong.Count} differ; {standIns} tell for whom a party might decide that may not");
            Assert.True(standIns > 0, "no deputy was asked about");
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

    // Whether those may decide who stand in for others.
    private static (Sample Sample, AskedDecision[] Asked) Deputies(Sample sample)
    {
        var publication = new Publication(sample.Input);
        int[] deputies = [.. publication.Definition.Deputies.Select(deputy => deputy.Deputy).Distinct()];
        return (sample, [.. new AskQuestions(publication, RandomSamples.Seed).Take(100).SelectMany(question => deputies.Select(deputy => new AskedDecision(question.Decision with { IsDayAssumed = false }, deputy)))]);
    }

    private static (Sample Sample, AskedDecision[] Asked) Involved(Sample sample) =>
        (sample, [.. new AskQuestions(new Publication(sample.Input), RandomSamples.Seed).Take(200).Select(question => new AskedDecision(question.Decision with { IsDayAssumed = false }, 1))]);

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
                string expected = Fields(JsonNode.Parse(answer.ToJson()), isMay: kind == 1);
                string actual = Fields(found[q]?[kind], isMay: kind == 1);
                if (expected != actual)
                {
                    wrong.Add($"{sample.Name}: {(kind == 0 ? "who decides" : "may " + publication.Definition.Parties[asked[q].Party].Name)} {Requests.Question(publication.Definition, decision)?.ToJsonString()}\n  evaluator {expected}\n  package   {actual}");
                }
            }
        }

        return 2 * asked.Length;
    }

    // In one order. Why somebody may not is not told by the package.
    private static string Fields(JsonNode? answer, bool isMay)
    {
        var sorted = new JsonObject();
        foreach ((string name, JsonNode? value) in (answer?.AsObject() ?? []).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (name is "question" or "stepData" || (isMay && name == "reasons"))
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
