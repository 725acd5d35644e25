using System.Collections.Immutable;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// What is known in one case: what the question says, what is normally so, and the cells chosen for what it leaves open.
/// Tells of each limit, place and fact whether it holds, and remembers the first open variable that a "not known" was due to.
/// </summary>
internal sealed partial class Knowledge
{
    public const int NothingPending = int.MaxValue;

    private readonly SpaceDefinition definition;
    private readonly SpaceIndex index;
    private readonly Decision decision;
    private readonly VariableTable variables;
    private readonly int[] cells;

    // The last variable for which a cell is chosen.
    private int highest = -1;
    private int cases;

    public Knowledge(SpaceIndex index, Decision decision, VariableTable variables)
    {
        this.index = index;
        definition = index.Definition;
        this.decision = decision;
        this.variables = variables;
        cells = new int[variables.Count];
        Array.Fill(cells, -1);
    }

    /// <summary>The open variable of the lowest order that stood in the way since the last <see cref="ResetPending"/>.</summary>
    public int Pending { get; private set; } = NothingPending;

    /// <summary>The cell chosen for a variable; -1 for open.</summary>
    public int this[int variable]
    {
        get => cells[variable];
        set
        {
            cells[variable] = value;
            highest = Math.Max(highest, variable);
            while (highest >= 0 && cells[highest] < 0)
            {
                highest--;
            }
        }
    }

    /// <summary>Whether there was a case before this one: then it pays to find once what is asked of the cells.</summary>
    public bool HasMoreCases => cases > 1;

    /// <summary>Begins a case: nothing has stood in the way yet.</summary>
    public void BeginCase()
    {
        cases++;
        ResetPending();
    }

    public void ResetPending() => Pending = NothingPending;

    /// <summary>Whether it can be said of a rule whether it holds: only of those in play is what they consult told apart.</summary>
    public bool Knows(int rule) => variables.RulesInPlay.Contains(rule);

    /// <summary>
    /// Whether the cells chosen contradict each other: a ratio that no two numbers of their cells can have, or more without value added tax than with it.
    /// </summary>
    public bool IsImpossible()
    {
        bool isImpossible = variables.Ratios.Any(IsImpossible) || (variables.VatPairs.Count > 0 && variables.VatPairs.Any(IsImpossible));
        ResetPending();
        return isImpossible;
    }

    /// <summary>Whether the question itself says that a fact is not so. Nothing open is consulted.</summary>
    public bool IsStatedFalse(FactDefinition fact)
    {
        if (fact.Condition >= 0)
        {
            return decision.Conditions.TryGetValue(fact.Condition, out bool value) && value == fact.IsNegated;
        }

        return KnownMeasure(fact.Measure) is not null && IsKnown(fact.Lower) && IsKnown(fact.Upper) && Holds(fact) == Truth.False;
    }

    private bool IsKnown(BoundDefinition? bound) =>
        bound is null || bound.LowerOf.All(term => term.Kind != BoundTermKind.PartOfMeasure || KnownMeasure(term.Index) is not null);

    public Truth IsAtAny(ImmutableArray<int> places)
    {
        if (places.IsEmpty)
        {
            return Truth.True;
        }

        int place = decision.Place;
        if (place < 0)
        {
            Variable? variable = variables.Place;
            if (variable is null || cells[variable.Order] < 0)
            {
                return Open(variable);
            }

            place = variable.Places[cells[variable.Order]];
        }

        foreach (int one in place < 0 ? [] : places)
        {
            if (index.IsWithin(place, one))
            {
                return Truth.True;
            }
        }

        return Truth.False;
    }

    /// <summary>What was found out of several things; where it is certain whatever the open ones are, they need not be settled first.</summary>
    /// <param name="before">What was pending before any of them was looked at.</param>
    /// <param name="truth">What was found.</param>
    public Truth Settle(int before, Truth truth)
    {
        Pending = truth == Truth.Unknown ? Pending : before;
        return truth;
    }

