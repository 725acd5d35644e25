using System.Collections.Immutable;
using DelegationLang.Emit.Html.Site;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Bodies;

/// <summary>A scheme that is published beside others.</summary>
/// <param name="Folder">The folder of its site below that of the front page, as one name.</param>
/// <param name="Input">What its site is made from.</param>
public sealed record PublishedBody(string Folder, EmitInput Input);

/// <summary>The front page of several schemes, each with a site of its own in a folder beside it: one question is asked of all of them.</summary>
public static class BodiesIndex
{
    /// <summary>The page and what it needs: style sheets and scripts.</summary>
    public static ImmutableArray<EmittedFile> Make(IReadOnlyList<PublishedBody> bodies)
    {
        SiteTheme[] themes = [.. bodies.Select(body => SiteFrame.ThemeOf(body.Input)).Distinct()];
        SiteTheme theme = themes is [var only] ? only : SiteTheme.Neutral;
        var template = SiteTemplate.Of(ImmutableDictionary<string, string>.Empty);
        var view = new BodiesView(
            "Schemes of delegation",
            SiteFrame.Policy,
            $"assets/{SiteAssets.FrontendOf(theme)}.css",
            [.. bodies.Select(View)]);
        return
        [
            new EmittedFile("index.html", template.Bodies(view)),
            .. SiteAssets.Of(new SiteOptions(), theme, template).Select(asset => asset()),
            EmittedFile.FromText("assets/bodies.js", Resources.Read("Html.Assets.bodies.js")),
        ];
    }

    private static BodyView View(PublishedBody body)
    {
        SchemeModel model = body.Input.Model;
        string folder = Uri.EscapeDataString(body.Folder);
        string title = model.Info.Title.Length > 0 ? model.Info.Title : "Scheme of delegation";
        return new BodyView(
            body.Input.Site.Name.Length > 0 ? body.Input.Site.Name : model.OwnOrganisation?.DisplayName ?? title, folder, folder + "/index.html", title, SiteFrame.Subtitle(model.Info));
    }
}
