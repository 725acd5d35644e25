using System.Collections.Immutable;

namespace DelegationLang.Policy.Loading;

/// <summary>What a question may call something of a scheme, and where that stands in the decision space.</summary>
public sealed record SchemeName
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name as answers give it, where it differs; empty otherwise.</summary>
    public string ShownAs { get; init; } = "";

    /// <summary>Other names for the same.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>What it is: <c>organisation</c>, <c>group</c>, <c>role</c>, <c>function</c>, <c>matter</c>, <c>budget</c>, <c>place</c>, <c>condition</c>, <c>measure</c>, <c>basis</c>, <c>amount</c>, <c>power</c>, <c>agreement</c>.</summary>
    public string Family { get; init; } = "";

    /// <summary>Its kind, more closely: <c>NHS trust</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The identifiers of those that it belongs to.</summary>
    public ImmutableArray<string> Owners { get; init; } = [];

    /// <summary>The identifier: the same as long as its own name and its owner's stay.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its index in the list of the <see cref="SpaceDefinition"/> that its family has; -1 where there is none.</summary>
    public int Index { get; init; } = -1;

    /// <summary>Whether a library declares it, and not the scheme itself.</summary>
    public bool IsFromLibrary { get; init; }
}
