using System.Collections.Immutable;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Evaluation;

/// <summary>The open variables of one question: what the rules in play consult and the question does not say, in the order in which cases are told apart.</summary>
internal sealed partial class VariableTable
{
    private readonly SpaceDefinition definition;
    private Decision decision;
    // Ascending, none twice.
    private readonly List<int> places = [];
    private readonly List<int> conditions = [];
    private readonly List<int> assumedConditions = [];
    private readonly SortedSet<string> bases = new(StringComparer.Ordinal);
    private readonly Dictionary<Quantity, AscendingFigures> figures = [];
    private readonly Dictionary<RatioKey, AscendingFigures> ratioFigures = [];
    private readonly Dictionary<Quantity, Variable> numbers = [];
    private readonly Dictionary<RatioKey, Variable> ratios = [];

    // Lines on which some limit says how it counts value added tax, that left out of the key.
    private readonly HashSet<AmountAxis> statedVat = [];
    private readonly Dictionary<int, Variable> conditionVariables = [];
    private readonly List<Variable> ordered = [];
    private Dictionary<LimitDefinition, Quantity>[] quantities = NoQuantities();

    private bool isMaking = true;
    private bool isExcludingUsed;
    private bool isIncludingUsed;

    // The day whose figures named sums have: while variables are made each that matters, afterwards that of the decision.
    private DateOnly day;

    /// <summary>The variables of a question.</summary>
    public VariableTable(SpaceDefinition definition, Decision decision, IReadOnlyCollection<RuleEntry> rulesInPlay)
        : this(definition, decision, rulesInPlay, [decision.Day])
    {
    }

    /// <summary>The variables of a question that is asked of several days: the same, in the same order, whichever of them its own day is.</summary>
    public VariableTable(SpaceDefinition definition, Decision decision, IReadOnlyCollection<RuleEntry> rulesInPlay, DateOnly[] days)
    {
        this.definition = definition;
        this.decision = decision;
        RulesInPlay = [.. rulesInPlay.Select(entry => entry.Rule)];
        IReadOnlyCollection<RuleEntry> dated = days.Length > 1 ? [.. rulesInPlay.Where(entry => Figures.AreDated(definition.Rules[entry.Rule]))] : [];
        for (int i = 0; i < days.Length; i++)
        {
            day = days[i];
            NoteVat(i == 0 ? rulesInPlay : dated);
        }

        for (int i = 0; i < days.Length; i++)
        {
            day = days[i];
            foreach (RuleEntry entry in i == 0 ? rulesInPlay : dated)
            {
                Collect(entry);
            }
        }

        day = decision.Day;
        MakeVariables();
        isMaking = false;
    }

    private void NoteVat(IReadOnlyCollection<RuleEntry> rulesInPlay)
    {
        foreach (RuleEntry entry in rulesInPlay)
        {
            foreach (LimitDefinition limit in LimitsOf(definition.Rules[entry.Rule]))
            {
                bases.Add(limit.Basis);
                isExcludingUsed |= limit.Vat == DelegationLang.Policy.Vat.Excluding;
                isIncludingUsed |= limit.Vat == DelegationLang.Policy.Vat.Including;
                if (limit.Vat != DelegationLang.Policy.Vat.Unstated)
                {
                    statedVat.Add(new AmountAxis(CurrencyOf(limit), limit.Basis, DelegationLang.Policy.Vat.Unstated));
                }
            }
        }
    }

    public int Count => ordered.Count;

    /// <summary>What one case costs: the sentences in play, with their holders, places, facts and terms of limits; at least 1.</summary>
    public int Weight { get; private set; } = 1;

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

    /// <summary>Amounts that bound each other, since value added tax only adds.</summary>
    public IReadOnlyList<VatPair> VatPairs { get; private set; } = [];

    /// <summary>Conditions that rules in play consult and that are normally so, the question not saying.</summary>
    public IReadOnlyList<int> AssumedConditions => assumedConditions;

    /// <summary>The bases of limits in play, sorted.</summary>
    public IEnumerable<string> Bases => bases;

    /// <summary>Whether a limit in play says how it counts value added tax.</summary>
    public bool IsVatUsed => isExcludingUsed || isIncludingUsed;

    public Variable this[int order] => ordered[order];

    public Variable? Number(Quantity quantity) =>
        quantity.Variable is { } own && own.Order < ordered.Count && ReferenceEquals(ordered[own.Order], own) && ReferenceEquals(own.Quantity, quantity) ? own : numbers.GetValueOrDefault(quantity);

    public Variable? Ratio(Quantity quantity, int measure) => ratios.GetValueOrDefault(new RatioKey(quantity, measure));

    public Variable? Condition(int condition) => conditionVariables.GetValueOrDefault(condition);

    /// <summary>The figure of a term on the day of the decision; none for a part of a measure and for a named sum that has no figure that day.</summary>
    public decimal? FigureOf(BoundTerm term) => Figures.Of(definition, term, day);

    /// <summary>The currency that a limit is in.</summary>
    public string CurrencyOf(LimitDefinition limit) => Figures.CurrencyOf(definition, limit, day);

    /// <summary>The limits of a rule, each by itself: its own, and those of what may be given on.</summary>
    public static IEnumerable<LimitDefinition> LimitsOf(RuleDefinition rule)
    {
        for (LimitDefinition? limit = rule.Limit; limit is not null; limit = limit.Also)
        {
            yield return limit;
        }

        for (LimitDefinition? limit = rule.Onward?.Limit; limit is not null; limit = limit.Also)
        {
            yield return limit;
        }
    }

