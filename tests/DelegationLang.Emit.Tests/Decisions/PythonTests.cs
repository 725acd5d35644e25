using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Testing;
using Xunit.Abstractions;

namespace DelegationLang.Emit.Tests.Decisions;

/// <summary>The reader that the documentation shows for Python, run on decisions.json: certain where it says so, and hardly ever uncertain where the evaluator is not.</summary>
public sealed partial class PythonTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void The_reader_of_the_documentation_answers_as_the_evaluator_does()
    {
        string python = Tool.Find("python3");
        (Sample Sample, AskedDecision[] Asked)[] all = Effort.IsLong ? RandomSamples.ForEngines : [.. RandomSamples.ForEngines.Select(one => (one.Sample, one.Asked.Take(15).ToArray()))];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-python-");
        try
        {
            string reader = Path.Combine(folder.FullName, "decisions.py");
            File.WriteAllText(reader, Block().Match(File.ReadAllText(Repository.PathOf("docs", "decisions.md")).Replace("\r\n", "\n", StringComparison.Ordinal)).Groups["code"].Value);
            string[] answers = Requests.Answer(python, "answer.py", reader, folder.FullName, all);
            int compared = 0, uncertain = 0;
            for (int i = 0; i < all.Length; i++)
            {
                JsonArray found = JsonNode.Parse(answers[i])?.AsArray() ?? [];
                for (int q = 0; q < all[i].Asked.Length; q++)
                {
                    compared++;
                    uncertain += Compare(all[i].Sample, all[i].Asked[q], found[q]) ? 0 : 1;
                }
            }

            output.WriteLine($"{compared} questions, {uncertain} uncertain where the evaluator is certain");
            Assert.True(uncertain * 100 <= compared, $"{uncertain} of {compared} are uncertain");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Whether the reader is as certain as the evaluator.
    private static bool Compare(Sample sample, AskedDecision asked, JsonNode? found)
    {
        DecisionSpace space = sample.Input.Space;
        Answer who = space.WhoDecides(asked.Decision);
        bool isAllowed = space.StandingOf(asked.Party, asked.Decision).IsAllowed;
        string outcome = found?[0]?.GetValue<string>() ?? "";
        string may = found?[2]?.GetValue<string>() ?? "";
        string told = $"{sample.Name} {Requests.Question(space.Definition, asked.Decision)?.ToJsonString()}: {who.Outcome}, {isAllowed}; {found?.ToJsonString()}";
        if (outcome != "depends")
        {
            Assert.True(outcome == who.Outcome.ToString().ToLowerInvariant(), told);
            Assert.True((found?[1]?.ToJsonString() ?? "") == new JsonArray([.. who.Alternatives.Select(group => (JsonNode)new JsonArray([.. group.Select(name => (JsonNode)name)]))]).ToJsonString(), told);
        }

        Assert.True(may switch { "yes" => isAllowed, "no" => !isAllowed, _ => may == "depends" }, told);
        return (outcome != "depends" || who.Outcome == Outcome.Depends) && !(isAllowed && may == "depends");
    }

    [GeneratedRegex("```python\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
