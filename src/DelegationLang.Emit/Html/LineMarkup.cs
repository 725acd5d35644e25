using DelegationLang.Emit.Templating;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace DelegationLang.Emit.Html;

/// <summary>
/// <c>paragraphs LINES</c>, or <c>paragraphs LINE</c>: lines of text and links as markup. They are most of what a page holds, so they are written straight
/// out instead of by a template.
/// </summary>
internal sealed class LineFunction() : TemplateFunction("lines")
{
    /// <inheritdoc/>
    protected override object Call(ScriptArray arguments, SourceSpan span) => arguments[0] switch
    {
        LineView line => new LineMarkup([line]),
        IReadOnlyList<LineView> lines => new LineMarkup(lines),
        _ => throw new ScriptRuntimeException(span, "paragraphs wants a line or lines"),
    };
}

/// <summary><c>phrase LINE</c>: a line of text and links within a heading, a caption or an item of a list.</summary>
internal sealed class PhraseFunction() : TemplateFunction("line")
{
    /// <inheritdoc/>
    protected override object Call(ScriptArray arguments, SourceSpan span) => arguments[0] switch
    {
        LineView line => new LineMarkup([line], isPhrase: true),
        _ => throw new ScriptRuntimeException(span, "phrase wants a line"),
    };
}

/// <summary>Lines as markup: a paragraph each, or a run of text.</summary>
internal sealed class LineMarkup(IReadOnlyList<LineView> lines, bool isPhrase = false) : Markup
{
    /// <inheritdoc/>
    public override void WriteTo(EncodingContext context)
    {
        foreach (LineView line in lines)
        {
            Write(context.Target, line, isPhrase);
        }
    }

    /// <summary>Writes what an element states of authority as attributes, with a space before each.</summary>
    public static void Write(Utf8Output markup, ClaimView claim)
    {
        Attribute(markup, "party", claim.Party);
        Attribute(markup, "subject", claim.Subject);
        Attribute(markup, "claim", claim.Claim);
        Attribute(markup, "from", claim.From);
        markup.Write(claim.IsFromOpen ? " data-from-open=\"true\"" : "");
        Attribute(markup, "to", claim.To);
        markup.Write(claim.IsToOpen ? " data-to-open=\"true\"" : "");
        Attribute(markup, "currency", claim.Currency);
        Attribute(markup, "basis", claim.Basis);
        Attribute(markup, "vat", claim.Vat);
        Attribute(markup, "place", claim.Place);
        Attribute(markup, "not-place", claim.NotPlace);
        Attribute(markup, "on", claim.On);
    }

    private static void Attribute(Utf8Output markup, string name, string value)
    {
        if (value.Length > 0)
        {
            markup.Write(" data-");
            markup.Write(name);
            markup.Write("=\"");
            HtmlText.Write(markup, value);
            markup.Write("\"");
        }
    }

    /// <summary>Writes a line as a paragraph, which ends its line of markup unless it is the last of a cell, or as a run of text.</summary>
    public static void Write(Utf8Output markup, LineView line, bool isPhrase, bool isLast = false)
    {
        // A run of text needs an element only for what it is said to be.
        bool isBare = isPhrase && line.Style.Length == 0 && line.Claim is null && line.Sentence.Length == 0;
        markup.Write(isBare ? "" : isPhrase ? "<span" : "<p");
        if (line.Style.Length > 0)
        {
            markup.Write(" class=\"");
            HtmlText.Write(markup, line.Style);
            markup.Write("\"");
        }

        if (line.Claim is { } claim)
        {
            Write(markup, claim);
        }

        Attribute(markup, "sentence", line.Sentence);
        markup.Write(isBare ? "" : ">");
        foreach (Segment segment in line.Segments)
        {
            if (segment.Href.Length > 0)
            {
                markup.Write("<a href=\"");
                HtmlText.Write(markup, segment.Href);
                markup.Write("\">");
                HtmlText.Write(markup, segment.Text);
                markup.Write("</a>");
            }
            else if (segment.IsMark)
            {
                markup.Write("<strong class=\"mark\">");
                HtmlText.Write(markup, segment.Text);
                markup.Write("</strong>");
            }
            else if (segment.IsReference)
            {
                markup.Write("<span class=\"reference\"");
                if (segment.Anchor.Length > 0)
                {
                    markup.Write(" id=\"");
                    HtmlText.Write(markup, segment.Anchor);
                    markup.Write("\"");
                }

                markup.Write(">");
                HtmlText.Write(markup, segment.Text);
                markup.Write("</span>");
            }
            else if (segment.IsStrong)
            {
                markup.Write("<b>");
                HtmlText.Write(markup, segment.Text);
                markup.Write("</b>");
            }
            else
            {
                HtmlText.Write(markup, segment.Text);
            }
        }

        markup.Write(isBare ? "" : isPhrase ? "</span>" : isLast ? "</p>" : "</p>\n");
    }
}
