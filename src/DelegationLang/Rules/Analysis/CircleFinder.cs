using System.Collections.Immutable;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// Finds delegations that go round: A gives to B, B to C, and C something of it back to A, at a place, on a day, for an amount and in a case
/// that all of them share. One sentence of each circle is named: the one that gives a subject back to whom it belongs, otherwise the last.
/// </summary>
internal sealed class CircleFinder(Ownership ownership, Func<Grant, ImmutableArray<Extent>> extentsOf)
{
    /// <summary>How often a knot of seats is searched again after a circle was found in it. A scheme with more circles has its other circles reported once some are mended.</summary>
    private const int MaximumRounds = 100;

    /// <summary>Each sentence that closes a circle, with the sentences of the circle from the one after it.</summary>
    public Dictionary<DelegationStatement, Grant[]> Find(SeatGraph graph, IEnumerable<Grant> grants)
    {
        var circles = new Dictionary<DelegationStatement, Grant[]>(ReferenceEqualityComparer.Instance);
        IEnumerable<IGrouping<int, Grant>> knots = grants
            .Where(grant => grant.Giver is PartySymbol giver && !grant.Statement.HasErrors && graph.AreInOneKnot(giver, grant.To))
            .GroupBy(grant => graph.RankOf(grant.To));
        foreach (Grant[] knot in knots.Select(group => group.ToArray()))
        {
            for (int round = 0; round < MaximumRounds; round++)
            {
                var search = new Search(knot.Where(grant => !circles.ContainsKey(grant.Statement)), extentsOf);
                if (search.Run() is not ImmutableArray<Grant> circle)
                {
                    break;
                }

                int culprit = Culprit(circle);
                circles[circle[culprit].Statement] = [.. circle.Skip(culprit + 1), .. circle.Take(culprit + 1)];
            }
        }

        return circles;
    }

    private int Culprit(ImmutableArray<Grant> circle)
    {
        int last = 0;
        for (int i = 0; i < circle.Length; i++)
        {
            if (circle[i].Node is SubjectSymbol node && ownership.Holds(circle[i].To, new Atom(node, null)))
            {
                return i;
            }

            last = circle[i].Statement.Order > circle[last].Statement.Order ? i : last;
        }

        return last;
    }

    /// <summary>One search for a circle among the grants of a knot.</summary>
    private sealed class Search
    {
        private readonly Dictionary<SeatSubject, List<Grant>> byNode = [];
        private readonly Dictionary<SeatSubject, List<Grant>> atOrBelow = [];
        private readonly Dictionary<PartySymbol, List<Grant>> wide = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<PartySymbol, List<Grant>> all = new(ReferenceEqualityComparer.Instance);
        private readonly List<Grant> grants = [];
        private readonly Func<Grant, ImmutableArray<Extent>> extentsOf;

        public Search(IEnumerable<Grant> knot, Func<Grant, ImmutableArray<Extent>> extentsOf)
        {
            this.extentsOf = extentsOf;
            foreach (Grant grant in knot)
            {
                if (grant.Giver is PartySymbol giver)
                {
                    Add(grant, giver);
                }
            }
        }

        public ImmutableArray<Grant>? Run()
        {
            var done = new HashSet<Grant>(ReferenceEqualityComparer.Instance);
            foreach (Grant start in grants)
            {
                if (Follow(start, done) is ImmutableArray<Grant> circle)
                {
                    return circle;
                }
            }

            return null;
        }

        // Depth first, with the path at hand; no recursion, since a chain may be as long as a scheme.
        private ImmutableArray<Grant>? Follow(Grant start, HashSet<Grant> done)
        {
            var path = new List<Grant>();
            var places = new Dictionary<Grant, int>(ReferenceEqualityComparer.Instance);
            var open = new Stack<IEnumerator<Grant>>();
            Step(start);
            while (open.TryPeek(out IEnumerator<Grant>? nexts))
            {
                if (!nexts.MoveNext())
                {
                    open.Pop();
                    places.Remove(path[^1]);
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                Grant next = nexts.Current;
                if (places.TryGetValue(next, out int from))
                {
                    ImmutableArray<Grant> circle = [.. path.Skip(from)];
                    if (HaveCommonGround(circle))
                    {
                        return circle;
                    }
                }
                else
                {
                    Step(next);
                }
            }

            return null;

            void Step(Grant grant)
            {
                if (done.Add(grant))
                {
                    places.Add(grant, path.Count);
                    path.Add(grant);
                    open.Push(NextAfter(grant).GetEnumerator());
                }
            }
        }

        // What whoever gets a grant gives on of it.
        private IEnumerable<Grant> NextAfter(Grant grant)
        {
            if (grant.Node is not SubjectSymbol node)
            {
                return Get(all, grant.To);
            }

            var next = new List<Grant>(Get(wide, grant.To));
            next.AddRange(Get(atOrBelow, new SeatSubject(grant.To, node)));
            for (SubjectSymbol? above = node.Parent; above is not null; above = above.Parent)
            {
                next.AddRange(Get(byNode, new SeatSubject(grant.To, above)));
            }

            return next;
        }

        private bool HaveCommonGround(ImmutableArray<Grant> circle)
        {
            List<Extent> common = [Extent.All];
            foreach (Grant grant in circle)
            {
                ImmutableArray<Extent> extents = extentsOf(grant);
                common = [.. common.SelectMany(one => extents.Select(one.Intersect)).OfType<Extent>().Take(FactCube.MaximumCubes)];
            }

            return common.Count > 0;
        }

        private void Add(Grant grant, PartySymbol giver)
        {
            grants.Add(grant);
            all.AddTo(giver, grant);
            if (grant.Node is not SubjectSymbol node)
            {
                wide.AddTo(giver, grant);
                return;
            }

            byNode.AddTo(new SeatSubject(giver, node), grant);
            for (SubjectSymbol? above = node; above is not null; above = above.Parent)
            {
                atOrBelow.AddTo(new SeatSubject(giver, above), grant);
            }
        }

        private static List<Grant> Get<TKey>(Dictionary<TKey, List<Grant>> lists, TKey key)
            where TKey : notnull => lists.TryGetValue(key, out List<Grant>? list) ? list : [];
    }
}
