namespace DelegationLang.Policy.Values;

/// <summary>A box among others of which pairs are wanted.</summary>
/// <param name="Box">Its bounds.</param>
/// <param name="Classes">What it is of: two boxes that are of the same class in one respect are no pair. A number below nought is no class.</param>
/// <param name="IsWanted">Whether pairs with it are wanted; of two boxes one must be.</param>
internal sealed record BoxEntry(Box Box, int[] Classes, bool IsWanted);

/// <summary>
/// Finds the pairs of boxes that meet, without trying each with each: the boxes are halved again and again along the line, or by the class, that parts
/// them best, and halves that cannot meet are left alone.
/// </summary>
internal sealed class BoxPairs
{
    private const int LeafSize = 4;

    private readonly BoxEntry[] entries;
    private readonly Func<int, int, bool> visit;
    private readonly int mostVisits;
    private int visits;
    private bool isStopped;

    private BoxPairs(BoxEntry[] entries, Func<int, int, bool> visit, int mostVisits)
    {
        this.entries = entries;
        this.visit = visit;
        this.mostVisits = mostVisits;
    }

    /// <summary>Visits pairs of boxes that meet, by their positions, until a visit says that it is enough, or there were so many.</summary>
    /// <returns>How many pairs were looked at, which is the work that it took.</returns>
    public static int Visit(BoxEntry[] entries, int mostVisits, Func<int, int, bool> visit)
    {
        var pairs = new BoxPairs(entries, visit, mostVisits);
        if (entries.Length > 1)
        {
            int[] all = new int[entries.Length];
            for (int i = 0; i < all.Length; i++)
            {
                all[i] = i;
            }

            pairs.Within(pairs.Make(all));
        }

        return pairs.visits;
    }

    private void Within(Node node)
    {
        if (isStopped || !node.HasWanted || node.IsOneClass())
        {
            return;
        }

        if (node.Left is null || node.Right is null)
        {
            for (int i = 1; i < node.Members.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    Try(node.Members[j], node.Members[i]);
                }
            }

            return;
        }

        Within(node.Left);
        Within(node.Right);
        Between(node.Left, node.Right);
    }

    private void Between(Node one, Node other)
    {
        if (isStopped || !(one.HasWanted || other.HasWanted) || one.IsOfClassOf(other) || !one.Hull.Meets(other.Hull))
        {
            return;
        }

        Node larger = one.Members.Length >= other.Members.Length ? one : other;
        Node smaller = ReferenceEquals(larger, one) ? other : one;
        if (larger.Left is not null && larger.Right is not null)
        {
            Between(larger.Left, smaller);
            Between(larger.Right, smaller);
            return;
        }

        foreach (int first in one.Members)
        {
            foreach (int second in other.Members)
            {
                Try(first, second);
            }
        }
    }

    private void Try(int one, int other)
    {
        if (isStopped || !(entries[one].IsWanted || entries[other].IsWanted))
        {
            return;
        }

        visits++;
        isStopped = visits >= mostVisits
            || (entries[one].Box.Meets(entries[other].Box) && visit(Math.Min(one, other), Math.Max(one, other)));
    }

    private Node Make(int[] members)
    {
        Box hull = entries[members[0]].Box;
        int[] classes = [.. entries[members[0]].Classes];
        bool hasWanted = false;
        foreach (int member in members)
        {
            hasWanted |= entries[member].IsWanted;
            hull = member == members[0] ? hull : hull.Hull(entries[member].Box);
            for (int i = 0; i < classes.Length; i++)
            {
                classes[i] = classes[i] == entries[member].Classes[i] ? classes[i] : -1;
            }
        }

        var node = new Node(members, hull, classes, hasWanted);
        if (members.Length > LeafSize && !node.IsOneClass())
        {
            int[] sorted = Sort(members, hull, classes);
            int middle = Middle(sorted, classes);
            node.Left = Make(sorted[..middle]);
            node.Right = Make(sorted[middle..]);
        }

        return node;
    }

    // Along the line on which the fewest would lie on both sides of the middle; where that is most of them, by a class in which they differ.
    private int[] Sort(int[] members, Box hull, int[] classes)
    {
        int[]? best = null;
        int fewest = members.Length;
        foreach (int line in hull.Lines)
        {
            int[] sorted = [.. members];
            decimal[] keys = [.. members.Select(member => KeyOf(entries[member].Box.On(line)))];
            Array.Sort(keys, sorted);
            Interval middle = entries[sorted[sorted.Length / 2]].Box.On(line);
            int across = members.Count(member => entries[member].Box.On(line).Meets(middle));
            if (across < fewest)
            {
                (best, fewest) = (sorted, across);
            }
        }

        int differing = Array.IndexOf(classes, -1);
        if (best is not null && (fewest <= members.Length / 2 || differing < 0))
        {
            return best;
        }

        int[] grouped = [.. members];
        if (differing >= 0)
        {
            Array.Sort([.. grouped.Select(member => entries[member].Classes[differing])], grouped);
        }

        return grouped;
    }

    // Not within a class that all could be parted by.
    private int Middle(int[] sorted, int[] classes)
    {
        int middle = sorted.Length / 2;
        for (int i = 0; i < classes.Length; i++)
        {
            int at = middle;
            while (at > 0 && entries[sorted[at]].Classes[i] == entries[sorted[at - 1]].Classes[i])
            {
                at--;
            }

            if (at > sorted.Length / 8)
            {
                return at;
            }
        }

        return middle;
    }

    private static decimal KeyOf(Interval side) => side.High is decimal high ? (side.Low / 2) + (high / 2) : side.Low;

    private sealed class Node(int[] members, Box hull, int[] classes, bool hasWanted)
    {
        public int[] Members => members;

        public Box Hull => hull;

        public bool HasWanted => hasWanted;

        public Node? Left { get; set; }

        public Node? Right { get; set; }

        public bool IsOneClass() => members.Length == 0 || Array.Exists(classes, number => number >= 0);

        public bool IsOfClassOf(Node other)
        {
            for (int i = 0; i < classes.Length; i++)
            {
                if (classes[i] >= 0 && classes[i] == other.ClassOf(i))
                {
                    return true;
                }
            }

            return false;
        }

        private int ClassOf(int respect) => classes[respect];
    }
}
