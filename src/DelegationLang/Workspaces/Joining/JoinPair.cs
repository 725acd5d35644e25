using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Joining;
using DelegationLang.Semantics;

namespace DelegationLang.Workspaces.Joining;

/// <summary>A scheme and one that it joins, side by side on one numbering.</summary>
internal sealed class JoinPair
{
    private readonly Dictionary<int, ImmutableArray<int>> bodies = [];

    public JoinPair(SchemeModel model, SymbolIndex symbols, SpaceDefinition joined, OtherScheme other, JoinedScheme numbers)
    {
        Model = model;
        Symbols = symbols;
        Joined = joined;
        Other = other;
        Numbers = numbers;
        Them = symbols[other.Body];
        Us = model.OwnOrganisation is { } own ? symbols[own] : -1;
        foreach (PartySymbol party in model.Symbols.OfType<PartySymbol>())
        {
            bodies.TryAdd(symbols[party], [.. PartyBodies.Of(party).Select(body => symbols[body])]);
        }

        foreach (PartySymbol party in other.Symbols.OfType<PartySymbol>())
        {
            if (other.IndexOf(party) is var index and >= 0)
            {
                bodies.TryAdd(numbers.Parties[index], [.. PartyBodies.Of(party).Select(body => numbers.Parties[other.IndexOf(body)])]);
            }
        }
    }

    /// <summary>The scheme itself.</summary>
    public SchemeModel Model { get; }

    /// <summary>Its symbols.</summary>
    public SymbolIndex Symbols { get; }

    /// <summary>The space of both.</summary>
    public SpaceDefinition Joined { get; }

    /// <summary>The joined scheme.</summary>
    public OtherScheme Other { get; }

    /// <summary>The numbers of what it has.</summary>
    public JoinedScheme Numbers { get; }

    /// <summary>The number of the body whose scheme this is; -1 where that is not known.</summary>
    public int Us { get; }

    /// <summary>The number of the body whose scheme is joined.</summary>
    public int Them { get; }

    /// <summary>The bodies that a party is of.</summary>
    public ImmutableArray<int> BodiesOf(int party) => bodies.TryGetValue(party, out ImmutableArray<int> found) ? found : [];

    /// <summary>Whether some parties are of both bodies together, or some of one and some of the other.</summary>
    public bool IsOfBoth(IEnumerable<int> parties)
    {
        var all = parties.SelectMany(party => BodiesOf(party)).ToHashSet();
        return Us >= 0 && all.Contains(Us) && all.Contains(Them);
    }

    /// <summary>A party as answers call it.</summary>
    public string Party(int number) => Joined.Parties[number].Name;

    /// <summary>A subject as answers call it.</summary>
    public string Subject(int number) => Joined.Subjects[number].Name;

    /// <summary>The scheme of the other body in words.</summary>
    public string There => $"the scheme of {Semantics.Binding.MessageWords.Quote(Other.Body.DisplayName)}";
}
