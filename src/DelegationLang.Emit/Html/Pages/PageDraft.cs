using DelegationLang.Emit.Html.Map;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>What a page holds, before it is dressed with what all pages have in common.</summary>
/// <param name="File">Its file.</param>
/// <param name="Heading">Its heading.</param>
internal sealed record PageDraft(string File, string Heading) : OutputPart
{
    /// <summary>What sort of thing it is about; empty for none.</summary>
    public string Kicker { get; init; } = "";

    /// <summary>The file of the list that it belongs to, marked in the navigation.</summary>
    public string Area { get; init; } = "";

    /// <summary>The pages above it, below the first.</summary>
    public IReadOnlyList<Segment> Above { get; init; } = [];

    /// <summary>A class of the style sheet for the whole page; empty for none.</summary>
    public string Style { get; init; } = "";

    /// <summary>Paragraphs under the heading.</summary>
    public IReadOnlyList<LineView> Lines { get; init; } = [];

    /// <summary>The sections.</summary>
    public IReadOnlyList<SectionView> Sections { get; init; } = [];

    /// <summary>Whether the sections are listed first.</summary>
    public bool HasContents { get; init; }

    /// <summary>The files of the list that this is a part of; empty for a page that is whole.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Which of them this is, from 0.</summary>
    public int Part { get; init; }

    /// <summary>The form that asks who decides.</summary>
    public AskView? Ask { get; init; }

    /// <summary>Whether results of the search are shown here.</summary>
    public bool IsSearch { get; init; }

    /// <summary>Whether the places of sentences in their files are shown on demand alone.</summary>
    public bool HasSources { get; init; }

    /// <summary>The decision map.</summary>
    public MapView? Map { get; init; }

    /// <summary>The picture of who delegates to whom.</summary>
    public NetworkView? Network { get; init; }

    /// <summary>Scripts besides that of every page.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];
}
