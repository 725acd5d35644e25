using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DelegationLang.Decisions;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Testing;

namespace DelegationLang.Emit.Tests.Html;

/// <summary>The form on the first page answers as the engine does: the script of the site is run and compared with it, question by question.</summary>
public sealed class AskTests
{
    private static readonly int QuestionsEach = Effort.Of(25, 400);

    public static TheoryData<string> Names => Samples.Names();

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void The_script_answers_as_the_engine_does(string name) => AssertAlike(NodeTool.Find(), Samples.Get(name));

    [SkippableFact]
    public void The_script_tells_who_has_part_as_the_engine_does() => AssertAlike(NodeTool.Find(), InvolvedScheme.Sample);

    private static void AssertAlike(string node, Sample sample)
    {
        var publication = new Publication(sample.Input);
        var questions = new AskQuestions(publication, seed: 20261122).Take(QuestionsEach).ToImmutableArray();
        Assert.NotEmpty(questions);
        JsonArray answers = Run(node, sample, questions);
        Assert.Equal(questions.Length, answers.Count);
        int told = 0;
        int byRatio = 0;
        for (int i = 0; i < questions.Length; i++)
        {
            if (answers[i] is { } answer)
            {
                told++;
                Answer engine = publication.Space.WhoDecides(questions[i].Decision);
                if (AskQuestion.IsByRatio(publication.Definition, questions[i].Decision, engine, answer["dependsOn"]?.ToJsonString() ?? ""))
                {
                    byRatio++;
                    continue;
                }

                string expected = AnswerAsJson.Of(engine).ToJsonString();
                Assert.True(expected == AnswerAsJson.OfScript(answer.AsObject()).ToJsonString(), $"{questions[i]}\nengine: {expected}\nscript: {AnswerAsJson.OfScript(answer.AsObject()).ToJsonString()}");
            }
        }

        Assert.Equal(questions.Length, told);
        Assert.True(byRatio < questions.Length / 5, $"{byRatio} of {questions.Length} are not compared");
    }

    [SkippableTheory]
    [InlineData("99999.99", "1000000", "Director decides alone")]
    [InlineData("100000", "1000000", "Director decides alone")]
    [InlineData("100000.01", "1000000", "Board decides alone")]
    [InlineData("249999.99", "5000000", "Director decides alone")]
    [InlineData("250000.01", "5000000", "Board decides alone")]
    public void The_lower_of_a_figure_and_a_part_is_told_to_the_penny(string sum, string budget, string expected)
    {
        string node = NodeTool.Find();
        Sample sample = Samples.Compile("""
            use england.
            Trust is an NHS trust.
            Board is the board of Trust.
            Director is an officer of Trust.
            claims is a matter of Trust.
            claims budget is a measure in pounds.
            Trust delegates claims to Director up to the lower of £250,000, 10% of claims budget.
            """);
        var publication = new Publication(sample.Input);
        AskQuestion open = new AskQuestions(publication, seed: 1).First(question => question.Words.StartsWith("claims ", StringComparison.Ordinal));
        Decision decision = open.Decision with
        {
            Function = -1,
            Place = -1,
            Conditions = new Dictionary<int, bool>(),
            Amount = new AskedAmount(decimal.Parse(sum, CultureInfo.InvariantCulture), "GBP", "", Vat.Unstated),
            Measures = new Dictionary<int, decimal> { [0] = decimal.Parse(budget, CultureInfo.InvariantCulture) },
        };
        JsonObject answer = Assert.IsType<JsonObject>(Assert.Single(Run(node, sample, [open with { Pair = "", Decision = decision }])));
        Assert.Equal(expected, answer["summary"]?.GetValue<string>());
        Assert.Equal(AnswerAsJson.Of(publication.Space.WhoDecides(decision)).ToJsonString(), AnswerAsJson.OfScript(answer).ToJsonString());
    }

    private static JsonArray Run(string node, Sample sample, ImmutableArray<AskQuestion> questions)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-ask-");
        try
        {
            foreach (EmittedFile file in new HtmlEmitter().Emit(sample.Input).Where(file => file.Path.EndsWith(".js", StringComparison.Ordinal)))
            {
                string path = Path.Combine(folder.FullName, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder.FullName);
                File.WriteAllBytes(path, file.Content.ToArray());
            }

            string asked = Path.Combine(folder.FullName, "questions.json");
            string answered = Path.Combine(folder.FullName, "answers.json");
            File.WriteAllText(asked, new JsonArray([.. questions.Select(question => question.ToJson())]).ToJsonString());
            Tool.Run(node, Repository.PathOf("tests", "DelegationLang.Emit.Tests", "Html", "Scripts", "ask.js"), folder.FullName, asked, answered);
            return JsonNode.Parse(File.ReadAllText(answered))?.AsArray() ?? [];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
