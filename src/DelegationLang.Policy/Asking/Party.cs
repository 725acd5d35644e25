using System.ComponentModel;

namespace DelegationLang.Policy;

/// <summary>An organisation, a group or a post of a scheme.</summary>
/// <typeparam name="TScheme">The scheme.</typeparam>
public readonly record struct Party<TScheme>
    where TScheme : struct, IPolicyScheme
{
    // One more than the index, so that a default value is none and not the first of the scheme.
    private readonly int number;

    /// <summary>For emitted code.</summary>
    /// <param name="index">The index in <see cref="SpaceDefinition.Parties"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Party(int index) => number = index + 1;

    /// <summary>Its index in <see cref="SpaceDefinition.Parties"/>.</summary>
    /// <exception cref="InvalidOperationException">The value is the default one, which is no party.</exception>
    public int Index => number > 0 ? number - 1 : Unset.Index("party");

    /// <summary>Its name as answers give it.</summary>
    public string Name => TScheme.Space.Definition.Parties[Index].Name;

    /// <summary>What it is.</summary>
    public PartyKind Kind => TScheme.Space.Definition.Parties[Index].Kind;

    /// <summary>The name; empty for the default value.</summary>
    public override string ToString() => number > 0 ? Name : "";
}
