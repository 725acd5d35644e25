using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// Finds a point of which the chosen cells are true together. Where limits are shares of measures, cells that look possible one by one need not be
/// so together: then there is no point, and nothing to report.
/// </summary>
internal sealed class PointFinder
{
    private const int MostTries = 2_000;

    private readonly Decision decision;
    private readonly VariableTable variables;
    private readonly Knowledge knowledge;
    private readonly List<Variable> numbers = [];
    private readonly List<Variable> ratios = [];
    private readonly List<int> shared = [];
    private readonly Dictionary<int, decimal> measures = [];
    private int tries;

    private PointFinder(Decision decision, VariableTable variables, Knowledge knowledge)
    {
        this.decision = decision;
        this.variables = variables;
        this.knowledge = knowledge;
        for (int order = 0; order < variables.Count; order++)
        {
            Variable variable = variables[order];
            if (knowledge[order] < 0)
            {
                continue;
            }

            if (variable.Kind == VariableKind.Ratio)
            {
                ratios.Add(variable);
                if (!shared.Contains(variable.Index))
                {
                    shared.Add(variable.Index);
                }
            }
            else if (variable.IsNumber)
            {
                numbers.Add(variable);
            }
        }
    }

    /// <summary>A point of the cells chosen; none where there is none. Its day is that of the context.</summary>
    public static SurveyPoint? Find(DecisionContext context, Decision decision, VariableTable variables, Knowledge knowledge)
    {
        var finder = new PointFinder(decision, variables, knowledge);
        return finder.Settle(0) ? finder.Point(context) : null;
    }

    // Chooses the measures of which others are shares, one after another; then each number has its own span.
    private bool Settle(int next)
    {
        if (next == shared.Count)
        {
            return AllHaveRoom();
        }

        int measure = shared[next];
        foreach (decimal value in Candidates(measure))
        {
            if (++tries > MostTries)
            {
                return false;
            }

            measures[measure] = value;
            if (Settle(next + 1))
            {
                return true;
            }
        }

        measures.Remove(measure);
        return false;
    }

    private bool AllHaveRoom()
    {
        foreach (Variable ratio in ratios)
        {
            if (ValueOf(ratio.Quantity) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value of a number that fits its own cell and the shares that it must be; none where nothing fits.</summary>
    private decimal? ValueOf(Quantity quantity)
    {
        Interval span = SpanOf(quantity);
        foreach (Variable ratio in ratios)
        {
            if (ratio.Quantity == quantity)
            {
                span = span.Intersect(CellOf(ratio).Times(measures[ratio.Index]));
            }
        }

        if (quantity.IsMeasure && measures.TryGetValue(quantity.Measure, out decimal chosen))
        {
            return span.Contains(chosen) ? chosen : null;
        }

        return WithVat(quantity, span).Pick();
    }

    // Without value added tax it is no more than with it.
    private Interval WithVat(Quantity quantity, Interval span)
    {
        Quantity? twin = quantity.IsMeasure ? null : quantity.Axis.Vat switch
        {
            Vat.Excluding => quantity with { Axis = quantity.Axis with { Vat = Vat.Including } },
            Vat.Including => quantity with { Axis = quantity.Axis with { Vat = Vat.Excluding } },
            _ => null,
        };
        if (twin is null || !numbers.Exists(number => number.Quantity == twin))
        {
            return span;
        }

        Interval other = SpanOf(twin);
        return quantity.Axis.Vat == Vat.Excluding
            ? span.Intersect(new Interval(0, true, other.High, other.HasHigh))
            : ValueOf(twin) is decimal without ? span.Intersect(new Interval(without, true, null, false)) : span;
    }

    private Interval SpanOf(Quantity quantity)
    {
        foreach (Variable number in numbers)
        {
            if (number.Quantity == quantity)
            {
                return CellOf(number);
            }
        }

        return Interval.All;
    }

    private Interval CellOf(Variable variable)
    {
        int cell = knowledge[variable.Order];
        (decimal low, decimal? high, bool isPoint) = variable.Ends(cell);
        return new Interval(low, isPoint || cell == 0, high, isPoint);
    }

    // Whether a measure fits changes only where an end of a number is an end of a share of it: those values, and one between each two.
    private List<decimal> Candidates(int measure)
    {
        Interval span = SpanOf(Quantity.OfMeasure(measure));
        var marks = new List<decimal> { span.Low };
        if (span.High is decimal high)
        {
            marks.Add(high);
        }

        foreach (Variable ratio in ratios)
        {
            if (ratio.Index == measure)
            {
                AddMarks(marks, CellOf(ratio), SpanOf(ratio.Quantity));
            }
        }

        marks.Sort();
        var candidates = new List<decimal>();
        if (span.Pick() is decimal nice)
        {
            candidates.Add(nice);
        }

        for (int i = 0; i < marks.Count; i++)
        {
            Interval between = i + 1 < marks.Count ? new Interval(marks[i], false, marks[i + 1], false) : new Interval(marks[i], false, null, false);
            if (between.Intersect(span).Pick() is decimal inside)
            {
                candidates.Add(inside);
            }
        }

        candidates.AddRange(marks.FindAll(span.Contains));
        return candidates;
    }

    private static void AddMarks(List<decimal> marks, Interval share, Interval number)
    {
        foreach (decimal? part in (decimal?[])[share.Low, share.High])
        {
            foreach (decimal? whole in (decimal?[])[number.Low, number.High])
            {
                if (part is decimal p && whole is decimal w && p > 0.000001m && w < 1_000_000_000_000m)
                {
                    marks.Add(w / p);
                }
            }
        }
    }

    private SurveyPoint Point(DecisionContext context)
    {
        var amounts = new List<PointAmount>();
        var conditions = new List<PointCondition>();
        int place = SurveyPoint.AnyPlace;
        foreach (Variable number in numbers)
        {
            AddNumber(number.Quantity, amounts);
        }

        // A number that is only a share of a measure has no cell of its own.
        foreach (Variable ratio in ratios)
        {
            AddNumber(ratio.Quantity, amounts);
        }

        for (int order = 0; order < variables.Count; order++)
        {
            Variable variable = variables[order];
            int cell = knowledge[order];
            if (cell >= 0 && variable.Kind == VariableKind.Place)
            {
                place = variable.Places[cell];
            }
            else if (cell >= 0 && variable.Kind == VariableKind.Condition)
            {
                conditions.Add(new PointCondition(variable.Index, cell == 0));
            }
        }

        var known = new List<PointMeasure>();
        foreach (int measure in decision.Measures.Keys)
        {
            known.Add(new PointMeasure(measure, decision.Measures[measure]));
        }

        foreach (int measure in measures.Keys)
        {
            known.Add(new PointMeasure(measure, measures[measure]));
        }

        known.Sort((a, b) => a.Measure - b.Measure);
        return new SurveyPoint
        {
            Function = context.Function,
            Matter = context.Matter,
            Day = context.Day,
            Place = place,
            Amounts = amounts,
            Conditions = conditions,
            Measures = known,
        };
    }

    private void AddNumber(Quantity quantity, List<PointAmount> amounts)
    {
        if (ValueOf(quantity) is not decimal value)
        {
            return;
        }

        if (quantity.IsMeasure)
        {
            measures[quantity.Measure] = value;
        }
        else if (!amounts.Exists(amount => amount.Axis == quantity.Axis))
        {
            amounts.Add(new PointAmount(quantity.Axis, value));
        }
    }
}
