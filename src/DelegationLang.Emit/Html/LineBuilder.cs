namespace DelegationLang.Emit.Html;

/// <summary>Puts a line together from text and links.</summary>
internal sealed class LineBuilder
{
    private readonly List<Segment> segments = [];

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => segments.Count == 0;

    /// <summary>A line of text alone.</summary>
    public static LineView Of(string text, string style = "") => new([new Segment(text)], style);

    /// <summary>A line of one link or mark.</summary>
    public static LineView Of(Segment segment, string style = "") => new([segment], style);

    /// <summary>Lines of text; empty ones are left out.</summary>
    public static IReadOnlyList<LineView> Lines(params IEnumerable<string> texts) => [.. texts.Where(text => text.Length > 0).Select(text => Of(text))];

    /// <summary>Adds text.</summary>
    public LineBuilder Text(string text)
    {
        if (text.Length > 0)
        {
            segments.Add(new Segment(text));
        }

        return this;
    }

    /// <summary>Adds a link or a mark; nothing for none.</summary>
    public LineBuilder Add(Segment? segment)
    {
        if (segment is { Text.Length: > 0 })
        {
            segments.Add(segment);
        }

        return this;
    }

    /// <summary>Adds each with a space before it.</summary>
    public LineBuilder Each(IEnumerable<Segment> items)
    {
        foreach (Segment item in items)
        {
            Text(" ").Add(item);
        }

        return this;
    }

    /// <summary>Adds links in a list: <c>A</c>, <c>A and B</c>, <c>A, B and C</c>.</summary>
    public LineBuilder List(IEnumerable<Segment> items, string conjunction = "and")
    {
        Segment[] all = [.. items];
        for (int i = 0; i < all.Length; i++)
        {
            Text(i == 0 ? "" : i == all.Length - 1 ? " " + conjunction + " " : ", ");
            Add(all[i]);
        }

        return this;
    }

    /// <summary>Adds all of another line.</summary>
    public LineBuilder AddLine(LineView line)
    {
        segments.AddRange(line.Segments);
        return this;
    }

    /// <summary>The line.</summary>
    public LineView ToLine(string style = "") => new([.. segments], style);
}
