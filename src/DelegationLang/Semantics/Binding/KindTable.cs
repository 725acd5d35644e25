using System.Collections.Immutable;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>All kinds by name. A scheme's own kind stands before a library's of the same name, except within the library.</summary>
internal sealed class KindTable
{
    private static readonly ImmutableArray<KnownKind> Known =
    [
        new("organisation", "", SymbolFamily.Organisation),
        new("company", "organisation", SymbolFamily.Organisation),
        new("charity", "organisation", SymbolFamily.Organisation),
        new("group", "", SymbolFamily.Group),
        new("board", "group", SymbolFamily.Group),
        new("committee", "group", SymbolFamily.Group),
        new("sub-committee", "committee", SymbolFamily.Group),
        new("joint committee", "committee", SymbolFamily.Group),
        new("forum", "group", SymbolFamily.Group),
        new("partnership", "group", SymbolFamily.Group),
        new("role", "", SymbolFamily.Role),
        new("officer", "role", SymbolFamily.Role),
        new("chair", "role", SymbolFamily.Role),
        new("member", "role", SymbolFamily.Role),
        new("function", "", SymbolFamily.Function),
        new("matter", "", SymbolFamily.Matter),
        new("budget", "", SymbolFamily.Budget),
        new("place", "", SymbolFamily.Place),
        new("neighbourhood", "place", SymbolFamily.Place),
        new("system", "place", SymbolFamily.Place),
        new("power", "", SymbolFamily.Power),
        new(PowerSymbol.UnverifiedKind, "power", SymbolFamily.Power),
        new(PowerSymbol.OnwardKind, "power", SymbolFamily.Power),
        new(PowerSymbol.PoolingKind, "power", SymbolFamily.Power),
        new(PowerSymbol.LiabilityKind, "power", SymbolFamily.Power),
        new("agreement", "", SymbolFamily.Agreement),
        new("contract", "agreement", SymbolFamily.Agreement),
        new("condition", "", SymbolFamily.Condition),
        new("measure", "", SymbolFamily.Measure),
        new("basis", "", SymbolFamily.Basis),
        new("amount", "", SymbolFamily.Amount),
    ];

    private readonly Dictionary<string, KindSymbol> builtIn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KindSymbol> library = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KindSymbol> scheme = new(StringComparer.Ordinal);
    private readonly HashSet<KindSymbol> used = new(ReferenceEqualityComparer.Instance);
    private readonly List<KindSymbol> all = [];

    public KindTable()
    {
        foreach ((string name, string parent, SymbolFamily family) in Known)
        {
            var kind = new KindSymbol(name, family, parent.Length == 0 ? null : builtIn[NameKey.Of(parent)], null);
            builtIn.Add(NameKey.Of(name), kind);
            all.Add(kind);
        }
    }

    /// <summary>Every kind in the order of declaration, those that the compiler knows first.</summary>
    public IReadOnlyList<KindSymbol> All => all;

    /// <summary>Whether a declaration was made of this kind, or another kind of it.</summary>
    public bool IsUsed(KindSymbol kind) => used.Contains(kind);

    public KindSymbol? BuiltIn(string key) => builtIn.GetValueOrDefault(key);

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
        all.Add(kind);
        return true;
    }

    private sealed record KnownKind(string Name, string Parent, SymbolFamily Family);
}
