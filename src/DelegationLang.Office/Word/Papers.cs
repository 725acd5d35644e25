using DelegationLang.Emit.Html;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Html.Site;
using DelegationLang.Office.Packaging;
using DelegationLang.Semantics;

namespace DelegationLang.Office.Word;

/// <summary>The documents that are made of a scheme.</summary>
/// <param name="context">The scheme.</param>
/// <param name="facts">What files of it say of themselves.</param>
internal sealed class Papers(PageContext context, FileFacts facts)
{
    /// <summary>The scheme in its own order, for a board paper: reserved matters, bodies, delegations, limits and duties as tables, each with its sentence and reference.</summary>
    public Paper Scheme()
    {
        var pages = new DocumentPages(context);
        Heading[] outline =
        [
            .. PagePieces.Outline(About(), 1),
            .. pages.Outline().SelectMany(section => (Heading[])[new Heading(1, section.Section), .. section.Parts.Select(part => new Heading(2, part))]),
        ];
        return new Paper(facts.Title, [facts.Creator, SiteFrame.Subtitle(context.Model.Info)], outline, Pieces(DocumentPages.Reading, pages.Whole().Prepend(About())));
    }

    /// <summary>What one party may decide, what it gives to others, and what is said of it.</summary>
    public Paper Of(PartySymbol party)
    {
        PageDraft page = new PartyPages(context).Whole(party);
        SectionView[] sections = [.. page.Sections, About()];
        return new Paper(
            "What " + party.DisplayName + " may decide",
            [facts.Creator, facts.Title, SiteFrame.Subtitle(context.Model.Info)],
            [.. sections.SelectMany(section => PagePieces.Outline(section, 1))],
            Pieces(page.Lines, sections));
    }

    // What the whole says of itself stands after the first heading, which begins on a page of its own.
    private IEnumerable<Piece> Pieces(IEnumerable<LineView> opening, IEnumerable<SectionView> sections)
    {
        bool isFirst = true;
        foreach (Piece piece in sections.SelectMany(section => PagePieces.Of(section, 1)))
        {
            yield return piece;
            foreach (LineView line in isFirst ? SiteFrame.Warnings(context).Concat(opening) : [])
            {
                yield return PagePieces.Of(line, WordsStyle.Body);
            }

            isFirst = false;
        }

        yield return Words.Of("Made by DelegationLang from the sentences with the fingerprint " + facts.Fingerprint + ".", WordsStyle.Note);
    }

    private SectionView About() => AboutSection.Build(context);
}
