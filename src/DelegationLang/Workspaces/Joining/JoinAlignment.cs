using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Joining;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Workspaces.Joining;

/// <summary>
/// Finds which things of joined schemes are the same: bodies by name, groups and posts by name and body, functions, matters and budgets by name and whose they
/// are, places, facts and measures by name. What only another scheme has is numbered on behind what there is.
/// </summary>
internal sealed class JoinAlignment
{
    private readonly SchemeModel model;
    private readonly NumberedNames parties;
    private readonly NumberedNames subjects;
    private readonly NumberedNames places;
    private readonly NumberedNames conditions;
    private readonly NumberedNames measures;
    private readonly HashSet<int> own = [];
    private readonly Func<Symbol, int> indexOf;
    private readonly List<(OtherScheme Scheme, ImmutableArray<int> Parties)> numbered = [];

    public JoinAlignment(SchemeModel model, SymbolIndex symbols, SpaceDefinition space)
    {
        this.model = model;
        indexOf = symbol => symbols[symbol];
        parties = new NumberedNames(space.Parties.Length);
        subjects = new NumberedNames(space.Subjects.Length);
        places = new NumberedNames(space.Places.Length);
        conditions = new NumberedNames(space.Conditions.Length);
        measures = new NumberedNames(space.Measures.Length);
        foreach (PartySymbol party in model.Symbols.OfType<PartySymbol>())
        {
            parties.Know(symbols[party], NamesOf(party).Select(name => PartyKey(party, name, indexOf)));
            if (model.OwnOrganisation is { } body && PartyBodies.Of(party) is { IsEmpty: false } bodies && bodies.All(one => ReferenceEquals(one, body)))
            {
                own.Add(symbols[party]);
            }
        }

        foreach (SubjectSymbol subject in model.Symbols.OfType<SubjectSymbol>())
        {
            subjects.Know(symbols[subject], SubjectKeys(subject, space.Subjects[symbols[subject]].Owner));
        }

        KnowPlain(places, model.Symbols.OfType<PlaceSymbol>());
        KnowPlain(conditions, model.Symbols.OfType<ConditionSymbol>());
        foreach (MeasureSymbol measure in model.Symbols.OfType<MeasureSymbol>())
        {
            measures.Know(symbols[measure], NamesOf(measure).Select(name => MeasureKey(name, space.Measures[symbols[measure]])));
        }
    }

    /// <summary>Numbers what another scheme has. The one that joins it must have been numbered before.</summary>
    public JoinedScheme Number(OtherScheme other)
    {
        SpaceDefinition space = other.Space;
        ImmutableArray<int> partyNumbers = NumberParties(other);
        numbered.Add((other, partyNumbers));
        var isOfBody = new bool[space.Parties.Length];
        foreach (PartySymbol party in other.Symbols.OfType<PartySymbol>())
        {
            if (other.IndexOf(party) is var index and >= 0)
            {
                isOfBody[index] |= PartyBodies.Of(party).Any(body => ReferenceEquals(body, other.Own));
            }
        }

        return new JoinedScheme
        {
            Body = other.Body.DisplayName,
            Space = space,
            Parties = partyNumbers,
            Subjects = Number<SubjectSymbol>(
                subjects, space.Subjects.Length, other, (subject, index) => SubjectKeys(subject, space.Subjects[index].Owner is var owner and >= 0 ? partyNumbers[owner] : -1)),
            Places = Number<PlaceSymbol>(places, space.Places.Length, other, (place, _) => NamesOf(place).Select(NameKey.Of)),
            Conditions = Number<ConditionSymbol>(conditions, space.Conditions.Length, other, (condition, _) => NamesOf(condition).Select(NameKey.Of)),
            Measures = Number<MeasureSymbol>(measures, space.Measures.Length, other, (measure, index) => NamesOf(measure).Select(name => MeasureKey(name, space.Measures[index]))),
            IsOfBody = [.. isOfBody],
            IsOwn = [.. partyNumbers.Select(own.Contains)],
            Refusing = other.Refusing,
        };
    }

