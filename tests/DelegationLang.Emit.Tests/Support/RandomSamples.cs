using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Decisions;
using DelegationLang.Emit.Decisions;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference;
using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>A decision that was asked about at random, and of whom it was asked whether they may decide it.</summary>
internal sealed record AskedDecision(Decision Decision, int Party);

/// <summary>Schemes with questions for engines that answer from what is emitted: the examples, and random schemes. <c>DELEGATION_SEED</c> chooses them.</summary>
internal static class RandomSamples
{
    public static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("DELEGATION_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value & 0x3FFFFFFF : Environment.TickCount & 0x3FFFFFFF;

    private static readonly ConcurrentDictionary<Sample, Lazy<string>> Decisions = new(ReferenceEqualityComparer.Instance);

    private static readonly Lazy<(Sample Sample, AskedDecision[] Asked)[]> Engines = new(() =>
    [
        .. OfExamples(Effort.Of(30, 200)),
        Of(PassingScheme.Sample, 0, 200),
        .. OfSeeds(Effort.Of(7, 200), Effort.Of(30, 200)),
    ]);

    /// <summary>What every engine is asked: of the examples and of 7 random schemes 30 questions each, and of one in which names pass on 200; in the long form of 200 schemes 200.</summary>
    public static (Sample Sample, AskedDecision[] Asked)[] ForEngines => Engines.Value;

    /// <summary>The decisions.json of a scheme, made once.</summary>
    public static string DecisionsOf(Sample sample) => Decisions.GetOrAdd(sample, _ => new Lazy<string>(() => new DecisionsEmitter().Emit(sample.Input).Single().ToText())).Value;

    /// <summary>The examples, with decisions around their limits.</summary>
    public static IEnumerable<(Sample Sample, AskedDecision[] Asked)> OfExamples(int questions) => Samples.All
        .Where(sample => File.Exists(Testing.Repository.PathOf("examples", sample.Name, "main.delegation")))
        .Select((sample, i) => Of(sample, i, questions));

    /// <summary>Random schemes, with random questions.</summary>
    public static IEnumerable<(Sample Sample, AskedDecision[] Asked)> OfSeeds(int schemes, int questions) =>
        Enumerable.Range(0, schemes).AsParallel().AsOrdered().Select(i => Make(Seed + i, i % 100, questions));

    private static (Sample Sample, AskedDecision[] Asked) Of(Sample sample, int number, int questions) =>
        (sample, [.. AskedOf(new AskQuestions(new Publication(sample.Input), Seed + number).Select(question => question.Decision), sample, Seed + number).Take(questions)]);

    private static (Sample Sample, AskedDecision[] Asked) Make(int seed, int size, int questions)
    {
        var scheme = RandomScheme.Make(seed, size, questions + (questions / 4) + 20);

        // Which declarations are in error is for the engine to say: they are left out, as where the engine itself is compared with the reference.
        for (HashSet<int> faulty = FaultyIn(scheme); faulty.Count > 0; faulty = FaultyIn(scheme))
        {
            scheme = scheme with { Sentences = [.. scheme.Sentences.Where((_, i) => !faulty.Contains(i))] };
        }

        string name = FormattableString.Invariant($"DELEGATION_SEED={seed}");
        Sample sample = Samples.Compile(name, [("scheme.delegation", scheme.Text)], scheme.Questions);

        // Programs ask with one amount.
        IEnumerable<Decision> decisions = scheme.Questions.Select(question => sample.Engine.Answerer.DecisionOf(question, Samples.Today)).OfType<Decision>().Where(decision => decision.FurtherAmounts.IsEmpty);
        return (sample, [.. AskedOf(decisions, sample, seed).Take(questions)]);
    }

    private static HashSet<int> FaultyIn(RandomScheme scheme) =>
        [.. EngineAnswerer.Compile(scheme.Text).Errors.Select(error => SentenceAt(scheme.Sentences, error.Line))];

    private static int SentenceAt(ImmutableArray<string> sentences, int line)
    {
        int last = 0;
        int index = 0;
        while (index < sentences.Length - 1 && line > (last += sentences[index].Count(c => c == '\n') + 1))
        {
            index++;
        }

        return index;
    }

    // Mostly of those whom the answer speaks of, who may or keep authority; now and then of anybody.
    private static IEnumerable<AskedDecision> AskedOf(IEnumerable<Decision> decisions, Sample sample, int seed)
    {
        var dice = new Dice(seed);
        SpaceDefinition definition = sample.Input.Space.Definition;
        (string, DateRange)[] subjects = [.. definition.Subjects.Select(subject => (subject.Name, subject.Lifetime))];
        foreach (Decision decision in decisions.Where(decision => IsBorne(subjects, decision.Function, decision.Day) && IsBorne(subjects, decision.Matter, decision.Day)))
        {
            DelegationLang.Policy.Answer answer = sample.Input.Space.WhoDecides(decision);
            string[] names = [.. answer.Deciders, .. answer.KeepAuthority, .. answer.Chain.Select(link => link.Party), .. answer.Cases.SelectMany(one => one.Answer.KeepAuthority)];
            int[] near = [.. Enumerable.Range(0, definition.Parties.Length).Where(party => names.Contains(definition.Parties[party].Name))];
            int chosen = near.Length > 0 && dice.Chance(75) ? near[dice.Below(near.Length)] : dice.Below(definition.Parties.Length);
            if (IsBorne([.. definition.Parties.Select(party => (party.Name, party.Lifetime))], chosen, decision.Day))
            {
                yield return new AskedDecision(decision with { IsDayAssumed = false }, chosen);
            }
        }
    }

    // Programs ask by name: of what bears a name before or after something else, they can ask on its own days alone.
    private static bool IsBorne((string Name, DateRange Days)[] named, int index, DateOnly day) =>
        index < 0 || named[index].Days.Contains(day) || named.Count(other => other.Name == named[index].Name) == 1;
}
