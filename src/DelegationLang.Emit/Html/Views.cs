namespace DelegationLang.Emit.Html;

// What the templates show. Plain texts only: the template engine escapes them.

/// <summary>A run of text, perhaps a link, perhaps with a mark such as <c>Reserved</c>.</summary>
internal sealed record Segment(string Text, string Href = "", bool IsMark = false) : OutputPart
{
    /// <summary>Whether it stands out, as an amount on the map does.</summary>
    public bool IsStrong { get; init; }

    /// <summary>Whether it is the reference of a sentence.</summary>
    public bool IsReference { get; init; }

    /// <summary>For a reference: the anchor that it is; empty for none.</summary>
    public string Anchor { get; init; } = "";
}

/// <summary>A line of text and links. <see cref="Style"/> is a class of the style sheet, empty for none.</summary>
internal sealed record LineView(IReadOnlyList<Segment> Segments, string Style = "") : View
{
    /// <summary>What it states of authority, for programs; none for any other line.</summary>
    public ClaimView? Claim { get; init; }

    /// <summary>The address of the sentence that it tells, for a page that leads from there into the text; empty for any other.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Its words alone.</summary>
    public string Words => Segments is [var only] ? only.Text : string.Concat(Segments.Select(segment => segment.Text));
}

/// <summary>A label and what is to be said under it.</summary>
internal sealed record FactView(string Label, IReadOnlyList<LineView> Lines) : View;

/// <summary>A cell: lines.</summary>
internal sealed record CellView : View
{
    /// <summary>The heading of its column, for narrow screens.</summary>
    public string Label { get; init; } = "";

    /// <summary>Whether it names its row.</summary>
    public bool IsHeader { get; init; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<LineView> Lines { get; init; } = [];

    /// <summary>Whether there is nothing in it, or only that somebody has no part.</summary>
    public bool IsEmpty => Lines.All(line => line.Claim?.Claim == "none" || (line.Claim is null && line.Words == AuthorityLines.NoPart));
}

/// <summary>A row, with an anchor (empty for none), and the first and last day on which it holds as <c>2026-04-01</c> (empty for without end).</summary>
internal sealed record RowView(string Id, IReadOnlyList<CellView> Cells, string From = "", string Until = "") : View
{
    /// <summary>What the whole row states of authority, for programs; none where its lines state it, or nothing.</summary>
    public ClaimView? Claim { get; init; }
}

/// <summary>A line, and what follows from it.</summary>
internal sealed record TreeView(LineView Line, IReadOnlyList<TreeView> Below) : View;

/// <summary>A table. <see cref="Style"/> is a class of the style sheet, empty for none; <see cref="IsFilterable"/> offers a box to look for rows.</summary>
internal sealed record TableView(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<RowView> Rows, string Style = "", bool IsFilterable = false) : View
{
    /// <summary>Whether it moves within a frame of its own, its head and its first column staying where they are.</summary>
    public bool IsFramed { get; init; }
}

/// <summary>A sentence of the scheme.</summary>
internal sealed record SentenceView : View
{
    /// <summary>The anchor; empty for none.</summary>
    public required string Id { get; init; }

    /// <summary>The first line of the text, which holds all of it unless there are bullets.</summary>
    public required SentenceLineView Lead { get; init; }

    /// <summary>The bullets.</summary>
    public required IReadOnlyList<SentenceLineView> Bullets { get; init; }

    /// <summary>What it says of authority.</summary>
    public required IReadOnlyList<LineView> Claims { get; init; }

    /// <summary>The file and the line; empty where its references are links to it.</summary>
    public required Segment Source { get; init; }

    /// <summary>Notes.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Whether the sentence has no effect.</summary>
    public required bool IsVoid { get; init; }

    /// <summary>The first day on which it says something, as <c>2026-04-01</c>; empty for without beginning.</summary>
    public string From { get; init; } = "";

    /// <summary>The last such day; empty for without end.</summary>
    public string Until { get; init; } = "";
}

/// <summary>A line of a sentence, and the references that it stands under; a line of nothing for none.</summary>
internal sealed record SentenceLineView(LineView Words, LineView References) : View
{
    // References of more letters do not go into the margin.
    private const int MostInMargin = 12;

    /// <summary>Whether the references take too much room to stand beside the words.</summary>
    public bool IsLong => References.Words.Length > MostInMargin;

    /// <summary>The line without references.</summary>
    public static SentenceLineView Of(string words) => new(LineBuilder.Of(words), new LineView([]));
}

/// <summary>What a section or a part of one holds, in this order.</summary>
internal sealed record ContentView : View
{
    /// <summary>Paragraphs.</summary>
    public IReadOnlyList<LineView> Lines { get; init; } = [];

    /// <summary>Labels and what is said under them.</summary>
    public IReadOnlyList<FactView> Facts { get; init; } = [];

    /// <summary>Tables.</summary>
    public IReadOnlyList<TableView> Tables { get; init; } = [];

    /// <summary>Lines, each with what follows from it.</summary>
    public IReadOnlyList<TreeView> Tree { get; init; } = [];

    /// <summary>Sentences.</summary>
    public IReadOnlyList<SentenceView> Sentences { get; init; } = [];
}

/// <summary>A part under a heading of the third level (with parts of the fourth) or the fourth.</summary>
internal sealed record PartView(string Id, string Heading, ContentView Content, IReadOnlyList<PartView> Parts) : View;

/// <summary>A section: what a heading of the second level and an entry of the contents stand for.</summary>
internal sealed record SectionView(string Id, string Heading, ContentView Content, IReadOnlyList<PartView> Parts) : View;