    private ImmutableArray<int> NumberParties(OtherScheme other)
    {
        int[] numbers = [.. Enumerable.Repeat(-1, other.Space.Parties.Length)];
        numbers[other.IndexOf(other.Own)] = other.By.Via is { } via ? NumberIn(via, other.Body) : indexOf(other.Body);

        // Whose scheme it joins in its turn it says itself, by whatever name.
        foreach (JoinedInTurn joined in other.Joins)
        {
            if (joined.IsBack && model.OwnOrganisation is { } ourselves)
            {
                numbers[other.IndexOf(joined.Body)] = indexOf(ourselves);
            }
            else if (joined.Place is { } place && numbered.Find(one => one.Scheme.By.Place is { } known && known.IsSame(place)).Scheme is { } same)
            {
                numbers[other.IndexOf(joined.Body)] = NumberIn(same, same.Own);
            }
        }

        // Bodies come first: groups and posts are told apart by them.
        IOrderedEnumerable<PartySymbol> all = other.Symbols.OfType<PartySymbol>().OrderBy(party => party.IsOrganisation ? 0 : 1);
        return Number(parties, numbers, [.. all], other, (party, _) =>
            NamesOf(party).Select(name => PartyKey(party, name, symbol => other.IndexOf(symbol) is var body and >= 0 ? numbers[body] : -1)));
    }

    private int NumberIn(OtherScheme scheme, Symbol party) => numbered.Find(one => ReferenceEquals(one.Scheme, scheme)).Parties[scheme.IndexOf(party)];

    private static ImmutableArray<int> Number<T>(NumberedNames names, int count, OtherScheme other, Func<T, int, IEnumerable<string>> keysOf)
        where T : Symbol => Number(names, [.. Enumerable.Repeat(-1, count)], [.. other.Symbols.OfType<T>()], other, keysOf);

    // What has no number of these yet gets that of what the scheme knows by one of its keys, or else the next one.
    private static ImmutableArray<int> Number<T>(NumberedNames names, int[] numbers, ImmutableArray<T> symbols, OtherScheme other, Func<T, int, IEnumerable<string>> keysOf)
        where T : Symbol
    {
        foreach (T symbol in symbols)
        {
            if (other.IndexOf(symbol) is var index and >= 0 && numbers[index] < 0)
            {
                numbers[index] = names.Find(keysOf(symbol, index));
            }
        }

        ImmutableArray<int> filled = names.Fill(numbers);
        foreach (T symbol in symbols)
        {
            if (other.IndexOf(symbol) is var index and >= 0)
            {
                names.Know(filled[index], keysOf(symbol, index));
            }
        }

        return filled;
    }

    private void KnowPlain(NumberedNames names, IEnumerable<Symbol> symbols)
    {
        foreach (Symbol symbol in symbols)
        {
            names.Know(indexOf(symbol), NamesOf(symbol).Select(NameKey.Of));
        }
    }

    private static IEnumerable<string> NamesOf(Symbol symbol) => symbol.Aliases.Prepend(symbol.Name);

    private static string PartyKey(PartySymbol party, string name, Func<Symbol, int> indexOf) => party.IsOrganisation
        ? "o " + NameKey.Of(name)
        : "p " + NameKey.Of(name) + "@" + string.Join(',', PartyBodies.Of(party).Select(body => indexOf(body)).Order().Select(index => index.ToString(CultureInfo.InvariantCulture)));

    // What a library has is nobody's until a scheme says whose it is.
    private static IEnumerable<string> SubjectKeys(SubjectSymbol subject, int owner)
    {
        var sort = subject.IsBudget ? "b " : subject.IsMatter ? "m " : "f ";
        foreach (var name in NamesOf(subject))
        {
            yield return sort + NameKey.Of(name) + "@" + owner.ToString(CultureInfo.InvariantCulture);
        }

        if (subject.IsFromLibrary)
        {
            yield return sort + NameKey.Of(subject.Name) + "@-1";
        }
    }

    private static string MeasureKey(string name, MeasureDefinition measure) => NameKey.Of(name) + "#" + measure.Unit + "#" + measure.Currency;
}
