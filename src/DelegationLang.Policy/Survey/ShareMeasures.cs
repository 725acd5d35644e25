using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// Values for the measures of which limits are shares. Whether one limit is above another changes only where a share of a measure comes to a figure,
/// or to a share of another measure: those values, and one between each two, stand for all.
/// </summary>
internal sealed class ShareMeasures
{
    private const int MostValues = 400;

    private readonly SpaceDefinition definition;
    private readonly DateOnly[] days;
    private readonly List<int> measures = [];
    private readonly Dictionary<int, AscendingFigures> shares = [];
    private readonly AscendingFigures figures = new();
    private readonly Dictionary<int, AscendingFigures> own = [];
    private readonly List<IReadOnlyDictionary<int, decimal>> values = [];

    private ShareMeasures(SpaceDefinition definition, DateOnly[] days)
    {
        this.definition = definition;
        this.days = days;
    }

    /// <summary>The values to try, each for all such measures at once; one empty choice where there are none.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<int, decimal>> Of(SpaceDefinition definition, IEnumerable<RuleEntry> rules, DateOnly[] days)
    {
        var shares = new ShareMeasures(definition, days);
        foreach (RuleEntry entry in rules)
        {
            RuleDefinition rule = definition.Rules[entry.Rule];
            shares.Note(rule.Limit);
            shares.Note(rule.Onward?.Limit);
            foreach (var group in rule.Facts)
            {
                foreach (FactDefinition fact in group)
                {
                    shares.Note(fact);
                }
            }
        }

        shares.measures.Sort();
        shares.Choose(0, new Dictionary<int, decimal>());
        return shares.values;
    }

    private void Note(LimitDefinition? limit)
    {
        if (limit is null)
        {
            return;
        }

        Note(limit.Lower);
        Note(limit.Upper);
        Note(limit.Also);
    }

    private void Note(BoundDefinition? bound)
    {
        if (bound is null)
        {
            return;
        }

        foreach (BoundTerm term in bound.LowerOf)
        {
            if (term.Kind != BoundTermKind.PartOfMeasure)
            {
                AddFigures(figures, term);
            }
            else if (term.Value > 0)
            {
                if (!shares.TryGetValue(term.Index, out AscendingFigures? list))
                {
                    shares.Add(term.Index, list = new AscendingFigures());
                    measures.Add(term.Index);
                }

                list.Add(term.Value);
            }
        }
    }

    private void Note(FactDefinition fact)
    {
        if (fact.Measure < 0)
        {
            return;
        }

        if (!own.TryGetValue(fact.Measure, out AscendingFigures? list))
        {
            own.Add(fact.Measure, list = new AscendingFigures());
        }

        foreach (BoundDefinition? bound in (BoundDefinition?[])[fact.Lower, fact.Upper])
        {
            foreach (BoundTerm term in bound?.LowerOf ?? [])
            {
                AddFigures(list, term);
            }
        }
    }

    private void AddFigures(AscendingFigures list, BoundTerm term)
    {
        foreach (DateOnly day in days)
        {
            if (Figures.Of(definition, term, day) is decimal figure)
            {
                list.Add(figure);
            }
        }
    }

    private void Choose(int next, Dictionary<int, decimal> chosen)
    {
        if (next == measures.Count)
        {
            values.Add(new Dictionary<int, decimal>(chosen));
            return;
        }

        int measure = measures[next];
        foreach (decimal value in Candidates(measure, chosen))
        {
            if (values.Count >= MostValues)
            {
                return;
            }

            chosen[measure] = value;
            Choose(next + 1, chosen);
        }

        chosen.Remove(measure);
    }

    private decimal[] Candidates(int measure, Dictionary<int, decimal> chosen)
    {
        var marks = new AscendingFigures();
        foreach (decimal mark in own.GetValueOrDefault(measure)?.ToArray() ?? [])
        {
            marks.Add(mark);
        }

        foreach (decimal share in shares[measure].ToArray())
        {
            foreach (decimal figure in figures.ToArray())
            {
                AddMark(marks, figure, share);
            }

            foreach (int other in chosen.Keys)
            {
                foreach (decimal otherShare in shares[other].ToArray())
                {
                    AddMark(marks, chosen[other] * otherShare, share);
                }
            }
        }

        var candidates = new AscendingFigures();
        decimal low = 0;
        foreach (decimal mark in marks.ToArray())
        {
            AddBetween(candidates, new Interval(low, false, mark, false));
            candidates.Add(mark);
            low = mark;
        }

        AddBetween(candidates, new Interval(low, false, null, false));
        return candidates.ToArray();
    }

    private static void AddMark(AscendingFigures marks, decimal figure, decimal share)
    {
        if (share > 0.000001m && figure < 1_000_000_000_000m)
        {
            marks.Add(figure / share);
        }
    }

    // A value in the middle, so that shares of it are clear of the figures on either side.
    private static void AddBetween(AscendingFigures candidates, Interval span)
    {
        decimal? middle = span.High is decimal high ? decimal.Round((span.Low + high) / 2) : span.Low * 2 + 1_000_000;
        if (middle is decimal value && span.Contains(value))
        {
            candidates.Add(value);
        }
        else if (span.Pick() is decimal any)
        {
            candidates.Add(any);
        }
    }
}
