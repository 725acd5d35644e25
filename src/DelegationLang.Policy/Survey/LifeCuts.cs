using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// The days on which something begins or ends that may bear on a subject: rules, parties, bodies that act for organisations, the subject itself,
/// and the figures of named sums.
/// </summary>
internal sealed class LifeCuts
{
    private readonly SpaceIndex index;
    private readonly int function;
    private readonly int matter;
    private readonly HashSet<int> parties = [];
    private readonly Stack<int> waiting = new();
    private readonly SortedDictionary<int, DateOnly> starts = [];

    public LifeCuts(SpaceIndex index, int function, int matter)
    {
        this.index = index;

        // A matter that belongs to a function is always about it.
        this.function = function >= 0 || matter < 0 ? function : index.Subjects.FunctionOf(matter);
        this.matter = matter;
    }

    /// <summary>How many rules may bear on the subject, of all days: once for each way to them.</summary>
    public int RuleCount { get; private set; }

    /// <summary>The first day of each run, ascending; the first of all is that on which the scheme comes into force.</summary>
    public DateOnly[] Starts()
    {
        starts.Add(index.Definition.InForce.First.DayNumber, index.Definition.InForce.First);
        AddSubject(function);
        AddSubject(matter);
        while (waiting.TryPop(out int party))
        {
            foreach (int rule in RulesAbout(party))
            {
                RuleCount++;
                AddRule(index.Definition.Rules[rule]);
            }
        }

        var days = new DateOnly[starts.Count];
        starts.Values.CopyTo(days, 0);
        return days;
    }

    private void AddSubject(int subject)
    {
        if (subject < 0)
        {
            return;
        }

        Cut(index.Subjects[subject].Lifetime);
        for (int s = subject; s >= 0; s = index.Subjects[s].Parent)
        {
            AddParty(index.Subjects[s].Owner);
        }
    }

    // An organisation and all who ever act for it count as one: which of them gives depends on the day.
    private void AddParty(int party)
    {
        if (party < 0 || !parties.Add(party))
        {
            return;
        }

        Cut(index.Definition.Parties[party].Lifetime);
        waiting.Push(party);
        AddParty(index.OrganisationOf(party));
        foreach (int body in index.Definition.Parties[party].Boards)
        {
            AddParty(body);
        }

        foreach (int body in index.Definition.Parties[party].Cabinets.Concat(index.Definition.Parties[party].Leaders))
        {
            AddParty(body);
        }
    }

    private IEnumerable<int> RulesAbout(int giver)
    {
        foreach (int start in (int[])[function, matter])
        {
            for (int node = start; node >= 0; node = index.Subjects.NamedAbove(node))
            {
                foreach (RuleEntry entry in index.RulesNaming(giver, node))
                {
                    yield return entry.Rule;
                }
            }
        }

        foreach (RuleEntry entry in index.WideRules(giver))
        {
            yield return entry.Rule;
        }
    }

    private void AddRule(RuleDefinition rule)
    {
        Cut(rule.Days);
        Cut(rule.Limit);
        Cut(rule.Onward?.Limit);
        foreach (var facts in rule.Facts)
        {
            foreach (FactDefinition fact in facts)
            {
                Cut(fact.Lower);
                Cut(fact.Upper);
            }
        }

        foreach (var group in rule.Holders)
        {
            foreach (int party in group)
            {
                AddParty(party);
            }
        }
    }

    private void Cut(LimitDefinition? limit)
    {
        if (limit is null)
        {
            return;
        }

        Cut(limit.Lower);
        Cut(limit.Upper);
        Cut(limit.Also);
    }

    private void Cut(BoundDefinition? bound)
    {
        if (bound is null)
        {
            return;
        }

        foreach (BoundTerm term in bound.LowerOf)
        {
            if (term.Kind == BoundTermKind.PartOfAmount)
            {
                foreach (DatedFigure figure in index.Definition.Amounts[term.Index].Figures)
                {
                    Cut(figure.Days);
                }
            }
        }
    }

    private void Cut(DateRange days)
    {
        if (days.HasFirst)
        {
            Start(days.First);
        }

        if (days.HasLast)
        {
            Start(days.Last.AddDays(1));
        }
    }

    private void Start(DateOnly day)
    {
        if (index.Definition.InForce.Contains(day))
        {
            starts[day.DayNumber] = day;
        }
    }
}
