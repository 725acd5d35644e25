using System.Collections.Immutable;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Loading;
using DelegationLang.Semantics;

namespace DelegationLang.Decisions;

/// <summary>What names in questions stand for, as a built scheme remembers it.</summary>
public sealed class StoredQuestionNames
{
    private readonly Dictionary<Symbol, int> indexes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Symbol> byId = new(StringComparer.Ordinal);
    private readonly StoredNames stored;

    private StoredQuestionNames(StoredNames stored) => this.stored = stored;

    /// <summary>What names in questions stand for.</summary>
    public IQuestionNames Names => new SymbolQuestionNames(stored.Lookup, symbol => IndexOf(symbol));

    /// <summary>The names that change how a question is cut into tokens.</summary>
    public NameTable Table => stored.Table;

    /// <summary>A symbol for each name, in the order of the file.</summary>
    internal ImmutableArray<Symbol> Symbols => stored.Symbols;

    /// <summary>Looks names up as sentences do.</summary>
    internal INameLookup Lookup => stored.Lookup;

    /// <summary>The index of a symbol in its list of the decision space; -1 for one that is in none.</summary>
    internal int IndexOf(Symbol symbol) => indexes.GetValueOrDefault(symbol, -1);

    /// <summary>The symbol of an identifier; none where there is none.</summary>
    internal Symbol? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The names of a built scheme, ready to be looked up.</summary>
    /// <exception cref="SchemeJsonException">An owner is not among them, a family is not known, or an index does not lie in the decision space.</exception>
    public static StoredQuestionNames Create(LoadedScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ImmutableArray<SchemeName> entries = scheme.Names;
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < entries.Length; i++)
        {
            positions.TryAdd(entries[i].Id, i);
        }

        var names = new StoredQuestionNames(StoredNames.Create([.. entries.Select(entry => Stored(entry) with
        {
            Owners = [.. entry.Owners.Select(id => positions.TryGetValue(id, out int owner)
                ? owner
                : throw new SchemeJsonException($"“{entry.Name}” belongs to “{id}”, which is not among the names."))],
        })]));
        for (int i = 0; i < entries.Length; i++)
        {
            Symbol symbol = names.stored.Symbols[i];
            Check(symbol, entries[i].Index, scheme.Space.Definition);
            names.indexes.Add(symbol, entries[i].Index);
            names.byId.TryAdd(entries[i].Id, symbol);
        }

        return names;
    }

    private static StoredName Stored(SchemeName name)
    {
        if (!Enum.TryParse(name.Family, ignoreCase: true, out SymbolFamily family) || !Enum.IsDefined(family) || char.IsAsciiDigit(name.Family[0]))
        {
            throw new SchemeJsonException($"“{name.Name}” is of a family that this version does not know.");
        }

        return new StoredName
        {
            Name = name.Name,
            DisplayName = name.ShownAs.Length > 0 ? name.ShownAs : name.Name,
            Aliases = name.Aliases,
            Family = family,
            Kind = name.Kind,
            IsFromLibrary = name.IsFromLibrary,
        };
    }

    private static void Check(Symbol symbol, int index, SpaceDefinition definition)
    {
        int count = symbol switch
        {
            PartySymbol => definition.Parties.Length,
            SubjectSymbol => definition.Subjects.Length,
            PlaceSymbol => definition.Places.Length,
            ConditionSymbol => definition.Conditions.Length,
            MeasureSymbol => definition.Measures.Length,
            AmountSymbol => definition.Amounts.Length,
            _ => -1,
        };
        if (count >= 0 && (index < 0 || index >= count))
        {
            throw new SchemeJsonException($"“{symbol.DisplayName}” does not stand in the decision space.");
        }
    }
}
