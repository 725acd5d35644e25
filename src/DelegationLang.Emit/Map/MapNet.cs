namespace DelegationLang.Emit.Map;

/// <summary>
/// Lines of one kind that share an end: all that one party gives, or all who report to one. They are drawn as one trunk with branches, so that
/// many lines take no more room than a few.
/// </summary>
internal sealed class MapNet(MapEdgeKind kind, MapBox root, bool pointsAtRoot)
{
    public MapEdgeKind Kind => kind;

    /// <summary>The end that all share.</summary>
    public MapBox Root => root;

    /// <summary>Whether the arrow is at the shared end, and not at the others.</summary>
    public bool PointsAtRoot => pointsAtRoot;

    /// <summary>The other ends.</summary>
    public List<MapBox> Leaves { get; } = [];

    /// <summary>What the lines say, in words.</summary>
    public List<string> Words { get; } = [];

    /// <summary>The column to whose left its vertical trunk runs.</summary>
    public int Channel { get; set; }

    /// <summary>Its straight pieces.</summary>
    public List<MapSegment> Segments { get; } = [];

    /// <summary>For each of the other ends, the way there from the shared one, as the data of an SVG path.</summary>
    public List<string> Routes { get; } = [];

    /// <summary>Where its arrows point: the end of a piece.</summary>
    public List<MapArrow> Arrows { get; } = [];

    /// <summary>The nets of a graph.</summary>
    public static List<MapNet> Of(MapGraph graph, IReadOnlyDictionary<MapNode, MapBox> boxes)
    {
        var nets = new Dictionary<NetKey, MapNet>();
        var order = new List<MapNet>();
        foreach (MapEdge edge in graph.Edges)
        {
            bool isByTarget = edge.Kind is MapEdgeKind.Reports or MapEdgeKind.Advises or MapEdgeKind.Consults or MapEdgeKind.Joint or MapEdgeKind.Deputises;
            MapNode shared = isByTarget ? edge.To : edge.From;
            var key = new NetKey(shared, edge.Kind);
            if (!nets.TryGetValue(key, out MapNet? net))
            {
                nets.Add(key, net = new MapNet(edge.Kind, boxes[shared], isByTarget));
                order.Add(net);
            }

            net.Leaves.Add(boxes[isByTarget ? edge.From : edge.To]);
            net.Words.AddRange(edge.Words);
        }

        order.Sort((one, other) => one.Kind.CompareTo(other.Kind));
        return order;
    }

    private sealed record NetKey(MapNode Root, MapEdgeKind Kind);
}

/// <summary>A straight piece of a line, level or upright.</summary>
internal sealed record MapSegment(int X1, int Y1, int X2, int Y2) : OutputPart;

/// <summary>An arrow head.</summary>
internal sealed record MapArrow(int X, int Y, bool IsDown) : OutputPart;
