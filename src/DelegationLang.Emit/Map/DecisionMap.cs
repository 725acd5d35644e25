using System.Globalization;
using System.Net;
using System.Text;
using DelegationLang.Emit.Naming;
using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Map;

/// <summary>Draws the map of a scheme as one picture.</summary>
public static class DecisionMap
{
    /// <summary>How many sentences the words of one line repeat; the rest is counted.</summary>
    private const int MostWords = 12;

    /// <summary>The picture.</summary>
    /// <param name="input">The scheme.</param>
    /// <param name="linkTo">The address of a party's page; none where it has no page.</param>
    public static MapPicture Draw(EmitInput input, Func<PartySymbol, string?> linkTo)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(linkTo);
        var publication = new Publication(input);
        var layout = MapLayout.Of(MapGraphBuilder.Build(publication));
        var svg = new StringBuilder();
        string title = input.Model.Info.Title.Length == 0 ? "Decision map" : "Decision map of " + input.Model.Info.Title;
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map-picture\" viewBox=\"0 0 {layout.Width} {layout.Height}\" width=\"{layout.Width}\" height=\"{layout.Height}\" role=\"group\" aria-labelledby=\"map-title\" aria-describedby=\"map-description\" font-family=\"Arial, sans-serif\" font-size=\"11\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"map-title\">{Escape(title)}</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<desc id=\"map-description\">{layout.Boxes.Count} parties in {layout.Bands.Count} rows, and lines for what one gives, reserves, reports or advises to another. The lists beside the picture say the same in words.</desc>\n");
        WriteBands(svg, layout);
        if (layout.Remark.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"24\" font-size=\"13\" fill=\"#212b32\">{Escape(layout.Remark)}</text>\n");
        }

        foreach (MapNet net in layout.Nets)
        {
            WriteNet(svg, net, publication);
        }

        foreach (MapBox box in layout.Boxes)
        {
            WriteBox(svg, box, linkTo(box.Node.Party), publication.Ids.Of(box.Node.Party));
        }

        svg.Append("</svg>\n");
        return new MapPicture(svg.ToString(), layout.Width, layout.Height, Legend(layout));
    }

    private static void WriteBands(StringBuilder svg, MapLayout layout)
    {
        bool isShaded = true;
        foreach (MapBand band in layout.Bands)
        {
            if (isShaded)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"0\" y=\"{band.Top}\" width=\"{layout.Width}\" height=\"{band.Bottom - band.Top}\" fill=\"#f0f4f5\"/>\n");
            }

            isShaded = !isShaded;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"{band.Top + 28}\" font-size=\"15\" font-weight=\"bold\" fill=\"#212b32\">{Escape(MapLevels.NameOf(band.Level))}</text>\n");
        }
    }

    private static void WriteNet(StringBuilder svg, MapNet net, Publication publication)
    {
        MapStyles.LineStyle style = MapStyles.Of(net.Kind);
        string dashes = style.Dashes.Length == 0 ? "" : $" stroke-dasharray=\"{style.Dashes}\"";
        string leaves = string.Join(' ', net.Leaves.Select(leaf => publication.Ids.Of(leaf.Node.Party)));
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"map-line\" data-kind=\"{net.Kind.ToString().ToLowerInvariant()}\" data-root=\"{Escape(publication.Ids.Of(net.Root.Node.Party))}\" data-leaves=\"{Escape(leaves)}\" data-routes=\"{string.Join(',', net.Routes)}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Escape(Words(net))}</title>\n<path d=\"");
        foreach (MapSegment segment in net.Segments)
        {
            svg.Append(CultureInfo.InvariantCulture, $"M{segment.X1} {segment.Y1}L{segment.X2} {segment.Y2}");
        }

        svg.Append(CultureInfo.InvariantCulture, $"\" fill=\"none\" stroke=\"{style.Colour}\" stroke-width=\"{style.Width}\"{dashes}/>\n");
        foreach (MapArrow arrow in net.Arrows)
        {
            svg.Append(Head(style, arrow.X, arrow.Y, arrow.IsDown)).Append('\n');
        }

        svg.Append("</g>\n");
    }

    private static string Words(MapNet net)
    {
        string name = MapStyles.Words(net.Kind).Name;
        string words = string.Join(". ", net.Words.Take(MostWords));
        return net.Words.Count > MostWords ? $"{name}: {words}. And {net.Words.Count - MostWords} more" : $"{name}: {words}";
    }

    private static void WriteBox(StringBuilder svg, MapBox box, string? link, string id)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"map-party\" data-party=\"{Escape(id)}\" data-name=\"{Escape(box.Node.Party.DisplayName)}\">\n");
        if (link is not null)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<a href=\"{Escape(link)}\">\n");
        }

        svg.Append(Outline(box.Node.Shape, box.Left, box.Top, MapBox.Width, box.Height)).Append('\n');
        WriteLines(svg, box.Name, box.TextLeft, box.NameTop, MapBox.NameStep, " font-size=\"13\" font-weight=\"bold\" fill=\"#003087\"");
        WriteLines(svg, box.Caption, box.TextLeft, box.CaptionTop, MapBox.CaptionStep, " font-style=\"italic\" fill=\"#425563\"");
        WriteLines(svg, box.Facts, box.TextLeft, box.FactsTop, MapBox.FactStep, " fill=\"#212b32\"");
        svg.Append(link is null ? "</g>\n" : "</a>\n</g>\n");
    }

    private static void WriteLines(StringBuilder svg, IReadOnlyList<string> lines, int x, int y, int step, string attributes)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y + (i * step)}\"{attributes}>{Escape(lines[i])}</text>\n");
        }
    }

    private static string Outline(MapShape shape, int x, int y, int width, int height)
    {
        string Rect(int inset, string attributes) => string.Create(
            CultureInfo.InvariantCulture, $"<rect x=\"{x + inset}\" y=\"{y + inset}\" width=\"{width - (2 * inset)}\" height=\"{height - (2 * inset)}\" {attributes}/>");
        return shape switch
        {
            MapShape.Organisation => Rect(0, "fill=\"#e8edee\" stroke=\"#212b32\" stroke-width=\"3\""),
            MapShape.Board => Rect(0, "fill=\"#ffffff\" stroke=\"#003087\" stroke-width=\"3\""),
            MapShape.JointCommittee => Rect(0, "fill=\"#ffffff\" stroke=\"#00594c\" stroke-width=\"1.5\"") + Rect(3, "fill=\"none\" stroke=\"#00594c\" stroke-width=\"1.5\""),
            MapShape.Forum => Rect(0, "rx=\"14\" fill=\"#ffffff\" stroke=\"#4c6272\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\""),
            MapShape.Post => Rect(0, "rx=\"14\" fill=\"#ffffff\" stroke=\"#005eb8\" stroke-width=\"1.5\""),
            MapShape.Provider => Rect(0, "fill=\"#ffffff\" stroke=\"#7c2855\" stroke-width=\"1.5\"")
                + string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"6\" height=\"{height}\" fill=\"#7c2855\"/>"),
            _ => Rect(0, "fill=\"#ffffff\" stroke=\"#005eb8\" stroke-width=\"1.5\""),
        };
    }

    private static string Head(MapStyles.LineStyle style, int x, int y, bool isDown)
    {
        int sign = isDown ? -1 : 1;
        FormattableString markup = style.Head switch
        {
            MapHead.Arrow => $"<path d=\"M{x} {y}L{x - 5} {y + (sign * 9)}L{x + 5} {y + (sign * 9)}Z\" fill=\"{style.Colour}\"/>",
            MapHead.Square => $"<rect x=\"{x - 5}\" y=\"{(isDown ? y - 10 : y)}\" width=\"10\" height=\"10\" fill=\"{style.Colour}\"/>",
            MapHead.Circle => $"<circle cx=\"{x}\" cy=\"{y + (sign * 5)}\" r=\"4.5\" fill=\"#ffffff\" stroke=\"{style.Colour}\" stroke-width=\"2\"/>",
            MapHead.Diamond => $"<path d=\"M{x} {y}L{x - 5} {y + (sign * 6)}L{x} {y + (sign * 12)}L{x + 5} {y + (sign * 6)}Z\" fill=\"#ffffff\" stroke=\"{style.Colour}\" stroke-width=\"1.5\"/>",
            _ => $"<path d=\"M{x - 5} {y + (sign * 8)}L{x} {y}L{x + 5} {y + (sign * 8)}\" fill=\"none\" stroke=\"{style.Colour}\" stroke-width=\"1.5\"/>",
        };
        return FormattableString.Invariant(markup);
    }

    private static List<MapLegendEntry> Legend(MapLayout layout)
    {
        var legend = new List<MapLegendEntry>();
        foreach (MapEdgeKind kind in layout.Nets.Select(net => net.Kind).Distinct().Order())
        {
            MapStyles.LineStyle style = MapStyles.Of(kind);
            string dashes = style.Dashes.Length == 0 ? "" : $" stroke-dasharray=\"{style.Dashes}\"";
            string sample = $"<svg width=\"24\" height=\"44\" viewBox=\"0 0 24 44\" aria-hidden=\"true\" focusable=\"false\"><path d=\"M12 2L12 40\" fill=\"none\" stroke=\"{style.Colour}\" stroke-width=\"{style.Width}\"{dashes}/>{Head(style, 12, 42, isDown: true)}</svg>";
            (string name, string meaning) = MapStyles.Words(kind);
            legend.Add(new MapLegendEntry(sample, name, meaning));
        }

        foreach (MapShape shape in layout.Boxes.Select(box => box.Node.Shape).Distinct().Order())
        {
            (string name, string meaning) = MapStyles.Words(shape);
            legend.Add(new MapLegendEntry($"<svg width=\"56\" height=\"34\" viewBox=\"0 0 56 34\" aria-hidden=\"true\" focusable=\"false\">{Outline(shape, 3, 3, 50, 28)}</svg>", name, meaning));
        }

        return legend;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(VisibleText.Show(text));
}
