using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Says in words what would have to be so for one branch of a case tree.</summary>
internal sealed class CaseWording(SpaceDefinition definition)
{
    /// <summary>What a variable is called in <see cref="Answer.DependsOn"/>.</summary>
    public IEnumerable<string> NamesOf(Variable variable)
    {
        switch (variable.Kind)
        {
            case VariableKind.Vat:
                yield return "VAT";
                break;
            case VariableKind.Basis:
                yield return "basis";
                break;
            case VariableKind.Place:
                yield return "place";
                break;
            case VariableKind.Amount:
                yield return "amount";
                break;
            case VariableKind.Measure:
                yield return definition.Measures[variable.Quantity.Measure].Name;
                break;
            case VariableKind.Ratio:
                yield return variable.Quantity.IsMeasure ? definition.Measures[variable.Quantity.Measure].Name : "amount";
                yield return definition.Measures[variable.Index].Name;
                break;
            default:
                yield return definition.Conditions[variable.Index].Name;
                break;
        }
    }

    /// <summary>The case of some cells of a variable.</summary>
    public string Case(Variable variable, ImmutableArray<int> cells) => variable.Kind switch
    {
        VariableKind.Vat => "the amount is " + Wording.List([.. cells.Select(c => variable.Vats[c] == Vat.Excluding ? "excluding VAT" : "including VAT")], "or"),
        VariableKind.Basis => "the amount counts" + Wording.List([.. cells.Select(c => Wording.Basis(variable.Bases[c], Vat.Unstated) is { Length: > 0 } words ? words : " per decision")], "or"),
        VariableKind.Place => Places(variable, cells),
        VariableKind.Condition => (cells[0] == 0 ? "when " : "unless ") + definition.Conditions[variable.Index].Name,
        VariableKind.Amount => "an amount " + Interval(variable, cells, value => Wording.Amount(value, variable.Quantity.Axis.Currency)) + Wording.Basis(variable.Quantity.Axis.Basis, variable.Quantity.Axis.Vat),
        VariableKind.Measure => Measure(variable, cells),
        _ => Ratio(variable, cells),
    };

    private string Places(Variable variable, ImmutableArray<int> cells)
    {
        string[] named = [.. cells.Where(c => variable.Places[c] >= 0).Select(c => definition.Places[variable.Places[c]].Name)];
        bool isElsewhere = cells.Any(c => variable.Places[c] < 0);
        return (named.Length > 0, isElsewhere) switch
        {
            (true, true) => "at " + Wording.List(named, "or") + ", anywhere else, or at no particular place",
            (true, false) => "at " + Wording.List(named, "or"),
            _ => "anywhere else, or at no particular place",
        };
    }

    private string Measure(Variable variable, ImmutableArray<int> cells)
    {
        MeasureDefinition measure = definition.Measures[variable.Quantity.Measure];
        return measure.Name + " " + Interval(variable, cells, value => measure.Currency.Length > 0 ? Wording.Amount(value, measure.Currency) : Wording.Plain(value) + " " + measure.Unit);
    }

    private string Ratio(Variable variable, ImmutableArray<int> cells)
    {
        string what = variable.Quantity.IsMeasure ? definition.Measures[variable.Quantity.Measure].Name : "an amount";
        string whole = definition.Measures[variable.Index].Name;
        return what + " " + Interval(variable, cells, value => Wording.Plain(value * 100) + "% of " + whole);
    }

    private static string Interval(Variable variable, ImmutableArray<int> cells, Func<decimal, string> say)
    {
        (decimal low, _, bool isLowIncluded) = variable.Ends(cells[0]);
        (_, decimal? high, bool isHighIncluded) = variable.Ends(cells[^1]);
        if (isLowIncluded && high == low)
        {
            return "of exactly " + say(low);
        }

        var words = new List<string>(2);
        if (low > 0 || (!isLowIncluded && cells[0] > 0))
        {
            words.Add((isLowIncluded ? "of at least " : "above ") + say(low));
        }

        if (high is decimal top)
        {
            words.Add((isHighIncluded ? "up to " : "below ") + say(top));
        }

        return words.Count == 0 ? "of any size" : string.Join(" ", words);
    }
}
