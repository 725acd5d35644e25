using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Survey;

/// <summary>Searches a scheme for overlaps: first for pairs of sentences that look as if they met, then, at the subjects where they would, case by case.</summary>
internal sealed class OverlapSearch
{
    // A subject of more sentences of one giver is reported once: one witness is found, and not every pair is looked for.
    private const int MostSentences = 64;
    private const int MostWitnesses = 16;
    private const int MostSubjects = 64;
    private const int VisitsForSentence = 64;

    // Of subjects within one another by the thousand, each with all the sentences of those above it, only so many are looked at, counted in sentences for each sentence.
    private const int MostOfCrowds = 100;

    private readonly SpaceIndex index;
    private readonly List<SeatRules> seats;
    private readonly BoxMaker boxes;
    private readonly FoundOverlaps found = new();
    private readonly HashSet<Atom> searched = [];
    private readonly HashSet<Atom> tooLarge = [];
    private readonly HashSet<Atom> shown = [];
    private readonly List<Overlap> overlaps = [];
    private readonly List<Suspicion> open = [];
    private long crowds;

    public OverlapSearch(SpaceIndex index, List<SeatRules> seats)
    {
        this.index = index;
        this.seats = seats;
        boxes = new BoxMaker(index);
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
        found.ForgetAcross();
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

        if (crowds > (long)MostOfCrowds * index.Definition.Rules.Length && seat.IsReachedByMoreThan(node, MostSentences))
        {
            return;
        }

        List<RuleBox> reaching = seat.Reaching(node);
        if (reaching.Count < 2)
        {
            return;
        }

        if (reaching.Count > MostSentences)
        {
            SearchCrowd(node, naming, reaching);
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
                    Search(atoms, named, other);
                    if (!IsKnown(named, other))
                    {
                        open.Add(new Suspicion(named, other, node));
                    }
                }
            }
        }
    }

    // Two of them that may meet are looked for, and a point where they do: some of what looks like a meeting is none.
    private void SearchCrowd(int node, IReadOnlyList<RuleBox> naming, List<RuleBox> reaching)
    {
        crowds += reaching.Count;
        int before = overlaps.Count;
        var names = new HashSet<RuleBox>(naming, ReferenceEqualityComparer.Instance);
        VisitSuspects(reaching, names.Contains, (one, other) =>
        {
            foreach (Atom atom in Atom.Of(index, node, [one, other]))
            {
                ShowWitness(atom, one, other);
            }

            if (overlaps.Count == before)
            {
                open.Add(new Suspicion(one, other, node));
            }

            return overlaps.Count > before;
        });
    }

    /// <summary>Visits pairs that look as if they met and are not known to, until a visit says that it is enough.</summary>
    private void VisitSuspects(List<RuleBox> rules, Func<RuleBox, bool> isWanted, Func<RuleBox, RuleBox, bool> visit)
    {
        int tries = 0;
        BoxEntry[] entries = [.. rules.Where(IsGiving).Select(box => boxes.EntryOf(box, isWanted(box)))];
        RuleBox[] giving = [.. rules.Where(IsGiving)];
        BoxPairs.Visit(
            entries, VisitsForSentence * entries.Length, (one, other) => IsSuspect(giving[one], giving[other]) && (visit(giving[one], giving[other]) || ++tries == MostWitnesses));
    }

    // Two sentences about all (other) matters meet in whatever no other sentence names.
    private void SearchWide(SeatRules seat)
    {
        if (seat.Wide.Count > MostSentences)
        {
            VisitSuspects(seat.Wide, _ => true, (one, other) =>
            {
                SearchAnything(one, other);
                return IsKnown(one, other);
            });
            return;
        }

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
        int tried = 0;
        for (int subject = 0; subject < index.Definition.Subjects.Length && !IsKnown(one, other); subject++)
        {
            if (index.Definition.Subjects[subject].Kind != SubjectKind.Budget && Search([Atom.Of(index, subject)], one, other) && ++tried == MostSubjects)
            {
                break;
            }
        }

        if (!IsKnown(one, other) && one.Rule.Scope == RuleScope.AllOtherMatters && other.Rule.Scope == RuleScope.AllOtherMatters)
        {
            SearchUndeclared(one, other);
        }
    }

    // Where every subject is named two residuals still meet in what nobody has thought of yet.
    private void SearchUndeclared(RuleBox one, RuleBox other)
    {
        int organisation = index.OrganisationOf(one.Rule.Giver);
        int owner = organisation >= 0 ? organisation : one.Rule.Giver;
        if (index.Definition.Parties[owner].Kind != PartyKind.Organisation)
        {
            return;
        }

        var undeclared = new SubjectDefinition { Name = "", Kind = SubjectKind.Matter, Owner = owner };
        var extended = new SpaceIndex(index.Definition with { Subjects = index.Definition.Subjects.Add(undeclared) });
        var subject = new SurveySubject(extended, -1, index.Definition.Subjects.Length);
        overlaps.AddRange(OverlapSurvey.Find(subject, found) ?? OverlapSurvey.FindWitness(subject, found, one, other));
    }

    // Pairs that did not meet where they are named, because all they give comes together further down, may do so in a part that is treated apart.
    private void SearchBelow()
    {
        if (open.Count == 0)
        {
            return;
        }

        var below = new Dictionary<int, List<NamedNode>>();
        foreach (Suspicion suspicion in open)
        {
            below[suspicion.Node] = [];
        }

        foreach (SeatRules seat in seats)
        {
            foreach (int node in seat.Nodes)
            {
                for (int upper = index.Subjects[node].Parent; upper >= 0; upper = index.Subjects[upper].Parent)
                {
                    below.GetValueOrDefault(upper)?.Add(new NamedNode(seat, node));
                }
            }
        }

        foreach (Suspicion suspicion in open)
        {
            int tried = 0;
            foreach (NamedNode part in below[suspicion.Node])
            {
                if (IsKnown(suspicion.One, suspicion.Other))
                {
                    break;
                }

                List<RuleBox> reaching = part.Seat.Reaching(part.Node);
                List<Atom> atoms = Atom.Of(index, part.Node, reaching.Count > MostSentences ? [suspicion.One, suspicion.Other] : reaching);
                if (Search(atoms, suspicion.One, suspicion.Other) && ++tried == MostSubjects)
                {
                    break;
                }
            }
        }
    }

    private bool IsSuspect(RuleBox one, RuleBox other) =>
        IsGiving(one) && IsGiving(other) && !IsKnown(one, other) && BoxMeeting.MayOverlap(index, one, other);

    private static bool IsGiving(RuleBox box) => box.Rule.IsEffective || box.Rule.Kind == RuleKind.Reservation;

    private bool IsKnown(RuleBox one, RuleBox other) => found.Contains(DivergenceFinder.KeyOnOneSide(index, one.Index, other.Index));

    /// <summary>Searches subjects; those that are too large, or have been found to be so, for a point where two sentences meet.</summary>
    /// <returns>Whether there was anything to search.</returns>
    private bool Search(List<Atom> atoms, RuleBox one, RuleBox other)
    {
        bool isNew = false;
        foreach (Atom atom in atoms)
        {
            if (searched.Add(atom))
            {
                isNew = true;
                if (OverlapSurvey.Find(new SurveySubject(index, atom.Function, atom.Matter), found) is { } all)
                {
                    overlaps.AddRange(all);
                }
                else
                {
                    tooLarge.Add(atom);
                }
            }

            if (tooLarge.Contains(atom) && !IsKnown(one, other))
            {
                isNew = true;
                ShowWitness(atom, one, other);
            }
        }

        return isNew;
    }

    // Of a subject that is too large one witness is told.
    private void ShowWitness(Atom atom, RuleBox one, RuleBox other)
    {
        if (shown.Contains(atom))
        {
            return;
        }

        IReadOnlyList<Overlap> witness = OverlapSurvey.FindWitness(new SurveySubject(index, atom.Function, atom.Matter), found, one, other);
        overlaps.AddRange(witness);
        if (witness.Count > 0)
        {
            shown.Add(atom);
        }
    }

    private sealed record Suspicion(RuleBox One, RuleBox Other, int Node);

    private sealed record NamedNode(SeatRules Seat, int Node);
}
