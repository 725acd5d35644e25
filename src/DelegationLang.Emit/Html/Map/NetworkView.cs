using DelegationLang.Emit.Map;
using DelegationLang.Emit.Templating;

namespace DelegationLang.Emit.Html.Map;

/// <summary>The picture of who delegates to whom, as <c>network.html</c> shows it above the lists that say the same.</summary>
/// <param name="Svg">The picture as markup of ours: an <c>svg</c> element with its title and description, every text in it escaped.</param>
/// <param name="Legend">What its lines and boxes mean, in words.</param>
internal sealed record NetworkView(Markup Svg, IReadOnlyList<MapLegendEntry> Legend) : View
{
    /// <summary>The largest picture that is put into the page, in characters: the page must stay quick to load.</summary>
    private const int LargestPicture = 1_200_000;

    /// <summary>The picture of a scheme; none where it would be too large to be of use. The lists below it hold everything.</summary>
    public static NetworkView? Of(PageContext context)
    {
        MapPicture picture = DecisionMap.Draw(context.Publication.Input, party => context.Addresses.Of(party) is { Length: > 0 } address ? address : null);
        return picture.Svg.Length > LargestPicture ? null : new NetworkView(new MarkupText(picture.Svg), picture.Legend);
    }
}
