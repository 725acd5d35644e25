using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// Searches a whole scheme for gaps and overlaps. Rules are compared by their outer bounds first, giver by giver and subject by subject; the cases of
/// a subject are gone through only where two rules look as if they met, or left a hole.
/// </summary>
internal sealed class SpaceSurvey
{
    // A subject of more sentences of one giver is reported once: holes are looked for between neighbours, until one is found.
    private const int MostSentences = 64;
    private const int MostSuspicions = 16;
    private const int MostOfCrowds = 100;
    private const int MostSubjects = 16;

    private readonly SpaceIndex index;
    private readonly RuleBox?[] boxes;
    private readonly Dictionary<int, SeatRules> seats = [];
    private readonly List<SeatRules> ordered = [];
    private readonly bool mayGiveOnFromAbove;
    private long crowds;

    /// <summary>A scheme to be searched.</summary>
    public SpaceSurvey(SpaceIndex index)
    {
        this.index = index;
        boxes = new RuleBox?[index.Definition.Rules.Length];
        for (int i = 0; i < boxes.Length; i++)
        {
            RuleDefinition rule = index.Definition.Rules[i];
            mayGiveOnFromAbove |= rule.Onward?.Limit?.Lower is not null;
            if (rule.Giver >= 0)
            {
                SeatOf(rule.Giver).Add(i);
            }
        }
    }

    /// <summary>The overlaps of the scheme: those of sentences that name the same side of a decision first, then those across.</summary>
    public IReadOnlyList<Overlap> Overlaps() => new OverlapSearch(index, ordered).Find();

    /// <summary>The gaps of the scheme.</summary>
    public IReadOnlyList<Gap> Gaps()
    {
        var gaps = new GapList();
        foreach (SeatRules seat in ordered)
        {
            foreach (int node in seat.Nodes)
            {
                Find(gaps, seat, node);
            }

            if (seat.Wide.Count > MostSentences)
            {
                AddOfAnything(gaps, seat, [.. Suspicions(seat.Wide)]);
            }
            else if (seat.Wide.Count > 0 && MayLeaveHole(seat.Wide))
            {
                AddOfAnything(gaps, seat);
            }
        }

        return gaps.All;
    }

    private void Find(GapList gaps, SeatRules seat, int node)
    {
        if (crowds > (long)MostOfCrowds * boxes.Length && seat.IsReachedByMoreThan(node, MostSentences))
        {
            return;
        }

        List<RuleBox> rules = seat.Reaching(node);
        if (rules.Count > MostSentences)
        {
            crowds += rules.Count;
            int before = gaps.All.Count;
            foreach (HoleSuspicion suspicion in Suspicions(rules))
            {
                foreach (Atom atom in Atom.Of(index, node, [suspicion.Below, suspicion.Above]))
                {
                    Add(gaps, seat, GapSurvey.FindBetween(new SurveySubject(index, atom.Function, atom.Matter), suspicion));
                }

                if (gaps.All.Count > before)
                {
                    return;
                }
            }
        }
        else if (MayLeaveHole(rules))
        {
            foreach (Atom atom in Atom.Of(index, node, rules))
            {
                Add(gaps, seat, atom, rules);
            }
        }
    }

    // Of those one by one the first that is a gap is told, once for the subject.
    private static IEnumerable<HoleSuspicion> Suspicions(List<RuleBox> rules) =>
        rules.Exists(box => !box.Rule.IsEffective) ? [] : HoleSweep.Of(rules).Take(MostSuspicions);

    private SeatRules SeatOf(int giver)
    {
        int organisation = index.OrganisationOf(giver);
        int key = organisation >= 0 ? organisation : giver;
        if (!seats.TryGetValue(key, out SeatRules? rules))
        {
            seats.Add(key, rules = new SeatRules(index, giver, BoxOf));
            ordered.Add(rules);
        }

        return rules;
    }

    private RuleBox BoxOf(int rule) => boxes[rule] ??= new RuleBox(index.Definition, rule);

    // What a sentence in error covers is not known for certain, so neither is what it leaves.
    private bool MayLeaveHole(List<RuleBox> rules) =>
        !rules.Exists(box => !box.Rule.IsEffective)
        && (HoleTest.MayLeaveHole(index, rules) || (mayGiveOnFromAbove && rules.Count > 1));

    private void Add(GapList gaps, SeatRules seat, Atom atom, List<RuleBox> rules)
    {
        var subject = new SurveySubject(index, atom.Function, atom.Matter);
        if (GapSurvey.Find(subject) is { } found)
        {
            Add(gaps, seat, found);
            return;
        }

        int before = gaps.All.Count;
        foreach (HoleSuspicion suspicion in Suspicions(rules))
        {
            Add(gaps, seat, GapSurvey.FindBetween(subject, suspicion));
            if (gaps.All.Count > before)
            {
                return;
            }
        }
    }

    // Other seats on the chains of this subject are searched in their own turn, at the subjects that their sentences name.
    private void Add(GapList gaps, SeatRules seat, IReadOnlyList<Gap> found)
    {
        foreach (Gap gap in found)
        {
            if (ReferenceEquals(SeatOf(index.Definition.Rules[gap.Below].Giver), seat))
            {
                gaps.Add(gap);
            }
        }
    }

    // Sentences about all (other) matters leave the same hole in whatever no other sentence names: the first such subject shows it.
    private void AddOfAnything(GapList gaps, SeatRules seat)
    {
        int before = gaps.All.Count;
        for (int subject = 0; subject < index.Definition.Subjects.Length && gaps.All.Count == before; subject++)
        {
            if (index.Definition.Subjects[subject].Kind != SubjectKind.Budget && seat.Reaching(subject) is var rules && MayLeaveHole(rules))
            {
                Add(gaps, seat, Atom.Of(index, subject), rules);
            }
        }
    }

    private void AddOfAnything(GapList gaps, SeatRules seat, HoleSuspicion[] suspicions)
    {
        int before = gaps.All.Count;
        int tried = 0;
        for (int subject = 0; subject < index.Definition.Subjects.Length && tried < MostSubjects; subject++)
        {
            if (index.Definition.Subjects[subject].Kind == SubjectKind.Budget || index.IsNamed(seat.Giver, index.Subjects.SelfAndAncestors(subject)))
            {
                continue;
            }

            tried++;
            var atom = Atom.Of(index, subject);
            foreach (HoleSuspicion suspicion in suspicions)
            {
                Add(gaps, seat, GapSurvey.FindBetween(new SurveySubject(index, atom.Function, atom.Matter), suspicion));
                if (gaps.All.Count > before)
                {
                    return;
                }
            }
        }
    }
}
