using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Templating;
using DelegationLang.Policy;

namespace DelegationLang.Emit.SideBySide;

/// <summary>A comparison of bodies as one page by itself: its styles stand in it, and nothing else is loaded.</summary>
public static class ComparisonPage
{
    private const string Title = "Who decides, side by side";

    private const string OwnStyle = """
        .side-by-side { max-width: none; }
        .side-by-side th, .side-by-side td { vertical-align: top; text-align: left; }
        .side-by-side td ul { margin: 0; padding-left: 1.1em; }
        .side-by-side .own-name { display: block; font-style: italic; }
        .side-by-side .none { color: #4c5560; }
        .scroller { overflow-x: auto; }
        main { padding: 1.5rem; }
        """;

    /// <summary>The page, as UTF-8.</summary>
    public static byte[] Of(SchemeComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        string style = Resources.Read("Html.Assets.nhsuk.css") + Resources.Read("Html.Assets.neutral.css") + OwnStyle;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        var page = new Utf8Output();
        page.Write($"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'">
            <title>{Title}</title>
            <style>{style}</style>
            </head>
            <body>
            <main id="main">
            <h1>{Title}</h1>

            """);
        Bodies(page, comparison);
        Shared(page, comparison);
        Alone(page, comparison);
        page.Write("</main>\n</body>\n</html>\n");
        return page.Take();
    }

    private static void Bodies(Utf8Output page, SchemeComparison comparison)
    {
        page.Write("<ul>\n");
        foreach (ComparedBody body in comparison.Bodies)
        {
            page.Write("<li><strong>");
            HtmlText.Write(page, body.Name);
            page.Write("</strong>: ");
            HtmlText.Write(page, body.Identity.Title + (body.Identity.Version.Length > 0 ? ", version " + body.Identity.Version : "") + ", as it is on " + Wording.Day(body.Day));
            page.Write("</li>\n");
        }

        page.Write("</ul>\n");
    }

    private static void Shared(Utf8Output page, SchemeComparison comparison)
    {
        page.Write("<h2>Of which several speak</h2>\n");
        if (comparison.Shared.Count == 0)
        {
            page.Write("<p>There is no function or matter of which two of these schemes speak.</p>\n");
            return;
        }

        page.Write("<div class=\"scroller\" tabindex=\"0\" role=\"region\" aria-label=\"Functions and matters side by side\">\n<table class=\"nhsuk-table side-by-side\">\n<caption class=\"nhsuk-table__caption\">Who decides each function and matter</caption>\n<thead><tr><th scope=\"col\">Function or matter</th>");
        foreach (ComparedBody body in comparison.Bodies)
        {
            page.Write("<th scope=\"col\">");
            HtmlText.Write(page, body.Name);
            page.Write("</th>");
        }

        page.Write("</tr></thead>\n<tbody>\n");
        foreach (ComparedSubject subject in comparison.Shared)
        {
            page.Write("<tr><th scope=\"row\">");
            HtmlText.Write(page, subject.Name);
            page.Write("</th>");
            for (int body = 0; body < comparison.Bodies.Count; body++)
            {
                page.Write("<td>");
                Side(page, subject, subject.Sides.Where(side => side.Body == body).ToArray());
                page.Write("</td>");
            }

            page.Write("</tr>\n");
        }

        page.Write("</tbody>\n</table>\n</div>\n");
    }

    private static void Side(Utf8Output page, ComparedSubject subject, ComparedSide[] sides)
    {
        if (sides.Length == 0)
        {
            page.Write("<span class=\"none\">does not speak of it</span>");
        }

        foreach (ComparedSide side in sides)
        {
            if (side.Name != subject.Name)
            {
                page.Write("<span class=\"own-name\">");
                HtmlText.Write(page, side.Name);
                page.Write("</span>");
            }

            if (side.Deciders.Count == 0)
            {
                page.Write("<span class=\"none\">nobody");
                HtmlText.Write(page, side.WhyNobody.Length > 0 ? ": " + side.WhyNobody : "");
                page.Write("</span>");
                continue;
            }

            page.Write("<ul>");
            foreach (ComparedDecider decider in side.Deciders)
            {
                page.Write("<li>");
                HtmlText.Write(page, decider.Words);
                page.Write("</li>");
            }

            page.Write(side.IsCutShort ? "<li>and maybe others: there are too many cases to look at all of them</li></ul>" : "</ul>");
        }
    }

    private static void Alone(Utf8Output page, SchemeComparison comparison)
    {
        page.Write("<h2>Of which one alone speaks</h2>\n");
        for (int body = 0; body < comparison.Bodies.Count; body++)
        {
            string[] names = [.. comparison.Alone.Where(side => side.Body == body).Select(side => side.Name)];
            page.Write("<h3>");
            HtmlText.Write(page, comparison.Bodies[body].Name + string.Create(CultureInfo.InvariantCulture, $" ({names.Length})"));
            page.Write("</h3>\n<p>");
            HtmlText.Write(page, names.Length > 0 ? string.Join(", ", names) + "." : "None.");
            page.Write("</p>\n");
        }
    }
}
