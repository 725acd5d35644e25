namespace DelegationLang.Emit.Map;

/// <summary>
/// Where everything stands. Boxes stand on a grid: a line of boxes for each row of the map (or several, where a row has many), in columns that
/// are the same all the way down. Lines run only in the gaps between lines of boxes and in the channels between columns, each net in a lane of
/// its own: so no box overlaps another, and no line crosses a box.
/// </summary>
internal sealed class MapLayout
{
    private const int MostColumns = 7;
    private const int Margin = 16;
    private const int LabelWidth = 116;
    private const int LaneStep = 7;
    private const int GapBase = 30;
    private const int ChannelBase = 22;

    private readonly List<MapBox> boxes;
    private readonly List<List<MapBox>> lines = [];
    private int[] columnLefts = [];
    private int[] lineTops = [];
    private LaneTable gaps = new();
    private LaneTable channels = new();

    private MapLayout(MapGraph graph)
    {
        var byNode = new Dictionary<MapNode, MapBox>(ReferenceEqualityComparer.Instance);
        boxes = [];
        foreach (MapNode node in graph.Nodes)
        {
            var box = new MapBox(node);
            byNode.Add(node, box);
            boxes.Add(box);
        }

        Nets = MapNet.Of(graph, byNode);
        Remark = graph.IsAllSubjectToReservedMatters ? "Everything that is delegated is subject to reserved matters." : "";
    }

    public IReadOnlyList<MapBox> Boxes => boxes;

    public IReadOnlyList<MapNet> Nets { get; }

    /// <summary>What holds of the whole picture; empty when nothing does.</summary>
    public string Remark { get; }

    /// <summary>The rows with anything in them: which, where it starts and where it ends.</summary>
    public List<MapBand> Bands { get; } = [];

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>The layout of a graph.</summary>
    public static MapLayout Of(MapGraph graph)
    {
        var layout = new MapLayout(graph);
        layout.MakeLines();
        new MapOrder(layout.lines, layout.Nets, layout.ColumnCount).Run();
        layout.AssignLanes();
        layout.Place();
        layout.Route();
        return layout;
    }

    private int ColumnCount { get; set; }

    private void MakeLines()
    {
        int widest = 0;
        foreach (IGrouping<MapLevel, MapBox> level in boxes.GroupBy(box => box.Node.Level))
        {
            widest = Math.Max(widest, level.Count());
        }

        ColumnCount = Math.Clamp(widest, 1, MostColumns);
        foreach (IGrouping<MapLevel, MapBox> level in boxes.GroupBy(box => box.Node.Level).OrderBy(group => group.Key))
        {
            foreach (MapBox[] chunk in Together([.. level]).Chunk(ColumnCount))
            {
                foreach (MapBox box in chunk)
                {
                    box.Line = lines.Count;
                }

                lines.Add([.. chunk]);
            }
        }
    }

    // Of many in one row, those who get from the same party stand together.
    private IEnumerable<MapBox> Together(MapBox[] row)
    {
        if (row.Length <= ColumnCount)
        {
            return row;
        }

        var givers = new Dictionary<MapBox, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < Nets.Count; i++)
        {
            foreach (MapBox leaf in Nets[i].Leaves)
            {
                givers.TryAdd(leaf, i);
            }
        }

