using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DelegationLang.Diagnostics;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Conformance;

/// <summary>One question of a case, with what must come out of it.</summary>
public sealed record ExpectedAnswer(string Question, string Outcome, string Deciders, string Jointly);

/// <summary>One diagnostic of a case: its code, and the lines within which its primary span starts.</summary>
public sealed record ExpectedDiagnostic(string Code, int FirstLine, int LastLine);

/// <summary>A folder of <c>tests/samples/conformance</c>, <c>defects</c> or <c>reported</c>: a small scheme and what must come out of it.</summary>
internal sealed class ConformanceCase
{
    private static readonly ImmutableArray<string> Folders =
        [.. ((string[])["conformance", "defects", "reported"]).SelectMany(suite => Directory.EnumerateDirectories(Repository.PathOf("tests", "samples", suite)))];

    private readonly string folder;

    private static readonly Dictionary<string, ConformanceCase> Loaded = new(StringComparer.Ordinal);

    private ConformanceCase(string name)
    {
        Name = name;
        folder = Folders.Single(path => Path.GetFileName(path) == name);
        var bytes = File.ReadAllBytes(PathOf("scheme.delegation"));
        Compilation = Project.OfFile(MemoryFiles.Empty.With("scheme.delegation", [.. bytes]), "scheme.delegation").Compile(new DateOnly(2026, 5, 1));
        Questions = [.. Rows("questions.tsv").Select(row => new ExpectedAnswer(row[0], row[1], row[2], row[3]))];
        Diagnostics = [.. Rows("diagnostics.tsv").Select(Diagnostic)];
    }

    public static IEnumerable<string> Names => Folders.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public string Name { get; }

    public Compilation Compilation { get; }

    public ImmutableArray<ExpectedAnswer> Questions { get; }

    /// <summary>The errors and warnings that the folder expects.</summary>
    public ImmutableArray<ExpectedDiagnostic> Diagnostics { get; }

    public static ConformanceCase Load(string name)
    {
        lock (Loaded)
        {
            if (!Loaded.TryGetValue(name, out ConformanceCase? found))
            {
                found = new ConformanceCase(name);
                Loaded.Add(name, found);
            }

            return found;
        }
    }

    /// <summary>The errors and warnings that are reported, one a line.</summary>
    public string Reported() => string.Join('\n', Compilation.Diagnostics
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Select(diagnostic => string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Code} line {diagnostic.Location.Line}: {diagnostic.Message}")));

    private IEnumerable<string[]> Rows(string file)
    {
        var path = PathOf(file);
        return File.Exists(path)
            ? File.ReadLines(path, Encoding.UTF8).Where(line => line.Length > 0).Select(line => line.Split('\t'))
            : [];
    }

    private string PathOf(string file) => Path.Combine(folder, file);

    private static ExpectedDiagnostic Diagnostic(string[] row)
    {
        var lines = row[1].Split('-').Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToList();
        return new ExpectedDiagnostic(row[0], lines[0], lines[^1]);
    }
}
