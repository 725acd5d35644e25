using System.Collections.Frozen;
using DelegationLang.Emit.Html.Bodies;
using DelegationLang.Emit.Html.Map;
using DelegationLang.Emit.Map;
using DelegationLang.Emit.Templating;

namespace DelegationLang.Emit.Html.Site;

/// <summary>What templates of pages may read, by the names that they give it.</summary>
internal static class ViewTypes
{
    /// <summary>The members of each kind of view.</summary>
    public static FrozenDictionary<Type, IViewMembers> All { get; } = ((IViewMembers[])
    [
        new ViewMembers<PageView>(
            ("site", page => page.Site), ("page_title", page => page.PageTitle), ("header", page => page.Header), ("footer", page => page.Footer),
            ("breadcrumbs", page => page.Breadcrumbs), ("kicker", page => page.Kicker), ("heading", page => page.Heading), ("style", page => page.Style),
            ("warnings", page => page.Warnings), ("lines", page => page.Lines), ("sections", page => page.Sections), ("has_contents", page => page.HasContents),
            ("parts", page => page.Parts), ("ask", page => page.Ask), ("is_search", page => page.IsSearch), ("has_sources", page => page.HasSources), ("map", page => page.Map), ("network", page => page.Network), ("scripts", page => page.Scripts)),
        new ViewMembers<SiteView>(
            ("organisation", site => site.Organisation), ("logo", site => site.Logo), ("title", site => site.Title), ("subtitle", site => site.Subtitle),
            ("approved", site => site.Approved), ("review_by", site => site.ReviewBy), ("review_by_words", site => site.ReviewByWords),
            ("is_review_overdue", site => site.IsReviewOverdue), ("fingerprint", site => site.Fingerprint), ("feed", site => site.Feed), ("policy", site => site.Policy), ("frontend", site => site.Frontend)),
        new ViewMembers<HeaderView>(("site", header => header.Site), ("navigation", header => header.Navigation)),
        new ViewMembers<NavigationItem>(("text", item => item.Text), ("href", item => item.Href), ("is_current", item => item.IsCurrent)),
        new ViewMembers<AskView>(("places", ask => ask.Places), ("bases", ask => ask.Bases)),
        new ViewMembers<BodiesView>(("heading", page => page.Heading), ("policy", page => page.Policy), ("frontend", page => page.Frontend), ("bodies", page => page.Bodies)),
        new ViewMembers<BodyView>(("name", body => body.Name), ("folder", body => body.Folder), ("href", body => body.Href), ("title", body => body.Title), ("subtitle", body => body.Subtitle)),
        new ViewMembers<NetworkView>(("svg", map => map.Svg), ("legend", map => map.Legend)),
        new ViewMembers<MapView>(("lead", map => map.Lead), ("bands", map => map.Bands)),
        new ViewMembers<MapBandView>(("id", band => band.Id), ("heading", band => band.Heading), ("style", band => band.Style), ("items", band => band.Items), ("rows", band => band.Rows), ("tables", band => band.Tables)),
        new ViewMembers<MapRowView>(("cards", row => row.Cards), ("gaps", row => row.Gaps)),
        new ViewMembers<MapCardView>(("id", card => card.Id), ("heading", card => card.Heading), ("style", card => card.Style), ("lines", card => card.Lines), ("groups", card => card.Groups), ("ladders", card => card.Ladders)),
        new ViewMembers<MapGroupView>(("label", group => group.Label), ("style", group => group.Style), ("items", group => group.Items)),
        new ViewMembers<MapLadderView>(("caption", ladder => ladder.Caption), ("rungs", ladder => ladder.Rungs), ("has_amounts", ladder => ladder.HasAmounts)),
        new ViewMembers<MapRungView>(("amount", rung => rung.Amount), ("style", rung => rung.Style), ("items", rung => rung.Items)),
        new ViewMembers<MapItemView>(("line", item => item.Line), ("from", item => item.From), ("until", item => item.Until)),
        new ViewMembers<MapLegendEntry>(("sample", entry => new MarkupText(entry.Sample)), ("name", entry => entry.Name), ("meaning", entry => entry.Meaning)),
        new ViewMembers<SectionView>(("id", section => section.Id), ("heading", section => section.Heading), ("content", section => section.Content), ("parts", section => section.Parts)),
        new ViewMembers<PartView>(("id", part => part.Id), ("heading", part => part.Heading), ("content", part => part.Content), ("parts", part => part.Parts)),
        new ViewMembers<ContentView>(("lines", content => content.Lines), ("facts", content => content.Facts), ("tables", content => content.Tables), ("tree", content => content.Tree), ("sentences", content => content.Sentences)),
        new ViewMembers<FactView>(("label", fact => fact.Label), ("lines", fact => fact.Lines)),
        new ViewMembers<TableView>(
            ("caption", table => table.Caption), ("columns", table => table.Columns), ("rows", table => table.Rows), ("style", table => table.Style), ("is_filterable", table => table.IsFilterable), ("is_framed", table => table.IsFramed)),
        new ViewMembers<RowView>(("id", row => row.Id), ("cells", row => row.Cells), ("from", row => row.From), ("until", row => row.Until)),
        new ViewMembers<CellView>(
            ("label", cell => cell.Label), ("is_header", cell => cell.IsHeader), ("lines", cell => cell.Lines), ("is_empty", cell => cell.IsEmpty)),
        new ViewMembers<SentenceView>(
            ("id", sentence => sentence.Id), ("lead", sentence => sentence.Lead), ("bullets", sentence => sentence.Bullets), ("claims", sentence => sentence.Claims), ("source", sentence => new LineView([sentence.Source])),
            ("notes", sentence => sentence.Notes), ("is_void", sentence => sentence.IsVoid), ("from", sentence => sentence.From), ("until", sentence => sentence.Until)),
        new ViewMembers<SentenceLineView>(("words", line => line.Words), ("references", line => line.References), ("is_long", line => line.IsLong)),
        new ViewMembers<LineView>(("segments", line => line.Segments), ("style", line => line.Style)),
        new ViewMembers<Segment>(("text", segment => segment.Text), ("href", segment => segment.Href), ("is_mark", segment => segment.IsMark), ("is_strong", segment => segment.IsStrong), ("is_reference", segment => segment.IsReference), ("anchor", segment => segment.Anchor)),
    ]).ToFrozenDictionary(members => members.Type);
}
