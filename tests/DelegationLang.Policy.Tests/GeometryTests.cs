using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Tests;

/// <summary>The geometry that searches rest on: intervals, trees in order, boxes, and the pairs of boxes that meet.</summary>
public sealed class GeometryTests
{
    [Fact]
    public void Intervals_meet_at_an_end_that_is_inside_both()
    {
        var below = new Interval(0, true, 10, true);

        Assert.True(below.Meets(new Interval(10, true, 20, true)));
        Assert.False(below.Meets(new Interval(10, false, 20, true)));
        Assert.False(new Interval(0, true, 10, false).Meets(new Interval(10, true, 20, true)));
        Assert.True(below.Meets(Interval.All));
    }

    [Fact]
    public void Between_intervals_there_is_a_hole_only_where_a_number_lies_in_neither()
    {
        var below = new Interval(0, true, 10, false);

        Assert.False(below.LeavesHoleBefore(new Interval(10, true, null, false)));
        Assert.True(below.LeavesHoleBefore(new Interval(10, false, null, false)));
        Assert.True(below.LeavesHoleBefore(new Interval(11, true, null, false)));
        Assert.False(Interval.All.LeavesHoleBefore(below));
    }

    [Fact]
    public void A_hull_holds_both_and_has_the_ends_of_one_of_them()
    {
        Interval hull = new Interval(1, false, 5, true).Hull(new Interval(1, true, 4, true));

        Assert.Equal(new Interval(1, true, 5, true), hull);
        Assert.Null(hull.Hull(Interval.All).High);
    }

    [Fact]
    public void In_a_tree_a_part_lies_within_the_interval_of_its_whole()
    {
        // 0 and 3 are wholes; 1 and 2 are parts of 0, 4 of 1.
        int[] parents = [-1, 0, 0, -1, 1];
        var order = new TreeOrder(parents.Length, thing => parents[thing]);

        Assert.True(order.Of(0).Meets(order.Of(4)));
        Assert.True(order.Of(1).Meets(order.Of(4)));
        Assert.False(order.Of(2).Meets(order.Of(4)));
        Assert.False(order.Of(0).Meets(order.Of(3)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_pairs_of_boxes_that_meet_are_those_that_trying_all_finds(int seed)
    {
        var random = new Random(seed);
        BoxEntry[] entries = [.. Enumerable.Range(0, 120).Select(_ => RandomEntry(random))];
        var found = new HashSet<(int, int)>();
        BoxPairs.Visit(entries, int.MaxValue, (one, other) => !found.Add((one, other)));

        var wanted = new HashSet<(int, int)>();
        for (int i = 0; i < entries.Length; i++)
        {
            for (int j = i + 1; j < entries.Length; j++)
            {
                bool isClass = entries[i].Classes.Zip(entries[j].Classes).Any(pair => pair.First >= 0 && pair.First == pair.Second);
                if (!isClass && (entries[i].IsWanted || entries[j].IsWanted) && entries[i].Box.Meets(entries[j].Box))
                {
                    wanted.Add((i, j));
                }
            }
        }

        // A leaf tries pairs of one class too: whoever visits them sees that for himself.
        Assert.Subset(found, wanted);
        Assert.NotEmpty(wanted);
    }

    [Fact]
    public void Boxes_in_a_row_that_do_not_meet_take_a_few_looks_each()
    {
        const int Count = 4_000;
        BoxEntry[] row = [.. Enumerable.Range(0, Count).Select(i => Entry(i, new Interval(i, false, i + 1, true)))];
        int visits = BoxPairs.Visit(row, int.MaxValue, (_, _) => throw new InvalidOperationException("Two of them met."));

        Assert.InRange(visits, Count, 20 * Count);
    }

    [Fact]
    public void Boxes_of_one_class_are_not_looked_at()
    {
        BoxEntry[] same = [.. Enumerable.Range(0, 1_000).Select(_ => Entry(7, Interval.All))];

        Assert.Equal(0, BoxPairs.Visit(same, int.MaxValue, (_, _) => false));
    }

    private static BoxEntry Entry(int group, Interval side) => new(Box.Of(new SortedDictionary<int, Interval> { [0] = side }), [group], true);

    private static BoxEntry RandomEntry(Random random)
    {
        var bounds = new SortedDictionary<int, Interval>();
        for (int line = 0; line < 4; line++)
        {
            if (line == 0 || random.Next(3) > 0)
            {
                int low = random.Next(50);
                bounds.Add(line, new Interval(low, random.Next(2) == 0, random.Next(8) == 0 ? null : low + random.Next(1, 12), random.Next(2) == 0));
            }
        }

        return new BoxEntry(Box.Of(bounds), [random.Next(5) - 1, random.Next(8) - 2], random.Next(4) > 0);
    }
}
