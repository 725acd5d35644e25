using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>All symbols by name and alias. Knows how <c>X of OWNER</c> is read, and that a scheme's own declaration hides a library's.</summary>
internal sealed class SymbolTable(Func<Symbol, ImmutableArray<Symbol>> ownersOf)
{
    private readonly Dictionary<string, ImmutableArray<Symbol>> scheme = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Symbol>> library = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Symbol>> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Symbol>> foundFromLibrary = new(StringComparer.Ordinal);

    /// <summary>The keys of all names and aliases and what they stand for, those of the scheme and those of libraries.</summary>
    public IEnumerable<KeyValuePair<string, ImmutableArray<Symbol>>> Entries => scheme.Concat(library);

    /// <summary>The names that the scheme declares.</summary>
    public IEnumerable<KeyValuePair<string, ImmutableArray<Symbol>>> SchemeEntries => scheme;

    /// <summary>How many names there are.</summary>
    public int Count => scheme.Count + library.Count;

    public void Add(string name, Symbol symbol)
    {
        Dictionary<string, ImmutableArray<Symbol>> table = symbol.IsFromLibrary ? library : scheme;
        ref ImmutableArray<Symbol> entry = ref CollectionsMarshal.GetValueRefOrAddDefault(table, NameKey.Of(name), out bool exists);
        if (!exists)
        {
            entry = [symbol];
        }
        else if (!entry.Contains(symbol))
        {
            entry = entry.Add(symbol);
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
        Dictionary<string, ImmutableArray<Symbol>> cache = fromLibrary ? foundFromLibrary : found;
        if (!cache.TryGetValue(name, out ImmutableArray<Symbol> symbols))
        {
            symbols = FindKey(NameKey.Of(name), fromLibrary, cache);
            cache[name] = symbols;
        }

        return symbols;
    }

    /// <summary>The same without any change to this table, so that many threads may ask at once.</summary>
    public ImmutableArray<Symbol> FindShared(string name)
    {
        string key = NameKey.Of(name);
        ImmutableArray<Symbol> whole = FindWhole(key, fromLibrary: false);
        return whole.IsEmpty ? FindKey(key, fromLibrary: false, new Dictionary<string, ImmutableArray<Symbol>>(StringComparer.Ordinal)) : whole;
    }

    /// <summary>What is declared by this very name, whoever owns it.</summary>
    public ImmutableArray<Symbol> FindWhole(string key, bool fromLibrary)
    {
        (Dictionary<string, ImmutableArray<Symbol>> first, Dictionary<string, ImmutableArray<Symbol>> second) = fromLibrary ? (library, scheme) : (scheme, library);
        return first.TryGetValue(key, out ImmutableArray<Symbol> symbols) || second.TryGetValue(key, out symbols) ? symbols : [];
    }

    /// <summary>What a library declares by this very name, though the scheme declares something by it too.</summary>
    public ImmutableArray<Symbol> FindHidden(string name) => library.GetValueOrDefault(NameKey.Of(name), []);

    /// <summary>Of several things of one name, those that are not of an owner who has one before: that is reported where it is declared, and nowhere else.</summary>
    public ImmutableArray<Symbol> WithoutRepeats(ImmutableArray<Symbol> sameName)
    {
        var owners = new HashSet<Symbol>(ReferenceEqualityComparer.Instance);
        bool hasOwnerless = false;
        var firsts = ImmutableArray.CreateBuilder<Symbol>();
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

    private ImmutableArray<Symbol> FindKey(string key, bool fromLibrary, Dictionary<string, ImmutableArray<Symbol>> cache)
    {
        ImmutableArray<Symbol> whole = FindWhole(key, fromLibrary);
        if (!whole.IsEmpty)
        {
            return whole;
        }

        // The last "of" first, so that the longest name before it wins: "Director of Finance of Leeds City Council".
        for (int of = key.LastIndexOf(" of ", StringComparison.Ordinal); of > 0; of = key.LastIndexOf(" of ", of - 1, StringComparison.Ordinal))
        {
            ImmutableArray<Symbol> candidates = FindWhole(key[..of], fromLibrary);
            if (candidates.IsEmpty)
            {
                continue;
            }

            // Each remainder is looked up once, however many ways there are to cut the name.
            string ownerKey = NameKey.Of(key[(of + 4)..]);
            if (!cache.TryGetValue(ownerKey, out ImmutableArray<Symbol> owners))
            {
                cache[ownerKey] = [];
                owners = FindKey(ownerKey, fromLibrary, cache);
                cache[ownerKey] = owners;
            }

            ImmutableArray<Symbol> owned = OwnedBy(candidates, owners);
            if (!owned.IsEmpty)
            {
                return owned;
            }
        }

        return [];
    }

    private ImmutableArray<Symbol> OwnedBy(ImmutableArray<Symbol> candidates, ImmutableArray<Symbol> owners)
    {
        if (owners.IsEmpty)
        {
            return [];
        }

        // A direct owner counts before an owner's owner: the chair of Board is not the chair of Board's committee.
        ImmutableArray<Symbol> direct = [.. candidates.Where(candidate => ownersOf(candidate).Any(owners.Contains))];
        return direct.IsEmpty
            ? [.. candidates.Where(candidate => ownersOf(candidate).Any(owner => ownersOf(owner).Any(owners.Contains)))]
            : direct;
    }
}
