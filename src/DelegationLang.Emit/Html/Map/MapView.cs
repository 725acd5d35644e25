namespace DelegationLang.Emit.Html.Map;

/// <summary>The picture of who delegates to whom, as <c>map.html</c> shows it above the lists that say the same.</summary>
/// <param name="Svg">The picture as markup of ours: an <c>svg</c> element with its title and description, every text in it escaped.</param>
/// <param name="Legend">What its lines and boxes mean, in words.</param>
internal sealed record MapView(string Svg, IReadOnlyList<FactView> Legend);
