namespace DelegationLang.Emit.Map;

/// <summary>The picture of a scheme: who gives what to whom.</summary>
/// <param name="Svg">An <c>svg</c> element with title and description. Every name in it is escaped; it needs no style sheet and no script.</param>
/// <param name="Width">Its width, in units of the picture (as large as CSS pixels).</param>
/// <param name="Height">Its height, in units of the picture.</param>
/// <param name="Legend">What each kind of line and box in it means; only those that occur.</param>
public sealed record MapPicture(string Svg, int Width, int Height, IReadOnlyList<MapLegendEntry> Legend);

/// <summary>One entry of the legend.</summary>
/// <param name="Sample">A small <c>svg</c> element that shows the line or the box.</param>
/// <param name="Name">What it is called: <c>Delegates</c>.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
public sealed record MapLegendEntry(string Sample, string Name, string Meaning);
