namespace DelegationLang.Emit.Html.Map;

// What the template of the decision map shows.

/// <summary>A line of the map, and the first and last day on which it holds as <c>2026-04-01</c> (empty for without end).</summary>
internal sealed record MapItemView(LineView Line, string From = "", string Until = "") : View;

/// <summary>Lines of a box under a word that says how they are meant; empty where that goes without saying.</summary>
internal sealed record MapGroupView(string Label, string Style, IReadOnlyList<MapItemView> Items) : View;

/// <summary>A box of the map: a body with what it decides, or a place.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Heading">Who or where.</param>
/// <param name="Style">How it looks: <c>own</c>, <c>joint</c>, <c>other</c> or <c>advises</c>.</param>
/// <param name="Lines">What it is, in a line or two.</param>
/// <param name="Groups">What it keeps, decides, gives on and takes part in.</param>
/// <param name="Ladders">For a place: who signs for how much.</param>
internal sealed record MapCardView(string Id, LineView Heading, string Style, IReadOnlyList<LineView> Lines, IReadOnlyList<MapGroupView> Groups, IReadOnlyList<MapLadderView> Ladders) : View;

/// <summary>Who decides one thing at a place, from the highest amount down.</summary>
/// <param name="Caption">What is decided; empty where the map has said it above.</param>
/// <param name="Rungs">The rungs.</param>
internal sealed record MapLadderView(LineView Caption, IReadOnlyList<MapRungView> Rungs) : View
{
    /// <summary>Whether some rung says how much.</summary>
    public bool HasAmounts => Rungs.Any(rung => rung.Amount.Length > 0);
}

/// <summary>A rung: how much, and who.</summary>
internal sealed record MapRungView(string Amount, string Style, IReadOnlyList<MapItemView> Items) : View;

/// <summary>A band of the map under a heading of its own.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Style">A class of the style sheet.</param>
/// <param name="Items">What is said once for all boxes.</param>
/// <param name="Rows">The boxes, in rows as they stand on a sheet.</param>
/// <param name="Tables">Tables below the boxes.</param>
internal sealed record MapBandView(string Id, string Heading, string Style, IReadOnlyList<MapItemView> Items, IReadOnlyList<MapRowView> Rows, IReadOnlyList<TableView> Tables) : View;

/// <summary>Boxes that stand beside each other, and an entry for each that the row has fewer than others.</summary>
internal sealed record MapRowView(IReadOnlyList<MapCardView> Cards, IReadOnlyList<string> Gaps) : View;

/// <summary>The decision map: who decides what, on one sheet.</summary>
/// <param name="Lead">How to read it, and who decides what is not listed.</param>
/// <param name="Bands">From those above the organisation down to its posts.</param>
internal sealed record MapView(IReadOnlyList<LineView> Lead, IReadOnlyList<MapBandView> Bands) : View;
