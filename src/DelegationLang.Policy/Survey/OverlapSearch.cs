using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>Searches a scheme for overlaps: first for pairs of sentences that look as if they met, then, at the subjects where they would, case by case.</summary>
internal sealed class OverlapSearch
{
    private readonly SpaceIndex index;
    private readonly List<SeatRules> seats;
    private readonly HashSet<OverlapKey> found = [];
    private readonly HashSet<Atom> searched = [];
    private readonly List<Overlap> overlaps = [];
    private readonly List<Suspicion> open = [];

    public OverlapSearch(SpaceIndex index, List<SeatRules> seats)
    {
        this.index = index;
        this.seats = seats;
    }

    /// <summary>All overlaps.</summary>
    public IReadOnlyList<Overlap> Find()
    {
        foreach (SeatRules seat in seats)
        {
            foreach (int node in seat.Nodes)
            {
                SearchNode(seat, node);
            }

            SearchWide(seat);
        }

        SearchBelow();
        overlaps.RemoveAll(overlap => overlap.IsAcross);
        found.RemoveWhere(key => key.IsAcross);
        foreach (SeatRules seat in seats)
        {
            new AcrossSearch(index, seat, found, overlaps).Find();
        }

        return overlaps;
    }

    private void SearchNode(SeatRules seat, int node)
    {
        IReadOnlyList<RuleBox> naming = seat.Naming(node);
        if (naming.Count == 0 || seat.All.Count < 2)
        {
            return;
        }

        List<RuleBox> reaching = seat.Reaching(node);
        if (reaching.Count < 2)
        {
            return;
        }

        List<Atom>? atoms = null;
        foreach (RuleBox named in naming)
        {
            foreach (RuleBox other in reaching)
            {
                if (!ReferenceEquals(named, other) && IsSuspect(named, other))
                {
                    atoms ??= Atom.Of(index, node, reaching);
                    Search(atoms);
                    if (!IsKnown(named, other))
                    {
                        open.Add(new Suspicion(named, other, node));
                    }
                }
            }
        }
    }

    // Two sentences about all (other) matters meet in whatever no other sentence names.
    private void SearchWide(SeatRules seat)
    {
        foreach (RuleBox one in seat.Wide)
        {
            foreach (RuleBox other in seat.Wide)
            {
                if (one.Index < other.Index && IsSuspect(one, other))
                {
                    SearchAnything(one, other);
                }
            }
        }
    }

    private void SearchAnything(RuleBox one, RuleBox other)
    {
        for (int subject = 0; subject < index.Definition.Subjects.Length && !IsKnown(one, other); subject++)
        {
            if (index.Definition.Subjects[subject].Kind != SubjectKind.Budget)
            {
                Search([Atom.Of(index, subject)]);
            }
        }

        if (!IsKnown(one, other) && one.Rule.Scope == RuleScope.AllOtherMatters && other.Rule.Scope == RuleScope.AllOtherMatters)
        {
            SearchUndeclared(one);
        }
    }

    // Where every subject is named two residuals still meet in what nobody has thought of yet.
    private void SearchUndeclared(RuleBox residual)
    {
        int organisation = index.OrganisationOf(residual.Rule.Giver);
        int owner = organisation >= 0 ? organisation : residual.Rule.Giver;
        if (index.Definition.Parties[owner].Kind != PartyKind.Organisation)
        {
            return;
        }

        var undeclared = new SubjectDefinition { Name = "", Kind = SubjectKind.Matter, Owner = owner };
        var extended = new SpaceIndex(index.Definition with { Subjects = index.Definition.Subjects.Add(undeclared) });
        overlaps.AddRange(OverlapSurvey.Find(new SurveySubject(extended, -1, index.Definition.Subjects.Length), found));
    }

    // Pairs that did not meet where they are named, because all they give comes together further down, may do so in a part that is treated apart.
    private void SearchBelow()
    {
        foreach (Suspicion suspicion in open)
        {
            foreach (SeatRules seat in seats)
            {
                foreach (int node in seat.Nodes)
                {
                    if (!IsKnown(suspicion.One, suspicion.Other) && IsBelow(node, suspicion.Node))
                    {
                        Search(Atom.Of(index, node, seat.Reaching(node)));
                    }
                }
            }
        }
    }

    private bool IsBelow(int node, int upper)
    {
        for (int n = index.Subjects[node].Parent; n >= 0; n = index.Subjects[n].Parent)
        {
            if (n == upper)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSuspect(RuleBox one, RuleBox other) =>
        IsGiving(one) && IsGiving(other) && !IsKnown(one, other) && BoxMeeting.MayOverlap(index, one, other);

    private static bool IsGiving(RuleBox box) => box.Rule.IsEffective || box.Rule.Kind == RuleKind.Reservation;

    private bool IsKnown(RuleBox one, RuleBox other) => found.Contains(PartingFinder.KeyOnOneSide(index, one.Index, other.Index));

    private void Search(List<Atom> atoms)
    {
        foreach (Atom atom in atoms)
        {
            if (searched.Add(atom))
            {
                overlaps.AddRange(OverlapSurvey.Find(new SurveySubject(index, atom.Function, atom.Matter), found));
            }
        }
    }

    private sealed record Suspicion(RuleBox One, RuleBox Other, int Node);
}
