using DelegationLang.Emit.Templating;

namespace DelegationLang.Emit.Html;

/// <summary>A page as its template shows it.</summary>
internal sealed record PageView : View
{
    /// <summary>What all pages have in common.</summary>
    public required SiteView Site { get; init; }

    /// <summary>What the browser's tab says.</summary>
    public required string PageTitle { get; init; }

    /// <summary>The head of the page, up to its main part, as markup.</summary>
    public required Markup Header { get; init; }

    /// <summary>The foot of the page, as markup.</summary>
    public required Markup Footer { get; init; }

    /// <summary>The way from the first page down to this one; empty for the first.</summary>
    public required IReadOnlyList<Segment> Breadcrumbs { get; init; }

    /// <summary>What sort of thing the page is about, above its heading; empty for none.</summary>
    public required string Kicker { get; init; }

    /// <summary>The heading.</summary>
    public required string Heading { get; init; }

    /// <summary>A class of the style sheet for the whole page; empty for none.</summary>
    public required string Style { get; init; }

    /// <summary>What must be said before anything else; empty for nothing.</summary>
    public required IReadOnlyList<LineView> Warnings { get; init; }

    /// <summary>Paragraphs under the heading.</summary>
    public required IReadOnlyList<LineView> Lines { get; init; }

    /// <summary>The sections.</summary>
    public required IReadOnlyList<SectionView> Sections { get; init; }

    /// <summary>Whether the sections are listed first.</summary>
    public required bool HasContents { get; init; }

    /// <summary>Links to the parts of a list that is too long for one page; empty for none.</summary>
    public required IReadOnlyList<NavigationItem> Parts { get; init; }

    /// <summary>The form that asks who decides; none for a page without it.</summary>
    public AskView? Ask { get; init; }

    /// <summary>Whether results of the search are shown here.</summary>
    public bool IsSearch { get; init; }

    /// <summary>Whether the places of sentences in their files are shown on demand alone.</summary>
    public bool HasSources { get; init; }

    /// <summary>The decision map; none for a page without it.</summary>
    public Map.MapView? Map { get; init; }

    /// <summary>The picture of who delegates to whom; none for a page without it.</summary>
    public Map.NetworkView? Network { get; init; }

    /// <summary>The scripts of this page besides that of every page, as addresses.</summary>
    public required IReadOnlyList<string> Scripts { get; init; }
}

/// <summary>What all pages have in common.</summary>
internal sealed record SiteView : View
{
    /// <summary>Whose scheme it is; empty when nobody's in particular.</summary>
    public required string Organisation { get; init; }

    /// <summary>The address of a picture beside the name; empty for none.</summary>
    public required string Logo { get; init; }

    /// <summary>The title of the scheme.</summary>
    public required string Title { get; init; }

    /// <summary>Version and days in a line; empty for none.</summary>
    public required string Subtitle { get; init; }

    /// <summary>By whom and when it was approved; empty when not said.</summary>
    public required string Approved { get; init; }

    /// <summary>The day of review as <c>2027-02-01</c>; empty for none.</summary>
    public required string ReviewBy { get; init; }

    /// <summary>The day of review in words; empty for none.</summary>
    public required string ReviewByWords { get; init; }

    /// <summary>Whether that day had passed on the day that the site was made for, where it was made for one.</summary>
    public required bool IsReviewOverdue { get; init; }

    /// <summary>The fingerprint of the sources.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The file of the feed of dated changes; empty where there is none.</summary>
    public required string Feed { get; init; }

    /// <summary>The content security policy.</summary>
    public required string Policy { get; init; }

    /// <summary>The style sheet of the frontend that the theme wears.</summary>
    public required string Frontend { get; init; }
}

/// <summary>The head of a page: what all pages have in common, and the way around the site.</summary>
internal sealed record HeaderView(SiteView Site, IReadOnlyList<NavigationItem> Navigation) : View;

/// <summary>A link of a list of pages.</summary>
internal sealed record NavigationItem(string Text, string Href, bool IsCurrent) : OutputPart;

/// <summary>The form that asks who decides.</summary>
/// <param name="Places">The places to choose from.</param>
/// <param name="Bases">What an amount may count, each by the name that sentences give it and in words.</param>
internal sealed record AskView(IReadOnlyList<string> Places, IReadOnlyList<Segment> Bases) : View;