    public Truth Holds(ImmutableArray<ImmutableArray<FactDefinition>> groups)
    {
        int before = Pending;
        Truth all = Truth.True;
        foreach (ImmutableArray<FactDefinition> group in groups)
        {
            Truth any = Truth.False;
            foreach (FactDefinition fact in group)
            {
                any = TruthLogic.Or(any, Holds(fact));
            }

            all = TruthLogic.And(all, any);
        }

        return Settle(before, all);
    }

    public Truth Holds(LimitDefinition? limit)
    {
        if (limit is null)
        {
            return Truth.True;
        }

        if (HasMoreCases && TestOf(limit) is { } test)
        {
            return Holds(test);
        }

        if (limit.Also is null)
        {
            return HoldsAlone(limit);
        }

        int before = Pending;
        Truth all = Truth.True;
        for (LimitDefinition? one = limit; one is not null; one = one.Also)
        {
            all = TruthLogic.And(all, HoldsAlone(one));
        }

        return Settle(before, all);
    }

    private Truth HoldsAlone(LimitDefinition limit)
    {
        if (!TryVat(out Vat vat) || !TryBasis(out string basis))
        {
            return Truth.Unknown;
        }

        (Quantity quantity, decimal? known) = AskedBy(limit, vat, basis);
        return Within(quantity, known, limit.Lower, limit.Upper);
    }

    // The number that a limit speaks of, and its value where the question says it.
    private (Quantity Quantity, decimal? Known) AskedBy(LimitDefinition limit, Vat vat, string basis)
    {
        AskedAmount? asked = decision.Amount;
        Quantity quantity = variables.QuantityOf(limit, vat);
        AmountAxis axis = quantity.Axis;
        bool isSameVat = axis.Vat == vat || axis.Vat == Vat.Unstated;
        bool isKnown = asked is not null && asked.Currency == axis.Currency && basis == limit.Basis && isSameVat;
        return (quantity, isKnown ? asked?.Value : isSameVat ? decision.FurtherAmount(axis.Currency, limit.Basis) : null);
    }

    private Truth Holds(FactDefinition fact)
    {
        Truth truth = fact.Condition >= 0
            ? HoldsCondition(fact.Condition)
            : Within(Quantity.OfMeasure(fact.Measure), KnownMeasure(fact.Measure), fact.Lower, fact.Upper);
        return fact.IsNegated ? TruthLogic.Not(truth) : truth;
    }

    private Truth HoldsCondition(int condition)
    {
        if (decision.Conditions.TryGetValue(condition, out bool value))
        {
            return TruthLogic.Of(value);
        }

        if (!decision.IsNothingAssumed && definition.Conditions[condition].Normally is bool normally)
        {
            return TruthLogic.Of(normally);
        }

        Variable? variable = variables.Condition(condition);
        return variable is null || cells[variable.Order] < 0 ? Open(variable) : TruthLogic.Of(cells[variable.Order] == 0);
    }

    private decimal? KnownMeasure(int measure) =>
        decision.Measures.TryGetValue(measure, out decimal value) ? value : null;

    private bool TryVat(out Vat vat)
    {
        vat = decision.Amount?.Vat ?? Vat.Unstated;
        if (variables.Vat is not { } variable)
        {
            vat = vat == Vat.Unstated ? variables.OnlyVat : vat;
            return true;
        }

        if (cells[variable.Order] < 0)
        {
            Open(variable);
            return false;
        }

        vat = variable.Vats[cells[variable.Order]];
        return true;
    }

    private bool TryBasis(out string basis)
    {
        basis = decision.Amount?.Basis ?? "";
        if (variables.Basis is not { } variable)
        {
            basis = basis.Length == 0 ? variables.OnlyBasis : basis;
            return true;
        }

        if (cells[variable.Order] < 0)
        {
            Open(variable);
            return false;
        }

        basis = variable.Bases[cells[variable.Order]];
        return true;
    }

    private Truth Open(Variable? variable)
    {
        // Every literal of a rule in play has its variable; a missing one would be a fault of the collector.
        int order = variable?.Order ?? throw new InvalidOperationException("A fact was consulted that no rule in play has.");
        Pending = Math.Min(Pending, order);
        return Truth.Unknown;
    }
}
