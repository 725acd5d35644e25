using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DelegationLang.Emit.Html.Site;

/// <summary>
/// A page of the site by itself, for an editor that shows it beside the text: its styles stand in it, and nothing else is loaded. A link that leads to a sentence
/// or to a name says where that stands in the text (<c>data-file</c>, <c>data-line</c>); the other pages are not there, and what only leads to them is no link.
/// </summary>
internal static partial class LonePage
{
    // The way to the other pages is left out. What the cursor of the editor stands on is marked, and what has changed.
    private const string OwnStyle = ".nhsuk-skip-link, .banner, .nhsuk-breadcrumb, .footer { display: none; }\n"
        + "a:not([href]) { color: inherit; text-decoration: none; }\n"
        + ".is-changed { box-shadow: inset 3px 0 0 #007f3b; background: #e5f5ea; color: #212b32 !important; }\n"
        + ".is-here { outline: 3px solid #ffb81c; outline-offset: 1px; background: #fff4c2; color: #212b32 !important; }\n";

    /// <summary>Makes the page.</summary>
    /// <param name="html">The page as it stands in the site.</param>
    /// <param name="sheets">Its style sheets, by the address under which the page has them.</param>
    /// <param name="placeOf">Where what an address leads to stands in the text; none for what has no place there.</param>
    /// <param name="partOf">Which part of the same page an address leads to; less than 0 for none.</param>
    public static string Of(string html, IReadOnlyDictionary<string, string> sheets, Func<string, (string File, int Line)?> placeOf, Func<string, int> partOf)
    {
        var hashes = new List<string>();
        string styled = StyleSheet().Replace(html, link => sheets.TryGetValue(link.Groups[1].Value, out string? css) ? Style(css, hashes) : "");

        // Icons and the like lie beside the page too.
        styled = Link().Replace(styled, "").Replace("</head>", Style(OwnStyle, hashes) + "</head>", StringComparison.Ordinal);
        styled = Anchor().Replace(styled, anchor => AnchorOf(anchor, placeOf, partOf));
        styled = Sentence().Replace(styled, line => placeOf(WebUtility.HtmlDecode(line.Groups[1].Value)) is var (file, number) ? Place(file, number) : "");

        // The editor may let in a script of its own. Those of the page need the other pages.
        string policy = $"default-src 'none'; style-src {string.Join(' ', hashes.DefaultIfEmpty("'none'"))}; script-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
        return Policy().Replace(Script().Replace(styled, ""), _ => $"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">", 1);
    }

    private static string Style(string css, List<string> hashes)
    {
        hashes.Add($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'");
        return "<style>" + css + "</style>";
    }

    private static string Place(string file, int line) =>
        string.Create(CultureInfo.InvariantCulture, $" data-file=\"{WebUtility.HtmlEncode(file)}\" data-line=\"{line}\"");

    private static string AnchorOf(Match anchor, Func<string, (string File, int Line)?> placeOf, Func<string, int> partOf)
    {
        string address = WebUtility.HtmlDecode(anchor.Groups[2].Value);
        return address.StartsWith('#') ? anchor.Value
            : placeOf(address) is var (file, line)
                ? $"<a{anchor.Groups[1].Value} href=\"#\"{Place(file, line)}{anchor.Groups[3].Value}>"
            : partOf(address) is >= 0 and var part
                ? string.Create(CultureInfo.InvariantCulture, $"<a{anchor.Groups[1].Value} href=\"#\" data-part=\"{part}\"{anchor.Groups[3].Value}>")
                : $"<a{anchor.Groups[1].Value}{anchor.Groups[3].Value}>";
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]*)\">")]
    private static partial Regex StyleSheet();

    [GeneratedRegex("<link [^>]*>\n?")]
    private static partial Regex Link();

    [GeneratedRegex("<a\\b([^>]*?) href=\"([^\"]*)\"([^>]*)>")]
    private static partial Regex Anchor();

    [GeneratedRegex(" data-sentence=\"([^\"]*)\"")]
    private static partial Regex Sentence();

    [GeneratedRegex("<script[^>]*></script>\n?")]
    private static partial Regex Script();

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\" content=\"[^\"]*\">")]
    private static partial Regex Policy();
}
