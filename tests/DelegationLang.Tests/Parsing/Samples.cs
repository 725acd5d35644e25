using System.Collections.Immutable;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>Every scheme that this repository holds: the samples of the tests, the examples, the libraries of law.</summary>
internal static class Samples
{
    private static readonly Lazy<ImmutableArray<string>> LazyFiles = new(Find);
    private static readonly Lazy<NameTable> LazyNames = new(() => NameTable.Collect(LazyFiles.Value.Select(Read)));

    /// <summary>The files, below the root of the repository, with forward slashes.</summary>
    public static ImmutableArray<string> Files => LazyFiles.Value;

    /// <summary>The names that all of them declare together.</summary>
    public static NameTable AllNames => LazyNames.Value;

    public static TheoryData<string> Data => [.. Files];

    /// <summary>Those that what takes long is tried with.</summary>
    public static TheoryData<string> Part => [.. Effort.Part(Files)];

    public static SourceText Read(string file) => SourceText.FromBytes(file, File.ReadAllBytes(Repository.PathOf(file)));

    /// <summary>The names that a file sees: those of every file beside it and of the libraries.</summary>
    public static NameTable NamesFor(string file)
    {
        // A file of mistakes stands for itself; elsewhere a folder is a project.
        string folder = file.Contains("/mistakes/", StringComparison.Ordinal) || file.Contains("/sound/", StringComparison.Ordinal) ? file : file[..(file.LastIndexOf('/') + 1)];
        return NameTable.Collect(Files.Where(other => other.StartsWith(folder, StringComparison.Ordinal) || other.Contains("/Law/", StringComparison.Ordinal)).Select(Read));
    }

    public static SyntaxTree Parse(string file) => Parser.Parse(Read(file), NamesFor(file));

    private static ImmutableArray<string> Find()
    {
        IEnumerable<string> files = new[] { Repository.PathOf("tests", "samples"), Repository.PathOf("examples"), Repository.PathOf("src") }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.delegation", SearchOption.AllDirectories))
            .Select(Repository.RelativePath)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));
        return [.. files.Order(StringComparer.Ordinal)];
    }
}
