using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace DelegationLang.Tests.Reference.Generation;

/// <summary>A random scheme and random questions about it.</summary>
internal sealed record RandomScheme(ImmutableArray<string> Sentences, ImmutableArray<string> Questions)
{
    /// <summary>The scheme as a file.</summary>
    public string Text => string.Join('\n', Sentences) + "\n";

    /// <summary>Makes a scheme, and random questions about it.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="size">From 0 to about 100: a larger one gives more sentences.</param>
    /// <param name="questions">How many questions.</param>
    /// <param name="hasFaults">Whether a few sentences are to be in error.</param>
    public static RandomScheme Make(int seed, int size, int questions, bool hasFaults = false)
    {
        var dice = new Dice(seed);
        (World world, ImmutableArray<string> sentences) = Write(dice, size, hasFaults);
        var writer = new QuestionWriter(dice, world);
        return new RandomScheme(sentences, [.. Enumerable.Range(0, questions).Select(_ => writer.Write())]);
    }

    /// <summary>Makes a scheme, and for each of its subjects the questions at, just under and just over each figure, and on, before and after each day that it speaks of.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="size">From 0 to about 100: a larger one gives more sentences.</param>
    public static RandomScheme MakeWithQuestionsAroundLimits(int seed, int size)
    {
        var dice = new Dice(seed);
        (World world, ImmutableArray<string> sentences) = Write(dice, size, false);
        return new RandomScheme(sentences, [.. new QuestionWriter(dice, world).AroundEachLimit()]);
    }

    /// <summary>Random schemes for properties to be tried on.</summary>
    /// <param name="make">Makes the scheme of a seed and a size.</param>
    /// <param name="shrinks">Whether a failing one is made smaller, by dropping sentences and questions: not where the check is that the whole is valid.</param>
    public static Arbitrary<RandomScheme> Arbitrary(Func<int, int, RandomScheme> make, bool shrinks) => Arb.From(
        Gen.Sized(size => Gen.Choose(int.MinValue, int.MaxValue).Select(seed => make(seed, size))),
        scheme => shrinks ? scheme.Smaller() : []);

    /// <inheritdoc/>
    public override string ToString() => $"{Text}\n{string.Join('\n', Questions)}";

    private static (World World, ImmutableArray<string> Sentences) Write(Dice dice, int size, bool hasFaults)
    {
        World world = new WorldWriter(dice).Write();
        List<string> sentences = new SentenceWriter(dice, world).Write(3 + Math.Min(9, size / 12) + dice.Below(4));
        if (hasFaults)
        {
            sentences = new FaultWriter(dice, world).Spoil(sentences);
        }

        return (world, [.. world.Sentences, .. sentences]);
    }

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
