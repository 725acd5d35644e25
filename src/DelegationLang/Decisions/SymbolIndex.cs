using System.Collections.Immutable;
using DelegationLang.Semantics;

namespace DelegationLang.Decisions;

/// <summary>Which index of a decision space each symbol of a scheme has.</summary>
public sealed class SymbolIndex
{
    private readonly Dictionary<Symbol, int> indexes = new(ReferenceEqualityComparer.Instance);

    internal SymbolIndex(SchemeModel model)
    {
        Parties = [.. model.Symbols.OfType<PartySymbol>().Where(party => ReferenceEquals(party, PersonOf(party)))];
        Subjects = [.. model.Symbols.OfType<SubjectSymbol>()];
        Places = [.. model.Symbols.OfType<PlaceSymbol>()];
        Conditions = [.. model.Symbols.OfType<ConditionSymbol>()];
        Measures = [.. model.Symbols.OfType<MeasureSymbol>()];
        Amounts = [.. model.Symbols.OfType<AmountSymbol>()];
        Number(Parties);
        Number(Subjects);
        Number(Places);
        Number(Conditions);
        Number(Measures);
        Number(Amounts);
    }

    /// <summary>The parties; a designation (<c>X is also Y</c>) is not among them, since it is one person with its post.</summary>
    public ImmutableArray<PartySymbol> Parties { get; }

    /// <summary>The functions, matters and budgets.</summary>
    public ImmutableArray<SubjectSymbol> Subjects { get; }

    /// <summary>The places.</summary>
    public ImmutableArray<PlaceSymbol> Places { get; }

    /// <summary>The conditions.</summary>
    public ImmutableArray<ConditionSymbol> Conditions { get; }

    /// <summary>The measures.</summary>
    public ImmutableArray<MeasureSymbol> Measures { get; }

    /// <summary>The named sums.</summary>
    public ImmutableArray<AmountSymbol> Amounts { get; }

    /// <summary>The index of a symbol within its list, a designation's being that of its post; -1 for none and for symbols of other families.</summary>
    public int this[Symbol? symbol] => symbol switch
    {
        null => -1,
        PartySymbol party => indexes.GetValueOrDefault(PersonOf(party), -1),
        _ => indexes.GetValueOrDefault(symbol, -1),
    };

    /// <summary>The post whose holder a designation stands for, at any remove; a party that is no designation is itself.</summary>
    public static PartySymbol PersonOf(PartySymbol party)
    {
        // Two posts could be declared to be each other's designation: then the first met stands for both.
        PartySymbol person = party;
        HashSet<PartySymbol>? passed = null;
        for (int steps = 0; person.HeldBy is not null; steps++)
        {
            person = person.HeldBy;
            if (ReferenceEquals(person, party))
            {
                break;
            }

            // Few chains are longer than a step or two; only of those is it noted where they have been.
            if (steps >= 16 && !(passed ??= new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance)).Add(person))
            {
                break;
            }
        }

        return person;
    }

    private void Number(IEnumerable<Symbol> symbols)
    {
        int next = 0;
        foreach (Symbol symbol in symbols)
        {
            indexes.TryAdd(symbol, next++);
        }
    }
}
