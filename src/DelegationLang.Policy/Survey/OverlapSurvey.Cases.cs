using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>Going through the cases of one run of days.</summary>
internal sealed partial class OverlapSurvey
{
    private sealed class RunSurvey
    {
        private readonly OverlapSurvey survey;
        private readonly DayRun run;
        private readonly Inquiry inquiry;
        private readonly VariableTable variables;
        private readonly Knowledge knowledge;
        private readonly Walk walk;
        private readonly RuleTest test;
        private readonly bool hasReservations;

        public RunSurvey(OverlapSurvey survey, DayRun run)
        {
            this.survey = survey;
            this.run = run;
            inquiry = run.Inquiry;
            variables = new VariableTable(survey.index.Definition, inquiry.Decision, run.RulesInPlay);
            knowledge = new Knowledge(survey.index, inquiry.Decision, variables);
            walk = new Walk(survey.index, inquiry, knowledge);
            test = new RuleTest(survey.index, inquiry, knowledge);
            foreach (RuleEntry entry in run.RulesInPlay)
            {
                hasReservations |= survey.index.Definition.Rules[entry.Rule].Kind == RuleKind.Reservation;
            }
        }

        /// <summary>Chooses a cell of each variable in which both of the pair may hold, and of conditions that do not matter to them one in which others rather do not; whether there is one.</summary>
        public bool Settle()
        {
            for (int order = 0; order < variables.Count; order++)
            {
                Variable variable = variables[order];
                bool isCondition = variable.Kind == VariableKind.Condition;
                bool isSettled = variable.Kind == VariableKind.Ratio;
                for (int i = variable.FirstCell; i < variable.CellCount && !isSettled; i++)
                {
                    knowledge[order] = isCondition ? 1 - i : i;
                    isSettled = !IsOutsidePair();
                }

                if (!isSettled)
                {
                    Unsettle();
                    return false;
                }
            }

            return true;
        }

        /// <summary>Leaves all variables open again.</summary>
        public void Unsettle()
        {
            for (int order = 0; order < variables.Count; order++)
            {
                knowledge[order] = -1;
            }
        }

        public void Explore()
        {
            survey.cases++;
            if (!survey.Spend(run.RulesInPlay.Count) || survey.IsEnough || IsOutsidePair() || knowledge.IsImpossible())
            {
                return;
            }

            walk.Start();
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
            for (int cell = variable.FirstCell; cell < variable.CellCount && !survey.IsEnough; cell++)
            {
                knowledge[variable.Order] = cell;
                if (!survey.IsWitness || !IsOutsidePair())
                {
                    Explore();
                }
            }

            knowledge[variable.Order] = -1;
        }

        private bool IsOutsidePair()
        {
            foreach (RuleBox box in survey.pair)
            {
                if (knowledge.Knows(box.Index) && test.Box(box.Rule, new RuleEntry(box.Index, [])) == Truth.False)
                {
                    return true;
                }
            }

            return false;
        }

        // Of very many facts those are told that the sentences ask for by which the two decide, unless others could take it from them.
        private SurveyPoint? PointOf(Holding one, Holding other)
        {
            if (!hasReservations && !run.RulesInPlay.Any(entry => survey.index.Definition.Rules[entry.Rule].Onward is not null))
            {
                var asked = new VariableTable(survey.index.Definition, inquiry.Decision, [.. run.RulesInPlay.Where(entry => IsOn(one, entry.Rule) || IsOn(other, entry.Rule))]);
                for (int order = 0; order < variables.Count; order++)
                {
                    if (variables[order] is { Kind: VariableKind.Condition } condition && asked.Condition(condition.Index) is null)
                    {
                        knowledge[order] = -1;
                    }
                    else if (variables[order] is { IsNumber: true, Kind: not VariableKind.Ratio } number && asked.Number(number.Quantity) is null)
                    {
                        knowledge[order] = -1;
                    }
                }
            }

            return PointFinder.Find(inquiry, inquiry.Decision, variables, knowledge);
        }

        private static bool IsOn(Holding end, int rule)
        {
            for (Holding? link = end; link is not null; link = link.From)
            {
                if (link.Rule == rule)
                {
                    return true;
                }
            }

            return false;
        }

        private bool MayMeet(IReadOnlyList<Holding> holdings)
        {
            if (holdings.Count > MostCompared)
            {
                return true;
            }

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
            var shown = new List<Parting>();
            int compared = ends.Count > MostCompared ? Few : ends.Count;
            for (int i = 1; i < ends.Count; i++)
            {
                for (int j = 0; j < i && j < compared; j++)
                {
                    if (Part(ends[j], ends[i]) is not Parting parting)
                    {
                        continue;
                    }

                    point ??= survey.IsWitness ? PointOf(ends[i], ends[j]) : PointFinder.Find(inquiry, inquiry.Decision, variables, knowledge);
                    if (point is null)
                    {
                        return;
                    }

                    survey.found.Add(parting.Key);
                    shown.Add(parting);
                    survey.overlaps.Add(parting.IsSwapped
                        ? new Overlap(parting.First, parting.Second, ends[i], ends[j], parting.Key.IsAcross, point)
                        : new Overlap(parting.First, parting.Second, ends[j], ends[i], parting.Key.IsAcross, point));
                }
            }

            if (ends.Count > MostCompared)
            {
                survey.found.AddTogether(shown);
            }
        }

        /// <summary>Where two chains part by different sentences, unless that is known or they end with the same people.</summary>
        private Parting? Part(Holding one, Holding other)
        {
            if (AreSame(one, other) || PartingFinder.Find(survey.index, inquiry, one, other) is not Parting parting)
            {
                return null;
            }

            return survey.found.Contains(parting) ? null : parting;
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
