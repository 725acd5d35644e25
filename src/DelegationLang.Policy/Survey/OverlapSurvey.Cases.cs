using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>Going through the cases of one run of days.</summary>
internal sealed partial class OverlapSurvey
{
    private sealed class RunSurvey
    {
        private readonly OverlapSurvey survey;
        private readonly DayRun run;
        private readonly DecisionContext context;
        private readonly VariableTable variables;
        private readonly Knowledge knowledge;
        private readonly AuthorityWalk walk;
        private readonly RuleTest test;
        private readonly bool hasReservations;

        public RunSurvey(OverlapSurvey survey, DayRun run)
        {
            this.survey = survey;
            this.run = run;
            context = run.Context;
            variables = new VariableTable(survey.index.Definition, context.Decision, run.RulesInPlay);
            knowledge = new Knowledge(survey.index, context.Decision, variables);
            walk = new AuthorityWalk(survey.index, context, knowledge);
            test = new RuleTest(survey.index, context, knowledge);
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
        private SurveyPoint? PointOf(SeatHolding one, SeatHolding other)
        {
            if (!hasReservations && !run.RulesInPlay.Any(entry => survey.index.Definition.Rules[entry.Rule].Onward is not null))
            {
                var asked = new VariableTable(survey.index.Definition, context.Decision, [.. run.RulesInPlay.Where(entry => IsOn(one, entry.Rule) || IsOn(other, entry.Rule))]);
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

            return PointFinder.Find(context, context.Decision, variables, knowledge);
        }

        private static bool IsOn(SeatHolding end, int rule)
        {
            for (SeatHolding? link = end; link is not null; link = link.From)
            {
                if (link.Rule == rule)
                {
                    return true;
                }
            }

            return false;
        }

        private bool MayMeet(IReadOnlyList<SeatHolding> holdings)
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

        private void Collect(AuthorityWalk walk)
        {
            List<SeatHolding> ends = [.. walk.Ends().Where(end => !end.IsExceptional)];
            SurveyPoint? point = null;
            var shown = new List<Divergence>();
            int compared = ends.Count > MostCompared ? Few : ends.Count;
            for (int i = 1; i < ends.Count; i++)
            {
                for (int j = 0; j < i && j < compared; j++)
                {
                    if (Part(ends[j], ends[i]) is not Divergence divergence)
                    {
                        continue;
                    }

                    point ??= survey.IsWitness ? PointOf(ends[i], ends[j]) : PointFinder.Find(context, context.Decision, variables, knowledge);
                    if (point is null)
                    {
                        return;
                    }

                    survey.found.Add(divergence.Key);
                    shown.Add(divergence);
                    survey.overlaps.Add(divergence.IsSwapped
                        ? new Overlap(divergence.First, divergence.Second, ends[i], ends[j], divergence.Key.IsAcross, point)
                        : new Overlap(divergence.First, divergence.Second, ends[j], ends[i], divergence.Key.IsAcross, point));
                }
            }

            if (ends.Count > MostCompared)
            {
                survey.found.AddTogether(shown);
            }
        }

        /// <summary>Where two chains part by different sentences, unless that is known or they end with the same people.</summary>
        private Divergence? Part(SeatHolding one, SeatHolding other)
        {
            if (AreSame(one, other) || DivergenceFinder.Find(survey.index, context, one, other) is not Divergence divergence)
            {
                return null;
            }

            return survey.found.Contains(divergence) ? null : divergence;
        }

        private bool AreSame(SeatHolding one, SeatHolding other)
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
                left.Add(context.SeatOf(party));
            }

            foreach (int party in one.Group)
            {
                if (!left.Remove(context.SeatOf(party)))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
