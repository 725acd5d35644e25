using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// Searches a whole scheme for gaps and overlaps. Rules are compared by their outer bounds first, giver by giver and subject by subject; the cases of
/// a subject are gone through only where two rules look as if they met, or left a hole.
/// </summary>
internal sealed class SpaceSurvey
{
    private readonly SpaceIndex index;
    private readonly RuleBox?[] boxes;
    private readonly Dictionary<int, SeatRules> seats = [];
    private readonly List<SeatRules> ordered = [];
    private readonly bool mayGiveOnFromAbove;

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
        var gaps = new List<Gap>();
        foreach (SeatRules seat in ordered)
        {
            foreach (int node in seat.Nodes)
            {
                List<RuleBox> rules = seat.Reaching(node);
                if (MayLeaveHole(rules))
                {
                    foreach (Atom atom in Atom.Of(index, node, rules))
                    {
                        Add(gaps, seat, atom);
                    }
                }
            }

            if (seat.Wide.Count > 0 && MayLeaveHole(seat.Wide))
            {
                AddOfAnything(gaps, seat);
            }
        }

        return gaps;
    }

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

    private void Add(List<Gap> gaps, SeatRules seat, Atom atom)
    {
        foreach (Gap gap in GapSurvey.Find(new SurveySubject(index, atom.Function, atom.Matter)))
        {
            // Other seats on the chains of this subject are searched in their own turn, at the subjects that their sentences name.
            int known = gaps.FindIndex(other => other.Below == gap.Below && other.Above == gap.Above && other.Line == gap.Line);
            if (!ReferenceEquals(SeatOf(index.Definition.Rules[gap.Below].Giver), seat))
            {
                continue;
            }

            if (known < 0)
            {
                gaps.Add(gap);
            }
            else if (gaps[known].IsUnderOneUnit && !gap.IsUnderOneUnit)
            {
                gaps[known] = gap;
            }
        }
    }

    // Sentences about all (other) matters leave the same hole in whatever no other sentence names: the first such subject shows it.
    private void AddOfAnything(List<Gap> gaps, SeatRules seat)
    {
        int before = gaps.Count;
        for (int subject = 0; subject < index.Definition.Subjects.Length && gaps.Count == before; subject++)
        {
            if (index.Definition.Subjects[subject].Kind != SubjectKind.Budget && MayLeaveHole(seat.Reaching(subject)))
            {
                Add(gaps, seat, Atom.Of(index, subject));
            }
        }
    }
}
