using System.Text;
using DelegationLang.Emit.Naming;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Scheme;

/// <summary>What tells one text of a scheme from another.</summary>
internal static class SchemeFingerprint
{
    /// <summary>SHA-256 over the name and the fingerprint of every file, libraries included, in the order of their names.</summary>
    public static string Of(SchemeModel model)
    {
        var list = new StringBuilder();
        foreach (SyntaxTree tree in model.Trees.OrderBy(tree => tree.Source.FileName, StringComparer.Ordinal))
        {
            list.Append(Fingerprint.Of(tree.Source.Content)).Append("  ").Append(tree.Source.FileName).Append('\n');
        }

        return Fingerprint.Of(list.ToString());
    }
}
