using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// Who gives to whom, cut into knots: seats that can be reached from each other. Knots are numbered so that whoever gives comes before
/// those who get, which is the order in which sentences are judged; a circle can only lie within one knot.
/// </summary>
internal sealed class SeatGraph
{
    private readonly Dictionary<PartySymbol, List<PartySymbol>> edges = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PartySymbol, int> order = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PartySymbol, int> lowest = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PartySymbol, int> knots = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PartySymbol> open = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<PartySymbol> pending = new();
    private readonly List<PartySymbol> parties = [];
    private int knotCount;

    public SeatGraph(IEnumerable<Gift> gifts)
    {
        foreach ((PartySymbol giver, PartySymbol to) in gifts.Distinct())
        {
            EdgesOf(giver).Add(to);
            EdgesOf(to);
        }

        foreach (PartySymbol party in parties)
        {
            if (!order.ContainsKey(party))
            {
                Visit(party);
            }
        }
    }

    /// <summary>The place of a seat's knot in the order from those who give to those who get; 0 for a seat that nothing is known of.</summary>
    public int RankOf(PartySymbol seat) => knots.TryGetValue(seat, out int knot) ? knotCount - knot : 0;

    /// <summary>Whether each of two seats can be reached from the other.</summary>
    public bool AreInOneKnot(PartySymbol one, PartySymbol other) =>
        knots.TryGetValue(one, out int knot) && knots.TryGetValue(other, out int second) && knot == second;

    private List<PartySymbol> EdgesOf(PartySymbol party)
    {
        if (!edges.TryGetValue(party, out List<PartySymbol>? list))
        {
            edges.Add(party, list = []);
            parties.Add(party);
        }

        return list;
    }

    // Tarjan's algorithm, without recursion: a chain of delegations may be as long as a scheme.
    private void Visit(PartySymbol root)
    {
        var path = new Stack<Step>();
        Enter(root);
        path.Push(new Step(root));
        while (path.TryPeek(out Step? step))
        {
            List<PartySymbol> next = edges[step.Party];
            if (step.Next < next.Count)
            {
                PartySymbol to = next[step.Next++];
                if (!order.ContainsKey(to))
                {
                    Enter(to);
                    path.Push(new Step(to));
                }
                else if (open.Contains(to))
                {
                    lowest[step.Party] = Math.Min(lowest[step.Party], order[to]);
                }
            }
            else
            {
                path.Pop();
                Leave(step.Party);
                if (path.TryPeek(out Step? parent))
                {
                    lowest[parent.Party] = Math.Min(lowest[parent.Party], lowest[step.Party]);
                }
            }
        }
    }

    private void Enter(PartySymbol party)
    {
        lowest[party] = order.Count;
        order[party] = order.Count;
        open.Add(party);
        pending.Push(party);
    }

    private void Leave(PartySymbol party)
    {
        if (lowest[party] != order[party])
        {
            return;
        }

        PartySymbol member;
        do
        {
            member = pending.Pop();
            open.Remove(member);
            knots[member] = knotCount;
        }
        while (!ReferenceEquals(member, party));
        knotCount++;
    }

    /// <summary>A seat on the path, and how many of those that it gives to have been looked at.</summary>
    private sealed class Step(PartySymbol party)
    {
        public PartySymbol Party => party;

        public int Next { get; set; }
    }
}

/// <summary>That a seat gives anything to another.</summary>
internal sealed record Gift(PartySymbol Giver, PartySymbol To);
