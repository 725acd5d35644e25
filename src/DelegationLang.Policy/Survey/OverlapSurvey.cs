using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// Searches all cases of a subject for points that parties at the ends of different chains may decide. It asks the evaluator, case by case, so that
/// it finds what answers would show and nothing else.
/// </summary>
internal sealed class OverlapSurvey
{
    private readonly SpaceIndex index;
    private readonly HashSet<OverlapKey> found;
    private readonly List<Overlap> overlaps = [];

    private OverlapSurvey(SpaceIndex index, HashSet<OverlapKey> found)
    {
        this.index = index;
        this.found = found;
    }

    /// <summary>The overlaps of a subject that were not found before, each with its first point; they are noted as found.</summary>
    public static IReadOnlyList<Overlap> Find(SurveySubject subject, HashSet<OverlapKey> found)
    {
        var survey = new OverlapSurvey(subject.Index, found);
        foreach (DayRun run in subject.Runs)
        {
            if (run.IsHeld)
            {
                new RunSurvey(survey, run).Explore();
            }
        }

        return survey.overlaps;
    }

    private sealed class RunSurvey
    {
        private readonly OverlapSurvey survey;
        private readonly Inquiry inquiry;
        private readonly VariableTable variables;
        private readonly Knowledge knowledge;
        private readonly bool hasReservations;
        private int cases;

        public RunSurvey(OverlapSurvey survey, DayRun run)
        {
            this.survey = survey;
            inquiry = run.Inquiry;
            variables = new VariableTable(survey.index.Definition, inquiry.Decision, run.RulesInPlay);
            knowledge = new Knowledge(survey.index, inquiry.Decision, variables);
            foreach (RuleEntry entry in run.RulesInPlay)
            {
                hasReservations |= survey.index.Definition.Rules[entry.Rule].Kind == RuleKind.Reservation;
            }
        }

        public void Explore()
        {
            if (++cases > CaseExplorer.MostCases || knowledge.IsImpossible())
            {
                return;
            }

            Walk walk = Walk.From(survey.index, inquiry, knowledge);
            if (knowledge.Pending == Knowledge.NothingPending)
            {
                Collect(walk);
                return;
            }

            // While something is open the walk finds more than will hold, save what is reserved: where even so nothing meets, no case can.
            if (!hasReservations && !MayMeet(walk.Holdings))
            {
                return;
            }

            Variable variable = variables[knowledge.Pending];
            for (int cell = variable.FirstCell; cell < variable.CellCount; cell++)
            {
                knowledge[variable.Order] = cell;
                Explore();
            }

            knowledge[variable.Order] = -1;
        }

        private bool MayMeet(IReadOnlyList<Holding> holdings)
        {
            for (int i = 0; i < holdings.Count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    if (!holdings[i].IsExceptional && !holdings[j].IsExceptional && Part(holdings[j], holdings[i]) is not null)
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        private void Collect(Walk walk)
        {
            List<Holding> ends = [.. walk.Ends().Where(end => !end.IsExceptional)];
            SurveyPoint? point = null;
            for (int i = 1; i < ends.Count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    if (Part(ends[j], ends[i]) is not Parting parting)
                    {
                        continue;
                    }

                    point ??= PointFinder.Find(inquiry, inquiry.Decision, variables, knowledge);
                    if (point is null)
                    {
                        return;
                    }

                    survey.found.Add(parting.Key);
                    survey.overlaps.Add(parting.IsSwapped
                        ? new Overlap(parting.First, parting.Second, ends[i], ends[j], parting.Key.IsAcross, point)
                        : new Overlap(parting.First, parting.Second, ends[j], ends[i], parting.Key.IsAcross, point));
                }
            }
        }

        /// <summary>Where two chains part by different sentences, unless that is known or they end with the same people.</summary>
        private Parting? Part(Holding one, Holding other)
        {
            if (AreSame(one, other) || PartingFinder.Find(survey.index, inquiry, one, other) is not Parting parting)
            {
                return null;
            }

            return survey.found.Contains(parting.Key) ? null : parting;
        }

        private bool AreSame(Holding one, Holding other)
        {
            if (one.Group.Length != other.Group.Length)
            {
                return false;
            }

            if (one.Group.Length == 1)
            {
                return one.Seat == other.Seat;
            }

            var left = new List<int>(other.Group.Length);
            foreach (int party in other.Group)
            {
                left.Add(inquiry.SeatOf(party));
            }

            foreach (int party in one.Group)
            {
                if (!left.Remove(inquiry.SeatOf(party)))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
