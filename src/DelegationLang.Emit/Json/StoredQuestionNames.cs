using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Json;

/// <summary>An entry of <c>names</c>: what a question may call something, and where it stands in the decision space.</summary>
internal sealed record NameEntry(string Id, StoredName Name, ImmutableArray<string> OwnerIds, int Index)
{
    /// <summary>An entry as it was read; its owners are put in later, when all are known.</summary>
    public static NameEntry Of(SchemeName name)
    {
        if (!Enum.TryParse(name.Family, ignoreCase: true, out SymbolFamily family) || !Enum.IsDefined(family) || char.IsAsciiDigit(name.Family[0]))
        {
            throw new SchemeJsonException($"“{name.Name}” is of a family that this version does not know.");
        }

        var stored = new StoredName
        {
            Name = name.Name,
            DisplayName = name.ShownAs.Length > 0 ? name.ShownAs : name.Name,
            Aliases = name.Aliases,
            Family = family,
            Kind = name.Kind,
            IsFromLibrary = name.IsFromLibrary,
        };
        return new NameEntry(name.Id, stored, name.Owners, name.Index);
    }
}

/// <summary>What names in questions stand for, as a built scheme remembers it.</summary>
internal static class StoredQuestionNames
{
    /// <summary>The names, ready to be looked up.</summary>
    /// <exception cref="SchemeJsonException">An owner is not among them, or an index does not lie in the decision space.</exception>
    public static (IQuestionNames Names, NameTable Table) Create(ImmutableArray<NameEntry> entries, SpaceDefinition definition)
    {
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < entries.Length; i++)
        {
            byId.TryAdd(entries[i].Id, i);
        }

        var stored = StoredNames.Create([.. entries.Select(entry => entry.Name with
        {
            Owners = [.. entry.OwnerIds.Select(id => byId.TryGetValue(id, out int owner)
                ? owner
                : throw new SchemeJsonException($"“{entry.Name.Name}” belongs to “{id}”, which is not among the names."))],
        })]);
        var indexes = new Dictionary<Symbol, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < entries.Length; i++)
        {
            Check(stored.Symbols[i], entries[i].Index, definition);
            indexes.Add(stored.Symbols[i], entries[i].Index);
        }

        return (new SymbolQuestionNames(stored.Lookup, symbol => indexes.GetValueOrDefault(symbol, -1)), stored.Table);
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
