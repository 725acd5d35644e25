using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// Searches a subject for holes between amounts, values of a measure, and days that are covered for the same subject, place and facts. Everything but the line
/// that is searched is split into cases until nothing is open any more; then the line is read from end to end.
/// </summary>
internal sealed class GapSurvey
{
    private readonly SurveySubject subject;
    private readonly List<RunCase> runs = [];
    private readonly List<Gap> gaps = [];
    private int cases;

    private GapSurvey(SurveySubject subject) => this.subject = subject;

    private VariableTable Variables => runs[0].Variables;

    /// <summary>The holes of a subject, one for each two rules on either side of one; those in which no sum of money can fall are left out.</summary>
    public static IReadOnlyList<Gap> Find(SurveySubject subject)
    {
        var survey = new GapSurvey(subject);
        var inPlay = new List<RuleEntry>();
        var days = new DateOnly[subject.Runs.Count];
        for (int i = 0; i < days.Length; i++)
        {
            days[i] = subject.Runs[i].Days.First;
            inPlay.AddRange(subject.Runs[i].RulesInPlay);
        }

        // Along a line of amounts a measure stays what it is, while the share of it that an amount comes to does not.
        foreach (IReadOnlyDictionary<int, decimal> measures in ShareMeasures.Of(subject.Index.Definition, inPlay, days))
        {
            survey.runs.Clear();
            foreach (DayRun run in subject.Runs)
            {
                survey.runs.Add(new RunCase(subject.Index, run, inPlay, days, measures));
            }

            survey.Read();
        }

        return survey.gaps;
    }

    private void Read()
    {
        for (int order = 0; order < Variables.Count; order++)
        {
            if (Variables[order].Kind is VariableKind.Amount or VariableKind.Measure)
            {
                foreach (RunCase run in runs)
                {
                    ReadNumbers(run, order);
                }
            }
        }

        if (runs.Count > 2)
        {
            ReadDays();
        }
    }

    private void ReadNumbers(RunCase run, int axis)
    {
        Variable variable = run.Variables[axis];
        if (!run.Run.IsHeld || !CanGoOn(variable.CellCount))
        {
            return;
        }

        var line = new List<SpokenState>?[variable.CellCount];
        int pending = Knowledge.NothingPending;
        for (int cell = variable.FirstCell; cell < variable.CellCount; cell++)
        {
            run.Knowledge[axis] = cell;
            line[cell] = run.Knowledge.IsImpossible() ? null : run.States();
            pending = line[cell] is null ? pending : Math.Min(pending, run.Knowledge.Pending);
        }

        run.Knowledge[axis] = -1;
        if (pending == Knowledge.NothingPending)
        {
            new HoleReader(subject, line).Read((seat, below, above, first, last) => AddNumbers(run, axis, seat, below, above, first, last));
            return;
        }

        Variable open = run.Variables[pending];
        for (int cell = open.FirstCell; cell < open.CellCount; cell++)
        {
            run.Knowledge[pending] = cell;
            ReadNumbers(run, axis);
        }

        run.Knowledge[pending] = -1;
    }

    private void ReadDays()
    {
        if (!CanGoOn(runs.Count))
        {
            return;
        }

        var line = new List<SpokenState>?[runs.Count];
        int pending = Knowledge.NothingPending;
        for (int i = 0; i < runs.Count; i++)
        {
            if (runs[i].Run.IsHeld)
            {
                if (runs[i].Knowledge.IsImpossible())
                {
                    return;
                }

                line[i] = runs[i].States();
                pending = Math.Min(pending, runs[i].Knowledge.Pending);
            }
        }

        if (pending == Knowledge.NothingPending)
        {
            new HoleReader(subject, line).Read(AddDays);
            return;
        }

        Variable open = Variables[pending];
        for (int cell = open.FirstCell; cell < open.CellCount; cell++)
        {
            Choose(pending, cell);
            ReadDays();
        }

        Choose(pending, -1);
    }

    private void Choose(int variable, int cell)
    {
        foreach (RunCase run in runs)
        {
            run.Knowledge[variable] = cell;
        }
    }

    // Whoever writes a scheme of so many cases on one subject is given the benefit of the doubt.
    private bool CanGoOn(int more)
    {
        cases += more;
        return cases <= CaseExplorer.MostCases;
    }

    private void AddNumbers(RunCase run, int axis, int seat, int below, int above, int first, int last)
    {
        Quantity number = run.Variables[axis].Quantity;
        int known = gaps.FindIndex(gap => gap.Below == below && gap.Above == above && gap.Line == number);
        if ((known >= 0 && !gaps[known].IsUnderOneUnit) || (number.IsMeasure && below == above))
        {
            return;
        }

        Gap? found = null;
        for (int cell = first; cell <= last && found is not { IsUnderOneUnit: false }; cell++)
        {
            run.Knowledge[axis] = cell;
            if (run.Point() is SurveyPoint point)
            {
                var gap = new Gap(run.Run.Inquiry.ActingParty(seat), below, above, number, run.Run.Days, point, IsUnderOneUnit: false);
                decimal value = gap.Value ?? 0;
                found = value == decimal.Truncate(value) ? gap
                    : found is null && (number.IsMeasure || value * 100 == decimal.Truncate(value * 100)) ? gap with { IsUnderOneUnit = true }
                    : found;
            }
        }

        run.Knowledge[axis] = -1;
        if (found is null)
        {
            return;
        }

        if (known < 0)
        {
            gaps.Add(found);
        }
        else if (!found.IsUnderOneUnit)
        {
            gaps[known] = found;
        }
    }

    private void AddDays(int seat, int below, int above, int first, int last)
    {
        if (!gaps.Exists(gap => gap.Below == below && gap.Above == above && gap.Line is null) && runs[first].Point() is SurveyPoint point)
        {
            var days = new DateRange(runs[first].Run.Days.First, runs[last].Run.Days.Last);
            gaps.Add(new Gap(runs[first].Run.Inquiry.ActingParty(seat), below, above, null, days, point, IsUnderOneUnit: false));
        }
    }

    private sealed class RunCase
    {
        private readonly SpokenStates states;

        private readonly Decision decision;

        public RunCase(SpaceIndex index, DayRun run, IReadOnlyCollection<RuleEntry> inPlay, DateOnly[] days, IReadOnlyDictionary<int, decimal> measures)
        {
            Run = run;
            decision = run.Inquiry.Decision with { Measures = measures };
            Variables = new VariableTable(index.Definition, decision, inPlay, days);
            Knowledge = new Knowledge(index, decision, Variables);
            states = new SpokenStates(index, run.Inquiry, Knowledge);
        }

        public DayRun Run { get; }

        public VariableTable Variables { get; }

        public Knowledge Knowledge { get; }

        public List<SpokenState> States() => states.Find();

        public SurveyPoint? Point() => PointFinder.Find(Run.Inquiry, decision, Variables, Knowledge);
    }
}
