using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Authorities;

/// <summary>Cells of a variable in which the region lies.</summary>
internal sealed class RegionCut(SpaceDefinition definition, Variable variable, List<int> cells)
{
    /// <summary>The variable.</summary>
    public Variable Variable => variable;

    /// <summary>Its cells, ascending.</summary>
    public IReadOnlyList<int> Cells => cells;

    /// <summary>Whether they are all that the variable has, so that the region does not turn on it.</summary>
    public bool IsWhole => cells.Count == variable.CellCount - variable.FirstCell;

    /// <summary>The same variable with other cells.</summary>
    public RegionCut With(IEnumerable<int> others) => new(definition, variable, [.. others.Order()]);

    /// <summary>Terms with the bounds that the cells set.</summary>
    public AuthorityTerms Narrow(AuthorityTerms terms)
    {
        var key = new StringBuilder(terms.Key);
        key.Append('|').Append((int)Variable.Kind).Append(' ').Append(Variable.Index).Append(' ').Append(Variable.Quantity);
        terms = Variable.Kind switch
        {
            VariableKind.Vat => terms with { GivenVat = Variable.Vats[Cells[0]] },
            VariableKind.Place => AtPlaces(terms),
            VariableKind.Condition => terms with { Conditions = terms.Conditions.Add(new ConditionValue(Variable.Index, Cells[0] == 0)) },
            VariableKind.Amount => terms with { Amounts = terms.Amounts.Add(Amount()) },
            VariableKind.Measure => terms with { Measures = terms.Measures.Add(Measure()) },
            VariableKind.Ratio => terms with { Shares = terms.Shares.Add(Share()) },
            _ => terms,
        };
        if (Variable.Kind == VariableKind.Place)
        {
            key.AppendJoin(',', terms.Places).Append('-').AppendJoin(',', terms.NotAt).Append(terms.IsElsewhere);
        }
        else
        {
            key.AppendJoin(' ', Cells.Select(Cell));
        }

        return terms with { Key = key.ToString() };
    }

    private string Cell(int cell) => Variable.Kind switch
    {
        VariableKind.Vat => Variable.Vats[cell].ToString(),
        VariableKind.Condition => cell.ToString(CultureInfo.InvariantCulture),
        _ => Variable.Ends(cell).ToString(),
    };

    private AuthorityTerms AtPlaces(AuthorityTerms terms)
    {
        HashSet<int> here = [.. Cells.Select(cell => Variable.Places[cell])];
        var at = ImmutableArray.CreateBuilder<int>();
        var notAt = ImmutableArray.CreateBuilder<int>();
        foreach (int place in Variable.Places.Where(place => place >= 0 && here.Contains(place) != here.Contains(Around(place))))
        {
            (here.Contains(place) ? at : notAt).Add(place);
        }

        return terms with { Places = at.ToImmutable(), NotAt = notAt.ToImmutable(), IsElsewhere = here.Contains(-1) };
    }

    // The nearest place around another that is told apart; -1 for anywhere else.
    private int Around(int place)
    {
        int outer = definition.Places[place].Parent;
        while (outer >= 0 && Array.IndexOf(Variable.Places, outer) < 0)
        {
            outer = definition.Places[outer].Parent;
        }

        return outer;
    }

    private AmountInterval Amount()
    {
        (decimal? from, bool isFrom, decimal? to, bool isTo) = Interval();
        var axis = Variable.Quantity.Axis;
        return new AmountInterval(from, isFrom, to, isTo, axis.Currency, axis.Basis, axis.Vat);
    }

    private MeasureInterval Measure()
    {
        (decimal? from, bool isFrom, decimal? to, bool isTo) = Interval();
        return new MeasureInterval(Variable.Quantity.Measure, from, isFrom, to, isTo);
    }

    private ShareInterval Share()
    {
        (decimal? from, bool isFrom, decimal? to, bool isTo) = Interval();
        var axis = Variable.Quantity.Axis;
        return new ShareInterval(Variable.Index, Variable.Quantity.Measure, axis.Currency, axis.Basis, axis.Vat, from, isFrom, to, isTo);
    }

    private (decimal? From, bool IsFromIncluded, decimal? To, bool IsToIncluded) Interval()
    {
        (decimal low, _, bool isLowIncluded) = Variable.Ends(Cells[0]);
        (_, decimal? high, bool isHighIncluded) = Variable.Ends(Cells[^1]);
        bool hasLow = low > 0 || (isLowIncluded && high == 0) || (!isLowIncluded && Cells[0] > 0);
        return (hasLow ? low : null, hasLow && isLowIncluded, high, high is not null && isHighIncluded);
    }
}
