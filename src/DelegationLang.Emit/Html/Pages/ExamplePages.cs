using DelegationLang.Emit.Html.Site;
using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>The examples that the authors check their scheme by.</summary>
internal sealed class ExamplePages(PageContext context)
{
    /// <summary>The file of the first page.</summary>
    public const string List = "examples.html";

    private readonly ScenarioLines claims = new(context);
    private readonly ILookup<string, ScenarioStatement> scenarios = context.Model.Scenarios.ToLookup(scenario => context.Publication.Sentences.At(scenario.Location)?.Id ?? "");

    /// <summary>The pages; none for a scheme without scenarios.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        PublishedSentence[] sentences = [.. context.Publication.Sentences.All.Where(SiteAddresses.IsScenario)];
        return sentences.Length == 0 ? [] : ListPages.Of("examples", sentences, SiteAddresses.SentencesOnPage, Page);
    }

    private PageDraft Page(IReadOnlyList<PublishedSentence> sentences, PageDraft draft) => draft with
    {
        Heading = "Examples that are checked",
        Area = DocumentPages.List,
        Above = [new Segment("The scheme", DocumentPages.List)],
        Lines = LineBuilder.Lines("What the authors expect the sentences of the scheme to mean. Each is tried whenever the scheme is checked; one that does not hold counts as an error."),
        Sections = [new SectionView("examples", "The examples", new ContentView { Sentences = [.. sentences.Select(View)] }, [])],
    };

    private SentenceView View(PublishedSentence sentence)
    {
        string[] lines = sentence.Text.Split('\n');
        return new SentenceView
        {
            Id = sentence.Id,
            Lead = SentenceLineView.Of(lines[0]),
            Bullets = [.. lines.Skip(1).Select(line => SentenceLineView.Of(line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line))],
            Claims = [.. scenarios[sentence.Id].SelectMany(claims.Of)],
            Source = new Segment(FormattableString.Invariant($"{sentence.File}, line {sentence.Line}")),
            Notes = [],
            IsVoid = !sentence.IsEffective,
        };
    }
}
