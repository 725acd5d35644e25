using System.Collections.Immutable;
using DelegationLang.Coverage;
using DelegationLang.Emit.Html.Map;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Html.Site;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Comparison;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Emit.Html;

/// <summary>What the pages have in common: the scheme, and the words and links for what is in it.</summary>
internal sealed class PageContext
{
    private readonly Dictionary<string, PartySymbol> partiesByName = new(StringComparer.Ordinal);

    private readonly Lazy<ILookup<PartySymbol, AskedFirst>> steps;

    private readonly Lazy<DayByDay> days;

    private readonly Lazy<LinkedSentences> sentences;

    private readonly Lazy<MapEntries> entries;

    public PageContext(Publication publication)
    {
        steps = new Lazy<ILookup<PartySymbol, AskedFirst>>(() => AskedFirst.Of(this));
        days = new Lazy<DayByDay>(() => DayByDay.Of(publication.Space));
        sentences = new Lazy<LinkedSentences>(() => new LinkedSentences(this));
        entries = new Lazy<MapEntries>(() => new MapEntries(this));
        Publication = publication;
        Grounds = LegalGrounds.Of(publication.Model, publication.IsEffective);
        Shown = new ShownSymbols(publication.Model, Grounds);
        Addresses = new SiteAddresses(publication, Shown);
        Index = new SiteIndex(publication);
        foreach (PartySymbol party in publication.Model.Symbols.OfType<PartySymbol>())
        {
            partiesByName.TryAdd(party.DisplayName, party);
        }
    }

    /// <summary>Whether pages lead into the text, where each line that tells a sentence says which.</summary>
    public bool LeadsIntoText { get; init; }

    /// <summary>What is published.</summary>
    public Publication Publication { get; }

    /// <summary>On which powers of the law the scheme rests without naming them, and which others bind its organisation.</summary>
    public ImmutableArray<LegalGround> Grounds { get; }

    /// <summary>The symbols that the site speaks of.</summary>
    public ShownSymbols Shown { get; }

    /// <summary>On which page each thing stands.</summary>
    public SiteAddresses Addresses { get; }

    /// <summary>Who may decide what.</summary>
    public AuthorityTable Authorities => Publication.Space.Authority;

    /// <summary>Which sentences speak of what.</summary>
    public SiteIndex Index { get; }

    /// <summary>Sentences word for word, with links.</summary>
    public LinkedSentences Sentences => sentences.Value;

    /// <summary>What each party decides, what is treated alike together.</summary>
    public MapEntries Entries => entries.Value;

    /// <summary>Before which decisions a party is asked.</summary>
    public ILookup<PartySymbol, AskedFirst> Steps => steps.Value;

    /// <summary>What is otherwise in who may decide what on each day than on the day before it.</summary>
    public DayByDay Days => days.Value;

    /// <summary>The scheme.</summary>
    public SchemeModel Model => Publication.Model;

    /// <summary>The decision space as data.</summary>
    public SpaceDefinition Definition => Publication.Definition;

    /// <summary>The symbols of a family that the site speaks of, in the order of declaration.</summary>
    public IEnumerable<T> ShownOf<T>()
        where T : Symbol => Model.Symbols.OfType<T>().Where(Shown.Contains);

    /// <summary>What bears a name, one thing after another.</summary>
    public IEnumerable<Symbol> Named(string name) => ByName[name];

    private ILookup<string, Symbol> ByName => field ??= ShownOf<Symbol>().ToLookup(symbol => symbol.DisplayName, StringComparer.Ordinal);

    /// <summary>A symbol by its name, with a link where the site speaks of it.</summary>
    public Segment Link(Symbol symbol) => new(symbol.DisplayName, Addresses.Of(symbol));

    /// <summary>A party by the name that answers give it, with a link where the name is one party's.</summary>
    public Segment PartyLink(string name) => partiesByName.TryGetValue(name, out PartySymbol? party) ? Link(party) : new Segment(name);

    /// <summary>A party of the definition.</summary>
    public Segment PartyLink(int index) => Publication.Index.Party(index) is { } party ? Link(party) : new Segment(Definition.Parties[index].Name);

    /// <summary>A subject of the definition.</summary>
    public Segment SubjectLink(int index) => Publication.Index.Subject(index) is { } subject ? Link(subject) : new Segment(Definition.Subjects[index].Name);

    /// <summary>A place of the definition.</summary>
    public Segment PlaceLink(int index) => Publication.Index.Place(index) is { } place ? Link(place) : new Segment(Definition.Places[index].Name);

    /// <summary>The subject of a line of the table of authority: <c>award of contract for podiatry</c>.</summary>
    public LineView SubjectOf(AuthorityRow row) => SubjectOf(row.Function, row.Matter);

    /// <summary>A subject of the table of authority: a function, a matter, or a matter in relation to a function; -1 for none.</summary>
    public LineView SubjectOf(int function, int matter)
    {
        LineBuilder line = new LineBuilder().Add(SubjectLink(matter >= 0 ? matter : function));
        return (matter >= 0 && function >= 0 ? line.Text(" for ").Add(SubjectLink(function)) : line).ToLine();
    }

    /// <summary>A place in the text, with a link to its sentence.</summary>
    public Segment SourceLink(SourceReference source)
    {
        if (string.IsNullOrEmpty(source.File))
        {
            return new Segment("");
        }

        PublishedSentence? sentence = Publication.Sentences.At(source);
        return new Segment(FormattableString.Invariant($"{source.File}, line\u00A0{source.Line}"), sentence is null ? "" : Addresses.Of(sentence));
    }

    /// <summary>The place of a sentence in the text, with a link to it.</summary>
    public Segment SourceLink(SourceLocation location)
    {
        if (location.Source is null)
        {
            return new Segment("");
        }

        PublishedSentence? sentence = Publication.Sentences.At(location);
        return new Segment(
            FormattableString.Invariant($"{Publication.Files.Of(location.File)}, line\u00A0{location.Line}"),
            sentence is null ? "" : Addresses.Of(sentence));
    }

    /// <summary>Days as pages say them: the first and the last day of the scheme go without saying.</summary>
    public DateRange WithinLife(DateRange days) => new(
        days.First <= Definition.InForce.First ? DateOnly.MinValue : days.First,
        days.Last >= Definition.InForce.Last ? DateOnly.MaxValue : days.Last);

    /// <summary>What a reader must know of days that have ended, or not begun, on the day the page is made for; nothing where it is made for no day.</summary>
    public Segment? DayMark(DateRange days) => Publication.Input.AsOf is not { } asOf ? null
        : days.Last < asOf ? new Segment("Ended", IsMark: true)
        : days.First > asOf ? new Segment("Not yet begun", IsMark: true)
        : null;
}
