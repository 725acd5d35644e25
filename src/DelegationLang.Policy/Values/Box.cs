namespace DelegationLang.Policy.Values;

/// <summary>What a line along which boxes are bounded counts.</summary>
internal enum BoxLineKind
{
    /// <summary>Days, by their number.</summary>
    Days,

    /// <summary>Places, in the order of <see cref="TreeOrder"/>.</summary>
    Places,

    /// <summary>Functions, in the order of <see cref="TreeOrder"/>.</summary>
    Functions,

    /// <summary>Amounts of one axis.</summary>
    Amounts,

    /// <summary>A measure.</summary>
    Measure,

    /// <summary>A condition: 1 where it is so, 0 where not.</summary>
    Condition,

    /// <summary>What one party does with its own: 1 to give, 0 to reserve.</summary>
    Giver,
}

/// <summary>A line along which boxes are bounded.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Index">The measure, the condition or the party; -1 otherwise.</param>
/// <param name="Axis">What amounts count; <see cref="AmountAxis.None"/> otherwise.</param>
internal sealed record BoxLine(BoxLineKind Kind, int Index, AmountAxis Axis)
{
    /// <summary>The line of days.</summary>
    public static BoxLine Days { get; } = new(BoxLineKind.Days, -1, AmountAxis.None);

    /// <summary>The line of places.</summary>
    public static BoxLine Places { get; } = new(BoxLineKind.Places, -1, AmountAxis.None);

    /// <summary>The line of functions.</summary>
    public static BoxLine Functions { get; } = new(BoxLineKind.Functions, -1, AmountAxis.None);

    /// <summary>The line of a measure, a condition or a giver.</summary>
    public static BoxLine Of(BoxLineKind kind, int index) => new(kind, index, AmountAxis.None);

    /// <summary>The line of amounts of an axis.</summary>
    public static BoxLine Of(AmountAxis axis) => new(BoxLineKind.Amounts, -1, axis);
}

/// <summary>A part of the decision space: an interval on each line that bounds it. On every other line it is without bounds.</summary>
internal sealed class Box
{
    private readonly int[] lines;
    private readonly Interval[] sides;

    private Box(int[] lines, Interval[] sides)
    {
        this.lines = lines;
        this.sides = sides;
    }

    /// <summary>The numbers of the lines that bound it, ascending.</summary>
    public ReadOnlySpan<int> Lines => lines;

    /// <summary>A box that is bounded on lines with these numbers.</summary>
    public static Box Of(SortedDictionary<int, Interval> bounds)
    {
        int[] lines = new int[bounds.Count];
        var sides = new Interval[bounds.Count];
        bounds.Keys.CopyTo(lines, 0);
        bounds.Values.CopyTo(sides, 0);
        return new Box(lines, sides);
    }

    /// <summary>Its interval on a line.</summary>
    public Interval On(int line)
    {
        int at = Array.BinarySearch(lines, line);
        return at < 0 ? Interval.All : sides[at];
    }

    /// <summary>Whether a point lies in both.</summary>
    public bool Meets(Box other)
    {
        for (int i = 0, j = 0; i < lines.Length && j < other.lines.Length;)
        {
            if (lines[i] < other.lines[j])
            {
                i++;
            }
            else if (lines[i] > other.lines[j])
            {
                j++;
            }
            else if (!sides[i++].Meets(other.sides[j++]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The smallest box that holds both.</summary>
    public Box Hull(Box other)
    {
        var common = new List<int>(lines.Length);
        var hulls = new List<Interval>(lines.Length);
        for (int i = 0, j = 0; i < lines.Length && j < other.lines.Length;)
        {
            if (lines[i] == other.lines[j])
            {
                common.Add(lines[i]);
                hulls.Add(sides[i++].Hull(other.sides[j++]));
            }
            else if (lines[i] < other.lines[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return new Box([.. common], [.. hulls]);
    }
}
