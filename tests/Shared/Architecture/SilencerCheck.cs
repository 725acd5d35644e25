using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DelegationLang.Testing.Architecture;

/// <summary>
/// An analyzer of the build bans the clock, the console, the file system and the machine's language settings from the libraries
/// (<c>src/BannedSymbols.txt</c>). This check finds where the source would switch it off.
/// </summary>
internal static class SilencerCheck
{
    private static readonly ImmutableArray<string> Unsuppressible = ["RS0030", "CA1304", "CA1305", "CA1310", "CA1311"];

    /// <summary>Every attempt to silence the build about a banned symbol.</summary>
    public static IEnumerable<Violation> Run(SourceProject project) => project.WrittenTrees.SelectMany(tree => Silencers(project, tree));

    private static IEnumerable<Violation> Silencers(SourceProject project, SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();
        IEnumerable<(SyntaxNode Node, string Code)> codes = root.DescendantNodes(descendIntoTrivia: true).OfType<PragmaWarningDirectiveTriviaSyntax>()
            .SelectMany(pragma => pragma.ErrorCodes.Select(code => (Node: (SyntaxNode)pragma, Code: code.ToString())));
        IEnumerable<(SyntaxNode Node, string Code)> attributes = root.DescendantNodes().OfType<AttributeSyntax>()
            .Where(attribute => attribute.Name.ToString().Contains("SuppressMessage", StringComparison.Ordinal))
            .Select(attribute => (Node: (SyntaxNode)attribute, Code: attribute.ToString()));
        foreach ((SyntaxNode? node, string? text) in codes.Concat(attributes))
        {
            if (Unsuppressible.FirstOrDefault(code => text.Contains(code, StringComparison.Ordinal)) is { } found)
            {
                yield return project.At(node, $"{found} may not be switched off.");
            }
        }
    }
}
