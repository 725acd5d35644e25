using System.Collections.Immutable;

namespace DelegationLang.Semantics.Binding;

/// <summary>Looks names up for questions. Changes nothing, so that many threads may ask at once.</summary>
internal sealed class NameLookup(SymbolTable symbols, Bases bases) : INameLookup
{
    public ImmutableArray<Symbol> Find(string name)
    {
        ImmutableArray<Symbol> found = symbols.FindShared(name);
        return found.Any(symbol => symbol is UndeterminedSymbol || symbol.IsDuplicate)
            ? [.. found.Where(symbol => symbol is not UndeterminedSymbol && !symbol.IsDuplicate)]
            : found;
    }

    public string? Suggest(string name, params ReadOnlySpan<SymbolFamily> families) => Suggestions.Find(symbols, name, FamilySet.Of(families));

    public string? FindBasis(string name) => bases.Find(name);
}
