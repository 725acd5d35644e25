using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>The open variables of one question: what the rules in play consult and the question does not say, in the order in which cases are told apart.</summary>
internal sealed class VariableTable
{
    private readonly SpaceDefinition definition;
    private readonly Decision decision;
    private readonly SortedSet<int> places = [];
    private readonly SortedSet<int> conditions = [];
    private readonly HashSet<Vat> vats = [];
    private readonly SortedSet<string> bases = new(StringComparer.Ordinal);
    private readonly Dictionary<Quantity, SortedSet<decimal>> figures = [];
    private readonly Dictionary<(Quantity Quantity, int Measure), SortedSet<decimal>> ratioFigures = [];
    private readonly Dictionary<Quantity, Variable> numbers = [];
    private readonly Dictionary<(Quantity Quantity, int Measure), Variable> ratios = [];
    private readonly HashSet<(string Currency, string Basis)> statedVat = [];
    private readonly Dictionary<int, Variable> conditionVariables = [];
    private readonly List<Variable> ordered = [];

    public VariableTable(SpaceDefinition definition, Decision decision, IReadOnlyCollection<RuleEntry> rulesInPlay)
    {
        this.definition = definition;
        this.decision = decision;
        RulesInPlay = [.. rulesInPlay.Select(entry => entry.Rule)];
        foreach (LimitDefinition limit in rulesInPlay.SelectMany(entry => LimitsOf(definition.Rules[entry.Rule])))
        {
            bases.Add(limit.Basis);
            if (limit.Vat != DelegationLang.Policy.Vat.Unstated)
            {
                vats.Add(limit.Vat);
                statedVat.Add((CurrencyOf(limit), limit.Basis));
            }
        }

        foreach (RuleEntry entry in rulesInPlay)
        {
            Collect(entry);
        }

        MakeVariables();
    }

    public int Count => ordered.Count;

    /// <summary>The rules whose limits, places and facts have their variables here.</summary>
    public HashSet<int> RulesInPlay { get; }

    public Variable? Vat { get; private set; }

    public Variable? Basis { get; private set; }

    public Variable? Place { get; private set; }

    /// <summary>The way in which value added tax is counted where limits leave no choice.</summary>
    public Vat OnlyVat { get; private set; }

    /// <summary>The basis where limits leave no choice.</summary>
    public string OnlyBasis { get; private set; } = "decision";

    public IEnumerable<Variable> Ratios => ratios.Values;

    /// <summary>Conditions that rules in play consult and that are normally so, the question not saying.</summary>
    public SortedSet<int> AssumedConditions { get; } = [];

    public Variable this[int order] => ordered[order];

    public Variable? Number(Quantity quantity) => numbers.GetValueOrDefault(quantity);

    public Variable? Ratio(Quantity quantity, int measure) => ratios.GetValueOrDefault((quantity, measure));

    public Variable? Condition(int condition) => conditionVariables.GetValueOrDefault(condition);

    /// <summary>The figure of a term on the day of the decision; none for a part of a measure and for a named sum that has no figure that day.</summary>
    public decimal? FigureOf(BoundTerm term) => Figures.Of(definition, term, decision.Day);

    /// <summary>The currency that a limit is in.</summary>
    public string CurrencyOf(LimitDefinition limit) => Figures.CurrencyOf(definition, limit, decision.Day);

    private static IEnumerable<LimitDefinition> LimitsOf(RuleDefinition rule)
    {
        if (rule.Limit is not null)
        {
            yield return rule.Limit;
        }

        if (rule.Onward?.Limit is not null)
        {
            yield return rule.Onward.Limit;
        }
    }

    private void Collect(RuleEntry entry)
    {
        RuleDefinition rule = definition.Rules[entry.Rule];
        places.UnionWith(rule.At);
        places.UnionWith(entry.Places);
        foreach (int party in rule.Holders.SelectMany(group => group))
        {
            places.UnionWith(definition.Parties[party].At);
        }

        foreach (LimitDefinition limit in LimitsOf(rule))
        {
            CollectLimit(limit);
        }

        foreach (FactDefinition fact in rule.Facts.SelectMany(group => group))
        {
            CollectFact(fact);
        }
    }

    private void CollectFact(FactDefinition fact)
    {
        if (fact.Measure >= 0)
        {
            decimal? known = decision.Measures.TryGetValue(fact.Measure, out decimal value) ? value : null;
            CollectBounds(Quantity.OfMeasure(fact.Measure), known, known is null, fact.Lower, fact.Upper);
        }
        else if (!decision.Conditions.ContainsKey(fact.Condition))
        {
            (definition.Conditions[fact.Condition].Normally is null ? conditions : AssumedConditions).Add(fact.Condition);
        }
    }

