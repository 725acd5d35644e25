using System.Text;
using DelegationLang.Emit.Naming;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Scheme;

/// <summary>What tells one text of a scheme from another.</summary>
internal static class SchemeFingerprint
{
    /// <summary>SHA-256 over the name and the fingerprint of every file, libraries included, in the order of their names as published.</summary>
    public static string Of(SchemeModel model, SourceFileNames files)
    {
        var list = new StringBuilder();
        foreach (SyntaxTree tree in model.Trees.OrderBy(tree => files.Of(tree.Source.FileName), StringComparer.Ordinal))
        {
            list.Append(Fingerprint.Of(tree.Source.Content)).Append("  ").Append(files.Of(tree.Source.FileName)).Append('\n');
        }

        return Fingerprint.Of(list.ToString());
    }
}
