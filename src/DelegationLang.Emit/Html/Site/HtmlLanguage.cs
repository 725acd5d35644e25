using DelegationLang.Emit.Templating;
using Scriban.Parsing;

namespace DelegationLang.Emit.Html.Site;

/// <summary>HTML as templates write it. A value is text between tags or in a quoted attribute; where text could act, none may stand.</summary>
internal sealed class HtmlLanguage : WrittenLanguage<HtmlPlace>
{
    private const string NoAddress = "#";

    private static readonly HashSet<string> Addresses = new(StringComparer.Ordinal)
    {
        "action", "background", "cite", "data", "formaction", "href", "longdesc", "manifest", "poster", "src", "xlink:href",
    };

    private static readonly HashSet<string> Loaders = new(StringComparer.Ordinal) { "base", "embed", "frame", "iframe", "link", "object", "script" };

    private static readonly ValueWriter Between = (context, value, span) =>
    {
        if (value is Markup markup)
        {
            markup.WriteTo(context);
        }
        else
        {
            HtmlText.Write(context.Target, context.Text(value, span));
        }
    };

    private static readonly ValueWriter Plain = (context, value, span) => HtmlText.Write(context.Target, context.Text(value, span));

    private static readonly ValueWriter Address = (context, value, span) => WriteAddress(context, context.Text(value, span), mayLead: true);

    private static readonly ValueWriter OwnAddress = (context, value, span) => WriteAddress(context, context.Text(value, span), mayLead: false);

    /// <inheritdoc/>
    protected override HtmlPlace Start => new(HtmlPart.Text);

    /// <inheritdoc/>
    protected override HtmlPlace Read(HtmlPlace place, ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            place = place.After(character);
        }

        return place;
    }

    /// <inheritdoc/>
    protected override ValueWriter? Writer(HtmlPlace place, out HtmlPlace after, out string problem)
    {
        after = place;
        problem = "";
        switch (place.Part)
        {
            case HtmlPart.Text:
                return Between;
            case HtmlPart.PlainText:
                after = place with { Begun = "" };
                return Plain;
            case HtmlPart.DoubleQuoted or HtmlPart.SingleQuoted:
                after = place with { Begun = place.Begun + HtmlPlace.Value };
                return InAttribute(place, out problem);
            case HtmlPart.ValueStart or HtmlPart.Unquoted:
                problem = "put the value of the attribute between quotation marks";
                return null;
            default:
                problem = $"no value is safe {Describe(place)}";
                return null;
        }
    }

    /// <inheritdoc/>
    protected override bool Meet(HtmlPlace one, HtmlPlace other, out HtmlPlace place)
    {
        place = one;
        if (one == other)
        {
            return true;
        }

        // Whether an attribute is there or not: what comes next begins another one, or ends the tag.
        place = new HtmlPlace(HtmlPart.NameEnd, one.Element, HtmlPlace.Unknown);
        if (one.IsWithinTag && other.IsWithinTag && one.Element == other.Element)
        {
            return true;
        }

        place = one with { Begun = one.Begun.Length == 0 || other.Begun.Length == 0 ? HtmlPlace.Value.ToString() : Common(one.Begun, other.Begun) };
        return one with { Begun = "" } == other with { Begun = "" } && one.Part is not (HtmlPart.TagStart or HtmlPart.Comment or HtmlPart.Script);
    }

    /// <inheritdoc/>
    protected override string Describe(HtmlPlace place) => place.Part switch
    {
        HtmlPart.Text => "between tags",
        HtmlPart.PlainText or HtmlPart.Script => $"in the text of {place.Element}",
        HtmlPart.Comment => "in a comment",
        HtmlPart.DoubleQuoted or HtmlPart.SingleQuoted or HtmlPart.Unquoted or HtmlPart.ValueStart => $"in the attribute {place.Attribute}",
        _ => "within a tag, outside of the quoted value of an attribute",
    };

    // Two ways into the same value: what is certain of it is what keeps an address from beginning with a scheme of a user's.
    private static string Common(string one, string other) => IsSettled(one) && IsSettled(other) ? "/" : HtmlPlace.Value.ToString();

    private static ValueWriter? InAttribute(HtmlPlace place, out string problem)
    {
        string name = place.Attribute;
        problem = $"no value is safe in the attribute {name}";
        if (name.StartsWith("on", StringComparison.Ordinal) || name.Contains(HtmlPlace.Unknown, StringComparison.Ordinal) || name is "style" or "srcdoc" or "srcset" or "imagesrcset" or "ping")
        {
            return null;
        }

        if (!Addresses.Contains(name))
        {
            return Plain;
        }

        if (place.Begun.Length == 0)
        {
            return Loaders.Contains(place.Element) ? OwnAddress : Address;
        }

        problem = "what stands before the value must settle where the address leads, as names/ or https://example.org/ does";
        return (Loaders.Contains(place.Element) ? IsSettledSite(place.Begun) : IsSettled(place.Begun)) ? Plain : null;
    }

    // Whether what an address begins with says where it leads, so that nothing after it can make it one that runs.
    private static bool IsSettled(string begun)
    {
        int end = begun.AsSpan().IndexOfAny("/?#:");
        return end >= 0 && (begun[end] != ':' || IsHarmless(begun[..end]));
    }

    // Whether it says as well whose site it is, so that nothing after it can make it another's.
    private static bool IsSettledSite(string begun)
    {
        ReadOnlySpan<char> rest = begun;
        foreach (string scheme in (string[])["https://", "http://", "/"])
        {
            if (rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[scheme.Length..];
                break;
            }
        }

        int end = rest.IndexOfAny("/?#:\\\0");
        return end > 0 && rest[end] is '/' or '?' or '#';
    }

    private static bool IsHarmless(string scheme) => scheme.ToLowerInvariant() is "http" or "https" or "mailto" or "tel";

    // Browsers leave control characters out of an address, and read \ as /.
    private static void WriteAddress(EncodingContext context, string address, bool mayLead)
    {
        int end = address.AsSpan().IndexOfAny("/?#:");
        bool hasScheme = end >= 0 && address[end] == ':';
        bool isOwn = !hasScheme && !address.StartsWith("//", StringComparison.Ordinal) && !address.Any(character => character is <= ' ' or '\\');
        bool isSafe = mayLead ? !hasScheme || IsHarmless(address[..end]) : isOwn;
        HtmlText.Write(context.Target, isSafe ? address : NoAddress);
    }
}
