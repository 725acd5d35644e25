using System.Text;
using System.Xml;

namespace DelegationLang.Emit.Html.Site;

/// <summary>
/// A picture in SVG that can do nothing but be looked at. Such a file is a document: opened by itself, it may run scripts as a page of the site and fetch
/// what it likes. What only draws stays; scripts, event handlers, other documents, animation, and whatever lies outside the file is left out.
/// </summary>
internal static class InertSvg
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string Link = "http://www.w3.org/1999/xlink";
    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    private static readonly HashSet<string> Drawing = new(StringComparer.Ordinal)
    {
        "svg", "g", "defs", "symbol", "title", "desc", "switch", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
        "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "use", "image", "style", "filter", "feBlend", "feColorMatrix",
        "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA",
        "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight",
        "feTile", "feTurbulence",
    };

    private static readonly HashSet<string> Fetching = new(StringComparer.OrdinalIgnoreCase) { "src", "srcset", "ping", "action", "formaction", "poster", "data", "manifest" };

    private static readonly string[] Pictures = ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,"];

    // What fetches in a style sheet without url(), and what an at-rule or an escape could hide.
    private static readonly string[] Suspect = ["\\", "@", "<", "://", "image-set", "image(", "cross-fade", "src(", "expression", "behavior", "binding", "javascript:"];

    /// <summary>The picture made inert; the same bytes where it is so already. None where they are no picture in SVG at all.</summary>
    public static byte[]? Of(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.Span).TrimStart('\uFEFF');
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = true };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            using var inert = new MemoryStream();
            bool isSame;
            using (var writer = XmlWriter.Create(inert, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None }))
            {
                isSame = Copy(reader, writer);
            }

            // The reader passes over a document type without a word.
            return inert.Length == 0 ? null : isSame && !text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? bytes.ToArray() : inert.ToArray();
        }
        catch (Exception trouble) when (trouble is XmlException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <returns>Whether nothing was left out.</returns>
    private static bool Copy(XmlReader reader, XmlWriter writer)
    {
        bool isSame = true;
        bool isStarted = false;
        reader.Read();
        while (!reader.EOF)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !isStarted && (reader.NamespaceURI != Svg || reader.LocalName != "svg"):
                    return false;
                case XmlNodeType.Element when reader.NamespaceURI == Svg && reader.LocalName == "a":
                    // A picture leads nowhere; what the link was around stays.
                    isSame = false;
                    break;
                case XmlNodeType.Element when reader.NamespaceURI != Svg || !Drawing.Contains(reader.LocalName):
                    isSame = false;
                    reader.Skip();
                    continue;
                case XmlNodeType.Element when reader.LocalName == "style":
                    isSame &= Style(reader, writer);
                    continue;
                case XmlNodeType.Element:
                    isStarted = true;
                    bool isEmpty = reader.IsEmptyElement;
                    writer.WriteStartElement(null, reader.LocalName, Svg);
                    isSame &= Attributes(reader, writer);
                    if (isEmpty)
                    {
                        writer.WriteEndElement();
                    }

                    break;
                case XmlNodeType.EndElement when reader.LocalName != "a":
                    writer.WriteEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when isStarted:
                    writer.WriteString(reader.Value);
                    break;
                case XmlNodeType.XmlDeclaration:
                    isSame &= reader.GetAttribute("encoding") is not { } encoding || encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
                    break;
                case XmlNodeType.ProcessingInstruction:
                    isSame = false;
                    break;
            }

            reader.Read();
        }

        return isSame;
    }

    private static bool Style(XmlReader reader, XmlWriter writer)
    {
        using XmlReader inner = reader.ReadSubtree();
        inner.Read();
        var css = new StringBuilder();
        bool isText = true;
        while (inner.Read())
        {
            isText &= inner.NodeType is not XmlNodeType.Element;
            css.Append(inner.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace ? inner.Value : "");
        }

        inner.Close();
        reader.Read();
        if (!isText || !IsPlain(css.ToString()))
        {
            return false;
        }

        writer.WriteElementString("style", Svg, css.ToString());
        return true;
    }

    private static bool Attributes(XmlReader reader, XmlWriter writer)
    {
        bool isSame = true;
        string element = reader.LocalName;
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns" || (reader.Prefix.Length == 0 && reader.LocalName == "xmlns"))
            {
                continue;
            }

            if (IsHarmless(element, reader.NamespaceURI, reader.LocalName, reader.Value))
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }
            else
            {
                isSame = false;
            }
        }

        reader.MoveToElement();
        return isSame;
    }

    private static bool IsHarmless(string element, string space, string name, string value)
    {
        if (name == "href" && space is "" or Link)
        {
            return name == "href" && (value.StartsWith('#') || (element == "image" && Array.Exists(Pictures, start => value.StartsWith(start, StringComparison.Ordinal))));
        }

        return space == Xml ? name is "space" or "lang" or "id"
            : space.Length == 0 && !name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && !Fetching.Contains(name) && (name is "id" or "class" || IsPlain(value));
    }

    /// <summary>Whether a style, or what an attribute says of one, refers to nothing outside the file.</summary>
    private static bool IsPlain(string css)
    {
        if (Array.Exists(Suspect, word => css.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        for (int at = 0; (at = css.IndexOf("url(", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 4)
        {
            if (!css.AsSpan(at + 4).TrimStart(" \t\r\n\"'").StartsWith("#"))
            {
                return false;
            }
        }

        return true;
    }
}
