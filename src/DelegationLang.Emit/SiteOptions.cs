using System.Collections.Immutable;

namespace DelegationLang.Emit;

/// <summary>The clothes of a built site.</summary>
public enum SiteTheme
{
    /// <summary>Those of the organisation's sort: the style of the NHS for its bodies, the neutral one for everybody else.</summary>
    ByOrganisation,

    /// <summary>The style of the NHS.</summary>
    Nhs,

    /// <summary>The style of GOV.UK, as many councils have it.</summary>
    GovUk,

    /// <summary>A style that is nobody's in particular.</summary>
    Neutral,
}

/// <summary>How an organisation wants its pages to look.</summary>
public sealed record SiteOptions
{
    /// <summary>The theme.</summary>
    public SiteTheme Theme { get; init; }

    /// <summary>The name at the top of every page; empty for that of the scheme's own organisation.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where the pages are published: an absolute address that ends in <c>/</c>; empty where it is not known, and then no feed is written.</summary>
    public string Address { get; init; } = "";

    /// <summary>A picture beside the name; none for none.</summary>
    public SiteLogo? Logo { get; init; }

    /// <summary>The colour of the banner as <c>#rrggbb</c>, dark enough for white letters; empty for the theme's.</summary>
    public string BrandColour { get; init; } = "";

    /// <summary>The colour of links as <c>#rrggbb</c>, dark enough on white; empty for the theme's.</summary>
    public string LinkColour { get; init; } = "";

    /// <summary>The colour of buttons as <c>#rrggbb</c>, dark enough for white letters; empty for the theme's.</summary>
    public string ButtonColour { get; init; } = "";

    /// <summary>A Word file of which documents take their styles, pages, headers and footers; none for the built-in look.</summary>
    public ReadOnlyMemory<byte>? WordTemplate { get; init; }

    /// <summary>Texts that stand in the place of built-in templates, by their names (see <see cref="Html.SiteTemplates"/>).</summary>
    public ImmutableDictionary<string, string> Templates { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>A picture of the organisation.</summary>
/// <param name="Extension">What sort it is: <c>svg</c>, <c>png</c>, <c>jpg</c> or <c>webp</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SiteLogo(string Extension, ReadOnlyMemory<byte> Content)
{
    /// <summary>
    /// The bytes that are published: of a picture in SVG, what only draws, without scripts, links, animation and whatever lies outside the file. None where
    /// it should be such a picture and cannot be read as one.
    /// </summary>
    public ReadOnlyMemory<byte>? Published => Extension != "svg" ? Content : Html.Site.InertSvg.Of(Content) is { } inert ? inert : default(ReadOnlyMemory<byte>?);
}
