using System.Collections.Immutable;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>"Did you mean": the declared name that is closest to one that is not.</summary>
internal static class Suggestions
{
    /// <summary>The name to write instead, among these families before any other; none when nothing is close.</summary>
    /// <param name="symbols">All names.</param>
    /// <param name="name">The name that nobody declared.</param>
    /// <param name="families">The families that may stand there; the empty set for all.</param>
    public static string? Find(SymbolTable symbols, string name, FamilySet families)
    {
        if (Closest(symbols, name, symbol => families.Contains(symbol.Kind.Family)) is { } fitting)
        {
            return fitting;
        }

        return Owned(symbols, name) ?? Closest(symbols, name, _ => true);
    }

    private static string? Closest(SymbolTable symbols, string name, Func<Symbol, bool> isWanted)
    {
        string? key = Spelling.Closest(name, symbols.Entries.Where(entry => entry.Value.Any(isWanted)).Select(entry => entry.Key));
        return key is null ? null : symbols.FindWhole(key, fromLibrary: false).Concat(symbols.FindWhole(key, fromLibrary: true)).Where(isWanted).Select(symbol => NameOf(symbol, key)).FirstOrDefault();
    }

    // "Bord of ICB": what is near to "Bord" among the things of ICB.
    private static string? Owned(SymbolTable symbols, string name)
    {
        int of = name.LastIndexOf(" of ", StringComparison.Ordinal);
        if (of <= 0)
        {
            return null;
        }

        string ownerName = name[(of + 4)..];
        ImmutableArray<Symbol> owners = symbols.FindShared(ownerName);
        if (owners.IsEmpty)
        {
            return null;
        }

        // "Board of Council", whose board is called Full Council.
        Symbol[] ofKind = [.. symbols.Entries.SelectMany(entry => entry.Value).Distinct()
            .Where(symbol => symbol.Owners.Any(owners.Contains) && NameKey.Of(symbol.Kind.Name) == NameKey.Of(name[..of]))];
        if (ofKind.Length == 1)
        {
            return ofKind[0].DisplayName;
        }

        string? thing = Closest(symbols, name[..of], symbol => symbol.Owners.Any(owner => owners.Contains(owner) || owner.Owners.Any(owners.Contains)));
        return thing is null ? null : $"{thing} of {ownerName}";
    }

    private static string NameOf(Symbol symbol, string key)
    {
        string name = NameKey.Of(symbol.Name) == key
            ? symbol.DisplayName
            : symbol.Aliases.FirstOrDefault(alias => NameKey.Of(alias) == key, symbol.DisplayName);
        return name;
    }
}
