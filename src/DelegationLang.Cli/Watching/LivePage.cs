using System.Globalization;
using System.Net;
using System.Text;
using DelegationLang.Cli.Rendering;
using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Cli.Watching;

/// <summary>
/// A page as it is shown while its scheme is worked at: with a script that loads it again, and with what is wrong above it. Only what a browser gets is
/// different; the files on the disk are as <c>build</c> writes them.
/// </summary>
internal static class LivePage
{
    private const int MostErrors = 30;

    /// <summary>A page of the site.</summary>
    /// <param name="html">The page as it lies on the disk.</param>
    /// <param name="version">What tells it from other versions.</param>
    /// <param name="outcome">What came of the last attempt to build.</param>
    public static string Of(string html, string version, BuildOutcome outcome)
    {
        int head = html.IndexOf("</head>", StringComparison.OrdinalIgnoreCase);
        string made = html.Insert(head < 0 ? html.Length : head, Head(version));
        if (outcome.IsFine)
        {
            return made;
        }

        int body = made.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        int inside = body < 0 ? -1 : made.IndexOf('>', body);
        return made.Insert(inside + 1, Problems(outcome, "What stands below is the last version without errors."));
    }

    /// <summary>A page where the site has none: that there is none, and what is wrong.</summary>
    public static string Without(string heading, string version, BuildOutcome outcome) =>
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + Escape(heading) + "</title>\n" + Head(version) + "</head>\n<body>\n"
        + (outcome.IsFine ? "<h1>" + Escape(heading) + "</h1>\n<p><a href=\"/\">To the first page</a></p>\n" : Problems(outcome, "There is no page to show until they are mended."))
        + "</body>\n</html>\n";

    private static string Head(string version) =>
        $"<link rel=\"stylesheet\" href=\"/_live/live.css\">\n<script src=\"/_live/live.js\" data-version=\"{Escape(version)}\"></script>\n";

    private static string Problems(BuildOutcome outcome, string meanwhile)
    {
        var html = new StringBuilder("<section class=\"live-errors\" role=\"alert\" aria-labelledby=\"live-errors\">\n<h2 id=\"live-errors\">");
        if (outcome.Fault.Length > 0)
        {
            html.Append("The pages could not be built</h2>\n");
            foreach (string line in outcome.Fault.Split('\n'))
            {
                html.Append("<p>").Append(Escape(line)).Append(".</p>\n");
            }
        }
        else
        {
            int count = outcome.Errors.Count;
            html.Append(CultureInfo.InvariantCulture, $"The scheme has {count} {(count == 1 ? "error" : "errors")}</h2>\n");
        }

        html.Append("<p>").Append(Escape(meanwhile)).Append("</p>\n<ul>\n");
        foreach (Finding? error in outcome.Errors.Take(MostErrors))
        {
            Append(html, error);
        }

        html.Append("</ul>\n");
        if (outcome.Errors.Count > MostErrors)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>There are {outcome.Errors.Count - MostErrors} more.</p>\n");
        }

        return html.Append("</section>\n").ToString();
    }

    private static void Append(StringBuilder html, Finding error)
    {
        Diagnostic diagnostic = error.Diagnostic;
        var place = Annotation.Of(diagnostic.Location, diagnostic.Label, isPrimary: true);
        html.Append(CultureInfo.InvariantCulture, $"<li>\n<p><strong>{Escape(diagnostic.Code)}</strong> {Escape(diagnostic.Message)}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"live-place\">{Escape(error.Files.Show(place.Source.FileName))}:{place.First.Line}:{place.First.Column}</p>\n<pre>");
        foreach (int line in place.Lines())
        {
            TextSpan span = place.Source.GetLineSpan(line);
            string text = place.Source.ToString(span);
            (int start, int end) = place.PartOf(line);
            (start, end) = (Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length));
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"live-number\">{line}</span>");

            // What is missing at the end of a line is marked by a space.
            string marked = end > start ? text[start..end] : " ";
            html.Append(Escape(text[..start])).Append("<mark>").Append(Escape(marked)).Append("</mark>").Append(Escape(text[end..])).Append('\n');
        }

        html.Append("</pre>\n");
        if (diagnostic.Help.Length > 0)
        {
            html.Append("<p>").Append(Escape(diagnostic.Help)).Append("</p>\n");
        }

        html.Append("</li>\n");
    }

    // Harmless first: what turns the direction of writing would make a line read as something that it does not say.
    private static string Escape(string text) => WebUtility.HtmlEncode(DisplayText.Harmless(text));
}
