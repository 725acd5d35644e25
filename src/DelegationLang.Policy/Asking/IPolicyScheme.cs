using System.Collections.Immutable;
using System.ComponentModel;

namespace DelegationLang.Policy;

/// <summary>
/// A scheme as a type. Emitted code declares one a scheme; its parties, functions and places are of types that name it, so that those of two schemes
/// are not mixed up.
/// </summary>
public interface IPolicyScheme
{
    /// <summary>What the scheme means, made when it is first asked for. May be asked from many threads at once.</summary>
    static abstract DecisionSpace Space { get; }

    /// <summary>Other names by which things of the scheme are found, beside those that answers give.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual ImmutableArray<SchemeAlias> Aliases => [];
}

/// <summary>Another name of something of a scheme.</summary>
/// <param name="Kind">What it is: <c>Party</c>, <c>Function</c>, <c>Matter</c>, <c>Budget</c>, <c>Place</c>, <c>Condition</c>, <c>Measure</c>.</param>
/// <param name="Index">Its index in the list of the <see cref="SpaceDefinition"/> that it stands in.</param>
/// <param name="Name">The name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct SchemeAlias(string Kind, int Index, string Name);
