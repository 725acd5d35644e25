using System.Text;
using BenchmarkDotNet.Attributes;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Testing.Generation;
using DelegationLang.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace DelegationLang.Benchmarks;

/// <summary>
/// Reading a file into our full tree, beside Roslyn's reading of as many bytes of ordinary C#. Garbage is collected between iterations.
/// The C# repeats its words more than people do, which Roslyn's caches like: the comparison is not in our favour.
/// </summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private string scheme = "";
    private string csharp = "";
    private NameTable names = NameTable.Empty;

    /// <summary>How many sentences the file has; ten thousand are about 1.4 MB.</summary>
    [Params(500, 10_000)]
    public int Sentences { get; set; }

    /// <summary>Writes both texts, of the same size in UTF-8.</summary>
    [GlobalSetup]
    public void Setup()
    {
        scheme = SchemeGenerator.Generate(Sentences, 1);
        csharp = PlainCSharp.Generate(Encoding.UTF8.GetByteCount(scheme), 1);
        SourceText law = LawLibrary.TryGet("england") ?? throw new InvalidOperationException("The law of England is missing.");
        names = NameTable.Collect([new SourceText("main.delegation", scheme), law]);
    }

    /// <summary>Roslyn's tree.</summary>
    [Benchmark(Baseline = true)]
    public object CSharp() => CSharpSyntaxTree.ParseText(csharp).GetRoot();

    /// <summary>Our tree, the names of the project being known.</summary>
    [Benchmark]
    public object Scheme() => Parser.Parse(new SourceText("main.delegation", scheme), names);

    /// <summary>Our tree, and before it the names of the file, as in a project of one file.</summary>
    [Benchmark]
    public object SchemeAndItsNames()
    {
        var source = new SourceText("main.delegation", scheme);
        return Parser.Parse(source, NameTable.Collect([source]));
    }
}
