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

    /// <summary>The pages.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        PublishedSentence[] sentences = [.. context.Publication.Sentences.All.Where(sentence => !SiteAddresses.IsScenario(sentence))];
        return ListPages.Of("document", sentences, SiteAddresses.SentencesOnPage, Page);
    }

    private PageDraft Page(IReadOnlyList<PublishedSentence> sentences, PageDraft draft)
    {
        var sections = new List<SectionView>();
        foreach (List<PublishedSentence> run in Runs(sentences, sentence => sentence.File + "\n" + sentence.Section))
        {
            string heading = run[0].Section.Length > 0 ? run[0].Section : run[0].File;
            var tables = new List<TableView>();
            foreach (List<PublishedSentence> group in Runs(run, DocumentRows.GroupOf))
            {
                tables.AddRange(rows.Table(group, heading));
            }

            sections.Add(new SectionView(FormattableString.Invariant($"section-{sections.Count + 1}"), heading, new ContentView { Tables = tables }, []));
        }

        return draft with
        {
            Heading = "The scheme as a document",
            Style = "document",
            Lines = LineBuilder.Lines(
                "What the scheme says, in its own order: each row tells what a sentence does, with the sentence itself beside it, word for word. Everything on the other pages follows from these sentences.",
                "“With reserved matters” is published as “subject to reserved matters”. A limit “up to” a sum includes that sum; “below” and “above” do not. First and last days are included."),
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
