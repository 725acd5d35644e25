using DelegationLang.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DelegationLang.Tests.Architecture;

/// <summary>A name stands for one idea: whoever reads the name of a type knows which is meant, wherever it stands.</summary>
public sealed class TypeNameTests
{
    // What has one name in two places, and why.
    private static readonly Dictionary<string, string> OneIdea = new(StringComparer.Ordinal)
    {
        ["Atom"] = "the least part of a subject: for the surveys, and for the rules",
        ["Diagnostic"] = "a finding: the compiler's, and as the Language Server Protocol has it",
        ["DiagnosticSeverity"] = "how grave a finding is: the compiler's, and as the Language Server Protocol has it",
        ["TextEdit"] = "a change of a text: the compiler's, and as the Language Server Protocol has it",
    };

    [Fact]
    public void No_two_types_have_one_name()
    {
        var places = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        string root = Repository.PathOf("src");
        foreach (string path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            string file = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (file.Contains("/obj/", StringComparison.Ordinal) || file.Contains("/bin/", StringComparison.Ordinal) || file.Contains("/Generated/", StringComparison.Ordinal))
            {
                continue;
            }

            // Those within another type are its own affair.
            foreach (BaseNamespaceDeclarationSyntax space in CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            {
                foreach (BaseTypeDeclarationSyntax type in space.Members.OfType<BaseTypeDeclarationSyntax>())
                {
                    string name = type.Identifier.ValueText;
                    if (!places.TryGetValue(name, out HashSet<string>? found))
                    {
                        places.Add(name, found = new HashSet<string>(StringComparer.Ordinal));
                    }

                    found.Add($"{file.Split('/')[0]}: {space.Name}");
                }
            }
        }

        HashSet<string> twice = [.. places.Where(place => place.Value.Count > 1).Select(place => place.Key)];
        Assert.True(places.Count > 1000, "the source is read");
        Assert.Empty(twice.Except(OneIdea.Keys).Select(name => $"{name}: {string.Join(" and ", places[name])}"));
        Assert.Empty(OneIdea.Keys.Except(twice));
    }
}
