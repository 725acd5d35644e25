using Xunit.Abstractions;

namespace DelegationLang.Tests.Reference;

/// <summary>The engine answers random questions about random schemes as the reference evaluator does, most of them at, just under or just over a limit or a date.</summary>
public sealed class EngineAgreesWithReferenceTests(ITestOutputHelper output)
{
    private const int Schemes = 2_000;

    private const int Questions = 50;

    [Fact]
    public void On_random_questions_about_random_schemes()
    {
        var comparison = new Comparison(EngineAnswerer.Compile);
        RandomRun.Check(output, Schemes, Questions, comparison.FirstDisagreement);
        output.WriteLine($"{comparison.Questions} questions about {Schemes} schemes; {comparison.Dropped} of {comparison.Sentences} sentences left out as errors");
        foreach ((string code, int count) in comparison.DroppedByCode.OrderByDescending(pair => pair.Value))
        {
            output.WriteLine($"  {code}: {count}");
        }

        Assert.True(comparison.Questions >= Schemes * Questions);
        Assert.True(comparison.Dropped * 50 < comparison.Sentences, "Too many sentences of random schemes are in error.");
    }

    [Fact]
    public void On_what_sentences_in_error_still_take_away()
    {
        var comparison = new Comparison(EngineAnswerer.Compile, keepsFaults: true);
        RandomRun.Check(output, 400, Questions, comparison.FirstDisagreement, hasFaults: true);
        output.WriteLine($"{comparison.Questions} questions");
    }
}
