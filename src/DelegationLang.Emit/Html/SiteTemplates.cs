using System.Collections.Immutable;

namespace DelegationLang.Emit.Html;

/// <summary>
/// The built-in texts that pages are made of, which an organisation may put its own in the place of: templates of the pages and the style sheet
/// that it most likely wants to change. Scripts and the vendored style sheet are not among them.
/// </summary>
public static class SiteTemplates
{
    /// <summary>What the names of templates end in.</summary>
    public const string Extension = ".sbn-html";

    /// <summary>Their names: <c>page.sbn-html</c>, <c>header.sbn-html</c>, <c>site.css</c> and so on.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "ask.sbn-html", "content.sbn-html", "footer.sbn-html", "header.sbn-html", "map.sbn-html", "network.sbn-html", "page.sbn-html", "section.sbn-html", "sentence.sbn-html", "site.css", "table.sbn-html",
    ];

    /// <summary>The built-in text of one of them.</summary>
    public static string Read(string name) => Resources.Read((name.EndsWith(Extension, StringComparison.Ordinal) ? "Html.Templates." : "Html.Assets.") + name);
}
