using System.Collections.Concurrent;
using DelegationLang.Tests.Reference.Generation;
using Xunit.Abstractions;

namespace DelegationLang.Tests.Reference;

/// <summary>The random schemes are worth asking about: they read without a fault, and the answers are of every sort.</summary>
public sealed class RandomSchemeTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_sentence_and_question_reads_and_every_name_is_declared()
    {
        RandomRun.Check(output, 300, 20, scheme =>
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
        var counts = new ConcurrentDictionary<string, int>();
        void Count(string sort) => counts.AddOrUpdate(sort, 1, (_, count) => count + 1);
        RandomRun.Check(output, 400, 30, scheme =>
        {
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

            return null;
        });

        // At least so many in a thousand answers, so that a generator that has gone one-sided is noticed.
        (string Sort, int Least)[] wanted =
        [
            ("decided", 200), ("reserved", 40), ("depends", 80), ("nobody", 10), ("yes", 20), ("no", 80), ("jointly", 4), ("several", 20), ("exceptional", 5),
            ("under contract", 2), ("depends on amount", 40), ("depends on place", 5), ("depends on basis", 2), ("depends on VAT", 0), ("depends on novel", 5),
            ("depends on contract length", 1), ("depends on budget head", 1),
        ];
        foreach ((string sort, int least) in wanted)
        {
            Assert.True(counts.GetValueOrDefault(sort) * 1000 >= least * 400 * 30, $"{sort}: {counts.GetValueOrDefault(sort)}");
        }

        Assert.False(counts.ContainsKey("error"));
    }

    [Fact]
    public void A_seed_gives_the_same_scheme_every_time() =>
        Assert.Equal(RandomScheme.Make(7, 50, 50).ToString(), RandomScheme.Make(7, 50, 50).ToString());
}
