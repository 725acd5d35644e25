using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DelegationLang.Testing.Architecture;

/// <summary>The C# of one project, parsed and bound, so that checks see what a name means and not only how it is spelt.</summary>
internal sealed class SourceProject
{
    private const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Preview,
        DocumentationMode.Parse,
        preprocessorSymbols: ["NET", "NETCOREAPP", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER", "NET10_0"]);

    /// <summary>Every assembly that this test run may load: the framework, and what the project under test references. Read once.</summary>
    private static readonly Lazy<ImmutableArray<PortableExecutableReference>> Trusted = new(() =>
        [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(path => MetadataReference.CreateFromFile(path))]);

    private static readonly ConcurrentDictionary<string, Lazy<SourceProject>> Loaded = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new(ReferenceEqualityComparer.Instance);

    private SourceProject(string name, CSharpCompilation compilation)
    {
        Name = name;
        Compilation = compilation;
        Trees = [.. compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0).OrderBy(tree => tree.FilePath, StringComparer.Ordinal)];
    }

    /// <summary>The name of the project, of its assembly and of its root namespace.</summary>
    public string Name { get; }

    /// <summary>All its files, bound together against the assemblies that this test run has loaded or could load.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>Its files, in order of path. A tree's path is relative to the folder of the project, with forward slashes.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>What the names of a file mean, worked out once for all checks.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) => models.GetOrAdd(tree, one => Compilation.GetSemanticModel(one));

    /// <summary>The files that people write.</summary>
    public IEnumerable<SyntaxTree> WrittenTrees => Trees.Where(tree => !IsGenerated(tree.FilePath));

    /// <summary>Those of some files in which every name is looked up, which takes long: of many every third where nobody asked for more.</summary>
    public IEnumerable<SyntaxTree> Bound(IEnumerable<SyntaxTree> trees) => Trees.Length < 50 ? trees : Effort.Part(trees);

    /// <summary>A project of this repository, read once.</summary>
    public static SourceProject Load(string name) => Loaded.GetOrAdd(name, wanted => new Lazy<SourceProject>(() => Read(wanted))).Value;

    private static SourceProject Read(string name)
    {
        var folder = Repository.PathOf("src", name);
        IEnumerable<(string Path, string)> files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(file => !file.Path.StartsWith("bin/", StringComparison.Ordinal) && !file.Path.StartsWith("obj/", StringComparison.Ordinal))
            .Select(file => (file.Path, File.ReadAllText(file.File)));
        return FromTexts(name, [.. files]);
    }

    /// <summary>Makes a project of texts, each with its path below the project's folder.</summary>
    public static SourceProject FromTexts(string name, params (string Path, string Text)[] files)
    {
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path)).ToList();
        trees.Add(CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return new SourceProject(name, CSharpCompilation.Create(name, trees, References(name), options));
    }

    /// <summary>Whether a tool wrote the file: only the parser is generated.</summary>
    public static bool IsGenerated(string path) => path.StartsWith("Parsing/Generated/", StringComparison.Ordinal);

    /// <summary>Where in its file a node starts, as a violation.</summary>
    public Violation At(SyntaxNodeOrToken node, string message)
    {
        SyntaxTree tree = node.SyntaxTree ?? throw new ArgumentException("The node belongs to no file.", nameof(node));
        return new Violation($"{Name}/{tree.FilePath}", tree.GetLineSpan(node.Span).StartLinePosition.Line + 1, message);
    }

    /// <summary>
    /// What keeps the project from compiling here: what is declared, and what is within bodies where more than the ordinary is asked for.
    /// A check of a project that does not compile would be half blind.
    /// </summary>
    public IEnumerable<Violation> CompilationErrors() => (Effort.Of(1, 2) > 1 ? Compilation.GetDiagnostics() : Compilation.GetDeclarationDiagnostics())
        // CS8795: the body of a member that a generator writes, such as an expression for texts, is not among the files.
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795")
        .Select(diagnostic => new Violation(
            $"{Name}/{diagnostic.Location.SourceTree?.FilePath}",
            diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1,
            $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"));

    private static IEnumerable<MetadataReference> References(string project) =>
        Trusted.Value.Where(reference => Path.GetFileNameWithoutExtension(reference.FilePath) != project);
}
