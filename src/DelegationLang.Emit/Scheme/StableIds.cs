using System.Collections.Immutable;
using DelegationLang.Emit.Naming;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Scheme;

/// <summary>
/// An identifier for each symbol: its family, its name and its owner's name as one slug. It is safe in an address and in an attribute, and
/// changes only when one of those names changes: not when sentences elsewhere come, go or move.
/// </summary>
internal sealed class StableIds
{
    private readonly Dictionary<Symbol, string> ids = new(ReferenceEqualityComparer.Instance);

    /// <param name="model">The scheme.</param>
    /// <param name="unsaid">An owner whose name goes without saying; none to name every owner.</param>
    public StableIds(SchemeModel model, Symbol? unsaid = null)
    {
        ImmutableArray<string> unique = UniqueNames.Make([.. model.Symbols.Select(symbol => (Wanted(symbol, unsaid), Key(symbol)))], "-");
        for (int i = 0; i < unique.Length; i++)
        {
            ids.TryAdd(model.Symbols[i], unique[i]);
        }
    }

    /// <summary>The identifier; empty for a symbol that is not of the scheme.</summary>
    public string Of(Symbol symbol) => ids.GetValueOrDefault(symbol, "");

    /// <summary>The word for what a symbol is.</summary>
    public static string Word(SymbolFamily family) => family switch
    {
        SymbolFamily.Organisation or SymbolFamily.Group or SymbolFamily.Role => "party",
        SymbolFamily.Function or SymbolFamily.Matter or SymbolFamily.Budget => "subject",
        SymbolFamily.Place => "place",
        SymbolFamily.Power => "power",
        SymbolFamily.Agreement => "agreement",
        SymbolFamily.Condition => "condition",
        SymbolFamily.Measure => "measure",
        SymbolFamily.Basis => "basis",
        SymbolFamily.Class => "class",
        _ => "amount",
    };

    private static string Wanted(Symbol symbol, Symbol? unsaid) =>
        Word(symbol.Kind.Family) + "-" + Slug.Of(symbol.Owners is [var only] && only == unsaid ? symbol.Name : WithOwners(symbol));

    private static string WithOwners(Symbol symbol) =>
        symbol.Owners.IsEmpty ? symbol.Name : symbol.Name + " of " + string.Join(" and ", symbol.Owners.Select(owner => owner.Name));

    // The whole line of owners tells a board of one trust from a board of another, however alike their nearest owners are called.
    private static string Key(Symbol symbol)
    {
        var names = new List<string>();
        var seen = new HashSet<Symbol>(ReferenceEqualityComparer.Instance);
        for (Symbol? at = symbol; at is not null && seen.Add(at); at = at.Owners.IsEmpty ? null : at.Owners[0])
        {
            names.Add(at.Kind.Family.ToString() + " " + WithOwners(at));
        }

        return string.Join('\n', names);
    }
}
