using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DelegationLang.Testing.Architecture;

/// <summary>
/// Data flows one way through the compiler: text, tokens, tree, symbols, model, decisions, answers. Each folder is a phase,
/// and may use only itself and the folders before it.
/// </summary>
internal static class LayerCheck
{
    /// <summary>The folders of the compiler in the order of the flow. The law is data; what little code reads it knows of nothing but texts.</summary>
    public static readonly ImmutableArray<string> Order =
        ["Text", "Law", "Diagnostics", "Syntax", "Parsing", "Semantics", "Decisions", "Rules", "Coverage", "Formatting", "Workspaces"];

    private const string AntlrFolder = "Parsing";
    private const string FirstFolderWithPolicy = "Semantics";

    /// <summary>Every use of a later folder, of ANTLR outside the parser, of the evaluator too early, and every file that stands where no layer is.</summary>
    public static IEnumerable<Violation> Run(SourceProject compiler) => compiler.Bound(compiler.Trees).SelectMany(tree => CheckFile(compiler, tree));

    private static IEnumerable<Violation> CheckFile(SourceProject compiler, SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();
        var folder = TopFolder(tree.FilePath);
        if (!Order.Contains(folder))
        {
            yield return compiler.At(root, $"'{folder}' has no place in the order of folders ({string.Join(", ", Order)}).");
            yield break;
        }

        foreach (BaseNamespaceDeclarationSyntax declaration in root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
        {
            if (!NamespaceFits(compiler.Name, tree.FilePath, declaration.Name.ToString()))
            {
                yield return compiler.At(declaration.Name, $"the namespace {declaration.Name} does not name the folder of the file.");
            }
        }

        SemanticModel model = compiler.ModelOf(tree);
        foreach (SimpleNameSyntax name in root.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            ISymbol? symbol = model.GetSymbolInfo(name).Symbol;
            if (symbol is not null && Complaint(compiler.Name, folder, symbol) is { } complaint)
            {
                yield return compiler.At(name, complaint);
            }
        }
    }

    private static string? Complaint(string project, string folder, ISymbol symbol)
    {
        var used = UsedNamespace(symbol);
        if (used is null)
        {
            return null;
        }

        if (IsWithin(used, "Antlr4"))
        {
            return folder == AntlrFolder ? null : $"'{symbol.Name}' is a part of ANTLR, which only {AntlrFolder} may use.";
        }

        if (IsWithin(used, "DelegationLang.Policy"))
        {
            return Order.IndexOf(folder) >= Order.IndexOf(FirstFolderWithPolicy)
                ? null
                : $"'{symbol.Name}' is a part of DelegationLang.Policy, which is for {FirstFolderWithPolicy} and later folders.";
        }

        return UsedFolders(project, symbol, used).FirstOrDefault(other => Order.IndexOf(other) > Order.IndexOf(folder)) is { } later
            ? $"'{symbol.Name}' belongs to {later}, which comes after {folder}."
            : null;
    }

    /// <summary>The folders in which the symbol is declared; for a namespace, which may spread over files, the folder that it is named after.</summary>
    private static IEnumerable<string> UsedFolders(string project, ISymbol symbol, string usedNamespace)
    {
        if (symbol is INamespaceSymbol)
        {
            return IsWithin(usedNamespace, project) && usedNamespace.Length > project.Length
                ? [usedNamespace[(project.Length + 1)..].Split('.')[0]]
                : [];
        }

        return symbol.DeclaringSyntaxReferences.Select(reference => TopFolder(reference.SyntaxTree.FilePath)).Where(folder => folder.Length > 0);
    }

    private static string? UsedNamespace(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol { IsGlobalNamespace: false } space => space.ToDisplayString(),
        INamespaceSymbol or ILabelSymbol or IRangeVariableSymbol => null,
        _ => symbol.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : null,
    };

    private static bool IsWithin(string name, string space) =>
        name == space || name.StartsWith(space + ".", StringComparison.Ordinal);

    private static bool NamespaceFits(string project, string path, string name)
    {
        var folders = path.Split('/')[..^1];
        var full = string.Join('.', folders.Prepend(project));
        var shortest = $"{project}.{folders.FirstOrDefault()}";
        return IsWithin(full, name) && IsWithin(name, shortest);
    }

    private static string TopFolder(string path) => path.Contains('/', StringComparison.Ordinal) ? path.Split('/')[0] : "";
}
