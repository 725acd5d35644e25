using DelegationLang.Emit.Html.Site;
using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>A chapter of the scheme as a document, in the order in which boards read one.</summary>
internal enum DocumentChapter
{
    Reserved,
    Bodies,
    Delegations,
    Limits,
    Duties,
    Subjects,
    Names,
    General,
}

/// <summary>In which order sentences stand in the document: by chapter, and in a chapter as the authors wrote them.</summary>
internal static class DocumentOrder
{
    /// <summary>The sentences of the document, scenarios apart.</summary>
    public static IEnumerable<PublishedSentence> Of(Publication publication) =>
        publication.Sentences.All.Where(sentence => !SiteAddresses.IsScenario(sentence)).OrderBy(sentence => ChapterOf(publication, sentence));

    /// <summary>The heading of a chapter.</summary>
    public static string HeadingOf(DocumentChapter chapter) => chapter switch
    {
        DocumentChapter.Reserved => "Reserved matters",
        DocumentChapter.Bodies => "Bodies, posts and places",
        DocumentChapter.Delegations => "Delegations",
        DocumentChapter.Limits => "Limits",
        DocumentChapter.Duties => "Deputies, advice and oversight",
        DocumentChapter.Subjects => "Functions, matters and budgets",
        DocumentChapter.Names => "Powers, agreements, conditions and sums",
        _ => "The scheme itself",
    };

    /// <summary>The chapter that a sentence belongs to.</summary>
    public static DocumentChapter ChapterOf(Publication publication, PublishedSentence sentence) => sentence.Kind switch
    {
        "reservation" => DocumentChapter.Reserved,
        "delegation" or "entrustment" => DocumentChapter.Delegations,
        "limits" => DocumentChapter.Limits,
        "deputy" or "involvement" => DocumentChapter.Duties,
        "designation" => DocumentChapter.Bodies,
        "declaration" or "list" => publication.Contents.StatementsOf(sentence).Any(statement => statement is ReservationStatement)
            ? DocumentChapter.Reserved
            : publication.Contents.DeclaredIn(sentence).FirstOrDefault() switch
            {
                PartySymbol or PlaceSymbol => DocumentChapter.Bodies,
                SubjectSymbol => DocumentChapter.Subjects,
                _ => DocumentChapter.Names,
            },
        _ => DocumentChapter.General,
    };
}
