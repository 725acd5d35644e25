using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Joining;

/// <summary>That joined schemes answer as one scheme does that says all that they say, and that nobody's own scheme is changed by another's.</summary>
public sealed class JoinedAnswersTests
{
    private static readonly int Pairs = Effort.Of(20, 200);
    private const int Questions = 12;
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void Each_end_of_a_pair_answers_as_one_scheme_of_both_does()
    {
        var asked = 0;
        for (var seed = 0; seed < Pairs; seed++)
        {
            var pair = new PairOfSchemes(seed);
            Compilation both = Compile(MemoryFiles.Empty.With("main.delegation", pair.BothText), seed, pair.BothText);
            Compilation first = Compile(PairOfSchemes.Joined(pair.FirstText, "beta", pair.SecondText), seed, pair.FirstText);
            Compilation second = Compile(PairOfSchemes.Joined(pair.SecondText, "alpha", pair.FirstText), seed, pair.SecondText);
            for (var i = 0; i < Questions; i++)
            {
                var question = pair.Question();
                var wanted = AnswerKey.Of(both.Engine.Ask(question, Today));
                AssertSame(wanted, AnswerKey.Of(first.JoinedEngine.Ask(question, Today), PairOfSchemes.First), seed, question, first, pair);
                AssertSame(wanted, AnswerKey.Of(second.JoinedEngine.Ask(question, Today), PairOfSchemes.Second), seed, question, second, pair);
                asked += 2;
            }
        }

        Assert.Equal(Pairs * Questions * 2, asked);
    }

    [Fact]
    public void What_another_scheme_says_changes_nothing_about_ones_own_parties()
    {
        var changed = 0;
        for (var seed = 0; seed < Pairs; seed++)
        {
            // The other end is of another pair: the two agree on nothing but their names.
            var own = new PairOfSchemes(seed);
            var other = new PairOfSchemes(seed + 100_000);
            Compilation compilation = Compile(PairOfSchemes.Joined(own.FirstText, "beta", other.SecondText), seed, own.FirstText);
            string[] parties = ["Board", "Quality Group A", "Director A", "Manager A", "Finance Director", "Deputy A", PairOfSchemes.First];
            for (var i = 0; i < Questions; i++)
            {
                var question = own.Question();
                Answer alone = compilation.Engine.Ask(question, Today);
                Answer joined = compilation.JoinedEngine.Ask(question, Today);
                changed += AnswerKey.Of(alone) == Named(joined) ? 0 : 1;
                if (alone.Outcome is Outcome.Decided or Outcome.Reserved && alone.Deciders.All(parties.Contains))
                {
                    Assert.True(AnswerKey.Of(alone) == Named(joined), $"seed {seed}: {question}\n{AnswerText.Write(alone)}\n{AnswerText.Write(joined)}");
                }

                foreach (var party in parties)
                {
                    var may = question.Replace("who decides", $"may {party} decide", StringComparison.Ordinal);
                    Answer before = compilation.Engine.Ask(may, Today);
                    Answer after = compilation.JoinedEngine.Ask(may, Today);
                    Assert.True(
                        before.Outcome == after.Outcome || before.Outcome == Outcome.Depends,
                        $"seed {seed}: {may}\n{AnswerText.Write(before)}\n{AnswerText.Write(after)}");
                    Assert.NotEqual(Outcome.Error, after.Outcome);
                }
            }
        }

        // Where the scheme leaves something with the other body, that goes on.
        Assert.True(changed > Pairs, $"{changed} answers went on");
    }

    // Who acts for the other body is known by its scheme alone.
    private static string Named(Answer joined) => AnswerKey.Of(joined, name => name.Replace($"Board of {PairOfSchemes.Second}", PairOfSchemes.Second, StringComparison.Ordinal));

    private static Compilation Compile(MemoryFiles files, int seed, string text)
    {
        Compilation compilation = Project.OfFolder(files).Compile(Today);
        Assert.True(!compilation.HasErrors, $"seed {seed}\n{string.Join('\n', compilation.Diagnostics.Select(finding => $"{finding.Code} {finding.Location.File}:{finding.Location.Line} {finding.Message}"))}\n{text}");
        return compilation;
    }

    private static void AssertSame(string wanted, string found, int seed, string question, Compilation compilation, PairOfSchemes pair) => Assert.True(
        wanted == found,
        $"seed {seed}: {question}\n--- one scheme\n{wanted}\n--- joined\n{found}\n{AnswerText.Write(compilation.JoinedEngine.Ask(question, Today))}\n{pair.BothText}\n=====\n{pair.FirstText}\n=====\n{pair.SecondText}");
}
