namespace DelegationLang.Emit.Map;

/// <summary>
/// In which order the boxes of a line stand, and in which columns: each as near as can be to the middle of those that it has lines to, so that
/// lines are short and cross seldom. Lines of boxes are gone through downwards and upwards in turn, as in Sugiyama's method.
/// </summary>
internal sealed class MapOrder
{
    private const int Rounds = 8;

    private readonly List<List<MapBox>> lines;
    private readonly int columns;
    private readonly Dictionary<MapBox, List<MapBox>> neighbours = new(ReferenceEqualityComparer.Instance);

    public MapOrder(List<List<MapBox>> lines, IReadOnlyList<MapNet> nets, int columns)
    {
        this.lines = lines;
        this.columns = columns;
        foreach (MapNet net in nets)
        {
            // Authority draws harder than advice.
            int weight = net.Kind is MapEdgeKind.Delegates or MapEdgeKind.Entrusts or MapEdgeKind.Joint ? 3 : 1;
            foreach (MapBox leaf in net.Leaves)
            {
                for (int i = 0; i < weight; i++)
                {
                    Of(net.Root).Add(leaf);
                    Of(leaf).Add(net.Root);
                }
            }
        }
    }

    /// <summary>Gives each box its column.</summary>
    public void Run()
    {
        foreach (List<MapBox> line in lines)
        {
            Settle(line, line.Select((_, i) => i + ((columns - line.Count) / 2.0)).ToList());
        }

        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < lines.Count; i++)
            {
                Arrange(lines[round % 2 == 0 ? i : lines.Count - 1 - i]);
            }
        }
    }

    private void Arrange(List<MapBox> line)
    {
        var wanted = line.Select(box => (Box: box, Column: Wanted(box))).OrderBy(pair => pair.Column).ThenBy(pair => pair.Box.Column).ToList();
        line.Clear();
        line.AddRange(wanted.Select(pair => pair.Box));
        Settle(line, wanted.ConvertAll(pair => pair.Column));
    }

    private double Wanted(MapBox box)
    {
        double sum = 0;
        int count = 0;
        foreach (MapBox other in Of(box))
        {
            if (other.Line != box.Line)
            {
                sum += other.Column;
                count++;
            }
        }

        return count == 0 ? box.Column : sum / count;
    }

    // Of all ways to put the boxes of a line into columns in this order, the one that moves them least from where they want to be.
    private void Settle(List<MapBox> line, List<double> wanted)
    {
        int count = line.Count;
        var cost = new double[count + 1, columns + 1];
        for (int i = count - 1; i >= 0; i--)
        {
            cost[i, columns] = double.PositiveInfinity;
            for (int column = columns - 1; column >= 0; column--)
            {
                cost[i, column] = Math.Min(cost[i, column + 1], Math.Abs(wanted[i] - column) + cost[i + 1, column + 1]);
            }
        }

        int next = 0;
        for (int i = 0; i < count; i++)
        {
            while (cost[i, next] >= cost[i, next + 1])
            {
                next++;
            }

            line[i].Column = next++;
        }
    }

    private List<MapBox> Of(MapBox box)
    {
        if (!neighbours.TryGetValue(box, out List<MapBox>? list))
        {
            neighbours.Add(box, list = []);
        }

        return list;
    }
}
