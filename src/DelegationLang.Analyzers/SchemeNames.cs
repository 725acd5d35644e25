using System;
using System.Collections.Generic;
using System.Linq;
using DelegationLang.Text;
using Microsoft.CodeAnalysis;

namespace DelegationLang.Analyzers;

/// <summary>The names of one emitted scheme, each with the member that stands for it.</summary>
internal sealed class SchemeNames
{
    private const int FarthestSuggestion = 3;

    private readonly Dictionary<string, List<KeyValuePair<string, string>>> namesByKind = new(StringComparer.Ordinal);

    public SchemeNames(INamedTypeSymbol scheme)
    {
        foreach (INamedTypeSymbol names in scheme.ContainingNamespace.GetTypeMembers().Where(type => type.IsStatic))
        {
            foreach (IPropertySymbol member in names.GetMembers().OfType<IPropertySymbol>())
            {
                if (member.Type is INamedTypeSymbol { TypeArguments.Length: 1 } type && SymbolEqualityComparer.Default.Equals(type.TypeArguments[0], scheme)
                    && member.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "SchemeNameAttribute") is { } attribute)
                {
                    Add(type.Name, attribute, $"global::{names.ToDisplayString()}.{member.Name}");
                }
            }
        }
    }

    /// <summary>Whether the scheme has something of a kind by a name, an alias or an identifier.</summary>
    public bool Has(IEnumerable<string> kinds, string name) =>
        LooksLikeIdentifier(name) || kinds.SelectMany(Of).Any(one => string.Equals(one.Key, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name that was probably meant, and the member that stands for it; none where there is none, or more than one.</summary>
    public KeyValuePair<string, string>? Nearest(IEnumerable<string> kinds, string name)
    {
        var found = kinds.SelectMany(Of)
            .Select(one => (Name: one, Distance: EditDistance.Of(one.Key.ToLowerInvariant(), name.ToLowerInvariant(), FarthestSuggestion)))
            .Where(one => one.Distance <= Math.Min(FarthestSuggestion, Math.Max(1, name.Length / 3)))
            .OrderBy(one => one.Distance)
            .Take(2)
            .ToArray();
        return found.Length == 0 || (found.Length == 2 && found[0].Distance == found[1].Distance) ? null : found[0].Name;
    }

    // Those of scheme.json are made of words in small letters and hyphens, and name their kind first.
    private static bool LooksLikeIdentifier(string name) => name.IndexOf('-') > 0 && name.All(c => c is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    private IEnumerable<KeyValuePair<string, string>> Of(string kind) => namesByKind.TryGetValue(kind, out List<KeyValuePair<string, string>>? names) ? names : [];

    private void Add(string kind, AttributeData attribute, string member)
    {
        if (!namesByKind.TryGetValue(kind, out List<KeyValuePair<string, string>>? names))
        {
            namesByKind.Add(kind, names = []);
        }

        IEnumerable<TypedConstant> all = attribute.ConstructorArguments.SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values : [argument]);
        names.AddRange(all.Select(argument => argument.Value).OfType<string>().Select(name => new KeyValuePair<string, string>(name, member)));
    }
}
