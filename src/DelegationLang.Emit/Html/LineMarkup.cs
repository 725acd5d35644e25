using HandlebarsDotNet;

namespace DelegationLang.Emit.Html;

/// <summary>
/// Lines of text and links as markup. They are most of what a page holds, so they are written straight out instead of by a template.
/// </summary>
internal static class LineMarkup
{
    private static readonly HtmlTextEncoder Encoder = new();

    /// <summary>Makes <c>{{lines X}}</c> and <c>{{line X}}</c> known to templates.</summary>
    public static void Register(IHandlebars engine)
    {
        engine.RegisterHelper("lines", (in EncodedTextWriter output, in HelperOptions _, in Context _, in Arguments arguments) =>
        {
            if (arguments.Length > 0 && arguments[0] is IEnumerable<LineView> lines)
            {
                var markup = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
                foreach (LineView line in lines)
                {
                    Write(markup, line);
                }

                output.WriteSafeString(markup.ToString());
            }
        });
        engine.RegisterHelper("line", (in EncodedTextWriter output, in HelperOptions _, in Context _, in Arguments arguments) =>
        {
            if (arguments.Length > 0 && arguments[0] is LineView line)
            {
                var markup = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
                Write(markup, line);
                output.WriteSafeString(markup.ToString());
            }
        });
    }

    private static void Write(TextWriter markup, LineView line)
    {
        markup.Write("<p");
        if (line.Style.Length > 0)
        {
            markup.Write(" class=\"");
            Encoder.Encode(line.Style, markup);
            markup.Write('"');
        }

        markup.Write('>');
        foreach (Segment segment in line.Segments)
        {
            if (segment.Href.Length > 0)
            {
                markup.Write("<a href=\"");
                Encoder.Encode(segment.Href, markup);
                markup.Write("\">");
                Encoder.Encode(segment.Text, markup);
                markup.Write("</a>");
            }
            else if (segment.IsMark)
            {
                markup.Write("<strong class=\"mark\">");
                Encoder.Encode(segment.Text, markup);
                markup.Write("</strong>");
            }
            else
            {
                Encoder.Encode(segment.Text, markup);
            }
        }

        markup.Write("</p>\n");
    }
}