        return row.OrderBy(box => givers.GetValueOrDefault(box, int.MaxValue));
    }

    private void AssignLanes()
    {
        foreach (MapNet net in Nets)
        {
            int rootGap = GapAtRoot(net);
            gaps.Add(rootGap, net);
            bool needsChannel = false;
            foreach (MapBox leaf in net.Leaves)
            {
                int gap = GapAtLeaf(net, leaf);
                gaps.Add(gap, net);
                needsChannel |= gap != rootGap;
            }

            if (needsChannel)
            {
                double middle = net.Leaves.Average(leaf => leaf.Column);
                net.Channel = middle > net.Root.Column ? net.Root.Column + 1 : net.Root.Column;
                channels.Add(net.Channel, net);
            }
        }
    }

    // The gap that the trunk starts in: below the shared end where most of the others are below or beside it, above it otherwise.
    private static int GapAtRoot(MapNet net) => IsBelow(net) ? net.Root.Line + 1 : net.Root.Line;

    private static bool IsBelow(MapNet net) => net.Leaves.Count(leaf => leaf.Line >= net.Root.Line) * 2 >= net.Leaves.Count;

    // Each of the others is reached from the side that the trunk comes from.
    private static int GapAtLeaf(MapNet net, MapBox leaf)
    {
        int trunk = GapAtRoot(net);
        return leaf.Line >= trunk ? leaf.Line : leaf.Line + 1;
    }

    private void Place()
    {
        columnLefts = new int[ColumnCount];
        int x = Margin + LabelWidth;
        for (int column = 0; column < ColumnCount; column++)
        {
            x += ChannelBase + (channels.Count(column) * LaneStep);
            columnLefts[column] = x;
            x += MapBox.Width;
        }

        Width = x + ChannelBase + (channels.Count(ColumnCount) * LaneStep) + Margin;
        lineTops = new int[lines.Count + 1];
        int y = Margin;
        for (int line = 0; line < lines.Count; line++)
        {
            y += GapHeight(line);
            lineTops[line] = y;
            int tallest = 0;
            foreach (MapBox box in lines[line])
            {
                box.Left = columnLefts[box.Column];
                box.Top = y;
                tallest = Math.Max(tallest, box.Height);
            }

            AddBand(lines[line][0].Node.Level, y - 14, y + tallest + 14);
            y += tallest;
        }

        lineTops[lines.Count] = y + GapHeight(lines.Count);
        Height = lineTops[lines.Count] + Margin;
    }

    private int GapHeight(int gap) => GapBase + (gaps.Count(gap) * LaneStep);

    private void AddBand(MapLevel level, int top, int bottom)
    {
        if (Bands.Count > 0 && Bands[^1].Level == level)
        {
            Bands[^1] = Bands[^1] with { Bottom = bottom };
        }
        else
        {
            Bands.Add(new MapBand(level, top, bottom));
        }
    }

    private void Route()
    {
        var ports = new PortTable();
        foreach (MapNet net in Nets)
        {
            ports.Add(net.Root, IsAboveGap(net.Root, GapAtRoot(net)), net);
            foreach (MapBox leaf in net.Leaves)
            {
                ports.Add(leaf, IsAboveGap(leaf, GapAtLeaf(net, leaf)), net);
            }
        }

        foreach (MapNet net in Nets)
        {
            Route(net, ports);
        }
    }

    private void Route(MapNet net, PortTable ports)
    {
        var extents = new SortedDictionary<int, MapBand>();
        int rootGap = GapAtRoot(net);
        int channel = ChannelX(net);
        AddRoutes(net, ports, rootGap, channel);
        Stub(net, net.Root, rootGap, ports, net.PointsAtRoot, extents);
        foreach (MapBox leaf in net.Leaves)
        {
            Stub(net, leaf, GapAtLeaf(net, leaf), ports, !net.PointsAtRoot, extents);
        }

        if (extents.Count > 1)
        {
            foreach (int gap in extents.Keys.ToList())
            {
                Widen(extents, gap, channel);
            }

            net.Segments.Add(new MapSegment(channel, LaneY(extents.Keys.First(), net), channel, LaneY(extents.Keys.Last(), net)));
        }

        foreach ((int gap, MapBand extent) in extents)
        {
            if (extent.Top < extent.Bottom)
            {
                int y = LaneY(gap, net);
                net.Segments.Add(new MapSegment(extent.Top, y, extent.Bottom, y));
            }
        }
    }

    private int ChannelX(MapNet net) =>
        (net.Channel < ColumnCount ? columnLefts[net.Channel] : Width - Margin) - (ChannelBase / 2) - (channels.LaneOf(net.Channel, net) * LaneStep);

    // The way to each of the others alone, so that one chain can be shown among many.
    private void AddRoutes(MapNet net, PortTable ports, int rootGap, int channel)
    {
        bool isRootAbove = IsAboveGap(net.Root, rootGap);
        int rootX = ports.XOf(net.Root, isRootAbove, net);
        foreach (MapBox leaf in net.Leaves)
        {
            int gap = GapAtLeaf(net, leaf);
            bool isLeafAbove = IsAboveGap(leaf, gap);
            string across = gap == rootGap ? "" : FormattableString.Invariant($"H{channel}V{LaneY(gap, net)}");
            net.Routes.Add(FormattableString.Invariant(
                $"M{rootX} {(isRootAbove ? net.Root.Bottom : net.Root.Top)}V{LaneY(rootGap, net)}{across}H{ports.XOf(leaf, isLeafAbove, net)}V{(isLeafAbove ? leaf.Bottom : leaf.Top)}"));
        }
    }

    // From a box straight up or down to its lane in the gap.
    private void Stub(MapNet net, MapBox box, int gap, PortTable ports, bool hasArrow, SortedDictionary<int, MapBand> extents)
    {
        bool isAboveGap = IsAboveGap(box, gap);
        int x = ports.XOf(box, isAboveGap, net);
        int edge = isAboveGap ? box.Bottom : box.Top;
        net.Segments.Add(new MapSegment(x, edge, x, LaneY(gap, net)));
        if (hasArrow)
        {
            net.Arrows.Add(new MapArrow(x, edge, IsDown: !isAboveGap));
        }

        Widen(extents, gap, x);
    }

    private static void Widen(SortedDictionary<int, MapBand> extents, int gap, int x) =>
        extents[gap] = extents.TryGetValue(gap, out MapBand? extent)
            ? extent with { Top = Math.Min(extent.Top, x), Bottom = Math.Max(extent.Bottom, x) }
            : new MapBand(default, x, x);

    private static bool IsAboveGap(MapBox box, int gap) => box.Line < gap;

    private int LaneY(int gap, MapNet net) => lineTops[gap] - 15 - (gaps.LaneOf(gap, net) * LaneStep) - (gap == lines.Count ? 0 : 6);
}

/// <summary>A stretch: of a row from top to bottom, or of a lane from left to right.</summary>
internal sealed record MapBand(MapLevel Level, int Top, int Bottom) : OutputPart;
