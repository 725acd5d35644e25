using System.Collections.Immutable;
using DelegationLang.Analyzers.CodeFixes;
using DelegationLang.Emit;
using DelegationLang.Emit.CSharp;
using DelegationLang.Policy;
using DelegationLang.Workspaces;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DelegationLang.Analyzers.Tests;

/// <summary>A program against the C# of a small scheme, with what the analyzers say of it and what becomes of it when that is mended.</summary>
internal sealed class Analysed
{
    private const string Sentences = """
        scheme Purchasing
          approved by Board on 1 March 2026
          in force from 1 April 2026 until 31 March 2028.
        use england.
        Trust is an NHS trust.
        Board is the board of Trust.
        Chief Executive is an officer of Trust known as CEO.
        Finance Director is an officer of Trust.
        north is a place of Trust.
        goods is a matter of Trust.
        urgent is a condition.
        Trust delegates goods to Chief Executive up to £100,000 per contract unless urgent.
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> All =
        [new UnknownNameAnalyzer(), new DroppedAnswerAnalyzer(), new DependsAnalyzer(), new AllowedOnceAnalyzer(), new DayAnalyzer()];

    private static readonly Lazy<string> Emitted = new(() =>
    {
        DelegationLang.Workspaces.Compilation compilation = DelegationLang.Workspaces.Project.OfFolder(MemoryFiles.Empty.With("scheme.delegation", Sentences)).Compile(new DateOnly(2026, 5, 1));
        Assert.False(compilation.HasErrors, string.Join('\n', compilation.Diagnostics));
        return new CSharpEmitter().Emit(EmitInput.Of(compilation.Model, compilation.Engine)).Single().ToText();
    });

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
    [
        .. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(DecisionSpace).Assembly.Location),
    ]);

    // The C# of the scheme alone: read once, and shared by all programs.
    private static readonly Lazy<Microsoft.CodeAnalysis.Project> Empty = new(() => new AdhocWorkspace()
        .AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "program", "program", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            metadataReferences: References.Value))
        .AddDocument("Scheme.g.cs", Emitted.Value).Project);

    private Analysed(Document document, ImmutableArray<Diagnostic> found)
    {
        Document = document;
        Found = found;
    }

    private Document Document { get; }

    /// <summary>What the analyzers say, in the order of the text.</summary>
    public ImmutableArray<Diagnostic> Found { get; }

    /// <summary>Each as its code and the text that it stands under.</summary>
    public string[] Told => [.. Found.Select(one => $"{one.Id} {one.Location.SourceTree?.GetText().ToString(one.Location.SourceSpan)}")];

    /// <summary>Analyses some statements, which have a scheme, a loaded one and a day.</summary>
    public static Task<Analysed> Statements(string statements) => Program($$"""
        using System;
        using System.Linq;
        using DelegationLang.Policy;
        using SchemeOfDelegation;
        internal static class Program
        {
            public static void Main(LoadedScheme loaded, DateOnly day, MayQuestion<Scheme> may)
            {
        {{statements}}
            }
        }
        """);

    /// <summary>Applies the fix of the first thing found; none where it has none. What comes of it must compile.</summary>
    public async Task<string?> Mended()
    {
        CodeAction? action = null;
        await new PolicyCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(Document, Found[0], (offered, _) => action ??= offered, CancellationToken.None));
        if (action is null)
        {
            return null;
        }

        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        Document changed = solution.GetDocument(Document.Id) ?? throw new InvalidOperationException("No document.");
        await Compiled(changed.Project);
        string text = (await changed.GetTextAsync()).ToString();
        string[] lines = text.Split('\n');
        return string.Join('\n', lines[8..^2].Select(line => line.Trim()));
    }

    private static async Task<Analysed> Program(string program)
    {
        Document document = Empty.Value.AddDocument("Program.cs", program);
        Microsoft.CodeAnalysis.Compilation compilation = await Compiled(document.Project);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(All).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, one => one.Id == "AD0001");
        return new Analysed(document, [.. found.OrderBy(one => one.Location.SourceSpan.Start)]);
    }

    private static async Task<Microsoft.CodeAnalysis.Compilation> Compiled(Microsoft.CodeAnalysis.Project project)
    {
        Microsoft.CodeAnalysis.Compilation compilation = await project.GetCompilationAsync() ?? throw new InvalidOperationException("No compilation.");
        Assert.Empty(compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.ToString()));
        return compilation;
    }
}
