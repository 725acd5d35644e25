using System.Collections.Immutable;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Puts one thing in the place of another in a sentence: in its parties, its subjects and its clauses.</summary>
internal sealed class Substitution
{
    private readonly Dictionary<Symbol, Place> places = new(ReferenceEqualityComparer.Instance);
    private readonly List<Succeeded> used = [];

    /// <summary>From this on the second stands where the first stood.</summary>
    /// <param name="from">What stood there.</param>
    /// <param name="to">What stands there now.</param>
    /// <param name="saidBy">The sentence that says so; none where a name is declared again.</param>
    public void Add(Symbol from, Symbol to, SuccessionStatement? saidBy) => places[from] = new Place(to, saidBy);

    /// <summary>Those alone that only bear the name of what stood there.</summary>
    public Substitution OfNames()
    {
        var names = new Substitution();
        foreach ((Symbol from, Place place) in places)
        {
            if (place.SaidBy is null)
            {
                names.Add(from, place.Now, null);
            }
        }

        return names;
    }

    /// <summary>Whether nothing is put in another's place.</summary>
    public bool IsEmpty => places.Count == 0;

    /// <summary>What stands there now.</summary>
    public T Of<T>(T symbol)
        where T : Symbol
    {
        if (!places.TryGetValue(symbol, out Place? place) || place.Now is not T now)
        {
            return symbol;
        }

        if (place.SaidBy is { } saidBy && symbol is PartySymbol predecessor && new Succeeded(saidBy, predecessor) is var succeeded && !used.Contains(succeeded))
        {
            used.Add(succeeded);
        }

        return now;
    }

    /// <summary>By which sentences somebody was put in another's place since this was asked last.</summary>
    public ImmutableArray<Succeeded> Used()
    {
        ImmutableArray<Succeeded> said = [.. used.OrderBy(one => one.Sentence.Order)];
        used.Clear();
        return said;
    }

    public PartySymbol? OfOrNone(PartySymbol? party) => party is null ? null : Of(party);

    public ImmutableArray<PartySymbol> Of(ImmutableArray<PartySymbol> parties) => [.. parties.Select(party => Of(party)).Distinct()];

    public ImmutableArray<SubjectReference> Of(ImmutableArray<SubjectReference> subjects) =>
        [.. subjects.Select(subject => subject.Symbol is { } symbol ? subject with { Symbol = Of(symbol) } : subject)];

    public ImmutableArray<Holder> Of(ImmutableArray<Holder> holders) => [.. holders.Select(holder => holder with { Group = Of(holder.Group) })];

    public ActingGroup Of(ActingGroup group) => new([.. group.Parties.Select(party => Of(party))]);

    public Terms Of(Terms terms) => terms with
    {
        For = References(terms.For),
        KeptBack = References(terms.KeptBack),
        Except = References(terms.Except),
        Steps = [.. terms.Steps.Select(step => step with { AnyOf = [.. step.AnyOf.Select(Of)] })],
        RatifiedBy = OfReference(terms.RatifiedBy),
        ReportingTo = [.. terms.ReportingTo.Select(reporting => reporting with { To = Of(reporting.To) })],
        Onward = terms.Onward is { } onward ? onward with { To = References(onward.To), ConsentOf = OfReference(onward.ConsentOf) } : null,
    };

    /// <summary>Whether anything in a sentence is put in another's place.</summary>
    /// <param name="giver">Whose sentence it is.</param>
    /// <param name="subjects">What it is about.</param>
    /// <param name="parties">The others whom it names.</param>
    /// <param name="terms">Its clauses.</param>
    public bool Touches(PartySymbol? giver, ImmutableArray<SubjectReference> subjects, IEnumerable<PartySymbol> parties, Terms terms) =>
        IsPut(giver) || subjects.Any(subject => IsPut(subject.Symbol)) || Any(parties) || Touches(terms);

    public bool Any(IEnumerable<Symbol> symbols) => symbols.Any(IsPut);

    private bool IsPut(Symbol? symbol) => symbol is not null && places.ContainsKey(symbol);

    // Each member that is put in its place above.
    private bool Touches(Terms terms) =>
        AnyOf(terms.For) || AnyOf(terms.KeptBack) || AnyOf(terms.Except)
        || terms.Steps.Any(step => step.AnyOf.Any(group => group.Parties.Any(IsPut))) || terms.ReportingTo.Any(reporting => IsPut(reporting.To))
        || IsPut(terms.RatifiedBy?.Symbol)
        || (terms.Onward is { } onward && (AnyOf(onward.To) || IsPut(onward.ConsentOf?.Symbol)));

    private bool AnyOf<T>(ImmutableArray<Reference<T>> references)
        where T : Symbol => references.Any(reference => IsPut(reference.Symbol));

    private ImmutableArray<Reference<T>> References<T>(ImmutableArray<Reference<T>> references)
        where T : Symbol => [.. references.Select(reference => reference with { Symbol = Of(reference.Symbol) })];

    private Reference<PartySymbol>? OfReference(Reference<PartySymbol>? reference) => reference is null ? null : reference with { Symbol = Of(reference.Symbol) };

    private sealed record Place(Symbol Now, SuccessionStatement? SaidBy);
}
