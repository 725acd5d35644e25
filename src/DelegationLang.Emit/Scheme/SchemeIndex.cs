using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Scheme;

/// <summary>Which symbol and which statement each entry of the decision space was made from. Entries and symbols bear the same names.</summary>
internal sealed class SchemeIndex
{
    private readonly Dictionary<Symbol, int> indexes = new(ReferenceEqualityComparer.Instance);

    public SchemeIndex(SchemeModel model, SpaceDefinition definition)
    {
        Parties = Match<PartySymbol>(model, definition.Parties.Select(party => party.Name));
        Subjects = Match<SubjectSymbol>(model, definition.Subjects.Select(subject => subject.Name));
        Places = Match<PlaceSymbol>(model, definition.Places.Select(place => place.Name));
        Conditions = Match<ConditionSymbol>(model, definition.Conditions.Select(condition => condition.Name));
        Measures = Match<MeasureSymbol>(model, definition.Measures.Select(measure => measure.Name));
        Rules = [.. model.Delegations.Cast<Statement>().Concat(model.Reservations).OrderBy(statement => statement.Order)];
    }

    /// <summary>The parties in the order of the definition; none where a name stands for no symbol.</summary>
    public ImmutableArray<PartySymbol?> Parties { get; }

    /// <summary>The subjects in the order of the definition.</summary>
    public ImmutableArray<SubjectSymbol?> Subjects { get; }

    /// <summary>The places in the order of the definition.</summary>
    public ImmutableArray<PlaceSymbol?> Places { get; }

    /// <summary>The conditions in the order of the definition.</summary>
    public ImmutableArray<ConditionSymbol?> Conditions { get; }

    /// <summary>The measures in the order of the definition.</summary>
    public ImmutableArray<MeasureSymbol?> Measures { get; }

    /// <summary>The statements in the order of the definition's rules.</summary>
    public ImmutableArray<Statement> Rules { get; }

    /// <summary>The index of a symbol in its list of the definition; -1 when it is in none.</summary>
    public int IndexOf(Symbol symbol) => indexes.GetValueOrDefault(symbol, -1);

    private ImmutableArray<T?> Match<T>(SchemeModel model, IEnumerable<string> names)
        where T : Symbol
    {
        var byName = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (T symbol in model.Symbols.OfType<T>())
        {
            byName.TryAdd(symbol.DisplayName, symbol);
        }

        var matched = ImmutableArray.CreateBuilder<T?>();
        foreach (string name in names)
        {
            T? symbol = byName.GetValueOrDefault(name);
            if (symbol is not null)
            {
                indexes[symbol] = matched.Count;
            }

            matched.Add(symbol);
        }

        return matched.ToImmutable();
    }
}
