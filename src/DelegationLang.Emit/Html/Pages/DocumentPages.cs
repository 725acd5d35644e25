using DelegationLang.Emit.Html.Site;
using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>
/// The scheme as a document: reserved matters first, then bodies, delegations, limits and duties, each sentence word for word under its reference. For a
/// board paper, all of it in the order of the text, each row with its English sentence beside it.
/// </summary>
internal sealed class DocumentPages(PageContext context)
{
    /// <summary>The file of the first page.</summary>
    public const string List = "document.html";

    private readonly DocumentRows rows = new(context);

    private IEnumerable<PublishedSentence> Sentences => context.Publication.Sentences.All.Where(sentence => !SiteAddresses.IsScenario(sentence));

    private const string InOrder = "What the scheme says, in its own order: each row tells what a sentence does, with the sentence itself beside it, word for word.";

    private const string Ends =
        "“With reserved matters” is published as “subject to reserved matters”. A limit “up to” a sum includes that sum; “below” and “above” do not. First and last days are included.";

    /// <summary>How to read the document.</summary>
    public static IReadOnlyList<LineView> Reading { get; } = LineBuilder.Lines(InOrder, Ends);

    /// <summary>The pages.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        PublishedSentence[] sentences = [.. DocumentOrder.Of(context.Publication)];
        return ListPages.Of("document", sentences, SiteAddresses.SentencesOnPage, Page);
    }

    /// <summary>The whole document: a section for each of the scheme, with a part for each of its tables. They are made as they are read.</summary>
    public IEnumerable<SectionView> Whole() => Runs(Sentences, SectionOf).Select(run => new SectionView(
        "",
        PaperHeadingOf(run[0]),
        new ContentView(),
        [.. Runs(run, DocumentRows.GroupOf).Select(group => new PartView("", rows.HeadingOf(group), new ContentView { Tables = rows.Table(group, HeadingOf(run)) }, []))]));

    /// <summary>The headings of the whole document: of each section, and of each of its parts.</summary>
    public IEnumerable<(string Section, IReadOnlyList<string> Parts)> Outline() =>
        Runs(Sentences, SectionOf).Select(run => (PaperHeadingOf(run[0]), (IReadOnlyList<string>)[.. Runs(run, DocumentRows.GroupOf).Select(rows.HeadingOf)]));

    private static string SectionOf(PublishedSentence sentence) => sentence.File + "\n" + sentence.Section;

    private static string HeadingOf(List<PublishedSentence> run) => run[0].Section.Length > 0 ? run[0].Section : run[0].File;

    // On paper a file is a part of the scheme and no file.
    private static string PaperHeadingOf(PublishedSentence first) =>
        first.Section.Length > 0 ? first.Section : KindWords.Capital(first.File[(first.File.LastIndexOf('/') + 1)..].Replace(".delegation", "", StringComparison.Ordinal));

    // A chapter with what stands in several sections of the text tells them apart.
    private PageDraft Page(IReadOnlyList<PublishedSentence> sentences, PageDraft draft)
    {
        var sections = new List<SectionView>();
        foreach (IGrouping<DocumentChapter, PublishedSentence> chapter in sentences.GroupBy(sentence => DocumentOrder.ChapterOf(context.Publication, sentence)))
        {
            string id = FormattableString.Invariant($"section-{sections.Count + 1}");
            IGrouping<string, PublishedSentence>[] parts = [.. chapter.GroupBy(SectionOf)];
            sections.Add(parts.Length == 1
                ? new SectionView(id, DocumentOrder.HeadingOf(chapter.Key), Content(chapter), [])
                : new SectionView(id, DocumentOrder.HeadingOf(chapter.Key), new ContentView(), [.. parts.Select((part, i) => new PartView(FormattableString.Invariant($"{id}-{i + 1}"), PaperHeadingOf(part.First()), Content(part), []))]));
        }

        return draft with
        {
            Heading = "The scheme as a document",
            Style = "document",
            HasSources = true,
            Lines = [.. LineBuilder.Lines("Every sentence of the scheme, word for word: what is reserved first, then bodies, delegations, limits and duties. Everything on the other pages follows from these sentences.", Ends), .. Downloads.OfDocument(context)],
            Sections = sections,
            HasContents = sections.Count > 1,
        };

        ContentView Content(IEnumerable<PublishedSentence> some) => new() { Sentences = [.. some.Select(context.Sentences.View)] };
    }

    /// <summary>Neighbours that have something in common, together.</summary>
    private static List<List<PublishedSentence>> Runs(IEnumerable<PublishedSentence> sentences, Func<PublishedSentence, string> key)
    {
        var runs = new List<List<PublishedSentence>>();
        string before = "";
        foreach (PublishedSentence sentence in sentences)
        {
            string now = key(sentence);
            if (runs.Count == 0 || now != before)
            {
                runs.Add([]);
            }

            runs[^1].Add(sentence);
            before = now;
        }

        return runs;
    }
}
