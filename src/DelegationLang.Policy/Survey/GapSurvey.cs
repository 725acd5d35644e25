using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// Searches a subject for holes between amounts, values of a measure, and days that are covered for the same subject, place and facts. Everything but the line
/// that is searched is split into cases until nothing is open any more; then the line is read from end to end.
/// </summary>
internal sealed class GapSurvey
{
    // What a subject may cost, in sentences looked at for each run of days: one that costs more is only searched between neighbours.
    private const int MostWork = 200_000;
    private const int MostRunsBetween = 12;
    private const int MostCasesBetween = 400;
    private const int MostMeasuresBetween = 8;

    private readonly SurveySubject subject;
    private readonly HoleSuspicion? between;
    private readonly List<RunCase> runs = [];
    private readonly GapList gaps = new();
    private int cases;

    private GapSurvey(SurveySubject subject, HoleSuspicion? between)
    {
        this.subject = subject;
        this.between = between;
    }

    private VariableTable Variables => runs[0].Variables;

    /// <summary>
    /// The holes of a subject, one for each two rules on either side of one; those in which no sum of money can fall are left out. Nothing at all where the
    /// subject is too large to be searched.
    /// </summary>
    public static IReadOnlyList<Gap>? Find(SurveySubject subject)
    {
        if ((long)subject.RunCount * subject.RuleCount > MostWork)
        {
            return null;
        }

        var survey = new GapSurvey(subject, null);
        survey.Read([.. Enumerable.Range(0, subject.RunCount)], int.MaxValue);
        return survey.gaps.All;
    }

    /// <summary>The holes of a subject between two rules, looked for where the one ends and the other begins.</summary>
    public static IReadOnlyList<Gap> FindBetween(SurveySubject subject, HoleSuspicion between)
    {
        var survey = new GapSurvey(subject, between);
        int first = subject.RunOf(between.IsInDays ? between.Below.Days.Last : between.Below.Days.Intersect(between.Above.Days).First);
        int last = between.IsInDays ? subject.RunOf(between.Above.Days.First) : first;
        if (between.IsInDays && ReferenceEquals(between.Below, between.Above))
        {
            (first, last) = (0, Math.Min(subject.RunCount, MostRunsBetween) - 1);
        }

        if (last - first < MostRunsBetween)
        {
            survey.Read([.. Enumerable.Range(first, last - first + 1)], MostMeasuresBetween);
        }

        return survey.gaps.All;
    }

    private void Read(int[] days, int mostMeasures)
    {
        var inPlay = new List<RuleEntry>();
        var known = new HashSet<RuleEntry>();
        foreach (int run in days)
        {
            inPlay.AddRange(subject[run].RulesInPlay.Where(known.Add));
        }

        DateOnly[] firsts = [.. days.Select(run => subject[run].Days.First)];

        // Along a line of amounts a measure stays what it is, while the share of it that an amount comes to does not.
        foreach (IReadOnlyDictionary<int, decimal> measures in ShareMeasures.Of(subject.Index.Definition, inPlay, firsts).Take(mostMeasures))
        {
            runs.Clear();
            foreach (int run in days)
            {
                Decision decision = subject[run].Context.Decision with { Measures = measures };
                runs.Add(new RunCase(subject.Index, subject[run], decision, runs.Count > 0 ? runs[0].Variables.On(decision) : new VariableTable(subject.Index.Definition, decision, inPlay, firsts)));
            }

            Read();
        }
    }

    private void Read()
    {
        for (int order = 0; order < Variables.Count && between is not { IsInDays: true }; order++)
        {
            if (Variables[order].Kind == VariableKind.Amount || (between is null && Variables[order].Kind == VariableKind.Measure))
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

    // The cells of a line that matter: all, or those from the end of the one to the beginning of the other.
    private (int First, int Last) Window(Variable variable)
    {
        if (between?.Below.Amounts.High is decimal end && between.Below.IsExact && between.Above.IsExact)
        {
            int below = Array.BinarySearch(variable.Figures, end);
            int above = Array.BinarySearch(variable.Figures, between.Above.Amounts.Low);
            if (below >= 0 && above >= below)
            {
                return (Math.Max(2 * below, variable.FirstCell), (2 * above) + 2);
            }
        }

        return (variable.FirstCell, variable.CellCount - 1);
    }

    private void ReadNumbers(RunCase run, int axis)
    {
        Variable variable = run.Variables[axis];
        (int first, int last) = Window(variable);
        if (!run.Run.IsHeld || !CanGoOn(last - first + 1) || !run.MayBeFor(between))
        {
            return;
        }

        var line = new List<SpokenState>?[variable.CellCount];
        int pending = Knowledge.NothingPending;
        for (int cell = first; cell <= last; cell++)
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
        if (!CanGoOn(runs.Count) || !runs[0].MayBeFor(between))
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
        return between is null ? cases <= CaseExplorer.MostCases : cases <= MostCasesBetween && gaps.All.Count == 0;
    }

    private void AddNumbers(RunCase run, int axis, int seat, int below, int above, int first, int last)
    {
        Quantity number = run.Variables[axis].Quantity;
        if (gaps.Knows(below, above, number) || (number.IsMeasure && below == above))
        {
            return;
        }

        Gap? found = null;
        for (int cell = first; cell <= last && found is not { IsUnderOneUnit: false }; cell++)
        {
            run.Knowledge[axis] = cell;
            if (run.Point() is SurveyPoint point)
            {
                var gap = new Gap(run.Run.Context.ActingParty(seat), below, above, number, run.Run.Days, point, IsUnderOneUnit: false);
                decimal value = gap.Value ?? 0;
                found = value == decimal.Truncate(value) ? gap
                    : found is null && (number.IsMeasure || value * 100 == decimal.Truncate(value * 100)) ? gap with { IsUnderOneUnit = true }
                    : found;
            }
        }

        run.Knowledge[axis] = -1;
        if (found is not null)
        {
            gaps.Add(found);
        }
    }

    private void AddDays(int seat, int below, int above, int first, int last)
    {
        if (!gaps.Knows(below, above, null) && runs[first].Point() is SurveyPoint point)
        {
            var days = new DateRange(runs[first].Run.Days.First, runs[last].Run.Days.Last);
            gaps.Add(new Gap(runs[first].Run.Context.ActingParty(seat), below, above, null, days, point, IsUnderOneUnit: false));
        }
    }

    private sealed class RunCase
    {
        private readonly SpokenStates states;

        private readonly Decision decision;

        public RunCase(SpaceIndex index, DayRun run, Decision decision, VariableTable variables)
        {
            Run = run;
            this.decision = decision;
            Variables = variables;
            Knowledge = new Knowledge(index, decision, Variables);
            states = new SpokenStates(index, run.Context, Knowledge);
        }

        public DayRun Run { get; }

        public VariableTable Variables { get; }

        public Knowledge Knowledge { get; }

        /// <summary>Whether in the cases chosen so far both of two rules may hold, amounts and days aside.</summary>
        public bool MayBeFor(HoleSuspicion? between) =>
            between is null || (MayHold(between.Below.Rule) && MayHold(between.Above.Rule));

        public List<SpokenState> States() => states.Find();

        private bool MayHold(RuleDefinition rule) => Knowledge.IsAtAny(rule.At) != Truth.False && Knowledge.Holds(rule.Facts) != Truth.False;

        public SurveyPoint? Point() => PointFinder.Find(Run.Context, decision, Variables, Knowledge);
    }
}
