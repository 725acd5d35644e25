using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using DelegationLang.Policy;
using DelegationLang.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>Compiles emitted C# as a user's project would: nullable on, every warning an error, documentation comments read.</summary>
internal static class EmittedCode
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Net10 = new(() =>
    [
        .. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(DecisionSpace).Assembly.Location),
    ]);

    private static readonly Lazy<ImmutableArray<MetadataReference>> Net8 = new(FindNet8);

    /// <summary>Compiles for the framework that tests run on, together with a user's own files.</summary>
    public static CSharpCompilation ForNet10(params string[] files) => Create(Net10.Value, LanguageVersion.Latest, files);

    /// <summary>Compiles for .NET 8 with the language that comes with it. DelegationLang.Policy is compiled from its source.</summary>
    public static CSharpCompilation ForNet8(params string[] files) => Create(Net8.Value, LanguageVersion.CSharp12, files);

    /// <summary>What the compiler complains of, warnings included.</summary>
    public static IEnumerable<string> Complaints(CSharpCompilation compilation) => compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error)
        .Select(diagnostic => diagnostic.ToString());

    /// <summary>Compiles and loads.</summary>
    public static Assembly Load(params string[] files)
    {
        CSharpCompilation compilation = ForNet10(files);
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', Complaints(compilation).Take(20)));
        image.Position = 0;
        return new AssemblyLoadContext("emitted", isCollectible: true).LoadFromStream(image);
    }

    /// <summary>The decision space of loaded code.</summary>
    public static DecisionSpace SpaceOf(Assembly assembly, string scheme = "SchemeOfDelegation.Scheme") =>
        Assert.IsType<DecisionSpace>(assembly.GetType(scheme, throwOnError: true)?.GetProperty("Space")?.GetValue(null));

    private static CSharpCompilation Create(ImmutableArray<MetadataReference> references, LanguageVersion language, string[] files)
    {
        var options = new CSharpParseOptions(language, DocumentationMode.Diagnose);
        return CSharpCompilation.Create(
            "Emitted" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
            files.Select((file, i) => CSharpSyntaxTree.ParseText(file, options, FormattableString.Invariant($"file{i}.cs"), System.Text.Encoding.UTF8)),
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                checkOverflow: true,
                warningLevel: 9999,
                // A missing comment on something public is a warning (CS1591) only where documentation is written to a file.
                specificDiagnosticOptions: [KeyValuePair.Create("CS1591", ReportDiagnostic.Error)]));
    }

    private static ImmutableArray<MetadataReference> FindNet8()
    {
        string folder = Metadata("NuGetPackageRoot", "microsoft.netcore.app.ref").Concat(Metadata("NetCoreTargetingPackRoot", "Microsoft.NETCore.App.Ref"))
            .Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories)
            .Where(path => Path.GetFileName(path).StartsWith("8.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => Path.Combine(path, "ref", "net8.0"))
            .Last(Directory.Exists);
        ImmutableArray<MetadataReference> framework = [.. Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path))];
        string source = Repository.PathOf("src", "DelegationLang.Policy");
        string[] files =
        [
            "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.IO;",
            .. Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
                .Where(path => !Repository.RelativePath(path).Contains("/obj/", StringComparison.Ordinal) && !Repository.RelativePath(path).Contains("/bin/", StringComparison.Ordinal))
                .Select(File.ReadAllText),
        ];
        var policy = CSharpCompilation.Create(
            "DelegationLang.Policy",
            files.Select(file => CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET8_0", "NET8_0_OR_GREATER"]))),
            framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        EmitResult result = policy.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return framework.Add(MetadataReference.CreateFromImage(image.ToArray()));
    }

    private static IEnumerable<string> Metadata(string key, string below) => typeof(EmittedCode).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(attribute => attribute.Key == key && !string.IsNullOrEmpty(attribute.Value))
        .Select(attribute => Path.Combine(attribute.Value ?? "", below));
}
