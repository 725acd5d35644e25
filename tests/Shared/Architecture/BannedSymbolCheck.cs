using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DelegationLang.Testing.Architecture;

/// <summary>
/// The build bans the clock, the console and the file system from the libraries by an analyzer. This check reads the same list, so that
/// a project left out of the build's settings, or a warning switched off in the source, does not go unseen.
/// </summary>
internal static class BannedSymbolCheck
{
    private static readonly ImmutableArray<string> Unsuppressible = ["RS0030", "CA1304", "CA1305", "CA1310", "CA1311"];

    /// <summary>The symbols of the list, by documentation id, with what to do instead.</summary>
    public static ImmutableDictionary<string, string> ReadList() => File.ReadLines(Repository.PathOf("src", "BannedSymbols.txt"))
        .Where(line => line.Length > 0)
        .Select(line => line.Split(';', 2))
        .ToImmutableDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    /// <summary>Every use of a banned symbol, or of a member of a banned type, and every attempt to silence the build about one.</summary>
    public static IEnumerable<Violation> Run(SourceProject project, ImmutableDictionary<string, string> banned) =>
        project.WrittenTrees.SelectMany(tree => Uses(project, tree, banned).Concat(Silencers(project, tree)));

    private static IEnumerable<Violation> Uses(SourceProject project, SyntaxTree tree, ImmutableDictionary<string, string> banned)
    {
        var model = project.Compilation.GetSemanticModel(tree);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            for (var symbol = model.GetSymbolInfo(name).Symbol; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingType)
            {
                if (symbol.OriginalDefinition.GetDocumentationCommentId() is { } id && banned.TryGetValue(id, out var instead))
                {
                    yield return project.At(name, $"'{name}' is banned here. {instead}");
                    break;
                }
            }
        }
    }

    private static IEnumerable<Violation> Silencers(SourceProject project, SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var codes = root.DescendantNodes(descendIntoTrivia: true).OfType<PragmaWarningDirectiveTriviaSyntax>()
            .SelectMany(pragma => pragma.ErrorCodes.Select(code => (Node: (SyntaxNode)pragma, Code: code.ToString())));
        var attributes = root.DescendantNodes().OfType<AttributeSyntax>()
            .Where(attribute => attribute.Name.ToString().Contains("SuppressMessage", StringComparison.Ordinal))
            .Select(attribute => (Node: (SyntaxNode)attribute, Code: attribute.ToString()));
        foreach (var (node, text) in codes.Concat(attributes))
        {
            if (Unsuppressible.FirstOrDefault(code => text.Contains(code, StringComparison.Ordinal)) is { } found)
            {
                yield return project.At(node, $"{found} may not be switched off.");
            }
        }
    }
}