    /// <summary>
    /// The line of amounts that a limit speaks of. One that says nothing of value added tax holds for the figure as given; it shares a line with
    /// limits that do say, where there are any of its currency and basis.
    /// </summary>
    /// <param name="limit">The limit.</param>
    /// <param name="given">How the figure as given counts value added tax.</param>
    public AxisKey AxisOf(LimitDefinition limit, Vat given)
    {
        string currency = CurrencyOf(limit);
        bool isAsGiven = limit.Vat == DelegationLang.Policy.Vat.Unstated && statedVat.Contains((currency, limit.Basis));
        return new AxisKey(currency, limit.Basis, isAsGiven ? given : limit.Vat);
    }

    private void CollectLimit(LimitDefinition limit)
    {
        string currency = CurrencyOf(limit);
        Vat asked = decision.Amount?.Vat ?? DelegationLang.Policy.Vat.Unstated;
        IEnumerable<Vat> ways = asked != DelegationLang.Policy.Vat.Unstated ? [asked]
            : vats.Count > 0 ? vats
            : [DelegationLang.Policy.Vat.Unstated];
        foreach (Vat way in ways)
        {
            AxisKey axis = AxisOf(limit, way);
            decimal? known = decision.Amount is { } amount && amount.Currency == currency ? amount.Value : null;
            CollectBounds(new Quantity(axis, -1), known, isOpen: true, limit.Lower, limit.Upper);
        }
    }

    private void CollectBounds(Quantity quantity, decimal? known, bool isOpen, BoundDefinition? lower, BoundDefinition? upper)
    {
        foreach (BoundTerm term in (lower?.LowerOf ?? []).Concat(upper?.LowerOf ?? []))
        {
            bool isOpenMeasure = term.Kind == BoundTermKind.PartOfMeasure && !decision.Measures.ContainsKey(term.Index);
            if (isOpenMeasure && known is decimal value && term.Value != 0)
            {
                Add(figures, Quantity.OfMeasure(term.Index), value / term.Value);
            }

            if (isOpenMeasure && isOpen)
            {
                Add(ratioFigures, (quantity, term.Index), term.Value);
            }
            else if (!isOpenMeasure && isOpen)
            {
                decimal? figure = term.Kind == BoundTermKind.PartOfMeasure
                    ? term.Value * decision.Measures[term.Index]
                    : FigureOf(term);
                if (figure is decimal point)
                {
                    Add(figures, quantity, point);
                }
            }
        }
    }

    private static void Add<TKey>(Dictionary<TKey, SortedSet<decimal>> sets, TKey key, decimal figure)
        where TKey : notnull
    {
        if (!sets.TryGetValue(key, out SortedSet<decimal>? set))
        {
            sets.Add(key, set = []);
        }

        set.Add(figure);
    }

    private void MakeVariables()
    {
        MakeTrials();
        if (decision.Place < 0 && places.Count > 0)
        {
            Place = Append(new Variable { Kind = VariableKind.Place, Places = [.. places, -1] });
        }

        foreach ((Quantity quantity, SortedSet<decimal> set) in figures
            .OrderBy(pair => pair.Key.IsMeasure)
            .ThenBy(pair => pair.Key.Measure)
            .ThenBy(pair => pair.Key.Axis.Currency, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Axis.Basis, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Axis.Vat))
        {
            VariableKind kind = quantity.IsMeasure ? VariableKind.Measure : VariableKind.Amount;
            numbers.Add(quantity, Append(new Variable { Kind = kind, Quantity = quantity, Figures = [.. set] }));
        }

        foreach (((Quantity quantity, int measure), SortedSet<decimal> set) in ratioFigures
            .OrderBy(pair => pair.Key.Measure)
            .ThenBy(pair => pair.Key.Quantity.Measure)
            .ThenBy(pair => pair.Key.Quantity.Axis.Currency, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Quantity.Axis.Basis, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Quantity.Axis.Vat))
        {
            var ratio = new Variable { Kind = VariableKind.Ratio, Quantity = quantity, Index = measure, Figures = [.. set] };
            ratios.Add((quantity, measure), Append(ratio));
        }

        foreach (int condition in conditions)
        {
            conditionVariables.Add(condition, Append(new Variable { Kind = VariableKind.Condition, Index = condition }));
        }
    }

    private void MakeTrials()
    {
        AskedAmount? amount = decision.Amount;
        if ((amount is null || amount.Vat == DelegationLang.Policy.Vat.Unstated) && vats.Count > 0)
        {
            OnlyVat = vats.First();
            if (vats.Count > 1)
            {
                Vat = Append(new Variable { Kind = VariableKind.Vat, Vats = [.. vats.Order()] });
            }
        }

        if (amount is not null && amount.Basis.Length == 0 && bases.Count > 0)
        {
            OnlyBasis = bases.Min ?? "decision";
            if (bases.Count > 1)
            {
                Basis = Append(new Variable { Kind = VariableKind.Basis, Bases = [.. bases] });
            }
        }
    }

    private Variable Append(Variable variable)
    {
        variable.Order = ordered.Count;
        ordered.Add(variable);
        return variable;
    }
}
