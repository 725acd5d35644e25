using System.Collections.Immutable;

namespace DelegationLang.Emit.Html;

/// <summary>
/// The built-in texts that pages are made of, which an organisation may put its own in the place of: templates of the pages and the style sheet
/// that it most likely wants to change. Scripts and the vendored style sheet are not among them.
/// </summary>
public static class SiteTemplates
{
    /// <summary>Their names: <c>page.hbs</c>, <c>header.hbs</c>, <c>site.css</c> and so on.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "ask.hbs", "content.hbs", "footer.hbs", "header.hbs", "map.hbs", "page.hbs", "section.hbs", "sentence.hbs", "site.css", "table.hbs",
    ];

    /// <summary>The built-in text of one of them.</summary>
    public static string Read(string name) => Resources.Read((name.EndsWith(".hbs", StringComparison.Ordinal) ? "Html.Templates." : "Html.Assets.") + name);
}
