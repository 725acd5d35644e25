using DelegationLang.Parsing;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>All kinds by name. A scheme's own kind stands before a library's of the same name, except within the library.</summary>
internal sealed class KindTable
{
    // In the order of the roots.
    private static readonly SymbolFamily[] Families =
    [
        SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role, SymbolFamily.Function, SymbolFamily.Matter, SymbolFamily.Budget, SymbolFamily.Place,
        SymbolFamily.Power, SymbolFamily.Agreement, SymbolFamily.Condition, SymbolFamily.Measure, SymbolFamily.Basis, SymbolFamily.Amount,
        SymbolFamily.Class,
    ];

    private readonly Dictionary<string, KindSymbol> builtIn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KindSymbol> library = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KindSymbol> scheme = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> plurals = new(StringComparer.Ordinal);
    private readonly HashSet<KindSymbol> used = new(ReferenceEqualityComparer.Instance);
    private readonly List<KindSymbol> all = [];

    public KindTable()
    {
        for (int i = 0; i < KindNames.Roots.Length; i++)
        {
            AddBuiltIn(new KindSymbol(KindNames.Roots[i].Name, Families[i], null, null));
        }

        foreach (LanguageKind declared in LanguageKinds.All)
        {
            KindSymbol parent = builtIn[NameKey.Of(declared.Parent)];
            AddBuiltIn(new KindSymbol(declared.Name, parent.Family, parent, null, KindTrait.Find(declared.Trait, parent.Family)?.Bit ?? 0) { IsHeldBySeveral = declared.IsHeldBySeveral });
        }
    }

    /// <summary>Every kind in the order of declaration, those that the compiler knows first.</summary>
    public IReadOnlyList<KindSymbol> All => all;

    /// <summary>Whether a declaration was made of this kind, or another kind of it.</summary>
    public bool IsUsed(KindSymbol kind) => used.Contains(kind);

    public KindSymbol? BuiltIn(string key) => builtIn.GetValueOrDefault(key);

    /// <summary>The language's own kind whose things have a trait.</summary>
    public KindSymbol With(KindTrait trait) => all.First(kind => kind.Location is null && kind.Has(trait));

    /// <summary>The root of a family.</summary>
    public KindSymbol Root(SymbolFamily family) => all.First(kind => kind.Family == family && kind.Parent is null);

    public KindSymbol? Find(string name, bool fromLibrary)
    {
        string key = NameKey.Of(name);
        KindSymbol? kind = fromLibrary
            ? library.GetValueOrDefault(key) ?? builtIn.GetValueOrDefault(key) ?? scheme.GetValueOrDefault(key)
            : scheme.GetValueOrDefault(key) ?? library.GetValueOrDefault(key) ?? builtIn.GetValueOrDefault(key);
        if (kind is not null && !fromLibrary)
        {
            used.Add(kind);
        }

        return kind;
    }

    /// <summary>The kind of which the words are the plural; none for a plural of no kind.</summary>
    public KindSymbol? OfPlural(string plural, bool fromLibrary) =>
        plurals.TryGetValue(NameKey.Of(plural), out string? name) ? Find(name, fromLibrary) : null;

    /// <summary>Notes the plural of a kind.</summary>
    public void AddPlural(string kind, string plural) => plurals[NameKey.Of(plural)] = kind;

    /// <summary>Adds a kind; false when one of that name is there already (of the library, for a library's; of the compiler, for both).</summary>
    public bool Add(KindSymbol kind, bool fromLibrary, out KindSymbol? first)
    {
        string key = NameKey.Of(kind.Name);
        Dictionary<string, KindSymbol> own = fromLibrary ? library : scheme;
        first = builtIn.GetValueOrDefault(key) ?? own.GetValueOrDefault(key);
        if (first is not null)
        {
            return false;
        }

        own.Add(key, kind);
        AddPlural(kind.Name, Plural.Of(kind.Name));
        all.Add(kind);
        return true;
    }

    private void AddBuiltIn(KindSymbol kind)
    {
        builtIn.Add(NameKey.Of(kind.Name), kind);
        all.Add(kind);
        if (kind.Family != SymbolFamily.Class)
        {
            AddPlural(kind.Name, Plural.Of(kind.Name));
        }
    }
}
