using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Emit.Html.Site;

/// <summary>
/// On which page each thing stands. Parties, subjects (or a small family of them), places, powers and agreements have a page each, named by their
/// identifier: a family and a slug, so that the name of the file is safe everywhere and changes only with the names it is made of. Everything else has an anchor.
/// </summary>
internal sealed class SiteAddresses
{
    /// <summary>How many sentences stand on one page of the document.</summary>
    public const int SentencesOnPage = 500;

    /// <summary>How many conditions, measures and the like stand on one page.</summary>
    public const int FactsOnPage = 1500;

    private readonly Publication publication;
    private readonly ShownSymbols shown;
    private readonly SubjectFamilies families;
    private readonly Dictionary<string, int> pageOfSentence = new(StringComparer.Ordinal);
    private readonly Dictionary<Symbol, int> pageOfFact = new(ReferenceEqualityComparer.Instance);

    public SiteAddresses(Publication publication, ShownSymbols shown)
    {
        this.publication = publication;
        this.shown = shown;
        families = new SubjectFamilies([.. publication.Model.Symbols.OfType<SubjectSymbol>().Where(shown.Contains)], publication.Model.Delegations);
        int sentences = 0;
        int scenarios = 0;
        foreach (PublishedSentence sentence in DocumentOrder.Of(publication).Concat(publication.Sentences.All.Where(IsScenario)))
        {
            int number = IsScenario(sentence) ? scenarios++ : sentences++;
            pageOfSentence.Add(sentence.Id, number / SentencesOnPage);
        }

        int facts = 0;
        foreach (Symbol symbol in publication.Model.Symbols)
        {
            if (IsFact(symbol) && shown.Contains(symbol))
            {
                pageOfFact.Add(symbol, facts++ / FactsOnPage);
            }
        }

        DocumentPages = Math.Max(1, (sentences + SentencesOnPage - 1) / SentencesOnPage);
        ScenarioPages = (scenarios + SentencesOnPage - 1) / SentencesOnPage;
        FactPages = (facts + FactsOnPage - 1) / FactsOnPage;
    }

    /// <summary>Whether the scheme is so large that subjects share pages, and pages say once what is so of a subject and of all that lies within it.</summary>
    public bool IsLarge => families.IsShared;

    /// <summary>How many pages the document has.</summary>
    public int DocumentPages { get; }

    /// <summary>How many pages of scenarios there are.</summary>
    public int ScenarioPages { get; }

    /// <summary>How many pages of conditions, measures, named sums and bases there are.</summary>
    public int FactPages { get; }

    /// <summary>A page of a list that may need several: <c>document.html</c>, <c>document-2.html</c>.</summary>
    public static string Numbered(string name, int page) => page == 0 ? name + ".html" : FormattableString.Invariant($"{name}-{page + 1}.html");

    /// <summary>A part of a page that is too long for one file. No slug has two hyphens together, so that no other page can have its name.</summary>
    public static string Part(string file, int part) => part == 0 ? file : FormattableString.Invariant($"{file[..^5]}--{part + 1}.html");

    /// <summary>Whether a sentence is a scenario, and so stands apart from the document.</summary>
    public static bool IsScenario(PublishedSentence sentence) => sentence.Kind == "scenario";

    /// <summary>Whether a symbol has a page of its own.</summary>
    public static bool HasPage(Symbol symbol) => symbol is PartySymbol or SubjectSymbol or PlaceSymbol or PowerSymbol or AgreementSymbol;

    /// <summary>Whether a symbol is a condition, a measure, a named sum, or a basis that the scheme declares.</summary>
    public static bool IsFact(Symbol symbol) => symbol is ConditionSymbol or MeasureSymbol or AmountSymbol || symbol is BasisSymbol { IsFromLibrary: false };

    /// <summary>The file of the page that a symbol stands on.</summary>
    public string FileOf(Symbol symbol) => publication.PageNames.Of(symbol is SubjectSymbol subject ? HeadOf(subject) : symbol) + ".html";

    /// <summary>The subject on whose page another stands: itself where it has its own.</summary>
    public SubjectSymbol HeadOf(SubjectSymbol subject) => families.HeadOf(subject);

    /// <summary>The address of a symbol; empty for one that the site does not speak of.</summary>
    public string Of(Symbol symbol) =>
        !shown.Contains(symbol) ? ""
        : HasPage(symbol) ? FileOf(symbol) + (symbol is SubjectSymbol subject && HeadOf(subject) != subject ? "#" + publication.PageNames.Of(symbol) : "")
        : pageOfFact.TryGetValue(symbol, out int page) ? Numbered("facts", page) + "#" + publication.PageNames.Of(symbol)
        : "";

    /// <summary>On which page, counted from 0, a condition or the like stands.</summary>
    public int PageOfFact(Symbol symbol) => pageOfFact.GetValueOrDefault(symbol);

    /// <summary>On which page, counted from 0, a sentence stands: of the scenarios for a scenario, of the document for any other.</summary>
    public int PageOf(PublishedSentence sentence) => pageOfSentence.GetValueOrDefault(sentence.Id);

    /// <summary>The address of a sentence.</summary>
    public string Of(PublishedSentence sentence) =>
        Numbered(IsScenario(sentence) ? "examples" : "document", PageOf(sentence)) + "#" + sentence.Id;

    /// <summary>The address of the sentence that a place in the text lies in; empty for a place outside the project's files.</summary>
    public string Of(SourceLocation location) => publication.Sentences.At(location) is { } sentence ? Of(sentence) : "";
}
