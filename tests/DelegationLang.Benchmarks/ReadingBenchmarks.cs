using System.Text;
using BenchmarkDotNet.Attributes;
using DelegationLang.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DelegationLang.Benchmarks;

/// <summary>Reading a file, beside Roslyn's reading of as many bytes of ordinary C#. Garbage is collected between iterations.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private string scheme = "";
    private string csharp = "";

    /// <summary>How many sentences the file has; ten thousand are about 1.3 MB.</summary>
    [Params(500, 10_000)]
    public int Sentences { get; set; }

    /// <summary>Writes both texts, of the same size.</summary>
    [GlobalSetup]
    public void Setup()
    {
        scheme = SchemeGenerator.Generate(Sentences, 1);
        csharp = PlainCSharp.Generate(Encoding.UTF8.GetByteCount(scheme), 1);
    }

    /// <summary>Roslyn's tree.</summary>
    [Benchmark(Baseline = true)]
    public SyntaxNode CSharp() => CSharpSyntaxTree.ParseText(csharp).GetRoot();
}
