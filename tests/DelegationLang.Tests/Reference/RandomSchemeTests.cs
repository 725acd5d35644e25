using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;
using Xunit.Abstractions;

namespace DelegationLang.Tests.Reference;

/// <summary>The random schemes are worth asking about: they read without a fault, and the answers are of every sort.</summary>
public sealed class RandomSchemeTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_sentence_and_question_reads_and_every_name_is_declared()
    {
        RandomRun.Check(output, Effort.Of(25, 300), (seed, size) => RandomScheme.Make(seed, size, 20), scheme =>
        {
            ReferenceAnswerer reference = ReferenceCompiler.Compile(scheme.Text);
            string? unread = reference.Errors.Select(error => error.Message)
                .Concat(scheme.Questions.Where(question => reference.Ask(question).Outcome == "error"))
                .FirstOrDefault();
            return unread is null ? null : $"{scheme.Text}\n{unread}";
        }, shrinks: false);
    }

    [Fact]
    public void Answers_are_of_every_sort()
    {
        // Always the same schemes, so that the shares do not change from run to run.
        int schemes = Effort.Of(140, 400);
        const int Questions = 30;
        var counts = new Dictionary<string, int>();
        void Count(string sort) => counts[sort] = counts.GetValueOrDefault(sort) + 1;
        for (int seed = 1; seed <= schemes; seed++)
        {
            var scheme = RandomScheme.Make(seed, seed % 100, Questions);
            ReferenceAnswerer reference = ReferenceCompiler.Compile(scheme.Text);
            foreach (Answer answer in scheme.Questions.Select(reference.Ask))
            {
                Count(answer.Outcome);
                Count(answer.Jointly ? "jointly" : "");
                Count(answer.Alternatives?.Count > 1 ? "several" : "");
                Count(answer.Exceptional?.Count > 0 ? "exceptional" : "");
                Count(answer.UnderContract == true ? "under contract" : "");
                (answer.DependsOn ?? []).ToList().ForEach(name => Count($"depends on {name}"));
            }
        }

        // At least so many of the 12,000 answers about 400 schemes, so that a generator that has gone one-sided is noticed.
        (string Sort, int Least)[] wanted =
        [
            ("decided", 2400), ("reserved", 600), ("depends", 1200), ("nobody", 150), ("yes", 300), ("no", 1000), ("jointly", 50), ("several", 300),
            ("exceptional", 80), ("under contract", 20), ("depends on amount", 900), ("depends on place", 250), ("depends on basis", 25), ("depends on VAT", 4),
            ("depends on novel", 150), ("depends on contract length", 20), ("depends on budget head", 20),
        ];
        foreach ((string sort, int least) in wanted)
        {
            Assert.True(counts.GetValueOrDefault(sort) >= least * schemes / 400, $"{sort}: {counts.GetValueOrDefault(sort)}");
        }

        Assert.False(counts.ContainsKey("error"));
    }

    [Fact]
    public void A_seed_gives_the_same_scheme_every_time() =>
        Assert.Equal(RandomScheme.Make(7, 50, 50).ToString(), RandomScheme.Make(7, 50, 50).ToString());
}
