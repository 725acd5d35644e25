using System.Collections.Immutable;

namespace DelegationLang.Policy.Joining;

/// <summary>The scheme of another body as it is joined to a scheme: its decision space, and which entry of the joined space each of its entries is.</summary>
public sealed record JoinedScheme
{
    /// <summary>The name by which answers call the body.</summary>
    public required string Body { get; init; }

    /// <summary>What its sentences come to.</summary>
    public required SpaceDefinition Space { get; init; }

    /// <summary>The number of each of its parties in the joined space. Those that the spaces before it do not have are numbered on behind them, as in every list below.</summary>
    public required ImmutableArray<int> Parties { get; init; }

    /// <summary>The number of each of its subjects.</summary>
    public required ImmutableArray<int> Subjects { get; init; }

    /// <summary>The number of each of its places.</summary>
    public required ImmutableArray<int> Places { get; init; }

    /// <summary>The number of each of its conditions.</summary>
    public required ImmutableArray<int> Conditions { get; init; }

    /// <summary>The number of each of its measures.</summary>
    public required ImmutableArray<int> Measures { get; init; }

    /// <summary>For each of its parties whether it is of that body, so that it is the scheme of that body that says what it gives.</summary>
    public required ImmutableArray<bool> IsOfBody { get; init; }

    /// <summary>For each of its parties whether it is one of the scheme's own, which get nothing by the sentences of others.</summary>
    public required ImmutableArray<bool> IsOwn { get; init; }

    /// <summary>Its rules that say themselves that what they give may not be given on.</summary>
    public IReadOnlySet<int> Refusing { get; init; } = new HashSet<int>();
}
