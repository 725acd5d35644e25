namespace DelegationLang.Workspaces;

/// <summary>What <c>delegation.json</c> says of the pages that <c>build</c> writes. Everything may be left out.</summary>
public sealed record SiteSettings
{
    /// <summary>The endings of files that can be a logo.</summary>
    internal static string[] LogoExtensions { get; } = ["svg", "png", "jpg", "webp"];

    /// <summary>Whether a file can be a logo, by the end of its name.</summary>
    public static bool CanBeLogo(string path) => LogoExtensions.Any(extension => path.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The theme: <c>nhs</c>, <c>govuk</c> or <c>neutral</c>; empty for that of the organisation's sort.</summary>
    public string Theme { get; init; } = "";

    /// <summary>The name at the top of every page; empty for that of the scheme's own organisation.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// Where the pages are published: an absolute address of <c>http</c> or <c>https</c> that ends in <c>/</c>; empty where it is not said. A feed of dated
    /// changes is written only where it is.
    /// </summary>
    public string Address { get; init; } = "";

    /// <summary>The file of a picture beside the name, in the project folder; empty for none.</summary>
    public string Logo { get; init; } = "";

    /// <summary>The colour of the banner as <c>#rrggbb</c>; empty for the theme's.</summary>
    public string BrandColour { get; init; } = "";

    /// <summary>The colour of links; empty for the theme's.</summary>
    public string LinkColour { get; init; } = "";

    /// <summary>The colour of buttons; empty for the theme's.</summary>
    public string ButtonColour { get; init; } = "";

    /// <summary>The folder of templates that stand in the place of the built-in ones, in the project folder; empty for none.</summary>
    public string Templates { get; init; } = "";

    /// <summary>The Word file of which documents take their look, in the project folder; empty for the built-in look.</summary>
    public string Word { get; init; } = "";
}
