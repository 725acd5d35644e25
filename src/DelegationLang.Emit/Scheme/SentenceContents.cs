using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Emit.Scheme;

/// <summary>What each sentence states and declares.</summary>
internal sealed class SentenceContents
{
    private readonly SentenceCatalogue sentences;
    private readonly ILookup<string, Statement> statements;
    private readonly ILookup<string, Symbol> symbols;

    public SentenceContents(SchemeModel model, SentenceCatalogue sentences)
    {
        this.sentences = sentences;
        statements = SentenceCatalogue.Statements(model).OrderBy(statement => statement.Order).ToLookup(statement => IdAt(statement.Location));
        symbols = model.Symbols.Where(symbol => !symbol.IsFromLibrary)
            .SelectMany(symbol => LocationsOf(symbol).Select(IdAt).Distinct().Select(id => (Id: id, Symbol: symbol)))
            .ToLookup(pair => pair.Id, pair => pair.Symbol);
    }

    /// <summary>The statements of a sentence, in order.</summary>
    public IEnumerable<Statement> StatementsOf(PublishedSentence sentence) => statements[sentence.Id];

    /// <summary>What a sentence declares.</summary>
    public IEnumerable<Symbol> DeclaredIn(PublishedSentence sentence) => symbols[sentence.Id];

    /// <summary>What a sentence says that a named sum is, and when.</summary>
    public IEnumerable<DatedAmount> FiguresIn(PublishedSentence sentence, Symbol symbol) =>
        symbol is AmountSymbol amount ? amount.Values.Where(value => IdAt(value.Location) == sentence.Id) : [];

    // A named sum is told in as many sentences as it has figures.
    private static IEnumerable<SourceLocation> LocationsOf(Symbol symbol) =>
        symbol is AmountSymbol amount ? [symbol.Location, .. amount.Values.Select(value => value.Location)] : [symbol.Location];

    private string IdAt(SourceLocation location) => sentences.At(location)?.Id ?? "";
}