    private void Collect(RuleEntry entry)
    {
        RuleDefinition rule = definition.Rules[entry.Rule];
        Weight += 1 + rule.Holders.Length + rule.At.Length + entry.Places.Length;
        AddPlaces(rule.At);
        AddPlaces(entry.Places);
        foreach (ImmutableArray<int> group in rule.Holders)
        {
            foreach (int party in group)
            {
                AddPlaces(definition.Parties[party].At);
            }
        }

        foreach (LimitDefinition limit in LimitsOf(rule))
        {
            CollectLimit(limit);
        }

        foreach (ImmutableArray<FactDefinition> group in rule.Facts)
        {
            foreach (FactDefinition fact in group)
            {
                CollectFact(fact);
            }
        }
    }

    private void AddPlaces(ImmutableArray<int> more)
    {
        foreach (int place in more)
        {
            Ascending.Add(places, place);
        }
    }

    private void CollectFact(FactDefinition fact)
    {
        Weight++;
        if (fact.Measure >= 0)
        {
            decimal? known = decision.Measures.TryGetValue(fact.Measure, out decimal value) ? value : null;
            CollectBounds(Quantity.OfMeasure(fact.Measure), known, known is null, fact.Lower, fact.Upper);
        }
        else if (!decision.Conditions.ContainsKey(fact.Condition))
        {
            Ascending.Add(IsOpen(fact.Condition) ? conditions : assumedConditions, fact.Condition);
        }
    }

    private bool IsOpen(int condition) => decision.IsNothingAssumed || definition.Conditions[condition].Normally is null;

    /// <summary>
    /// The line of amounts that a limit speaks of. One that says nothing of value added tax holds for the figure as given; it shares a line with
    /// limits that do say, where there are any of its currency and basis.
    /// </summary>
    /// <param name="limit">The limit.</param>
    /// <param name="given">How the figure as given counts value added tax.</param>
    public AmountAxis AxisOf(LimitDefinition limit, Vat given) => QuantityOf(limit, given).Axis;

    /// <summary>The number that a limit speaks of, on the line that <see cref="AxisOf"/> tells.</summary>
    public Quantity QuantityOf(LimitDefinition limit, Vat given)
    {
        Dictionary<LimitDefinition, Quantity> known = quantities[(int)given];
        if (isMaking || !known.TryGetValue(limit, out Quantity? quantity))
        {
            var made = new Quantity(FindAxis(limit, given), -1);
            quantity = isMaking ? made : numbers.GetValueOrDefault(made)?.Quantity ?? made;
            if (!isMaking)
            {
                known.Add(limit, quantity);
            }
        }

        return quantity;
    }

    private AmountAxis FindAxis(LimitDefinition limit, Vat given)
    {
        string currency = CurrencyOf(limit);
        bool isAsGiven = limit.Vat == DelegationLang.Policy.Vat.Unstated && statedVat.Contains(new AmountAxis(currency, limit.Basis, DelegationLang.Policy.Vat.Unstated));
        return new AmountAxis(currency, limit.Basis, isAsGiven ? given : limit.Vat);
    }

    private void CollectLimit(LimitDefinition limit)
    {
        string currency = CurrencyOf(limit);
        Vat asked = decision.Amount?.Vat ?? DelegationLang.Policy.Vat.Unstated;
        if (asked != DelegationLang.Policy.Vat.Unstated || !(isExcludingUsed || isIncludingUsed))
        {
            CollectLimit(limit, currency, asked);
            return;
        }

        if (isExcludingUsed)
        {
            CollectLimit(limit, currency, DelegationLang.Policy.Vat.Excluding);
        }

        if (isIncludingUsed)
        {
            CollectLimit(limit, currency, DelegationLang.Policy.Vat.Including);
        }
    }

    private void CollectLimit(LimitDefinition limit, string currency, Vat way)
    {
        AmountAxis axis = AxisOf(limit, way);
        decimal? known = decision.FurtherAmount(currency, limit.Basis) ?? (decision.Amount is { } amount && amount.Currency == currency ? amount.Value : null);
        CollectBounds(new Quantity(axis, -1), known, isOpen: true, limit.Lower, limit.Upper);
    }

    private void CollectBounds(Quantity quantity, decimal? known, bool isOpen, BoundDefinition? lower, BoundDefinition? upper)
    {
        CollectBound(quantity, known, isOpen, lower);
        CollectBound(quantity, known, isOpen, upper);
    }

    private void CollectBound(Quantity quantity, decimal? known, bool isOpen, BoundDefinition? bound)
    {
        if (bound is null)
        {
            return;
        }

        Weight += bound.LowerOf.Length;
        foreach (BoundTerm term in bound.LowerOf)
        {
            bool isOpenMeasure = term.Kind == BoundTermKind.PartOfMeasure && !decision.Measures.ContainsKey(term.Index);
            if (isOpenMeasure && known is decimal value && term.Value != 0)
            {
                AddTo(figures, Quantity.OfMeasure(term.Index), Figures.Quotient(value, term.Value));
            }

            if (isOpenMeasure && isOpen)
            {
                AddTo(ratioFigures, new RatioKey(quantity, term.Index), term.Value);
            }
            else if (!isOpenMeasure && isOpen)
            {
                decimal? figure = term.Kind == BoundTermKind.PartOfMeasure
                    ? Figures.Product(term.Value, decision.Measures[term.Index])
                    : FigureOf(term);
                if (figure is decimal point)
                {
                    AddTo(figures, quantity, point);
                }
            }
        }
    }
}
