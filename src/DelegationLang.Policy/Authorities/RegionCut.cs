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

    /// <summary>Terms with the bounds that the cells of all variables set. There may be very many.</summary>
    public static AuthorityTerms Narrow(AuthorityTerms terms, IReadOnlyList<RegionCut> cuts)
    {
        var key = new StringBuilder(terms.Key);
        var amounts = terms.Amounts.ToBuilder();
        var measures = terms.Measures.ToBuilder();
        var shares = terms.Shares.ToBuilder();
        var conditions = terms.Conditions.ToBuilder();
        foreach (RegionCut cut in cuts)
        {
            Variable variable = cut.Variable;
            key.Append('|').Append((int)variable.Kind).Append(' ').Append(variable.Index).Append(' ');
            if (variable.IsNumber)
            {
                key.Append(variable.Quantity);
            }

            switch (variable.Kind)
            {
                case VariableKind.Place:
                    terms = cut.AtPlaces(terms);
                    key.AppendJoin(',', terms.Places).Append('-').AppendJoin(',', terms.NotAt).Append(terms.IsElsewhere);
                    continue;
                case VariableKind.Vat:
                    terms = terms with { GivenVat = variable.Vats[cut.Cells[0]] };
                    break;
                case VariableKind.Condition:
                    conditions.Add(new ConditionValue(variable.Index, cut.Cells[0] == 0));
                    break;
                case VariableKind.Amount:
                    amounts.Add(cut.Amount());
                    break;
                case VariableKind.Measure:
                    measures.Add(cut.Measure());
                    break;
                case VariableKind.Ratio:
                    shares.Add(cut.Share());
                    break;
            }

            key.AppendJoin(' ', cut.Cells.Select(cut.Cell));
        }

        return terms with { Key = key.ToString(), Amounts = amounts.ToImmutable(), Measures = measures.ToImmutable(), Shares = shares.ToImmutable(), Conditions = conditions.ToImmutable() };
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
