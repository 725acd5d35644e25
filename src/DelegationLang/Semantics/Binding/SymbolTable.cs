using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// All symbols by name and alias. Knows how <c>X of OWNER</c> is read, and that a scheme's own declaration hides a library's.
/// </summary>
internal sealed class SymbolTable(Func<Symbol, ImmutableArray<Symbol>> ownersOf)
{
    private readonly Dictionary<string, Symbol[]> scheme = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Symbol[]> library = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Symbol[]> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Symbol[]> foundFromLibrary = new(StringComparer.Ordinal);

    /// <summary>The keys of all names and aliases and what they stand for, those of the scheme and those of libraries.</summary>
    public IEnumerable<KeyValuePair<string, Symbol[]>> Entries => scheme.Concat(library);

    /// <summary>The names that the scheme declares.</summary>
    public IEnumerable<KeyValuePair<string, Symbol[]>> SchemeEntries => scheme;

    /// <summary>How many names there are.</summary>
    public int Count => scheme.Count + library.Count;

    public void Add(string name, Symbol symbol)
    {
        Dictionary<string, Symbol[]> table = symbol.IsFromLibrary ? library : scheme;
        string key = NameKey.Of(name);
        if (!table.TryGetValue(key, out Symbol[]? entry))
        {
            table.Add(key, [symbol]);
        }
        else if (Array.IndexOf(entry, symbol) < 0)
        {
            table[key] = [.. entry, symbol];
        }
    }

    /// <summary>Forgets what was looked up, because owners have become known since.</summary>
    public void ForgetLookups()
    {
        found.Clear();
        foundFromLibrary.Clear();
    }

    /// <summary>What a name may stand for: looked up whole first, then as <c>X of OWNER</c>.</summary>
    public ImmutableArray<Symbol> Find(string name, bool fromLibrary)
    {
        Dictionary<string, Symbol[]> cache = fromLibrary ? foundFromLibrary : found;
        if (!cache.TryGetValue(name, out Symbol[]? symbols))
        {
            symbols = FindKey(NameKey.Of(name), fromLibrary, cache);
            cache[name] = symbols;
        }

        return Immutable(symbols);
    }

    /// <summary>The same without any change to this table, so that many threads may ask at once.</summary>
    public ImmutableArray<Symbol> FindShared(string name)
    {
        string key = NameKey.Of(name);
        Symbol[] whole = FindDeclared(key, fromLibrary: false);
        return Immutable(whole.Length == 0 ? FindKey(key, fromLibrary: false, new Dictionary<string, Symbol[]>(StringComparer.Ordinal)) : whole);
    }

    /// <summary>What is declared by this very name, whoever owns it.</summary>
    public ImmutableArray<Symbol> FindWhole(string key, bool fromLibrary) => Immutable(FindDeclared(key, fromLibrary));

    /// <summary>What a library declares by this very name, though the scheme declares something by it too.</summary>
    public ImmutableArray<Symbol> FindHidden(string name) => Immutable(library.GetValueOrDefault(NameKey.Of(name)) ?? []);

    /// <summary>Of several things of one name, those that are not of an owner who has one before: that is reported where it is declared, and nowhere else.</summary>
    public ImmutableArray<Symbol> WithoutRepeats(ImmutableArray<Symbol> sameName)
    {
        var owners = new HashSet<Symbol>(ReferenceEqualityComparer.Instance);
        bool hasOwnerless = false;
        ImmutableArray<Symbol>.Builder firsts = ImmutableArray.CreateBuilder<Symbol>();
        foreach (Symbol symbol in sameName)
        {
            ImmutableArray<Symbol> own = ownersOf(symbol);
            bool isRepeat = own.IsEmpty ? hasOwnerless : own.Any(owners.Contains);
            hasOwnerless |= own.IsEmpty;
            owners.UnionWith(own);
            if (!isRepeat)
            {
                firsts.Add(symbol);
            }
        }

        return firsts.DrainToImmutable();
    }

    private static ImmutableArray<Symbol> Immutable(Symbol[] symbols) => ImmutableCollectionsMarshal.AsImmutableArray(symbols);

    private Symbol[] FindDeclared(string key, bool fromLibrary)
    {
        Dictionary<string, Symbol[]> first = fromLibrary ? library : scheme;
        Dictionary<string, Symbol[]> second = fromLibrary ? scheme : library;
        return first.TryGetValue(key, out Symbol[]? symbols) || second.TryGetValue(key, out symbols) ? symbols : [];
    }

    private Symbol[] FindKey(string key, bool fromLibrary, Dictionary<string, Symbol[]> cache)
    {
        Symbol[] whole = FindDeclared(key, fromLibrary);
        if (whole.Length > 0)
        {
            return whole;
        }

        // The last "of" first, so that the longest name before it wins: "Director of Finance of Leeds City Council".
        for (int of = key.LastIndexOf(" of ", StringComparison.Ordinal); of > 0; of = key.LastIndexOf(" of ", of - 1, StringComparison.Ordinal))
        {
            Symbol[] candidates = FindDeclared(key[..of], fromLibrary);
            if (candidates.Length == 0)
            {
                continue;
            }

            // Each remainder is looked up once, however many ways there are to cut the name.
            string ownerKey = NameKey.Of(key[(of + 4)..]);
            if (!cache.TryGetValue(ownerKey, out Symbol[]? owners))
            {
                cache[ownerKey] = [];
                owners = FindKey(ownerKey, fromLibrary, cache);
                cache[ownerKey] = owners;
            }

            Symbol[] owned = OwnedBy(candidates, owners);
            if (owned.Length > 0)
            {
                return owned;
            }
        }

        return [];
    }

    private Symbol[] OwnedBy(Symbol[] candidates, Symbol[] owners)
    {
        if (owners.Length == 0)
        {
            return [];
        }

        // A direct owner counts before an owner's owner: the chair of Board is not the chair of Board's committee.
        Symbol[] direct = [.. candidates.Where(candidate => ownersOf(candidate).Any(owners.Contains))];
        return direct.Length == 0
            ? [.. candidates.Where(candidate => ownersOf(candidate).Any(owner => ownersOf(owner).Any(owners.Contains)))]
            : direct;
    }
}
