using BenchmarkDotNet.Attributes;
using DelegationLang.Testing.Generation;

namespace DelegationLang.Benchmarks;

/// <summary>From the text of a scheme to all its findings and the outcome of its scenarios, the law library read as well.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private string scheme = "";

    /// <summary>How many sentences the scheme has.</summary>
    [Params(500, 10_000)]
    public int Sentences { get; set; }

    /// <summary>Writes the scheme.</summary>
    [GlobalSetup]
    public void Setup() => scheme = SchemeGenerator.Generate(Sentences, 1);

    /// <summary>Reads, binds, applies every rule, makes the engine, tries every scenario and sorts what there is to report.</summary>
    [Benchmark]
    public object Check() => WholeCheck.Run(scheme);
}
