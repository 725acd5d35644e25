using System.Text;

namespace DelegationLang.Emit.Html.Site;

/// <summary>Style sheets, scripts and the logo: the same for every page.</summary>
internal static class SiteAssets
{
    /// <summary>The files.</summary>
    public static IEnumerable<Func<EmittedFile>> Of(SiteOptions options, SiteTheme theme, SiteTemplate template)
    {
        foreach (Func<EmittedFile> sheet in StyleSheets(options, theme, template))
        {
            yield return sheet;
        }

        string frontend = FrontendOf(theme);
        yield return () => EmittedFile.FromText($"assets/{frontend}-frontend-licence.txt", Resources.Read($"Html.Assets.{frontend}-frontend-licence.txt"));
        yield return () => EmittedFile.FromText("assets/icon.svg", Resources.Read("Html.Assets.icon.svg"));
        foreach (string script in (string[])["site.js", "find.js", "decide.js", "ask.js", "matrix.js", "network.js"])
        {
            yield return () => EmittedFile.FromText("assets/" + script, Resources.Read("Html.Assets." + script));
        }

        if (options.Logo is { } logo)
        {
            yield return () => new EmittedFile(LogoPath(logo), logo.Published ?? throw new ArgumentException("The logo is no picture in SVG.", nameof(options)));
        }
    }

    /// <summary>The style sheets alone.</summary>
    public static IEnumerable<Func<EmittedFile>> StyleSheets(SiteOptions options, SiteTheme theme, SiteTemplate template)
    {
        string frontend = FrontendOf(theme);
        yield return () => EmittedFile.FromText($"assets/{frontend}.css", Resources.Read($"Html.Assets.{frontend}.css"));
        yield return () => EmittedFile.FromText("assets/site.css", template.Text("site.css"));
        yield return () => EmittedFile.FromText("assets/theme.css", Theme(options, theme));
    }

    /// <summary>The frontend that a theme wears: <c>nhsuk</c>, or <c>govuk</c> in the same class names.</summary>
    public static string FrontendOf(SiteTheme theme) => theme == SiteTheme.GovUk ? "govuk" : "nhsuk";

    /// <summary>Where the logo stands.</summary>
    public static string LogoPath(SiteLogo logo) => "assets/logo." + logo.Extension;

    private static string Theme(SiteOptions options, SiteTheme theme)
    {
        var css = new StringBuilder(theme == SiteTheme.Neutral ? Resources.Read("Html.Assets.neutral.css") : $"/* The style that {FrontendOf(theme)}.css has. */\n");
        var colours = new StringBuilder();
        Add("--nhsuk-brand-colour", options.BrandColour);
        Add("--nhsuk-link-colour", options.LinkColour);
        Add("--nhsuk-button-colour", options.ButtonColour);
        if (colours.Length > 0)
        {
            css.Append("/* The organisation's own colours. */\n:root {\n").Append(colours).Append("}\n");
        }

        return css.ToString();

        void Add(string property, string colour)
        {
            if (IsColour(colour))
            {
                colours.Append("  ").Append(property).Append(": ").Append(colour).Append(";\n");
            }
        }
    }

    // Whatever a caller hands in: nothing but a colour gets into a style sheet.
    private static bool IsColour(string text) => text.Length == 7 && text[0] == '#' && text.AsSpan(1).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;
}
