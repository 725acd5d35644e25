using System.Collections.Immutable;
using DelegationLang.Parsing;
using DelegationLang.Semantics.Binding;

namespace DelegationLang.Semantics;

/// <summary>What must be kept of a declared name so that questions can be read without the sentences that declare it.</summary>
public sealed record StoredName
{
    /// <summary>The name as declared.</summary>
    public required string Name { get; init; }

    /// <summary>The name as messages and answers give it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Other names it is known by.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>What sort of thing it stands for.</summary>
    public required SymbolFamily Family { get; init; }

    /// <summary>Its kind, such as <c>committee</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whose it is: indexes in the list of names.</summary>
    public ImmutableArray<int> Owners { get; init; } = [];

    /// <summary>Whether a library declares it.</summary>
    public bool IsFromLibrary { get; init; }
}

/// <summary>
/// Names that were declared in a scheme compiled earlier. They are looked up by the very rules by which the binder looks names up, so that
/// a question means the same, whether it is asked of the sentences or of what was built from them. Immutable and thread-safe.
/// </summary>
public sealed class StoredNames
{
    private StoredNames(ImmutableArray<Symbol> symbols, INameLookup lookup, NameTable table)
    {
        Symbols = symbols;
        Lookup = lookup;
        Table = table;
    }

    /// <summary>A symbol for each name, in the order of the list. They know their names, kinds and owners, and nothing else.</summary>
    public ImmutableArray<Symbol> Symbols { get; }

    /// <summary>Looks names up.</summary>
    public INameLookup Lookup { get; }

    /// <summary>The names that change how a question is cut into tokens.</summary>
    public NameTable Table { get; }

    /// <summary>Makes names ready to be looked up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An owner lies outside the list.</exception>
    public static StoredNames Create(ImmutableArray<StoredName> names)
    {
        ImmutableArray<Symbol> symbols = [.. names.Select(Symbol)];
        var table = new SymbolTable(symbol => symbol.Owners);
        for (int i = 0; i < names.Length; i++)
        {
            symbols[i].Owners = [.. names[i].Owners.Select(owner => owner >= 0 && owner < symbols.Length
                ? symbols[owner]
                : throw new ArgumentOutOfRangeException(nameof(names), owner, "An owner lies outside the list."))];
            table.Add(names[i].Name, symbols[i]);
            foreach (string alias in names[i].Aliases)
            {
                table.Add(alias, symbols[i]);
            }
        }

        return new StoredNames(
            symbols,
            new NameLookup(table, new Bases(table, new Reporter())),
            TableOf(symbols));
    }

    /// <summary>The names of some symbols that change how a question is cut into tokens.</summary>
    internal static NameTable TableOf(IEnumerable<Symbol> symbols) =>
        NameTable.Of(symbols.SelectMany(symbol => symbol.Aliases.Prepend(symbol.Name).Select(name => KeyValuePair.Create(name, SortOf(symbol.Kind.Family)))));

    private static NameSort SortOf(SymbolFamily family) => family switch
    {
        SymbolFamily.Organisation => NameSort.Organisation,
        SymbolFamily.Group => NameSort.Group,
        SymbolFamily.Role => NameSort.Role,
        SymbolFamily.Function => NameSort.Function,
        SymbolFamily.Matter => NameSort.Matter,
        SymbolFamily.Budget => NameSort.Budget,
        SymbolFamily.Place => NameSort.Place,
        SymbolFamily.Power => NameSort.Power,
        SymbolFamily.Agreement => NameSort.Agreement,
        SymbolFamily.Condition => NameSort.Condition,
        SymbolFamily.Measure => NameSort.Measure,
        SymbolFamily.Basis => NameSort.Basis,
        SymbolFamily.Class => NameSort.Class,
        _ => NameSort.Amount,
    };

    private static Symbol Symbol(StoredName name)
    {
        var kind = new KindSymbol(name.Kind, name.Family, parent: null, location: null);
        Symbol symbol = name.Family switch
        {
            SymbolFamily.Organisation or SymbolFamily.Group or SymbolFamily.Role => new PartySymbol(name.Name, kind, default),
            SymbolFamily.Function or SymbolFamily.Matter or SymbolFamily.Budget => new SubjectSymbol(name.Name, kind, default),
            SymbolFamily.Place => new PlaceSymbol(name.Name, kind, default),
            SymbolFamily.Power => new PowerSymbol(name.Name, kind, default),
            SymbolFamily.Agreement => new AgreementSymbol(name.Name, kind, default),
            SymbolFamily.Condition => new ConditionSymbol(name.Name, kind, default),
            SymbolFamily.Measure => new MeasureSymbol(name.Name, kind, default),
            SymbolFamily.Basis => new BasisSymbol(name.Name, kind, default),
            SymbolFamily.Class => new ClassSymbol(name.Name, kind, default),
            _ => new AmountSymbol(name.Name, kind, default),
        };
        symbol.DisplayName = name.DisplayName;
        symbol.Aliases = name.Aliases;
        symbol.IsFromLibrary = name.IsFromLibrary;
        return symbol;
    }
}
