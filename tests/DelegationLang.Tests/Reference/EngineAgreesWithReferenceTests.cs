using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;
using Xunit.Abstractions;

namespace DelegationLang.Tests.Reference;

/// <summary>The engine answers questions about random schemes as the reference evaluator does.</summary>
public sealed class EngineAgreesWithReferenceTests(ITestOutputHelper output)
{
    private static readonly int Schemes = Effort.Of(50, 2_000);

    private const int Questions = 50;

    [Fact]
    public void On_random_questions_about_random_schemes()
    {
        var comparison = new Comparison(EngineAnswerer.Compile);
        RandomRun.Check(output, Schemes, (seed, size) => RandomScheme.Make(seed, size, Questions), comparison.FirstDisagreement);
        output.WriteLine($"{comparison.Questions} questions about {Schemes} schemes; {comparison.Dropped} of {comparison.Sentences} sentences left out as errors");
        foreach ((string code, int count) in comparison.DroppedByCode.OrderByDescending(pair => pair.Value))
        {
            output.WriteLine($"  {code}: {count}");
        }

        Assert.True(comparison.Questions >= Schemes * Questions);
        Assert.True(comparison.Dropped * 50 < comparison.Sentences, "Too many sentences of random schemes are in error.");
    }

    [Fact]
    public void Around_each_limit_and_day_of_random_schemes()
    {
        var comparison = new Comparison(EngineAnswerer.Compile);
        RandomRun.Check(output, Effort.Of(8, 100), RandomScheme.MakeWithQuestionsAroundLimits, comparison.FirstDisagreement);
        output.WriteLine($"{comparison.Questions} questions");
    }

    [Fact]
    public void Whoever_keeps_authority_above_may_decide()
    {
        int kept = 0;
        RandomRun.Check(output, Effort.Of(20, 400), (seed, size) => RandomScheme.Make(seed, size, Questions), scheme =>
        {
            var engine = EngineAnswerer.Compile(scheme.Text);
            foreach (string question in scheme.Questions.Where(question => question.StartsWith("who decides", StringComparison.Ordinal)))
            {
                Interlocked.Increment(ref kept);
                if (engine.KeptWrongly(question) is { } name)
                {
                    return $"{scheme.Text}\n{question}\n{name} is said to keep its authority, and may not decide it\n";
                }
            }

            return null;
        });
        output.WriteLine($"{kept} questions");
    }

    [Fact]
    public void On_what_sentences_in_error_still_take_away()
    {
        var comparison = new Comparison(EngineAnswerer.Compile, keepsFaults: true);
        RandomRun.Check(output, Effort.Of(20, 400), (seed, size) => RandomScheme.Make(seed, size, Questions, hasFaults: true), comparison.FirstDisagreement);
        output.WriteLine($"{comparison.Questions} questions");
    }
}
