using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <content>Limits and facts as tests of cells.</content>
internal sealed partial class Knowledge
{
    private readonly Dictionary<LimitDefinition, CellTest?> limitTests = new(ReferenceEqualityComparer.Instance);

    /// <summary>What facts ask of the cells; none where a figure of theirs depends on more than one variable.</summary>
    public CellTest? TestOf(ImmutableArray<ImmutableArray<FactDefinition>> facts)
    {
        var groups = new List<CellRange[]>(facts.Length);
        bool isNever = false;
        foreach (ImmutableArray<FactDefinition> group in facts)
        {
            var ranges = new List<CellRange>(group.Length);
            bool isSettled = false;
            foreach (FactDefinition fact in group)
            {
                if (!IsOpen(fact))
                {
                    isSettled |= Holds(fact) == Truth.True;
                }
                else if (RangeOf(fact) is CellRange range)
                {
                    ranges.Add(range);
                }
                else
                {
                    return null;
                }
            }

            isNever |= !isSettled && ranges.Count == 0;
            if (!isSettled && ranges.Count > 0)
            {
                groups.Add([.. ranges]);
            }
        }

        return CellTest.Of(groups, isNever);
    }

    /// <summary>Whether what is asked of the cells is so.</summary>
    public Truth Holds(CellTest test)
    {
        if (test.IsNever)
        {
            return Truth.False;
        }

        int pending = NothingPending;
        Truth truth = Truth.True;
        foreach (CellRange range in test.All)
        {
            // Those that follow are open too, and stand later in the order.
            if (range.Order > highest)
            {
                (truth, pending) = (Truth.Unknown, Math.Min(pending, range.Order));
                break;
            }

            int cell = cells[range.Order];
            if (cell < 0)
            {
                (truth, pending) = (Truth.Unknown, Math.Min(pending, range.Order));
            }
            else if (!range.Holds(cell))
            {
                return Truth.False;
            }
        }

        foreach (CellRange[] group in test.Any)
        {
            Truth any = Truth.False;
            foreach (CellRange range in group)
            {
                int cell = cells[range.Order];
                any = TruthLogic.Or(any, cell < 0 ? Truth.Unknown : TruthLogic.Of(range.Holds(cell)));
                pending = cell < 0 ? Math.Min(pending, range.Order) : pending;
            }

            if (any == Truth.False)
            {
                return any;
            }

            truth = TruthLogic.And(truth, any);
        }

        Pending = truth == Truth.Unknown ? Math.Min(Pending, pending) : Pending;
        return truth;
    }

    private CellTest? TestOf(LimitDefinition limit)
    {
        if (!limitTests.TryGetValue(limit, out CellTest? test))
        {
            limitTests.Add(limit, test = MakeTest(limit));
        }

        return test;
    }

    private CellTest? MakeTest(LimitDefinition limit)
    {
        // Where one of the two is a variable, what a limit speaks of is another number from case to case.
        if (variables.Vat is not null || variables.Basis is not null || !TryVat(out Vat vat) || !TryBasis(out string basis))
        {
            return null;
        }

        var groups = new List<CellRange[]>();
        bool isNever = false;
        for (LimitDefinition? one = limit; one is not null; one = one.Also)
        {
            (Quantity quantity, decimal? known) = AskedBy(one, vat, basis);
            if (known is not null && IsKnown(one.Lower) && IsKnown(one.Upper))
            {
                isNever |= HoldsAlone(one) == Truth.False;
            }
            else if (known is null && variables.Number(quantity) is { } variable && RangeOf(variable, one.Lower, one.Upper) is CellRange range)
            {
                groups.Add([range]);
            }
            else
            {
                return null;
            }
        }

        return CellTest.Of(groups, isNever);
    }

    private bool IsOpen(FactDefinition fact) => fact.Condition >= 0
        ? !decision.Conditions.ContainsKey(fact.Condition) && (decision.IsNothingAssumed || definition.Conditions[fact.Condition].Normally is null)
        : KnownMeasure(fact.Measure) is null || !IsKnown(fact.Lower) || !IsKnown(fact.Upper);

    private CellRange? RangeOf(FactDefinition fact)
    {
        if (fact.Condition >= 0)
        {
            return variables.Condition(fact.Condition) is { } condition ? new CellRange(condition.Order, 0, 0, fact.IsNegated) : null;
        }

        return KnownMeasure(fact.Measure) is null && variables.Number(Quantity.OfMeasure(fact.Measure)) is { } number ? RangeOf(number, fact.Lower, fact.Upper, fact.IsNegated) : null;
    }

    private CellRange? RangeOf(Variable variable, BoundDefinition? lower, BoundDefinition? upper, bool isNegated = false)
    {
        int first = 0;
        int last = int.MaxValue;
        if (upper is not null)
        {
            if (PositionOf(variable, upper) is not int at)
            {
                return null;
            }

            last = upper.IsIncluded ? at : at - 1;
        }

        if (lower is not null)
        {
            if (PositionOf(variable, lower) is not int at)
            {
                return null;
            }

            first = lower.IsIncluded ? at : at + 1;
        }

        return new CellRange(variable.Order, first, last, isNegated);
    }

    // The cell that is the lowest or the highest of the figures; none where one of them is a part of something open, or has no figure that day.
    private int? PositionOf(Variable variable, BoundDefinition bound)
    {
        int? found = null;
        foreach (BoundTerm term in bound.LowerOf)
        {
            int position = term.Kind != BoundTermKind.PartOfMeasure && variables.FigureOf(term) is decimal figure ? Array.BinarySearch(variable.Figures, figure) : -1;
            if (position < 0)
            {
                return null;
            }

            int cell = (2 * position) + 1;
            found = found is not int other ? cell : bound.IsHighest ? Math.Max(other, cell) : Math.Min(other, cell);
        }

        return found;
    }
}
