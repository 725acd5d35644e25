using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace DelegationLang.Tests.Reference.Generation;

/// <summary>A random scheme and random questions about it.</summary>
internal sealed record RandomScheme(ImmutableArray<string> Sentences, ImmutableArray<string> Questions)
{
    /// <summary>The scheme as a file.</summary>
    public string Text => string.Join('\n', Sentences) + "\n";

    /// <summary>Makes the scheme of a seed. A larger size gives more sentences.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="size">From 0 to about 100.</param>
    /// <param name="questions">How many questions.</param>
    /// <param name="hasFaults">Whether a few sentences are to be in error.</param>
    public static RandomScheme Make(int seed, int size, int questions, bool hasFaults = false)
    {
        var dice = new Dice(seed);
        World world = new WorldWriter(dice).Write();
        List<string> sentences = new SentenceWriter(dice, world).Write(3 + Math.Min(9, size / 12) + dice.Below(4));
        if (hasFaults)
        {
            sentences = new FaultWriter(dice, world).Spoil(sentences);
        }

        var writer = new QuestionWriter(dice, world);
        return new RandomScheme(
            [.. world.Sentences, .. sentences],
            [.. Enumerable.Range(0, questions).Select(_ => writer.Write())]);
    }

    /// <summary>Schemes with so many questions each.</summary>
    /// <param name="questions">How many.</param>
    /// <param name="shrinks">Whether a failing one is made smaller, by dropping sentences and questions: not where the check is that the whole is valid.</param>
    /// <param name="hasFaults">Whether a few sentences are to be in error.</param>
    public static Arbitrary<RandomScheme> Arbitrary(int questions, bool shrinks, bool hasFaults) => Arb.From(
        Gen.Sized(size => Gen.Choose(int.MinValue, int.MaxValue).Select(seed => Make(seed, size, questions, hasFaults))),
        scheme => shrinks ? scheme.Smaller() : []);

    /// <inheritdoc/>
    public override string ToString() => $"{Text}\n{string.Join('\n', Questions)}";

    private IEnumerable<RandomScheme> Smaller()
    {
        if (Questions.Length > 1)
        {
            return Questions.Select(question => this with { Questions = [question] });
        }

        // The scheme sentence and the libraries stay; everything else may go, what was written last first.
        return Enumerable.Range(2, Math.Max(0, Sentences.Length - 2)).Reverse().Select(index => this with { Sentences = Sentences.RemoveAt(index) });
    }
}
