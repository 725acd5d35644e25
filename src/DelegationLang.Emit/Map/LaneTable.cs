namespace DelegationLang.Emit.Map;

/// <summary>Which nets run in which gap or channel, each in a lane of its own.</summary>
internal sealed class LaneTable
{
    private readonly Dictionary<int, List<MapNet>> lanes = [];

    /// <summary>Gives a net a lane; nothing happens where it has one.</summary>
    public void Add(int gap, MapNet net)
    {
        if (!lanes.TryGetValue(gap, out List<MapNet>? nets))
        {
            lanes.Add(gap, nets = []);
        }

        if (!nets.Contains(net))
        {
            nets.Add(net);
        }
    }

    /// <summary>How many lanes there are.</summary>
    public int Count(int gap) => lanes.TryGetValue(gap, out List<MapNet>? nets) ? nets.Count : 0;

    /// <summary>The lane of a net, from 0.</summary>
    public int LaneOf(int gap, MapNet net) => lanes.TryGetValue(gap, out List<MapNet>? nets) ? Math.Max(0, nets.IndexOf(net)) : 0;
}

/// <summary>Where on the upper or lower edge of a box each net ends, spread evenly.</summary>
internal sealed class PortTable
{
    private readonly Dictionary<MapBox, List<MapNet>> above = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MapBox, List<MapNet>> below = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gives a net a place on an edge.</summary>
    public void Add(MapBox box, bool isAtBottom, MapNet net)
    {
        Dictionary<MapBox, List<MapNet>> side = isAtBottom ? below : above;
        if (!side.TryGetValue(box, out List<MapNet>? nets))
        {
            side.Add(box, nets = []);
        }

        if (!nets.Contains(net))
        {
            nets.Add(net);
        }
    }

    /// <summary>Where a net meets the edge of a box.</summary>
    public int XOf(MapBox box, bool isAtBottom, MapNet net)
    {
        List<MapNet> nets = (isAtBottom ? below : above)[box];
        return box.Left + (MapBox.Width * (nets.IndexOf(net) + 1) / (nets.Count + 1));
    }
}
