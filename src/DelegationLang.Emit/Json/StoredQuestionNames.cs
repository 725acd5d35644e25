using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Json;

/// <summary>An entry of <c>names</c>: what a question may call something, and where it stands in the decision space.</summary>
internal sealed record NameEntry(string Id, StoredName Name, ImmutableArray<string> OwnerIds, int Index)
{
    /// <summary>Reads an entry; its owners are put in later, when all are known.</summary>
    public static NameEntry Read(JsonNode node)
    {
        string name = node.Text("name");
        string shownAs = node.Text("shownAs");
        if (name.Length == 0)
        {
            throw new SchemeJsonException($"{node.Path} has no name.");
        }

        if (!Enum.TryParse(node.Text("family"), ignoreCase: true, out SymbolFamily family) || !Enum.IsDefined(family))
        {
            throw new SchemeJsonException($"{node.Path} is of a family that this version does not know.");
        }

        return new NameEntry(
            node.Text("id"),
            new StoredName
            {
                Name = name,
                DisplayName = shownAs.Length > 0 ? shownAs : name,
                Aliases = node.Texts("aliases"),
                Family = family,
                Kind = node.Text("kind"),
                IsFromLibrary = node.Flag("library"),
            },
            node.Texts("owners"),
            node.Index("index"));
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
