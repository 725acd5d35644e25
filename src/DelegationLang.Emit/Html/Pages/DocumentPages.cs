using DelegationLang.Emit.Html.Site;
using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>
/// The scheme as a document, for a board paper: its sections, reserved matters, delegations and tables in the order of the text, each row with its
/// English sentence beside it.
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
        PublishedSentence[] sentences = [.. Sentences];
        return ListPages.Of("document", sentences, SiteAddresses.SentencesOnPage, Page);
    }

    /// <summary>The whole document: a section for each of the scheme, with a part for each of its tables. They are made as they are read.</summary>
    public IEnumerable<SectionView> Whole() => Runs(Sentences, SectionOf).Select(run => new SectionView(
        "",
        PaperHeadingOf(run),
        new ContentView(),
        [.. Runs(run, DocumentRows.GroupOf).Select(group => new PartView("", rows.HeadingOf(group), new ContentView { Tables = rows.Table(group, HeadingOf(run)) }, []))]));

    /// <summary>The headings of the whole document: of each section, and of each of its parts.</summary>
    public IEnumerable<(string Section, IReadOnlyList<string> Parts)> Outline() =>
        Runs(Sentences, SectionOf).Select(run => (PaperHeadingOf(run), (IReadOnlyList<string>)[.. Runs(run, DocumentRows.GroupOf).Select(rows.HeadingOf)]));

    private static string SectionOf(PublishedSentence sentence) => sentence.File + "\n" + sentence.Section;

    private static string HeadingOf(List<PublishedSentence> run) => run[0].Section.Length > 0 ? run[0].Section : run[0].File;

    // On paper a file is a part of the scheme and no file.
    private static string PaperHeadingOf(List<PublishedSentence> run) =>
        run[0].Section.Length > 0 ? run[0].Section : KindWords.Capital(run[0].File[(run[0].File.LastIndexOf('/') + 1)..].Replace(".delegation", "", StringComparison.Ordinal));

    private PageDraft Page(IReadOnlyList<PublishedSentence> sentences, PageDraft draft)
    {
        var sections = new List<SectionView>();
        foreach (List<PublishedSentence> run in Runs(sentences, SectionOf))
        {
            string heading = HeadingOf(run);
            TableView[] tables = [.. Runs(run, DocumentRows.GroupOf).SelectMany(group => rows.Table(group, heading))];
            sections.Add(new SectionView(FormattableString.Invariant($"section-{sections.Count + 1}"), heading, new ContentView { Tables = tables }, []));
        }

        return draft with
        {
            Heading = "The scheme as a document",
            Style = "document",
            Lines = [.. LineBuilder.Lines(InOrder + " Everything on the other pages follows from these sentences.", Ends), .. Downloads.OfDocument(context)],
            Sections = sections,
            HasContents = sections.Count > 1,
        };
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
