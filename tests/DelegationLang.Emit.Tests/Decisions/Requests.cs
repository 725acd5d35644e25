using System.Text.Json.Nodes;
using DelegationLang.Emit.Decisions;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Testing;

namespace DelegationLang.Emit.Tests.Decisions;

/// <summary>Questions by names for readers of decisions.json in other languages, each run once for all schemes.</summary>
internal static class Requests
{
    /// <summary>Writes the files and the questions, and has a script answer them; a line of answers for each scheme.</summary>
    /// <param name="program">What runs the script.</param>
    /// <param name="script">The script, in the folder beside this file.</param>
    /// <param name="reader">The reader that the script uses.</param>
    /// <param name="folder">Where files are written.</param>
    /// <param name="all">The schemes and what is asked of them.</param>
    public static string[] Answer(string program, string script, string reader, string folder, (Sample Sample, AskedDecision[] Asked)[] all)
    {
        var lines = new string[all.Length];
        Parallel.For(0, all.Length, i =>
        {
            string file = Path.Combine(folder, FormattableString.Invariant($"{i}.json"));
            File.WriteAllText(file, RandomSamples.DecisionsOf(all[i].Sample));
            SpaceDefinition definition = all[i].Sample.Input.Space.Definition;
            lines[i] = new JsonObject
            {
                ["file"] = file,
                ["questions"] = new JsonArray([.. all[i].Asked.Select(asked => (JsonNode)new JsonObject { ["question"] = Question(definition, asked.Decision), ["party"] = definition.Parties[asked.Party].Name })]),
            }.ToJsonString();
        });
        string requests = Path.Combine(folder, "requests");
        string answers = Path.Combine(folder, "answers");
        File.WriteAllLines(requests, lines);
        Tool.Run(program, Repository.PathOf("tests", "DelegationLang.Emit.Tests", "Decisions", "Scripts", script), reader, requests, answers);
        string[] answered = File.ReadAllLines(answers);
        Assert.Equal(all.Length, answered.Length);
        return answered;
    }

    /// <summary>A decision as a question by names.</summary>
    public static JsonNode? Question(SpaceDefinition definition, Decision decision)
    {
        var script = new DataScript(isShown: false);
        ScenarioQuestions.Question(script, definition, decision);
        return JsonNode.Parse(script.ToString());
    }
}
