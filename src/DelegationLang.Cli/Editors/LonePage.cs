using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DelegationLang.Emit;

namespace DelegationLang.Cli.Editors;

/// <summary>A page of the site by itself, for an editor that shows it beside the text: its styles stand in it, and nothing else is loaded.</summary>
internal static partial class LonePage
{
    private const string Map = "map.html";

    /// <summary>The map of a site; its first page where it has no map.</summary>
    /// <param name="files">The files of the site, the first page first.</param>
    public static string? OfMap(IReadOnlyList<EmittedFile> files)
    {
        var texts = new Dictionary<string, EmittedFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            texts[file.Path] = file;
        }

        return texts.TryGetValue(Map, out var map) || (files.Count > 0 && (map = files[0]) is not null) ? Lone(Text(map), texts) : null;
    }

    private static string Lone(string html, Dictionary<string, EmittedFile> files)
    {
        var hashes = new List<string>();
        var styled = StyleSheet().Replace(html, link =>
        {
            if (!files.TryGetValue(link.Groups[1].Value, out var sheet))
            {
                return "";
            }

            var css = Text(sheet);
            hashes.Add($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'");
            return "<style>" + css + "</style>";
        });

        // Icons and the like lie beside the page too.
        styled = Link().Replace(styled, "");

        // The editor may let in a script of its own. Those of the page need the other pages.
        var policy = $"default-src 'none'; style-src {string.Join(' ', hashes.DefaultIfEmpty("'none'"))}; script-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
        return Policy().Replace(Script().Replace(styled, ""), _ => $"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">", 1);
    }

    private static string Text(EmittedFile file) => Encoding.UTF8.GetString(file.Content.Span);

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]*)\">")]
    private static partial Regex StyleSheet();

    [GeneratedRegex("<link [^>]*>\n?")]
    private static partial Regex Link();

    [GeneratedRegex("<script[^>]*></script>\n?")]
    private static partial Regex Script();

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\" content=\"[^\"]*\">")]
    private static partial Regex Policy();
}
