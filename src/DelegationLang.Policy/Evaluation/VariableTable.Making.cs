namespace DelegationLang.Policy.Evaluation;

/// <summary>Making the variables of what was collected, in the order in which cases are told apart.</summary>
internal sealed partial class VariableTable
{
    /// <summary>The same variables for the same question on another of its days.</summary>
    /// <param name="asked">The question.</param>
    public VariableTable On(Decision asked)
    {
        var other = (VariableTable)MemberwiseClone();
        other.decision = asked;
        other.day = asked.Day;
        other.quantities = NoQuantities();
        return other;
    }

    private static Dictionary<LimitDefinition, Quantity>[] NoQuantities() =>
        [new(ReferenceEqualityComparer.Instance), new(ReferenceEqualityComparer.Instance), new(ReferenceEqualityComparer.Instance)];

    private void MakeVariables()
    {
        MakeTrials();
        if (decision.Place < 0 && places.Count > 0)
        {
            Place = Append(new Variable { Kind = VariableKind.Place, Places = PlacesAndNone() });
        }

        var quantities = new List<Quantity>(figures.Keys);
        quantities.Sort(Quantity.Compare);
        foreach (Quantity quantity in quantities)
        {
            VariableKind kind = quantity.IsMeasure ? VariableKind.Measure : VariableKind.Amount;
            Variable number = Append(new Variable { Kind = kind, Quantity = quantity, Figures = figures[quantity].ToArray() });
            numbers.Add(quantity, number);
            quantity.Variable = number;
        }

        MakeVatPairs();
        var keys = new List<RatioKey>(ratioFigures.Keys);
        keys.Sort((a, b) => a.Measure != b.Measure ? a.Measure - b.Measure : Quantity.Compare(a.Quantity, b.Quantity));
        foreach (RatioKey key in keys)
        {
            var ratio = new Variable { Kind = VariableKind.Ratio, Quantity = key.Quantity, Index = key.Measure, Figures = ratioFigures[key].ToArray() };
            ratios.Add(key, Append(ratio));
        }

        foreach (int condition in conditions)
        {
            conditionVariables.Add(condition, Append(new Variable { Kind = VariableKind.Condition, Index = condition }));
        }
    }

    // Of each amount that limits count in both ways, or one of which is the figure asked about; parts of measures included.
    private void MakeVatPairs()
    {
        if (statedVat.Count == 0)
        {
            return;
        }

        var pairs = new HashSet<VatPair>();
        foreach (Quantity quantity in numbers.Keys.Concat(ratioFigures.Keys.Select(key => key.Quantity)).Where(quantity => !quantity.IsMeasure && quantity.Axis.Vat != DelegationLang.Policy.Vat.Unstated))
        {
            Quantity Counted(Vat vat) => quantity.Axis.Vat == vat ? quantity : new Quantity(quantity.Axis with { Vat = vat }, -1);
            pairs.Add(new VatPair(Counted(DelegationLang.Policy.Vat.Excluding), Counted(DelegationLang.Policy.Vat.Including)));
        }

        VatPairs = [.. pairs];
    }

    private void MakeTrials()
    {
        AskedAmount? amount = decision.Amount;
        if ((amount is null || amount.Vat == DelegationLang.Policy.Vat.Unstated) && (isExcludingUsed || isIncludingUsed))
        {
            OnlyVat = isExcludingUsed ? DelegationLang.Policy.Vat.Excluding : DelegationLang.Policy.Vat.Including;
            if (isExcludingUsed && isIncludingUsed)
            {
                Vat = Append(new Variable { Kind = VariableKind.Vat, Vats = [DelegationLang.Policy.Vat.Excluding, DelegationLang.Policy.Vat.Including] });
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

    private int[] PlacesAndNone()
    {
        int[] all = new int[places.Count + 1];
        places.CopyTo(all);
        all[^1] = -1;
        return all;
    }

    private Variable Append(Variable variable)
    {
        variable.Order = ordered.Count;
        ordered.Add(variable);
        return variable;
    }

    private static void AddTo<TKey>(Dictionary<TKey, AscendingFigures> lists, TKey key, decimal figure)
        where TKey : class
    {
        if (!lists.TryGetValue(key, out AscendingFigures? list))
        {
            lists.Add(key, list = new AscendingFigures());
        }

        list.Add(figure);
    }
}
