using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>The names that messages and answers give: as declared, with <c>of OWNER</c> where the bare name would be ambiguous.</summary>
internal static class DisplayNames
{
    // "A of B of C of D": no name gets longer than that.
    private const int MostOwners = 3;

    /// <summary>Sets the display names of all symbols. Owners must be known and free of circles.</summary>
    public static void Assign(SymbolTable symbols)
    {
        var ambiguous = new List<Symbol>();
        foreach ((_, Symbol[] sameName) in symbols.SchemeEntries)
        {
            if (sameName.Length > 1)
            {
                ambiguous.AddRange(sameName.GroupBy(Realm).Where(realm => Meet([.. realm.Where(symbol => !symbol.IsDuplicate)])).SelectMany(realm => realm));
            }
        }

        var named = new HashSet<Symbol>(ReferenceEqualityComparer.Instance);
        var qualify = new HashSet<Symbol>(ambiguous, ReferenceEqualityComparer.Instance);
        foreach (Symbol symbol in ambiguous)
        {
            Assign(symbol, qualify, named, 0);
        }
    }

    // What follows one another needs no owner to be told apart: the day says which is meant.
    private static bool Meet(List<Symbol> sameName) => sameName.Count > 1 && !Versions.Follow(sameName);

    /// <summary>The name with its owners, whether or not it is ambiguous without them.</summary>
    public static string Qualified(Symbol symbol) =>
        symbol.DisplayName != symbol.Name || symbol.Owners.IsEmpty
            ? symbol.DisplayName
            : $"{symbol.Name} of {symbol.Owners[0].DisplayName}";

    private static void Assign(Symbol symbol, HashSet<Symbol> qualify, HashSet<Symbol> named, int depth)
    {
        if (depth > MostOwners || !qualify.Contains(symbol) || !named.Add(symbol) || symbol.Owners.IsEmpty)
        {
            return;
        }

        // An owner's own name may need its owner: the Audit Committee of the Board of ICB.
        foreach (Symbol owner in symbol.Owners)
        {
            Assign(owner, qualify, named, depth + 1);
        }

        symbol.DisplayName = $"{symbol.Name} of {Wording.List([.. symbol.Owners.Select(owner => owner.DisplayName)])}";
    }

    // A place and a body of one name are never taken for each other: the sentence says which is meant.
    private static int Realm(Symbol symbol) => symbol switch
    {
        PartySymbol => 0,
        SubjectSymbol => 1,
        PlaceSymbol => 2,
        AgreementSymbol or PowerSymbol => 3,
        _ => 4,
    };
}
