using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Scheme;

/// <summary>From the entries of a decision space to the symbols and statements that they were made from, and back.</summary>
internal sealed class SchemeIndex
{
    private readonly SymbolIndex? symbols;
    private readonly Dictionary<Statement, int> rules = new(ReferenceEqualityComparer.Instance);

    public SchemeIndex(EmitInput input)
    {
        symbols = input.Symbols;
        Rules = [.. input.Model.Reservations.AsEnumerable<Statement>().Concat(input.Model.Delegations).OrderBy(statement => statement.Order)];
        foreach (Statement statement in Rules)
        {
            rules.Add(statement, rules.Count);
        }

        if (input.Space.Definition.Rules.Length != Rules.Length && symbols is not null)
        {
            throw new ArgumentException("The decision space was not made from this model.", nameof(input));
        }
    }

    /// <summary>The statements in the order of the definition's rules.</summary>
    public ImmutableArray<Statement> Rules { get; }

    /// <summary>The symbol of a party; none for a space that was not made from symbols.</summary>
    public PartySymbol? Party(int index) => symbols?.Parties[index];

    /// <summary>The symbol of a subject.</summary>
    public SubjectSymbol? Subject(int index) => symbols?.Subjects[index];

    /// <summary>The symbol of a place.</summary>
    public PlaceSymbol? Place(int index) => symbols?.Places[index];

    /// <summary>The symbol of a condition.</summary>
    public ConditionSymbol? Condition(int index) => symbols?.Conditions[index];

    /// <summary>The symbol of a measure.</summary>
    public MeasureSymbol? Measure(int index) => symbols?.Measures[index];

    /// <summary>The symbol of a named sum.</summary>
    public AmountSymbol? Amount(int index) => symbols?.Amounts[index];

    /// <summary>The index of a symbol in its list of the definition (a designation's is that of its post); -1 when it is in none.</summary>
    public int IndexOf(Symbol? symbol) => symbols?[symbol] ?? -1;

    /// <summary>The rule made from a statement; none for a statement that makes none.</summary>
    public int RuleOf(Statement statement) => rules.GetValueOrDefault(statement, -1);
}
