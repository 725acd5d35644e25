using System.Globalization;
using HandlebarsDotNet;

namespace DelegationLang.Emit.Html;

/// <summary>The templates of the page, compiled once.</summary>
internal static class PageTemplate
{
    private static readonly string[] Parts = ["content", "line", "lines", "sentence", "table"];

    private static readonly Lazy<HandlebarsTemplate<object, object>> Page = new(Compile);

    /// <summary>The page as text.</summary>
    public static string Render(PageView view) => Page.Value(view);

    /// <summary>The style sheet as it stands between the tags.</summary>
    public static string Style() => "\n" + Read("style.css");

    private static string Read(string file) => Resources.Read("Html.Templates." + file);

    private static HandlebarsTemplate<object, object> Compile()
    {
        IHandlebars engine = Handlebars.Create(new HandlebarsConfiguration
        {
            TextEncoder = new HtmlTextEncoder(),
            FormatProvider = CultureInfo.InvariantCulture,
            // A template that names something that does not exist is a mistake to be seen, not an empty place on the page.
            ThrowOnUnresolvedBindingExpression = true,
        });
        foreach (string part in Parts)
        {
            engine.RegisterTemplate(part, Read(part + ".hbs"));
        }

        return engine.Compile(Read("page.hbs"));
    }
}
