using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using DelegationLang.Emit;
using DelegationLang.Emit.Json;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Benchmarks;

/// <summary>A ledger of a million lines held against the scheme of the integrated care board in one pass; and the memory of a hundred such schemes in one program.</summary>
internal static class LedgerBenchmark
{
    private const int Lines = 1_000_000;
    private const int Schemes = 100;
    private const double MostSeconds = 4;
    private const double MostMegabytes = 25;

    /// <summary>Measures, and reports; exits with 1 when it took more time or memory than it should.</summary>
    public static int Run()
    {
        byte[] json = Build();
        (double held, LoadedScheme scheme) = Hold(json);
        string csv = Write(scheme);
        using var process = Process.GetCurrentProcess();
        var times = new List<double>();
        (int Allowed, int Once, int Depends, int Refused, int Unfit) count = default;
        for (int run = 0; run < 3; run++)
        {
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            count = Decide(LoadedScheme.Load(json), csv);
            process.Refresh();
            times.Add((process.TotalProcessorTime - before).TotalSeconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {Lines} lines, {csv.Length / 1e6:0} MB: {count.Allowed} allowed, {count.Once} once something is done, {count.Depends} depend, {count.Refused} refused, {count.Unfit} could not be asked
            processor time   {string.Join(", ", times.Select(time => time.ToString("0.00", CultureInfo.InvariantCulture)))} s, loading included (at most {MostSeconds:0})
            {Schemes} schemes held {held:0.0} MB, of {json.Length / 1e3:0} kB each (at most {MostMegabytes:0})
            """));
        return times.Min() <= MostSeconds && held <= MostMegabytes ? 0 : 1;
    }

    private static byte[] Build()
    {
        MemoryFiles files = Directory.EnumerateFiles(Repository.PathOf("examples", "west-yorkshire-icb"), "*.delegation").Order(StringComparer.Ordinal)
            .Aggregate(MemoryFiles.Empty, (all, file) => all.With(Path.GetFileName(file), File.ReadAllText(file)));
        Compilation compilation = Project.OfFolder(files).Compile(new DateOnly(2026, 5, 1));
        return new JsonEmitter().Emit(EmitInput.Of(compilation.Model, compilation.Engine)).Single().Content.ToArray();
    }

    // Each is loaded by itself and asked once, as a program for many bodies would.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (double Held, LoadedScheme First) Hold(byte[] json)
    {
        Ask(LoadedScheme.Load(json));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        LoadedScheme[] schemes = [.. Enumerable.Range(0, Schemes).Select(_ => LoadedScheme.Load(json))];
        Array.ForEach(schemes, Ask);
        double held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        GC.KeepAlive(schemes);
        return (held, schemes[0]);
    }

    private static void Ask(LoadedScheme scheme) =>
        scheme.May("Leeds Place Director", "podiatry").At("Leeds").Worth(400_000, "contract").RequireOn(new DateOnly(2026, 5, 1));

    // Post, subject, place, pounds, day: about one line in a hundred names a post that the scheme does not have.
    private static string Write(LoadedScheme scheme)
    {
        var random = new Random(20261122);
        string[] posts = [.. scheme.Space.Definition.Parties.Where(party => party.Kind != PartyKind.Organisation).Select(party => party.Name).Where(name => scheme.TryParty(name, out _))];
        string[] functions = [.. scheme.Space.Definition.Subjects.Where(subject => subject.Kind == SubjectKind.Function).Select(subject => subject.Name).Where(name => scheme.TrySubject(name, out _))];
        string[] places = [.. scheme.Space.Definition.Places.Select(place => place.Name).Where(name => scheme.TryPlace(name, out _))];
        using var lines = new StringWriter(CultureInfo.InvariantCulture);
        for (int i = 0; i < Lines; i++)
        {
            string post = random.Next(100) == 0 ? "Clerk of Works" : posts[random.Next(posts.Length)];
            lines.Write(string.Create(CultureInfo.InvariantCulture,
                $"{post},{functions[random.Next(functions.Length)]},{places[random.Next(places.Length)]},{random.Next(1, 4_000_000)},{new DateOnly(2026, 4, 1).AddDays(random.Next(700)):yyyy-MM-dd}\n"));
        }

        return lines.ToString();
    }

    private static (int Allowed, int Once, int Depends, int Refused, int Unfit) Decide(LoadedScheme scheme, string csv)
    {
        (int Allowed, int Once, int Depends, int Refused, int Unfit) count = default;
        using var reader = new StringReader(csv);
        foreach (DecisionResult result in scheme.DecideEach(Read(reader)))
        {
            switch (result.Standing?.Kind)
            {
                case StandingKind.Allowed:
                    count.Allowed++;
                    break;
                case StandingKind.AllowedOnce:
                    count.Once++;
                    break;
                case StandingKind.Depends:
                    count.Depends++;
                    break;
                case StandingKind.No:
                    count.Refused++;
                    break;
                default:
                    count.Unfit++;
                    break;
            }
        }

        return count;
    }

    private static IEnumerable<DecisionRequest> Read(StringReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split(',');
            yield return new DecisionRequest(fields[0], fields[1], DateOnly.ParseExact(fields[4], "yyyy-MM-dd", CultureInfo.InvariantCulture))
            {
                Place = fields[2],
                Amount = decimal.Parse(fields[3], CultureInfo.InvariantCulture),
                Basis = "contract",
            };
        }
    }
}
