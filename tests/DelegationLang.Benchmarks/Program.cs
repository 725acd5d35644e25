using System.Globalization;
using BenchmarkDotNet.Running;
using DelegationLang.Benchmarks;
using DelegationLang.Testing.Generation;

// dotnet run -c Release --project tests/DelegationLang.Benchmarks -- …
//   --filter '*'                     the benchmarks proper, with all the options of BenchmarkDotNet
//   cold [RUNS]                      how long a cold `check` takes beside an empty program
//   large [RUNS]                     time and memory of checking ten thousand sentences
//   many [ROUNDS [PROGRAM [OTHER]]]  time and memory of one check of many schemes, on all cores and on one, beside another program
//   server [ROUNDS [PROGRAM]]        how long an author waits for the language server at three thousand lines
//   map [ROUNDS [PROGRAM]]           how long until the map beside the text shows what was typed, at three thousand lines
//   changes                          time and memory of comparing two versions, whole and in an editor, and of what is different on which day
//   load                             time and memory of loading a hundred thousand rules from JSON
//   ledger                           a million lines of a ledger in one pass, and the memory of a hundred schemes
//   site [SENTENCES]                 time and sizes of building the pages of a generated scheme
//   shapes [SIZES] [WORDS]             time and memory of schemes that have very much of one thing, beside a mixed one; WORDS choose some of them
//   shape NAME COUNT FILE            writes a scheme that has so many of one thing
//   scheme SENTENCES SEED FILE       writes a generated scheme, to try things on
switch (args)
{
    case ["cold", .. var rest]:
        return ColdStart.Run(rest);
    case ["large", .. var rest]:
        return LargeScheme.Run(rest);
    case ["many", .. var rest]:
        return ManySchemes.Run(rest);
    case ["server", .. var rest]:
        return ServerBenchmark.Run(rest);
    case ["map", .. var rest]:
        return MapBenchmark.Run(rest);
    case ["changes"]:
        return ChangeBenchmark.Run();
    case ["load"]:
        return LoadBenchmark.Run();
    case ["ledger"]:
        return LedgerBenchmark.Run();
    case ["site", .. var rest]:
        return SiteBenchmark.Run(rest);
    case ["shapes", .. var rest]:
        return ShapeBenchmark.Run(rest);
    case [ShapeWork.Command, var from, .. var rest]:
        return ShapeWork.Run(from, rest);
    case ["shape", var name, var many, var file]:
        File.WriteAllText(file, SchemeShapes.All.Single(shape => shape.Name == name).Write(int.Parse(many, CultureInfo.InvariantCulture), 1));
        return 0;
    case ["scheme", var sentences, var seed, var file]:
        return SchemeFile.Write(sentences, seed, file);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ColdStart).Assembly).Run(args);
        return 0;
}
