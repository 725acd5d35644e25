using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using DelegationLang.Policy;

namespace DelegationLang.Benchmarks;

/// <summary>
/// Whether a manager may decide, asked in a program: by typed names, as emitted code does, and by strings; beside a dictionary by three strings of what
/// each may decide. Each measurement asks about 1,024 different decisions in turn.
/// </summary>
[MemoryDiagnoser]
public class PolicyBenchmarks
{
    private const int Questions = 1024;

    private LoadedScheme scheme = Loaded.None;
    private FrozenDictionary<(string, string, string), decimal> yardstick = FrozenDictionary<(string, string, string), decimal>.Empty;
    private Asked[] asked = [];

    /// <summary>How many rules the scheme has.</summary>
    [Params(1_000, 100_000)]
    public int Rules { get; set; }

    /// <summary>Loads the scheme, makes sure that all ways agree, and asks each question once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var written = new PolicyScheme(Rules);
        scheme = LoadedScheme.Load(written.Json);
        Loaded.Current = scheme.Space;
        yardstick = written.Yardstick(int.MaxValue);
        int step = Math.Max(1, written.Functions / Questions);
        asked = [.. Enumerable.Range(0, Questions).Select(i => new Asked(written, i * step % written.Functions, i))];
        for (int i = 0; i < Questions; i++)
        {
            if (Typed(asked[i]) != Table(asked[i]) || Strings(asked[i]) != Table(asked[i]))
            {
                throw new InvalidOperationException("The ways to ask do not agree.");
            }
        }
    }

    /// <summary>The yardstick.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Questions)]
    public int FrozenDictionary()
    {
        int yes = 0;
        foreach (Asked one in asked)
        {
            yes += Table(one) ? 1 : 0;
        }

        return yes;
    }

    /// <summary>By typed names.</summary>
    [Benchmark(OperationsPerInvoke = Questions)]
    public int TypedNames()
    {
        int yes = 0;
        foreach (Asked one in asked)
        {
            yes += Typed(one) ? 1 : 0;
        }

        return yes;
    }

    /// <summary>By strings.</summary>
    [Benchmark(OperationsPerInvoke = Questions)]
    public int ByStrings()
    {
        int yes = 0;
        foreach (Asked one in asked)
        {
            yes += Strings(one) ? 1 : 0;
        }

        return yes;
    }

    private static bool Typed(Asked one) =>
        Ask<Loaded>.May(one.Party, one.Function).At(one.Place).Worth(new Money<Sterling>(one.Pounds).PerContract).IsAllowedOn(PolicyScheme.Day);

    private bool Strings(Asked one) =>
        scheme.May(one.PartyName, one.FunctionName).At(one.PlaceName).Worth(one.Pounds, "contract").IsAllowedOn(PolicyScheme.Day);

    private bool Table(Asked one) => yardstick.TryGetValue((one.PartyName, one.FunctionName, one.PlaceName), out decimal limit) && one.Pounds <= limit;

    /// <summary>The loaded scheme as emitted code has it: a type.</summary>
    private readonly struct Loaded : IPolicyScheme
    {
        public static LoadedScheme None { get; } = LoadedScheme.Load("""{"format":"delegation-scheme","formatVersion":1,"scheme":{},"names":[],"space":{}}"""u8);

        public static DecisionSpace Current { get; set; } = None.Space;

        public static DecisionSpace Space => Current;
    }

    /// <summary>A question in both forms. The texts are not those that the scheme holds, as texts from outside never are.</summary>
    private sealed class Asked(PolicyScheme written, int function, int number)
    {
        public Party<Loaded> Party { get; } = new(3 + (2 * (function % written.Posts)));

        public Function<Loaded> Function { get; } = new(function);

        public Place<Loaded> Place { get; } = new(function % 8);

        public string PartyName { get; } = written.Manager(function);

        public string FunctionName { get; } = PolicyScheme.Function(function);

        public string PlaceName { get; } = PolicyScheme.Place(function);

        public decimal Pounds { get; } = PolicyScheme.ManagerLimit(function) + (number % 3 - 1);
    }
}
