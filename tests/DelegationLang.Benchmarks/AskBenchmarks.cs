using BenchmarkDotNet.Attributes;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Testing.Generation;

namespace DelegationLang.Benchmarks;

/// <summary>One question, read and answered, about a scheme of ten thousand sentences that is already loaded.</summary>
[MemoryDiagnoser]
public class AskBenchmarks
{
    private DecisionEngine? engine;

    /// <summary>What is asked.</summary>
    [ParamsSource(nameof(Questions))]
    public Question Asked { get; set; } = new("", "");

    /// <summary>Questions of every form, about chains, tiers, conditions and what depends.</summary>
    public static IEnumerable<Question> Questions =>
    [
        new("chain at a place", $"who decides {SchemeNames.PartOf(SchemeNames.Function(300), 1)} at {SchemeNames.Place(0)} worth £20,000 per contract on 1 May 2026?"),
        new("no place, no amount", $"who decides {SchemeNames.PartOf(SchemeNames.Function(300), 1)}?"),
        new("table of tiers", $"who decides award of {SchemeNames.Function(301)} contracts for {SchemeNames.Function(301)} worth £90,000 per contract on 1 May 2026?"),
        new("condition not given", $"who decides {SchemeNames.PartOf(SchemeNames.Function(302), 0)} worth £90,000 per contract on 1 May 2026?"),
        new("reserved", $"who decides changing {SchemeNames.Function(300)} on 1 May 2026?"),
        new("may", $"may {SchemeNames.Place(0)} Director decide {SchemeNames.Function(300)} at {SchemeNames.Place(0)} worth £900,000 per contract on 1 May 2026?"),
        new("what may: manager", $"what may {SchemeNames.Place(0)} Manager decide on 1 May 2026?"),
        new("what may: finance", "what may Finance Director decide on 1 May 2026?"),
    ];

    /// <summary>Loads the scheme, and makes sure that it understands the question.</summary>
    [GlobalSetup]
    public void Setup()
    {
        engine = WholeCheck.Run(SchemeGenerator.Generate(10_000, 1)).Engine;
        if (Ask().Outcome == Outcome.Error)
        {
            throw new InvalidOperationException($"The scheme does not understand: {Asked.Text} {Ask().Message}");
        }
    }

    /// <summary>Asks.</summary>
    [Benchmark]
    public Answer Ask() => (engine ?? throw new InvalidOperationException("No scheme is loaded.")).Ask(Asked.Text, WholeCheck.Day);

    /// <summary>A question, with a name for the table of results.</summary>
    public sealed record Question(string Name, string Text)
    {
        /// <inheritdoc/>
        public override string ToString() => Name;
    }
}
